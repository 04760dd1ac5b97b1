/// What a file really is when it is called CSV and is not.
enum FileGuise: Equatable {
    case pdf
    /// A zip archive; an Excel or LibreOffice workbook is one.
    case workbook
    /// Microsoft's compound file: `.xls` and `.doc`.
    case oldWorkbook
    case html
    case richText
    /// Zero bytes, as no text has; never told by the first bytes alone.
    case binary

    /// `nil` when the first bytes may be text.
    init?(_ bytes: [UInt8]) {
        let signatures: [(FileGuise, [UInt8])] = [
            (.pdf, Array("%PDF".utf8)),
            (.workbook, [0x50, 0x4B, 0x03, 0x04]),
            (.workbook, [0x50, 0x4B, 0x05, 0x06]),
            (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0]),
            (.richText, Array("{\\rtf".utf8)),
        ]
        if let (guise, _) = signatures.first(where: { bytes.starts(with: $0.1) }) {
            self = guise
            return
        }
        if Self.beginsAsHTML(bytes.prefix(512)) {
            self = .html
            return
        }
        return nil
    }

    private static func beginsAsHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.contains(UInt8(ascii: "<")) else { return false }
        let text = String(decoding: bytes, as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }
}
