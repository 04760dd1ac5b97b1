/// What a file really is when it is called CSV and is not.
enum FileGuise: Equatable {
    case pdf
    /// A zip archive; an Excel or LibreOffice workbook is one.
    case workbook
    /// Microsoft's compound file: `.xls` and `.doc`.
    case oldWorkbook
    case html
    case richText
    case utf16
    /// Zero bytes, as no text has.
    case binary

    /// `nil` when the first bytes may be text.
    init?(_ bytes: [UInt8]) {
        let signatures: [(FileGuise, [UInt8])] = [
            (.pdf, Array("%PDF".utf8)),
            (.workbook, [0x50, 0x4B, 0x03, 0x04]),
            (.workbook, [0x50, 0x4B, 0x05, 0x06]),
            (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0]),
            (.richText, Array("{\\rtf".utf8)),
            (.utf16, [0xFF, 0xFE]),
            (.utf16, [0xFE, 0xFF]),
        ]
        if let (guise, _) = signatures.first(where: { bytes.starts(with: $0.1) }) {
            self = guise
            return
        }
        if Self.beginsAsHTML(bytes.prefix(512)) {
            self = .html
            return
        }
        guard bytes.contains(0) else { return nil }
        // Text in UTF-16 without a mark has a zero in about every other byte of its ASCII letters.
        let zeros = bytes.prefix(512).count { $0 == 0 }
        self = zeros * 4 >= min(bytes.count, 512) ? .utf16 : .binary
    }

    private static func beginsAsHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.contains(UInt8(ascii: "<")) else { return false }
        let text = String(decoding: bytes, as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }
}
