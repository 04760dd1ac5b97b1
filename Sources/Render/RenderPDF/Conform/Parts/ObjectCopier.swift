/// Copies what pages of cairo's file need - fonts, images, patterns - under new numbers, and mends
/// what the profile asks otherwise.
struct ObjectCopier {
    private let reader: ObjectReader
    private let profile: Profile
    private var pictures: PictureColourWriter
    /// New numbers, by those in cairo's file.
    private var numbers: [Int: Int] = [:]
    private var waiting: [(old: Int, new: Int)] = []

    init(_ reader: ObjectReader, profile: Profile, pictures: PictureColourWriter) {
        self.reader = reader
        self.profile = profile
        self.pictures = pictures
    }

    /// The resources of a page, as a reference to their copy or as a value.
    mutating func copy(
        _ resources: PDFValue,
        to file: inout FileWriter
    ) throws(ConformFailure) -> [UInt8] {
        var out = PDFBytes()
        write(resources, &out, &file)
        while let next = waiting.popLast() {
            try copy(next.old, as: next.new, to: &file)
        }
        return out.bytes
    }

    private mutating func copy(
        _ old: Int,
        as new: Int,
        to file: inout FileWriter
    ) throws(ConformFailure) {
        let object = try reader.object(old)
        guard var entries = object.value.dictionary else {
            var out = PDFBytes()
            write(object.value, &out, &file)
            return try file.write(new) { (file) in file.raw(out.bytes) }
        }
        try check(entries, object: old)
        mend(&entries)
        var out = PDFBytes()
        if let stream = object.stream {
            entries["Length"] = nil
            try pictures.mend(&entries, of: stream, to: &file)
            // cairo leaves maps of characters unpacked where that is shorter for it.
            let isPlain = entries["Filter"] == nil
            write(entries: entries, &out, &file)
            if isPlain {
                out.raw("/Filter/FlateDecode")
                let packed = try Zlib.pack(Array(stream))
                try file.writeStream(new, packed) { (file) in file.raw(out.bytes) }
            } else {
                try file.writeStream(new, stream) { (file) in file.raw(out.bytes) }
            }
            return
        }
        let set = try needsCIDSet(entries) ? try cidSet(entries, object: old, &file) : nil
        out.raw("<<")
        write(entries: entries, &out, &file)
        if let set {
            out.raw("/CIDSet ")
            out.reference(set)
        }
        out.raw(">>")
        try file.write(new) { (file) in file.raw(out.bytes) }
    }

    private mutating func write(_ value: PDFValue, _ out: inout PDFBytes, _ file: inout FileWriter)
    {
        switch value {
        case .integer(let value): out.integer(value)
        case .verbatim(let bytes): out.raw(bytes)
        case .name(let name):
            out.raw("/")
            out.raw(name.utf8)
        case .array(let values):
            out.raw("[")
            for (index, value) in values.enumerated() {
                if index > 0 { out.raw(" ") }
                write(value, &out, &file)
            }
            out.raw("]")
        case .dictionary(let entries):
            out.raw("<<")
            write(entries: PDFDictionary(entries: entries), &out, &file)
            out.raw(">>")
        case .reference(let old):
            out.reference(number(of: old, &file))
        }
    }

    private mutating func write(
        entries: PDFDictionary,
        _ out: inout PDFBytes,
        _ file: inout FileWriter
    ) {
        for entry in entries.entries {
            out.raw("/")
            out.raw(entry.key.utf8)
            out.raw(" ")
            write(entry.value, &out, &file)
        }
    }

    private mutating func number(of old: Int, _ file: inout FileWriter) -> Int {
        if let known = numbers[old] { return known }
        let new = file.reserve()
        numbers[old] = new
        waiting.append((old, new))
        return new
    }

