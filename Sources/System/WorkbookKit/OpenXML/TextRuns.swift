import Vocabulary

/// The text of `si` and `is` elements: all runs, without the reading aids for East Asian scripts.
struct TextRuns {
    private(set) var bytes: [UInt8] = []
    private var isInText = false
    private var isInPhonetic = false

    mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        isInText = false
        isInPhonetic = false
    }

    mutating func start(_ name: XMLName) {
        switch name {
        case "t": isInText = true
        case "rPh": isInPhonetic = true
        default: return
        }
    }

    mutating func end(_ name: XMLName) {
        switch name {
        case "t": isInText = false
        case "rPh": isInPhonetic = false
        default: return
        }
    }

    mutating func append(_ text: UnsafeRawBufferPointer) {
        if isInText, !isInPhonetic { bytes.append(contentsOf: text) }
    }
}

/// Text as a cell shows it: `_x000D_` stands for the letter of that number (ECMA-376, 22.9.2.19), and
/// letters are composed.
func cellText(_ bytes: [UInt8], hasEscapes: Bool = true) -> [UInt8] {
    var bytes = bytes
    if hasEscapes, bytes.contains(UInt8(ascii: "_")) { bytes = withoutEscapes(bytes) }
    guard bytes.contains(0xCC) else { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).composed.utf8)
}

private func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "_"), index + 7 <= bytes.count,
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
            let number = UInt32(
                String(decoding: bytes[index + 2..<index + 6], as: UTF8.self),
                radix: 16
            ),
            let scalar = Unicode.Scalar(number), number != 0
        {
            result.append(contentsOf: Array(String(scalar).utf8))
            index += 7
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return result
}
