/// Rows of fields as RFC 4180 writes them, read strictly: what this program wrote, or nothing.
package struct CSVTable: Sendable, Hashable {
    /// A row and the line on which it begins, from 1.
    package struct Row: Sendable, Hashable {
        package var line: Int
        package var fields: [String]
    }

    package var rows: [Row] = []

    /// Where bytes are no such table.
    package struct Fault: Error, Hashable {
        /// From 1.
        package var line: Int
    }

    /// Reads UTF-8 without byte order mark; a quote stands around a whole field or nowhere.
    package init(_ bytes: [UInt8]) throws(Fault) {
        var fields: [String] = []
        var field: [UInt8] = []
        var (line, start, index) = (1, 1, 0)
        var isQuoted = false
        var isClosed = false
        func text(_ bytes: [UInt8]) throws(Fault) -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Fault(line: line)
            }
            return text
        }
        func isLineEnd(_ index: Int) -> Bool {
            bytes[index] == 0x0A
                || bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        }
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte == Self.quote {
                    if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
                        field.append(byte)
                        index += 1
                    } else {
                        isQuoted = false
                        isClosed = true
                    }
                } else {
                    if byte == 0x0A { line += 1 }
                    field.append(byte)
                }
            } else if byte == UInt8(ascii: ",") {
                fields.append(try text(field))
                field = []
                isClosed = false
            } else if isLineEnd(index) {
                if byte == 0x0D { index += 1 }
                fields.append(try text(field))
                rows.append(Row(line: start, fields: fields))
                (fields, field, isClosed) = ([], [], false)
                line += 1
                start = line
            } else if byte == Self.quote, field.isEmpty, !isClosed {
                isQuoted = true
            } else if byte == Self.quote || byte == 0x0D || isClosed {
                throw Fault(line: line)
            } else {
                field.append(byte)
            }
            index += 1
        }
        guard !isQuoted else { throw Fault(line: start) }
        guard !fields.isEmpty || !field.isEmpty || isClosed else { return }
        fields.append(try text(field))
        rows.append(Row(line: start, fields: fields))
    }

    /// A row as RFC 4180 writes it, CRLF at its end.
    package static func line(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let isPlain = field.utf8.allSatisfy {
                $0 != quote && $0 != UInt8(ascii: ",") && $0 != 0x0D && $0 != 0x0A
            }
            guard !isPlain else {
                bytes += field.utf8
                continue
            }
            bytes.append(quote)
            for byte in field.utf8 {
                if byte == quote { bytes.append(quote) }
                bytes.append(byte)
            }
            bytes.append(quote)
        }
        return bytes + [0x0D, 0x0A]
    }

    private static let quote = UInt8(ascii: "\"")
}
