/// Gathers numbered objects into a file: with a classic table, or with object streams and a
/// cross-reference stream (ISO 32000-1, 7.5).
struct FileWriter {
    /// Where an object lies. There are hundreds of thousands: each takes 8 bytes.
    private struct Place {
        private var bits: UInt64
        private static let streamBit: UInt64 = 1 << 63
        static let unknown = Place(bits: 0)

        private init(bits: UInt64) { self.bits = bits }

        /// From the beginning of the file.
        init(offset: Int) { bits = UInt64(offset) }

        /// In a stream of fewer than 256 objects.
        init(stream: Int, index: Int) {
            bits = Self.streamBit | UInt64(stream) << 8 | UInt64(index)
        }

        /// `nil` in a stream.
        var offset: Int? { bits > 0 && bits & Self.streamBit == 0 ? Int(bits) : nil }

        var inStream: (object: Int, index: Int)? {
            guard bits & Self.streamBit != 0 else { return nil }
            return (Int((bits & ~Self.streamBit) >> 8), Int(bits & 0xFF))
        }
    }

    let profile: Profile
    private var file = PDFBytes()
    /// By number; object 0 is never used.
    private var places: [Place] = [.unknown]
    private var packed: [(number: Int, start: Int)] = []
    private var packedBytes = PDFBytes()

    /// Enough for good packing, few enough that a reader need not unpack all for one.
    private static let objectsInStream = 200

    init(profile: Profile, capacity: Int) {
        self.profile = profile
        file.reserve(capacity)
        file.raw("%PDF-")
        file.raw(profile.version.utf8)
        // Four bytes beyond ASCII tell file transfer that this is no text.
        file.raw([10, 0x25, 0xE2, 0xE3, 0xCF, 0xD3, 10] as [UInt8])
    }

    /// A number for an object that is written later.
    mutating func reserve() -> Int {
        places.append(.unknown)
        return places.count - 1
    }

    mutating func add(
        _ body: (inout PDFBytes) throws(ConformFailure) -> Void
    ) throws(ConformFailure) -> Int {
        let number = reserve()
        try write(number, body)
        return number
    }

    mutating func write(
        _ number: Int,
        _ body: (inout PDFBytes) throws(ConformFailure) -> Void
    ) throws(ConformFailure) {
        guard profile.usesObjectStreams else {
            begin(number)
            try body(&file)
            end()
            return
        }
        packed.append((number, packedBytes.count))
        try body(&packedBytes)
        packedBytes.raw("\n")
        if packed.count == Self.objectsInStream { try flush() }
    }

    /// `entries` are those of the dictionary, without `/Length`.
    mutating func writeStream(
        _ number: Int,
        _ bytes: some Collection<UInt8>,
        entries: (inout PDFBytes) throws(ConformFailure) -> Void
    ) throws(ConformFailure) {
        begin(number)
        file.raw("<<")
        try entries(&file)
        file.raw("/Length ")
        file.integer(bytes.count)
        file.raw(">>\nstream\n")
        file.raw(bytes)
        file.raw("\nendstream")
        end()
    }

    mutating func addStream(
        packing bytes: [UInt8],
        entries: (inout PDFBytes) throws(ConformFailure) -> Void = { _ in }
    ) throws(ConformFailure) -> Int {
        try addStream(packed: try Zlib.pack(bytes), entries: entries)
    }

    /// `packed` is from `Zlib`.
    mutating func addStream(
        packed: [UInt8],
        entries: (inout PDFBytes) throws(ConformFailure) -> Void = { _ in }
    ) throws(ConformFailure) -> Int {
        let number = reserve()
        try writeStream(number, packed) { (out) throws(ConformFailure) in
            try entries(&out)
            out.raw("/Filter/FlateDecode")
        }
        return number
    }

    private mutating func begin(_ number: Int) {
        places[number] = Place(offset: file.count)
        file.integer(number)
        file.raw(" 0 obj\n")
    }

    private mutating func end() {
        file.raw("\nendobj\n")
    }

    private mutating func flush() throws(ConformFailure) {
        guard !packed.isEmpty else { return }
        let number = reserve()
        var index = PDFBytes()
        for (position, object) in packed.enumerated() {
            places[object.number] = Place(stream: number, index: position)
            index.integer(object.number)
            index.raw(" ")
            index.integer(object.start)
            index.raw("\n")
        }
        let count = packed.count
        let first = index.count
        index.raw(packedBytes.bytes)
        packed = []
        packedBytes = PDFBytes()
        try writeStream(number, try Zlib.pack(index.bytes)) { (out) in
            out.raw("/Type/ObjStm/N ")
            out.integer(count)
            out.raw("/First ")
            out.integer(first)
            out.raw("/Filter/FlateDecode")
        }
    }

    /// The whole file, once all numbers are written.
    mutating func finish(root: Int, info: Int) throws(ConformFailure) -> [UInt8] {
        try flush()
        guard places.count - 1 <= profile.mostObjects else { throw .tooLong("the list of objects") }
        // From the content, so that the same document has the same identity on every machine.
        let identity = ContentHash.hexadecimal(of: file.bytes)
        func trailer(_ out: inout PDFBytes, size: Int) {
            out.raw("/Size ")
            out.integer(size)
            out.raw("/Root ")
            out.reference(root)
            out.raw("/Info ")
            out.reference(info)
            out.raw("/ID[<")
            out.raw(identity)
            out.raw("><")
            out.raw(identity)
            out.raw(">]")
        }
        let start = file.count
        if profile.usesObjectStreams {
            let number = reserve()
            places[number] = Place(offset: start)
            let size = places.count
            try writeStream(number, try Zlib.pack(try streamTable())) { (out) in
                out.raw("/Type/XRef/W[1 4 2]/Filter/FlateDecode")
                trailer(&out, size: size)
            }
        } else {
            try writeTable()
            file.raw("trailer\n<<")
            trailer(&file, size: places.count)
            file.raw(">>\n")
        }
        file.raw("startxref\n")
        file.integer(start)
        file.raw("\n%%EOF\n")
        return file.bytes
    }

    private mutating func writeTable() throws(ConformFailure) {
        file.raw("xref\n0 ")
        file.integer(places.count)
        file.raw("\n0000000000 65535 f \n")
        for number in 1..<places.count {
            guard let offset = places[number].offset else {
                throw .unexpected(object: number, expected: "an object for each number")
            }
            file.integer(offset, digits: 10)
            file.raw(" 00000 n \n")
        }
    }

    private func streamTable() throws(ConformFailure) -> [UInt8] {
        var table: [UInt8] = [0, 0, 0, 0, 0, 0xFF, 0xFF]
        table.reserveCapacity(places.count * 7)
        for number in 1..<places.count {
            let (type, middle, last): (UInt8, Int, Int)
            if let offset = places[number].offset {
                (type, middle, last) = (1, offset, 0)
            } else if let place = places[number].inStream {
                (type, middle, last) = (2, place.object, place.index)
            } else {
                throw .unexpected(object: number, expected: "an object for each number")
            }
            table.append(type)
            for shift in [24, 16, 8, 0] {
                table.append(UInt8(truncatingIfNeeded: middle >> shift))
            }
            table.append(UInt8(truncatingIfNeeded: last >> 8))
            table.append(UInt8(truncatingIfNeeded: last))
        }
        return table
    }
}
