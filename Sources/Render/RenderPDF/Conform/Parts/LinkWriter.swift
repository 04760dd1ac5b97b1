/// Writes link annotations (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18).
struct LinkWriter {
    let links: [DrawnLink]
    /// Object numbers of the pages.
    let pages: [Int]
    /// Object number of each link's annotation.
    let annotations: [Int]

    init(_ links: [DrawnLink], pages: [Int], to file: inout FileWriter) throws(ConformFailure) {
        self.links = links
        self.pages = pages
        var annotations: [Int] = []
        for (index, link) in links.enumerated() {
            guard pages.indices.contains(link.page), !link.description.isEmpty else {
                throw .brokenLink(index)
            }
            annotations.append(file.reserve())
        }
        self.annotations = annotations
    }

    /// By page, the annotations in order.
    func byPage() -> [[Int]] {
        var found = [[Int]](repeating: [], count: pages.count)
        for (link, annotation) in zip(links, annotations) { found[link.page].append(annotation) }
        return found
    }

    func write(to file: inout FileWriter) throws(ConformFailure) {
        for (index, link) in links.enumerated() {
            try file.write(annotations[index]) { (out) throws(ConformFailure) in
                // Flag 4: it is printed; the profiles want no other.
                out.raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
                out.box(link.box)
                out.raw("/P ")
                out.reference(pages[link.page])
                out.raw("/StructParent ")
                out.integer(pages.count + index)
                out.raw("/Contents ")
                try out.pointer(link.description)
                switch link.target {
                case .place(let page, let x, let y):
                    guard pages.indices.contains(page) else { throw .brokenLink(index) }
                    out.raw("/Dest[")
                    out.reference(pages[page])
                    out.raw("/XYZ ")
                    out.decimal(x)
                    out.raw(" ")
                    out.decimal(y)
                    out.raw(" null]")
                case .address(let address):
                    out.raw("/A<</S/URI/URI ")
                    try out.address(address)
                    out.raw(">>")
                }
                out.raw(">>")
            }
        }
    }
}
