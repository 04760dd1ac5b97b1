extension CellTable {
    /// Digits that a spreadsheet shows of a number; those behind are residue of its binary arithmetic.
    private static let shownDigits = 15

    /// The sheet with fractions as a spreadsheet shows them: 0.3 for the 0.30000000000000004 that a formula
    /// left, and as many decimals as sums hold for 13.333333333333334. Nothing becomes zero, and whole
    /// numbers stay.
    func roundingFractions() -> CellTable {
        var changed = bytes
        var fields = fields
        for index in fields.indices where fields[index].isNumber {
            let field = fields[index]
            guard field.end - field.start > NumberText.decimalLimit + 1,
                let text = Self.rounded(changed[field.start..<field.end])
            else { continue }
            // What follows the cell keeps its place.
            changed.replaceSubrange(
                field.start..<field.end,
                with: text + repeatElement(Byte.blank, count: field.end - field.start - text.count)
            )
            fields[index].end = field.start + text.count
        }
        return with(bytes: changed, fields: fields, records: records)
    }

    /// Plain digits with a point, rounded half up; `nil` when they stay.
    private static func rounded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = text.filter { $0 &- 0x30 < 10 }
        let significant = digits.drop { $0 == 0x30 }
        var decimals = text.endIndex - point - 1
        let excess = max(significant.count - shownDigits, decimals - NumberText.decimalLimit)
        guard excess > 0, excess <= decimals, excess < significant.count, significant.count <= 18
        else { return nil }
        let power = (0..<excess).reduce(Int64(1)) { power, _ in power * 10 }
        var value = significant.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        value = (value + power / 2) / power
        decimals -= excess
        while decimals > 0, value % 10 == 0 {
            value /= 10
            decimals -= 1
        }
        var result = Array(String(value).utf8)
        if result.count <= decimals {
            let zeros = repeatElement(UInt8(ascii: "0"), count: decimals - result.count + 1)
            result.insert(contentsOf: zeros, at: 0)
        }
        if decimals > 0 { result.insert(UInt8(ascii: "."), at: result.count - decimals) }
        return isNegative ? [UInt8(ascii: "-")] + result : result
    }
}
