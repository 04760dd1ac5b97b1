/// Little-endian numbers out of bytes; what lies beyond the end is `nil`.
extension Collection where Element == UInt8, Index == Int {
    func word(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 2 else { return nil }
        let index = startIndex + offset
        return Int(self[index]) | Int(self[index + 1]) << 8
    }

    func long(at offset: Int) -> Int? {
        guard let low = word(at: offset), let high = word(at: offset + 2) else { return nil }
        return low | high << 16
    }

    func double(at offset: Int) -> Double? {
        guard let low = long(at: offset), let high = long(at: offset + 4) else { return nil }
        return Double(bitPattern: UInt64(low) | UInt64(high) << 32)
    }

    func byte(at offset: Int) -> UInt8? {
        offset >= 0 && offset < count ? self[startIndex + offset] : nil
    }
}
