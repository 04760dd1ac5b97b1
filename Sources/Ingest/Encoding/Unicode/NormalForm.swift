// The standard library keeps Unicode's forms for its own use; this is its one door to them without
// Foundation or another library.
@_spi(_Unicode) import Swift

/// Unicode's form NFC of UTF-8 text, at the speed of copying where nothing is to be composed.
enum NormalForm {
    /// Whether a letter stays as it is in any company: it is in NFC, begins a new cluster, and joins with
    /// nothing before it. `false` also where that is not known.
    @inline(__always)
    static func isStable(_ bytes: UnsafeRawBufferPointer, _ position: Int, _ length: Int) -> Bool {
        let first = bytes[position]
        switch first {
        // Below U+0300; Cyrillic and Armenian without the marks of U+0483…; CJK; private use.
        case 0..<0xCC, 0xD0, 0xD1, 0xD3...0xD5, 0xE4...0xE9, 0xEB...0xEE: return true
        // Greek without U+0387.
        case 0xCE: return bytes[position + 1] != 0x87
        case 0xCF: return true
        case 0xE1: return (0xB8...0xBB).contains(bytes[position + 1])
        case 0xE2:
            switch bytes[position + 1] {
            case 0x80: return bytes[position + 2] >= 0x82
            case 0x81, 0x82, 0x85...0x8B, 0x8D...0xAA, 0xAC...0xB2: return true
            default: return false
            }
        case 0xE3:
            switch bytes[position + 1] {
            case 0x80: return bytes[position + 2] < 0xAA
            case 0x82: return bytes[position + 2] < 0x99 || bytes[position + 2] > 0x9A
            default: return true
            }
        case 0xEA: return bytes[position + 1] >= 0xB0
        case 0xEF:
            switch bytes[position + 1] {
            case 0x80...0xA3, 0xBB...0xBF: return true
            default: return false
            }
        default: return false
        }
    }

    /// More marks than this on one letter are left as they are: sorting them would take long, and no
    /// language has them.
    private static let markLimit = 64
    private static let cacheLimit = 4096

    /// The text in NFC; it must be valid UTF-8.
    static func composed(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var cache: [UInt64: UInt64] = [:]
        bytes.withUnsafeBytes { raw in
            var copied = 0
            var previous = 0
            var position = 0
            while position < raw.count {
                let length = max(1, UTF8Survey.length(in: raw, at: position))
                guard !isStable(raw, position, length) else {
                    previous = position
                    position += length
                    continue
                }
                // A cluster is the stable letter before and all that follow and are not stable.
                let start = max(copied, previous)
                var end = position
                while end < raw.count {
                    let length = max(1, UTF8Survey.length(in: raw, at: end))
                    guard !isStable(raw, end, length) else { break }
                    end += length
                }
                text.append(contentsOf: raw[copied..<start])
                appendComposed(raw, start..<end, to: &text, &cache)
                copied = end
                previous = end
                position = end
            }
            text.append(contentsOf: raw[copied...])
        }
        return text
    }

    /// Clusters of Vietnamese letters are few and short: each is composed once.
    private static func appendComposed(
        _ raw: UnsafeRawBufferPointer,
        _ range: Range<Int>,
        to text: inout [UInt8],
        _ cache: inout [UInt64: UInt64]
    ) {
        guard range.count < 8 else {
            text.append(contentsOf: composedSlowly(raw[range]))
            return
        }
        let key = packed(raw[range])
        let value: UInt64
        if let known = cache[key] {
            value = known
        } else {
            let composed = composedSlowly(raw[range])
            guard composed.count < 8 else {
                text.append(contentsOf: composed)
                return
            }
            value = packed(composed[...])
            if cache.count < cacheLimit { cache[key] = value }
        }
        for index in 0..<(value >> 56) {
            text.append(UInt8(truncatingIfNeeded: value >> (8 * index)))
        }
    }

    /// Seven bytes at most, the first lowest, and their number in the highest.
    private static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var value: UInt64 = 0
        var count: UInt64 = 0
        for byte in bytes {
            value |= UInt64(byte) << (8 * count)
            count += 1
        }
        return value | count << 56
    }

    private static func composedSlowly(
        _ bytes: some Collection<UInt8>
    ) -> [UInt8] {
        let string = String(decoding: bytes, as: UTF8.self)
        var marks = 0
        for scalar in string.unicodeScalars {
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks > markLimit { return Array(bytes) }
        }
        var text: [UInt8] = []
        for scalar in string._nfc {
            if let units = UTF8.encode(scalar) { text.append(contentsOf: units) }
        }
        return text
    }
}
