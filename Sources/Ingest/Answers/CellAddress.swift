import DatasetModel
import Diagnostics

/// A cell as a spreadsheet names it: `F17`, or `Biểu 1!F17` in a workbook.
struct CellAddress: Hashable {
    /// `nil` for a text file.
    var sheet: String?
    /// From 0.
    var column: Int
    /// From 1.
    var row: Int

    init(sheet: String? = nil, column: Int, row: Int) {
        self.sheet = sheet
        self.column = column
        self.row = row
    }

    /// Reads an address; small letters, `$F$17` and a sheet between apostrophes are understood.
    init?(_ text: String) {
        var cell = Substring(text)
        if let mark = text.lastIndex(of: "!") {
            var name = text[..<mark]
            if name.count > 1, name.first == "'", name.last == "'" {
                name = name.dropFirst().dropLast()
            }
            guard !name.isEmpty else { return nil }
            sheet = String(name)
            cell = text[text.index(after: mark)...]
        }
        let bytes = cell.utf8.filter { $0 != UInt8(ascii: "$") }
        let letters = bytes.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        let digits = bytes.dropFirst(letters.count)
        guard (1...4).contains(letters.count), (1...9).contains(digits.count),
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        column = letters.reduce(0) { $0 * 26 + Int($1 & 0xDF) - 0x40 } - 1
        row = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        guard row > 0 else { return nil }
    }

    /// As diagnostics write it.
    var text: String {
        let cell = cellAddress(column: column, row: row)
        return sheet.map { "\($0)!\(cell)" } ?? cell
    }
}

extension CellTable {
    /// The index of a cell's field; `nil` when the table has no such cell.
    func fieldIndex(at address: CellAddress) -> Int? {
        guard address.sheet == sheet, let record = record(ofRow: address.row),
            address.column < record.fields.count
        else { return nil }
        return record.fields.lowerBound + address.column
    }

    /// The record that a spreadsheet shows in this row; rows ascend.
    func record(ofRow row: Int) -> RecordSpan? {
        var (low, high) = (0, records.count)
        while low < high {
            let middle = (low + high) / 2
            if records[middle].number < row { low = middle + 1 } else { high = middle }
        }
        guard low < records.count, records[low].number == row else { return nil }
        return records[low]
    }
}