    /// Entries that cairo leaves out or sets otherwise than the profiles want.
    private func mend(_ entries: inout PDFDictionary) {
        switch entries["Subtype"]?.name {
        case "CIDFontType2":
            // cairo numbers the glyphs of a subset like its characters.
            if entries["CIDToGIDMap"] == nil { entries["CIDToGIDMap"] = .name("Identity") }
        case "Image":
            // ISO 19005-1, 6.2.4 and ISO 19005-3, 6.2.8.
            entries["Interpolate"] = nil
        default: break
        }
    }

    // MARK: - Transparency

    private func check(_ entries: PDFDictionary, object: Int) throws(ConformFailure) {
        guard !profile.allowsTransparency else { return }
        if let mask = entries["SMask"], mask.name != "None" { throw .transparency(object: object) }
        if let group = entries["Group"]?.dictionary, group["S"]?.name == "Transparency" {
            throw .transparency(object: object)
        }
        // Graphics states stand in the resources themselves, or are objects of their own.
        try checkState(entries, object: object)
        guard let states = entries["ExtGState"]?.dictionary else { return }
        for entry in states.entries {
            guard let state = entry.value.dictionary else { continue }
            try checkState(state, object: object)
        }
    }

    private func checkState(_ state: PDFDictionary, object: Int) throws(ConformFailure) {
        for key in ["CA", "ca"] {
            if let alpha = state[key]?.number, alpha != 1 { throw .transparency(object: object) }
        }
        if let mask = state["SMask"], mask.name != "None" { throw .transparency(object: object) }
        if let mode = state["BM"]?.name, mode != "Normal", mode != "Compatible" {
            throw .transparency(object: object)
        }
    }

    // MARK: - CIDSet

    /// Descriptors of CIDFonts are those that cairo flags as symbolic: its other subsets are WinAnsi.
    private func needsCIDSet(_ entries: PDFDictionary) throws(ConformFailure) -> Bool {
        guard profile.needsCIDSet, entries["Type"]?.name == "FontDescriptor",
            entries["CIDSet"] == nil, let flags = entries["Flags"]?.integer
        else { return false }
        return flags & 4 != 0
    }

    /// One bit for each glyph in the subset, the first character at the highest bit.
    ///
    /// A subset has more glyphs than the page shows: parts of composed letters count as well.
    private func cidSet(
        _ descriptor: PDFDictionary,
        object: Int,
        _ file: inout FileWriter
    ) throws(ConformFailure) -> Int {
        guard let number = descriptor["FontFile2"]?.reference else {
            throw .unexpected(object: object, expected: "a TrueType subset")
        }
        let font = try reader.object(number)
        guard let stream = font.stream, let entries = font.value.dictionary else {
            throw .unexpected(object: number, expected: "a font file")
        }
        let bytes =
            entries["Filter"] == nil
            ? Array(stream)
            : try Zlib.unpack(stream, expected: entries["Length1"]?.integer.map { $0 + 64 })
        guard let glyphs = TrueType.glyphCount(bytes) else {
            throw .unexpected(object: number, expected: "a TrueType font with maxp")
        }
        var bits = [UInt8](repeating: 0xFF, count: glyphs / 8)
        if glyphs % 8 > 0 { bits.append(UInt8(truncatingIfNeeded: 0xFF00 >> (glyphs % 8))) }
        return try file.addStream(packing: bits)
    }
}

/// The little that is read from fonts.
enum TrueType {
    /// Glyphs in a font, from its table `maxp` (OpenType 1.9).
    static func glyphCount(_ font: [UInt8]) -> Int? {
        func number(at offset: Int, bytes: Int) -> Int? {
            guard offset >= 0, offset + bytes <= font.count else { return nil }
            return font[offset..<offset + bytes].reduce(0) { $0 << 8 | Int($1) }
        }
        guard let tables = number(at: 4, bytes: 2) else { return nil }
        for index in 0..<tables {
            let entry = 12 + 16 * index
            guard number(at: entry, bytes: 4) == 0x6D61_7870 else { continue }
            guard let offset = number(at: entry + 8, bytes: 4) else { return nil }
            return number(at: offset + 4, bytes: 2)
        }
        return nil
    }
}
