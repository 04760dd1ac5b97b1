extension PDFFile {
    private static let mostFields = 100_000

    /// Adds the signatures of this revision by the place of their contents.
    func collectSignatures(into found: inout [Int: PDFSignature]) {
        guard let catalogue else { return }
        var pending = (array(dictionary(catalogue["AcroForm"])?["Fields"]) ?? [])
            .map { (value: $0, name: "", holder: [String: PDFValue]()) }
        var seen: Set<Int> = []
        var pages: [Int: Int]?
        while let (value, parent, holder) = pending.popLast(), seen.count < Self.mostFields {
            if let number = value.reference, !seen.insert(number).inserted { continue }
            guard let own = dictionary(value) else { continue }
            // Kind and value may be a parent's.
            let field = own.merging(holder) { mine, _ in mine }
            let part = own["T"].flatMap { resolve($0)?.string?.text }
            let name = [parent, part ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
            let inherited = field.filter { ["FT", "V"].contains($0.key) }
            for kid in array(own["Kids"]) ?? [] { pending.append((kid, name, inherited)) }
            guard field["FT"].flatMap({ resolve($0)?.name }) == "Sig",
                let entries = dictionary(field["V"]), var signature = signature(entries, name)
            else { continue }
            if pages == nil { pages = pageNumbers }
            signature.appearance = appearance(of: own, pages ?? [:])
            let place = signature.place.lowerBound
            if found[place] == nil { found[place] = signature }
        }
    }

    private func signature(_ entries: [String: PDFValue], _ field: String) -> PDFSignature? {
        guard let contents = resolve(entries["Contents"])?.string else { return nil }
        let encoding = resolve(entries["SubFilter"])?.name ?? ""
        let numbers = array(entries["ByteRange"]) ?? []
        return PDFSignature(
            kind: encoding == "ETSI.RFC3161" ? .timestamp : .signature,
            field: field,
            encoding: encoding,
            ranges: Self.ranges(numbers.map(\.integer)),
            place: contents.place,
            contents: contents.bytes,
            statedTime: resolve(entries["M"])?.string.map(\.text),
            reason: resolve(entries["Reason"])?.string.map(\.text),
            permission: permission(entries),
            appearance: nil,
            coverage: .faulty(.noRanges)
        )
    }

    /// Pairs of beginning and length; none where one of them is impossible.
    private static func ranges(_ numbers: [Int?]) -> [Range<Int>] {
        guard numbers.count % 2 == 0 else { return [] }
        var ranges: [Range<Int>] = []
        for index in stride(from: 0, to: numbers.count, by: 2) {
            guard let start = numbers[index], let length = numbers[index + 1],
                (0...1 << 40).contains(start), (0...1 << 40).contains(length)
            else { return [] }
            ranges.append(start..<(start + length))
        }
        return ranges
    }

    private func permission(_ entries: [String: PDFValue]) -> Int? {
        for value in array(entries["Reference"]) ?? [] {
            guard let reference = dictionary(value),
                resolve(reference["TransformMethod"])?.name == "DocMDP"
            else { continue }
            return dictionary(reference["TransformParams"])?["P"]?.integer ?? 2
        }
        return nil
    }

    private func appearance(
        of widget: [String: PDFValue],
        _ pages: [Int: Int]
    ) -> PDFSignature.Appearance? {
        guard let corners = array(widget["Rect"])?.map(Self.number), corners.count == 4,
            let page = widget["P"]?.reference.flatMap({ pages[$0] })
        else { return nil }
        let numbers = corners.compactMap { $0 }.filter { abs($0) < 1_000_000 }
        guard numbers.count == 4 else { return nil }
        let (left, right) = (min(numbers[0], numbers[2]), max(numbers[0], numbers[2]))
        let (bottom, top) = (min(numbers[1], numbers[3]), max(numbers[1], numbers[3]))
        guard right > left, top > bottom else { return nil }
        let box = [
            left.rounded(.down), bottom.rounded(.down), right.rounded(.up), top.rounded(.up),
        ]
        return PDFSignature.Appearance(page: page, box: box.map { Int($0) })
    }

    private static func number(_ value: PDFValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .real(let bytes): Double(String(decoding: bytes, as: UTF8.self))
        default: nil
        }
    }

    /// Numbers of pages, from 1, by the number of their object.
    private var pageNumbers: [Int: Int] {
        var numbers: [Int: Int] = [:]
        for (index, page) in pages.enumerated() {
            if let number = page.number { numbers[number] = index + 1 }
        }
        return numbers
    }
}
