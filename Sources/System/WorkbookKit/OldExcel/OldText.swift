/// Reads texts of BIFF8, which may run over from a record into those that continue it.
struct OldText {
    private let pieces: [ArraySlice<UInt8>]
    private var piece = 0
    private var offset = 0

    init(_ pieces: [ArraySlice<UInt8>]) {
        self.pieces = pieces
    }

    /// A text with its length in one byte or two, its flags, and runs of formats that are skipped.
    mutating func read(lengthBytes: Int = 2) -> [UInt8]? {
        guard let low = byte(), let high = lengthBytes == 2 ? byte() : 0, var flags = byte()
        else { return nil }
        var rest = Int(low) | Int(high) << 8
        var runs = 0
        var extra = 0
        if flags & 0x08 != 0 {
            guard let count = number(bytes: 2) else { return nil }
            runs = count
        }
        if flags & 0x04 != 0 {
            guard let size = number(bytes: 4) else { return nil }
            extra = size
        }
        var units: [UInt16] = []
        units.reserveCapacity(rest)
        while rest > 0 {
            if isAtBoundary {
                // Letters that run over begin with flags of their own.
                guard moveToNextPiece(), let next = byte() else { return nil }
                flags = next
            }
            guard let unit = flags & 1 != 0 ? number(bytes: 2) : byte().map(Int.init) else {
                return nil
            }
            units.append(UInt16(unit))
            rest -= 1
        }
        guard skip(4 * runs + extra) else { return nil }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private var isAtBoundary: Bool {
        piece < pieces.count && offset >= pieces[piece].count
    }

    private mutating func moveToNextPiece() -> Bool {
        piece += 1
        offset = 0
        return piece < pieces.count
    }

    private mutating func byte() -> UInt8? {
        while piece < pieces.count {
            if let byte = pieces[piece].byte(at: offset) {
                offset += 1
                return byte
            }
            piece += 1
            offset = 0
        }
        return nil
    }

    private mutating func number(bytes count: Int) -> Int? {
        var result = 0
        for position in 0..<count {
            guard let byte = byte() else { return nil }
            result |= Int(byte) << (8 * position)
        }
        return result
    }

    private mutating func skip(_ count: Int) -> Bool {
        var rest = count
        while rest > 0, piece < pieces.count {
            let step = min(rest, pieces[piece].count - offset)
            offset += step
            rest -= step
            if rest > 0 {
                piece += 1
                offset = 0
            }
        }
        return rest == 0
    }
}
