import Diagnostics

/// Turns the parser's character indices into lines and columns, walking the text once.
///
/// Lines end at LF, CRLF or CR only, as editors count them; the parser would also count U+2028.
struct PlaceCursor {
    private let file: String
    private let firstLine: Int
    private let bytes: [UInt8]
    private var index = 0
    private var offset = 0
    private var line: Int
    private var column = 1

    /// `firstLine`: the line of the file on which `bytes` begin.
    init(file: String, firstLine: Int, bytes: [UInt8]) {
        self.file = file
        self.firstLine = firstLine
        self.bytes = bytes
        line = firstLine
    }

    /// The place of the Unicode scalar with this index, from 0.
    mutating func place(atScalar target: Int) -> Place {
        if target < index { rewind() }
        let start = offset
        var segment = start
        while index < target, offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            index += 1
            let endsLine =
                byte == 0x0A
                || byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)
            if endsLine {
                line += 1
                column = 1
                segment = offset
            }
        }
        column += String(decoding: bytes[segment..<offset], as: UTF8.self).count
        return Place(file: file, line: line, column: column)
    }

    /// The place of a byte.
    mutating func place(atByte target: Int) -> Place {
        let before = bytes.prefix(max(0, target))
        return place(atScalar: before.count { $0 & 0xC0 != 0x80 })
    }

    private mutating func rewind() {
        index = 0
        offset = 0
        line = firstLine
        column = 1
    }
}
