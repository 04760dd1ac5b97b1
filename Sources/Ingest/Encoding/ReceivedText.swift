import DatasetModel
import Diagnostics
import PeriodModel

/// The text of a submission as UTF-8 in NFC, without its byte order mark.
struct ReceivedText {
    let path: String
    let bytes: [UInt8]
    /// How its bytes were read, and why.
    let encoding: Reading.Setting

    /// `nil`, with a doubt, when the file is no text or has nothing in it.
    ///
    /// Bytes that mean nothing in the file's encoding are an error; `isLenient` gives U+FFFD for them,
    /// and takes zero bytes as they are.
    init?(
        _ source: SourceText,
        pinned: TextEncoding? = nil,
        charset: String? = nil,
        isLenient: Bool = false,
        log: inout DiagnosticLog
    ) {
        if charset == nil, let guise = FileGuise(source.bytes) {
            log.append(FileFault.notText(guise, path: source.path))
            return nil
        }
        var decoding = TextDecoding(source, pinned: pinned, isLenient: isLenient)
        let text = charset.map { decoding.text(in: $0) } ?? decoding.text()
        log.append(contentsOf: decoding.log)
        guard let text else { return nil }
        guard text.bytes.contains(where: { $0 > Byte.blank }) else {
            log.append(FileFault.empty(path: source.path))
            return nil
        }
        guard text.bytes.count <= FieldSpan.largestText else {
            log.append(FileFault.tooLarge(path: source.path))
            return nil
        }
        path = source.path
        bytes = text.bytes
        encoding = Reading.Setting(
            name: "encoding",
            value: text.encoding,
            evidence: text.evidence,
            isPinned: pinned != nil || charset != nil
        )
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
    let before = bytes[start..<offset]
    // In a line that nobody could show, letters are counted without looking for those of several parts.
    let column =
        before.count < 4096
        ? characterCount(of: before) : before.count { $0 & 0xC0 != 0x80 }
    return Place(file: path, line: line, column: column + 1, cell: cell)
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
