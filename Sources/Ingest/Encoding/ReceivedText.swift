import Diagnostics

/// The UTF-8 text of a submission, without its byte order mark.
struct ReceivedText {
    let path: String
    let bytes: [UInt8]

    /// `nil`, with a doubt, when the file is not UTF-8 text or has nothing in it.
    init?(_ source: SourceText, log: inout DiagnosticLog) {
        if let guise = FileGuise(source.bytes) {
            log.append(FileFault.notText(guise, path: source.path))
            return nil
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes =
            source.bytes.starts(with: mark) ? Array(source.bytes.dropFirst(3)) : source.bytes
        guard bytes.contains(where: { $0 > 0x20 }) else {
            log.append(FileFault.empty(path: source.path))
            return nil
        }
        path = source.path
        self.bytes = bytes
        if let offset = firstInvalidByte(of: bytes) {
            log.append(FileFault.notUnicode(byte: bytes[offset], at: place(ofByte: offset)))
            return nil
        }
    }

    /// Line and column of a byte, from the start of the file.
    private func place(ofByte offset: Int) -> Place {
        textPlace(ofByte: offset, in: bytes, path: path, from: 0, line: 1, cell: nil)
    }
}

/// Line and column of a byte of a text, counted from the start of a line that is known.
func textPlace(
    ofByte offset: Int,
    in bytes: [UInt8],
    path: String,
    from lineStart: Int,
    line: Int,
    cell: String?
) -> Place {
    var line = line
    var start = lineStart
    for position in lineStart..<offset {
        let byte = bytes[position]
        let isPair = position + 1 < bytes.count && bytes[position + 1] == Byte.lineFeed
        if byte == Byte.lineFeed || byte == Byte.carriageReturn && !isPair {
            line += 1
            start = position + 1
        }
    }
    return Place(
        file: path,
        line: line,
        column: characterCount(of: bytes[start..<offset]) + 1,
        cell: cell
    )
}

/// How many characters a text has.
private func characterCount(of bytes: ArraySlice<UInt8>) -> Int {
    // Counting characters is slow; here each letter is one: ASCII, U+00C0…U+01BF, U+1E80…U+1EFF.
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
        switch byte {
        case 0x20..<0x7F, 0xC3...0xC6, 0xE1: count += 1
        case 0x80...0xBF where previous != 0xE1 || byte == 0xBA || byte == 0xBB: break
        default: return String(decoding: bytes, as: UTF8.self).count
        }
        previous = byte
    }
    return count
}

/// Names of the bytes that scanners look for.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")
    static let blank = UInt8(ascii: " ")
}

/// The offset of the first byte that is not UTF-8; `nil` when all are.
private func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
        offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count - 1)
}
