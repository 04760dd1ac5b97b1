/// Reads a file as cairo writes it: a classic cross-reference table of one section, plain objects.
struct ObjectReader {
    private let bytes: [UInt8]
    /// Place of each object, by number; 0 where there is none.
    private var offsets: [Int] = []
    private var root = 0

    /// `contents` were taken out of `file`.
    init(_ file: [UInt8], without contents: PageContents) throws(ConformFailure) {
        bytes = file
        var scanner = ObjectScanner(bytes: file, offset: 0)
        guard file.starts(with: "%PDF-1.".utf8) else {
            throw .unreadable(offset: 0, expected: "%PDF-1.")
        }
        scanner.offset = contents.place(of: try Self.startOfTable(file))
        guard scanner.offset < file.count else {
            throw .unreadable(offset: scanner.offset, expected: "a table")
        }
        try readTable(&scanner, contents)
        guard let trailer = try scanner.value().dictionary, let root = trailer["Root"]?.reference
        else { throw .unreadable(offset: scanner.offset, expected: "a trailer with /Root") }
        guard trailer["Prev"] == nil, trailer["Encrypt"] == nil else {
            throw .unreadable(offset: scanner.offset, expected: "a trailer of one section")
        }
        self.root = root
    }

    /// The number after the last `startxref`.
    private static func startOfTable(_ file: [UInt8]) throws(ConformFailure) -> Int {
        let word = Array("startxref".utf8)
        var place = file.count - word.count
        let stop = max(0, file.count - 64)
        while place >= stop, !file[place...].starts(with: word) { place -= 1 }
        guard place >= stop else { throw .unreadable(offset: stop, expected: "startxref") }
        var scanner = ObjectScanner(bytes: file, offset: place + word.count)
        let start = try scanner.count()
        return start
    }

    private mutating func readTable(
        _ scanner: inout ObjectScanner,
        _ contents: PageContents
    ) throws(ConformFailure) {
        try scanner.expect("xref")
        let first = try scanner.count()
        let count = try scanner.count()
        // An entry takes 20 bytes: a count beyond the file is not believed.
        guard first == 0, count <= bytes.count / 20 else {
            throw .unreadable(offset: scanner.offset, expected: "one table from 0")
        }
        offsets.reserveCapacity(count)
        for _ in 0..<count {
            let offset = try scanner.count()
            _ = try scanner.count()
            if scanner.skip("n") {
                offsets.append(contents.place(of: offset))
            } else {
                try scanner.expect("f")
                offsets.append(0)
            }
        }
        try scanner.expect("trailer")
    }

    func object(_ number: Int) throws(ConformFailure) -> PDFObject {
        guard offsets.indices.contains(number), offsets[number] > 0, offsets[number] < bytes.count
        else { throw .unexpected(object: number, expected: "an object") }
        var scanner = ObjectScanner(bytes: bytes, offset: offsets[number])
        guard try scanner.count() == number, try scanner.count() == 0, scanner.skip("obj") else {
            throw .unreadable(offset: offsets[number], expected: "\(number) 0 obj")
        }
        let value = try scanner.value()
        guard scanner.skip("stream") else {
            try scanner.expect("endobj")
            return PDFObject(value: value, stream: nil)
        }
        guard let length = value.dictionary?["Length"] else {
            throw .unexpected(object: number, expected: "/Length")
        }
        let count = try resolve(length)
        // The keyword ends with LF or CR LF.
        if scanner.offset < bytes.count, bytes[scanner.offset] == 13 { scanner.offset += 1 }
        guard scanner.offset < bytes.count, bytes[scanner.offset] == 10,
            let size = count.integer, size >= 0, size < bytes.count - scanner.offset
        else { throw .unexpected(object: number, expected: "a stream of /Length") }
        let start = scanner.offset + 1
        scanner.offset = start + size
        try scanner.expect("endstream")
        return PDFObject(value: value, stream: bytes[start..<start + size])
    }

    /// What a reference leads to; other values are themselves.
    func resolve(_ value: PDFValue) throws(ConformFailure) -> PDFValue {
        guard let number = value.reference else { return value }
        let target = try object(number).value
        guard target.reference == nil else {
            throw .unexpected(object: number, expected: "no chain of references")
        }
        return target
    }

    func dictionary(_ value: PDFValue?, in object: Int) throws(ConformFailure) -> PDFDictionary {
        guard let value, let entries = try resolve(value).dictionary else {
            throw .unexpected(object: object, expected: "a dictionary")
        }
        return entries
    }

    /// All that is taken from a page of cairo's.
    struct Page {
        var contents: Int
        var resources: PDFValue
    }

    /// In order.
    func pages() throws(ConformFailure) -> [Page] {
        let catalog = try dictionary(.reference(root), in: root)
        let tree = try dictionary(catalog["Pages"], in: root)
        guard let kids = tree["Kids"]?.array, tree["Count"]?.integer == kids.count else {
            throw .unexpected(object: root, expected: "a flat tree of pages")
        }
        var pages: [Page] = []
        pages.reserveCapacity(kids.count)
        for kid in kids {
            let number = kid.reference ?? 0
            let page = try dictionary(kid, in: root)
            guard page["Type"]?.name == "Page", let contents = page["Contents"]?.reference,
                let resources = page["Resources"], page["Rotate"] == nil
            else {
                throw .unexpected(object: number, expected: "a page with /Contents, /Resources")
            }
            pages.append(Page(contents: contents, resources: resources))
        }
        return pages
    }
}
