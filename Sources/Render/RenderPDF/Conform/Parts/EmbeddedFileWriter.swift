import DocumentModel

/// Writes files inside the PDF (ISO 32000-1, 7.11; ISO 19005-3, 6.8 and annex E).
struct EmbeddedFileWriter {
    /// Object numbers of the specifications, in the order given: `/AF` of the catalog.
    private(set) var all: [Int] = []
    /// By data file: `/AF` of the tables that are made from it.
    private(set) var byFile: [DataFile: [Int]] = [:]
    /// The tree under `/Names /EmbeddedFiles`; `nil` without files.
    private(set) var names: Int?

    init(_ embeddedFiles: [EmbeddedFile], to file: inout FileWriter) throws(ConformFailure) {
        guard file.profile.holdsFiles, !embeddedFiles.isEmpty else { return }
        var entries: [(sort: [UInt8], key: [UInt8], value: [UInt8])] = []
        var used: Set<String> = []
        for embedded in embeddedFiles {
            var name = embedded.name
            var count = 1
            // Two files of one name would overwrite each other where they are taken out.
            while !used.insert(name.lowercased()).inserted {
                count += 1
                name = "\(count)-\(embedded.name)"
            }
            let specification = try Self.write(embedded, name: name, to: &file)
            all.append(specification)
            byFile[embedded.file, default: []].append(specification)
            var key = PDFBytes()
            try key.text(name)
            var value = PDFBytes()
            value.reference(specification)
            entries.append((Self.decoded(name), key.bytes, value.bytes))
        }
        entries.sort { $0.sort.lexicographicallyPrecedes($1.sort) }
        names = try SortedTree(kind: .names, entries: entries.map { ($0.key, $0.value) })
            .write(to: &file)
    }

    /// The bytes that a reader compares: keys are sorted by them.
    private static func decoded(_ name: String) -> [UInt8] {
        guard !PDFBytes.isPlain(name) else { return Array(name.utf8) }
        return [0xFE, 0xFF]
            + name.utf16.flatMap {
                [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
            }
    }

    private static func write(
        _ embedded: EmbeddedFile,
        name: String,
        to file: inout FileWriter
    ) throws(ConformFailure) -> Int {
        let stream = try file.addStream(packing: embedded.bytes) { (out) in
            out.raw("/Type/EmbeddedFile/Subtype/")
            out.escapedName(embedded.mediaType)
            out.raw("/Params<</Size ")
            out.integer(embedded.bytes.count)
            out.raw("/ModDate")
            out.date(embedded.date)
            out.raw("/CheckSum<")
            for byte in MD5.digest(of: embedded.bytes) { out.hex(byte) }
            out.raw(">>>")
        }
        return try file.add { (out) throws(ConformFailure) in
            out.raw("<</Type/Filespec/F ")
            try out.text(plainName(name))
            out.raw("/UF ")
            try out.text(name)
            // A file without words is told by its name.
            out.raw("/Desc ")
            try out.text(embedded.description.isEmpty ? name : embedded.description)
            out.raw("/AFRelationship/")
            switch embedded.relationship {
            case .data: out.raw("Data")
            case .source: out.raw("Source")
            }
            out.raw("/EF<</F ")
            out.reference(stream)
            out.raw("/UF ")
            out.reference(stream)
            out.raw(">>>>")
        }
    }

    /// `/F` has no encoding of its own: letters beyond ASCII, and what parts folders, become `_`.
    private static func plainName(_ name: String) -> String {
        var plain = ""
        for scalar in name.unicodeScalars {
            let isPlain =
                (32...126).contains(scalar.value) && scalar != "/" && scalar != "\\"
                && scalar != ":"
            plain.unicodeScalars.append(isPlain ? scalar : "_")
        }
        return plain
    }
}

extension PDFBytes {
    /// A name after its `/` (ISO 32000-1, 7.3.5).
    fileprivate mutating func escapedName(_ text: String) {
        for unit in text.utf8 {
            switch unit {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"):
                byte(unit)
            default:
                byte(UInt8(ascii: "#"))
                hex(unit)
            }
        }
    }
}
