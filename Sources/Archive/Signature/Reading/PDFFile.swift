/// A PDF up to one of its revisions, read object by object.
final class PDFFile {
    let bytes: [UInt8]
    /// Bytes after this one belong to later revisions.
    let end: Int
    let references: CrossReferences

    private var unpacked: [Int: [Int: PDFValue]] = [:]
    /// Streams whose length is being looked up, which must not ask for itself.
    private var isOpening: Set<Int> = []

    /// `nil` where the cross-references cannot be followed.
    init?(_ bytes: [UInt8], end: Int) {
        guard let references = CrossReferences(bytes, end: end) else { return nil }
        self.bytes = bytes
        self.end = end
        self.references = references
    }

    var catalogue: [String: PDFValue]? { dictionary(references.trailer["Root"]) }

    /// The value itself, or the object that it refers to; a chain of references is not followed.
    func resolve(_ value: PDFValue?) -> PDFValue? {
        guard case .reference(let number)? = value else { return value }
        return object(number)?.value
    }

    func dictionary(_ value: PDFValue?) -> [String: PDFValue]? { resolve(value)?.dictionary }

    func array(_ value: PDFValue?) -> [PDFValue]? { resolve(value)?.array }

    /// `nil` for an object that is not there or cannot be read.
    func object(_ number: Int) -> PDFObject? {
        switch references.entries[number] {
        case .offset(let offset): return object(number, at: offset)
        case .packed(let stream, _):
            return objects(in: stream)?[number].map { PDFObject(value: $0, stream: nil) }
        case .free, nil: return nil
        }
    }

    private func object(_ number: Int, at offset: Int) -> PDFObject? {
        var scanner = PDFScanner(bytes, at: offset, end: end)
        guard scanner.objectHead() == number, let value = scanner.value() else { return nil }
        scanner.skipBlanks()
        if scanner.skip("endobj") { return PDFObject(value: value, stream: nil) }
        guard let entries = value.dictionary, isOpening.insert(number).inserted else { return nil }
        defer { isOpening.remove(number) }
        guard let length = resolve(entries["Length"])?.integer,
            let place = scanner.stream(ofLength: length)
        else { return nil }
        return PDFObject(value: value, stream: place)
    }

    /// The objects of an object stream by number (ISO 32000-1, 7.5.7).
    private func objects(in stream: Int) -> [Int: PDFValue]? {
        if let known = unpacked[stream] { return known }
        guard case .offset(let offset)? = references.entries[stream],
            let holder = object(stream, at: offset), let place = holder.stream,
            let entries = holder.value.dictionary, entries["Type"]?.name == "ObjStm",
            let count = entries["N"]?.integer, let first = entries["First"]?.integer,
            let content = UnpackedStream.bytes(bytes[place], as: entries),
            (0...content.count).contains(first)
        else { return nil }
        var head = PDFScanner(content, at: 0, end: first)
        var objects: [Int: PDFValue] = [:]
        for _ in 0..<max(0, count) {
            guard let number = head.count(), let offset = head.count() else { break }
            var scanner = PDFScanner(content, at: first + offset, end: content.count)
            if let value = scanner.value() { objects[number] = value }
        }
        unpacked[stream] = objects
        return objects
    }

    /// Whether an object is the same bytes in both revisions of a file.
    func holdsSame(_ number: Int, as other: PDFFile) -> Bool {
        let entry = references.entries[number]
        guard entry == other.references.entries[number] else { return false }
        guard case .packed(let stream, _)? = entry else { return true }
        return references.entries[stream] == other.references.entries[stream]
    }
}
