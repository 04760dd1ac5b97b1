/// A table that people open in a spreadsheet, such as that of answers: UTF-8 with a byte order mark, by
/// which Excel knows the encoding, and CRLF after each row (RFC 4180).
package func spreadsheetCSV(_ rows: [[String]]) -> [UInt8] {
    var csv = CSVText()
    for row in rows { csv.append(row: row) }
    return [0xEF, 0xBB, 0xBF] + csv.bytes
}
