import DatasetModel
import PeriodModel
import Vocabulary

/// The running sums of one number column over a table's data rows, in one number form and in the
/// file's own unit, so that the sum of any stretch of rows is one subtraction.
struct ColumnSums {
    /// Sum of the first `i` rows at index `i`.
    private var sums: [ExactDecimal] = [.zero]
    /// Rows without a readable value among the first `i`.
    private var unreadable: [Int] = [0]
    /// Most decimals of a value.
    private(set) var decimals = 0
    private var overflows = false

    /// Reads the column's cell of each record; blank cells and marks for "no value" add nothing.
    init(_ records: [RecordSpan], form: NumberForm, column: TotalColumn, of table: CellTable) {
        sums.reserveCapacity(records.count + 1)
        unreadable.reserveCapacity(records.count + 1)
        for record in records {
            let value = column.value(of: record, form: form, in: table)
            switch value {
            case .nothing: append(.zero, isReadable: true)
            case .value(let number): append(number, isReadable: true)
            case .unreadable: append(.zero, isReadable: false)
            }
        }
    }

    private mutating func append(_ value: ExactDecimal, isReadable: Bool) {
        let last = sums[sums.count - 1]
        let sum = last.adding(value)
        overflows = overflows || sum == nil
        sums.append(sum ?? last)
        unreadable.append(unreadable[unreadable.count - 1] + (isReadable ? 0 : 1))
        decimals = max(decimals, value.scale)
    }

    /// The sum of a stretch of rows; `nil` when a row of it cannot be read.
    func sum(of rows: Range<Int>) -> ExactDecimal? {
        guard !overflows, unreadable[rows.upperBound] == unreadable[rows.lowerBound] else {
            return nil
        }
        return sums[rows.upperBound].adding(-sums[rows.lowerBound])
    }
}

/// A number column that totals may sum.
struct TotalColumn {
    /// What a cell adds to a sum.
    enum Value: Equatable {
        case nothing
        case value(ExactDecimal)
        case unreadable
    }

    let column: Column
    let position: Int
    let marks: MissingMarks

    func value(of record: RecordSpan, form: NumberForm, in table: CellTable) -> Value {
        guard position < record.fields.count else { return .nothing }
        let field = table.field(position, of: record)
        let range = NumberText.trimmed(table.bytes, field.start..<field.end)
        guard !range.isEmpty, marks.meaning(table.bytes, range) == nil else { return .nothing }
        let reading = NumberText.read(
            table.bytes,
            range,
            form: field.isNumber ? .point : form,
            allowsDecimals: column.type != .integer
        )
        if let value = reading.value { return .value(value) }
        guard column.type == .integer,
            case .value(let whole)? = NumberCell(table.bytes, range, type: .integer).value(in: form)
        else { return .unreadable }
        return .value(whole)
    }
}
