/// Bytes of a profile: numbers with the highest byte first, names of four letters (ICC.1:2010, 4).
struct ProfileBytes {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func number(at offset: Int, bytes length: Int) -> Int? {
        guard offset >= 0, offset + length <= bytes.count else { return nil }
        return bytes.dropFirst(offset).prefix(length).reduce(0) { $0 << 8 | Int($1) }
    }

    /// In 1/65,536, with a sign.
    func fixed(at offset: Int) -> Double? {
        number(at: offset, bytes: 4)
            .map { Double(Int32(truncatingIfNeeded: $0)) / 65_536 }
    }

    func name(at offset: Int) -> String? {
        guard number(at: offset, bytes: 4) != nil else { return nil }
        return String(decoding: bytes.dropFirst(offset).prefix(4), as: UTF8.self)
    }

    func part(at offset: Int, length: Int) -> ProfileBytes? {
        guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
            return nil
        }
        return ProfileBytes(bytes.dropFirst(offset).prefix(length))
    }

    var array: [UInt8] { Array(bytes) }

    // MARK: Writing

    static func ascii(_ text: some StringProtocol) -> [UInt8] {
        text.utf8.map { (32...126).contains($0) ? $0 : UInt8(ascii: "?") }
    }

    static func long(_ value: Int) -> [UInt8] {
        short(value >> 16) + short(value)
    }

    static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
    }
}
