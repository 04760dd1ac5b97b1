/// Where the objects of a file stand: all its sections of cross-references, the newest first
/// (ISO 32000-1, 7.5.4 and 7.5.8).
struct CrossReferences {
    /// Where one object stands.
    enum Entry: Equatable {
        case free
        case offset(Int)
        case packed(stream: Int, index: Int)
    }

    private(set) var entries: [Int: Entry] = [:]
    /// Of the newest section.
    private(set) var trailer: [String: PDFValue] = [:]
    /// Where each section begins.
    private(set) var sections: [Int] = []

    private static let mostSections = 1_000
    private static let mostEntries = 2_000_000

    /// Of the file that `bytes` would be if it ended at `end`; `nil` where they cannot be followed.
    init?(_ bytes: [UInt8], end: Int) {
        guard let start = Self.lastStart(in: bytes, end: end) else { return nil }
        var pending = [start]
        while let offset = pending.popLast() {
            guard !sections.contains(offset), sections.count < Self.mostSections, offset < end
            else { return nil }
            var scanner = PDFScanner(bytes, at: offset, end: end)
            scanner.skipBlanks()
            guard
                let section = scanner.skip("xref")
                    ? readTable(&scanner) : readStream(&scanner)
            else { return nil }
            if sections.isEmpty { trailer = section }
            sections.append(offset)
            if let earlier = section["Prev"] {
                guard let offset = earlier.integer, offset >= 0 else { return nil }
                pending.append(offset)
            }
            // A hybrid's stream stands between the table and what came before it.
            if let hidden = section["XRefStm"]?.integer { pending.append(hidden) }
        }
        guard trailer["Root"]?.reference != nil else { return nil }
    }

    /// The offset that the last `startxref` names; it stands in the last bytes of the file.
    static func lastStart(in bytes: [UInt8], end: Int) -> Int? {
        let word = Array("startxref".utf8)
        let end = min(end, bytes.count)
        var place = end - word.count
        while place >= max(0, end - 2_048) {
            if bytes[place] == word[0], bytes[place..<(place + word.count)].elementsEqual(word) {
                var scanner = PDFScanner(bytes, at: place + word.count, end: end)
                return scanner.count()
            }
            place -= 1
        }
        return nil
    }

    private mutating func add(_ entry: Entry, _ number: Int) -> Bool {
        guard entries.count < Self.mostEntries else { return false }
        if entries[number] == nil { entries[number] = entry }
        return true
    }

    private mutating func readTable(_ scanner: inout PDFScanner) -> [String: PDFValue]? {
        while true {
            scanner.skipBlanks()
            if scanner.skip("trailer") { return scanner.value()?.dictionary }
            guard let first = scanner.count(), let count = scanner.count() else { return nil }
            for index in 0..<count {
                guard let offset = scanner.count(), scanner.count() != nil else { return nil }
                scanner.skipBlanks()
                let isUsed = scanner.skip("n")
                guard isUsed || scanner.skip("f"),
                    add(isUsed ? .offset(offset) : .free, first + index)
                else { return nil }
            }
        }
    }

    private mutating func readStream(_ scanner: inout PDFScanner) -> [String: PDFValue]? {
        guard scanner.objectHead() != nil, let head = scanner.value()?.dictionary,
            head["Type"]?.name == "XRef", let length = head["Length"]?.integer,
            let place = scanner.stream(ofLength: length),
            let bytes = UnpackedStream.bytes(scanner.bytes[place], as: head),
            let widths = head["W"]?.array?.compactMap(\.integer), widths.count == 3,
            widths.allSatisfy({ (0...8).contains($0) }), let size = head["Size"]?.integer
        else { return nil }
        let width = widths.reduce(0, +)
        let index = head["Index"]?.array?.compactMap(\.integer) ?? [0, size]
        guard width > 0, index.count % 2 == 0, index.allSatisfy({ (0...1 << 40).contains($0) })
        else { return nil }
        var offset = 0
        for part in stride(from: 0, to: index.count, by: 2) {
            for step in 0..<index[part + 1] {
                guard offset + width <= bytes.count else { return nil }
                let fields = Self.fields(bytes, at: offset, widths)
                offset += width
                guard add(Self.entry(fields, hasType: widths[0] > 0), index[part] + step) else {
                    return nil
                }
            }
        }
        return head
    }

    private static func fields(_ bytes: [UInt8], at offset: Int, _ widths: [Int]) -> [Int] {
        var place = offset
        return widths.map { width in
            defer { place += width }
            let value = bytes[place..<(place + width)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(clamping: value)
        }
    }

    private static func entry(_ fields: [Int], hasType: Bool) -> Entry {
        switch hasType ? fields[0] : 1 {
        case 1: .offset(fields[1])
        case 2: .packed(stream: fields[1], index: fields[2])
        default: .free
        }
    }
}

extension PDFScanner {
    /// Where the bytes of a stream stand whose dictionary was just read; `nil` when they do not end there.
    mutating func stream(ofLength length: Int) -> Range<Int>? {
        skipBlanks()
        guard skip("stream") else { return nil }
        _ = skip("\r")
        guard skip("\n"), length >= 0, length <= end - offset else { return nil }
        let place = offset..<(offset + length)
        offset = place.upperBound
        skipBlanks()
        return skip("endstream") ? place : nil
    }
}
