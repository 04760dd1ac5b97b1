/// Rows of a CSV file that this program wrote (RFC 4180).
struct CSVRows {
    var rows: [[String]] = []

    /// `nil` when a quote is not closed.
    init?(_ bytes: [UInt8]) {
        var row: [String] = []
        var index = 0
        while index < bytes.count {
            var cell: [UInt8] = []
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while true {
                    guard index < bytes.count else { return nil }
                    if bytes[index] == UInt8(ascii: "\"") {
                        index += 1
                        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
                    }
                    cell.append(bytes[index])
                    index += 1
                }
            } else {
                let end = bytes[index...].firstIndex { $0 == 0x2C || $0 == 0x0A } ?? bytes.count
                cell = Array(bytes[index..<end])
                if end == bytes.count || bytes[end] == 0x0A, cell.last == 0x0D { cell.removeLast() }
                index = end
            }
            row.append(String(decoding: cell, as: UTF8.self))
            if index < bytes.count, bytes[index] == 0x0D { index += 1 }
            if index == bytes.count || bytes[index] == 0x0A {
                rows.append(row)
                row = []
            } else if bytes[index] != 0x2C {
                return nil
            } else if index + 1 == bytes.count {
                rows.append(row + [""])
            }
            index += 1
        }
    }

    /// A cell, in quotes where it needs them.
    static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
            return cell
        }
        var text = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }
}
