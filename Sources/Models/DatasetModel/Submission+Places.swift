package import Diagnostics

extension Submission {
    /// The cell of a schema column in one of the file's rows; its line alone where the table has no such
    /// column.
    package func place(of origin: RowOrigin, column: Int?) -> Place {
        var place = Place(file: path, line: origin.line)
        guard let column, origin.sheet < sheets.count else { return place }
        let sheet = sheets[origin.sheet]
        if column < sheet.positions.count, let position = sheet.positions[column] {
            let cell = cellAddress(column: position, row: origin.record)
            place.cell = sheet.name.map { "\($0)!\(cell)" } ?? cell
        }
        return place
    }
}

/// `F17`: a column from 0 and a row from 1, as spreadsheets name them.
package func cellAddress(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
        letters = String(letter) + letters
        rest = (rest - 1) / 26
    }
    return letters + String(row)
}
