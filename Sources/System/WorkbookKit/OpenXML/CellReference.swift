/// Addresses as workbooks write them: `F17`, `A1:N2`, also `$F$17`.
enum CellReference {
    /// Row from 1, column from 0; `nil` beyond the sheet's edges.
    static func cell(_ text: some Collection<UInt8>) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        var hasDigit = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigit:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where !hasDigit:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigit = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= Limits.columns, row <= Limits.rows else { return nil }
        }
        return column > 0 && row > 0 ? (row, column - 1) : nil
    }

    static func range(_ text: some Collection<UInt8>) -> CellRange? {
        let parts = text.split(
            separator: UInt8(ascii: ":"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard let first = parts.first.flatMap({ cell($0) }),
            let last = parts.last.flatMap({ cell($0) })
        else { return nil }
        return CellRange(
            rows: min(first.row, last.row)...max(first.row, last.row),
            columns: min(first.column, last.column)...max(first.column, last.column)
        )
    }
}
