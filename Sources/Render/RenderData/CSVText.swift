/// Rows of fields as RFC 4180 writes them.
struct CSVText {
    private(set) var bytes: [UInt8] = []

    mutating func append(row fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field)
        }
        bytes += [0x0D, 0x0A]
    }

    /// The field; between quotes when a reader could not tell it from the marks around it.
    private mutating func append(_ field: String) {
        let quote = UInt8(ascii: "\"")
        func isMark(_ byte: UInt8) -> Bool {
            byte == quote || byte == UInt8(ascii: ",") || byte == 0x0D || byte == 0x0A
        }
        guard field.utf8.contains(where: isMark) else {
            bytes += field.utf8
            return
        }
        bytes.append(quote)
        for byte in field.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
