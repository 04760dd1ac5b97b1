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
        var field = field
        field.withUTF8 { text in
            let isPlain = text.allSatisfy {
                $0 != quote && $0 != UInt8(ascii: ",") && $0 != 0x0D && $0 != 0x0A
            }
            if isPlain {
                bytes.append(contentsOf: text)
                return
            }
            bytes.append(quote)
            for byte in text {
                if byte == quote { bytes.append(quote) }
                bytes.append(byte)
            }
            bytes.append(quote)
        }
    }
}
