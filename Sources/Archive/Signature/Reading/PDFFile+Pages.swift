extension PDFFile {
    /// A page with what it takes over from the nodes above it.
    struct Page {
        /// Of its object.
        var number: Int?
        var entries: [String: PDFValue]
    }

    private static let inherited = ["Resources", "MediaBox", "CropBox", "Rotate"]
    private static let mostPages = 1_000_000

    /// In their order; a node that cannot be read, or stands in the tree twice, is left out.
    var pages: [Page] {
        var pages: [Page] = []
        var seen: Set<Int> = []
        var pending: [(value: PDFValue, above: [String: PDFValue])] = []
        if let root = catalogue?["Pages"] { pending.append((root, [:])) }
        while let (value, above) = pending.popLast(), pages.count < Self.mostPages {
            if let number = value.reference, !seen.insert(number).inserted { continue }
            guard let own = dictionary(value) else { continue }
            if let kids = array(own["Kids"]) {
                let passed = own.filter { Self.inherited.contains($0.key) }
                    .merging(above) { mine, _ in mine }
                pending += kids.reversed().map { ($0, passed) }
            } else {
                let entries = own.merging(above) { mine, _ in mine }
                pages.append(Page(number: value.reference, entries: entries))
            }
        }
        return pages
    }
}
