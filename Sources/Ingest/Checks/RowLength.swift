import Diagnostics
import PeriodModel

extension CellTable {
    /// Whether several rows are longer than the heading, as sheets write them with blank cells at the end.
    /// One alone may have been broken in two inside it, and its cells moved.
    func hasLongRows(than width: Int) -> Bool {
        records.lazy.filter { $0.fields.count > width }.prefix(2).count > 1
    }

    /// A number at the very end of a file may have lost its last digits with the rest of the file; `nil` when
    /// the last row's line ends, or its last cell is no number, or its end is marked by a quote.
    func cutDoubt(of last: RecordSpan, _ plan: HeadingPlan, _ columns: [Column]) -> Diagnostic? {
        guard isLastLineOpen, !last.isBroken, let index = last.fields.last else { return nil }
        let position = last.fields.count - 1
        let field = fields[index]
        guard position < plan.columns.count, let column = plan.columns[position],
            columns[column].role == .measure, !field.isQuoted, !isAmended(index)
        else { return nil }
        return RowFault.mayBeCut(
            rawText(field),
            columns[column],
            at: place(column: position, of: last)
        )
    }

    /// Rows with a quoting fault had their doubt; a row of another length is doubted here, unless what it
    /// has too many are blanks and `mayBeLonger` says that this is the file's way.
    func hasRightLength(
        _ record: RecordSpan,
        width: Int,
        mayBeLonger: Bool = true,
        log: inout DiagnosticLog
    ) -> Bool {
        guard !record.isBroken else { return false }
        if let index = record.fields.first(where: { isTooLong(fields[$0]) }) {
            let column = index - record.fields.lowerBound
            let text = words(fields[index])
            log.append(RowFault.tooLong(text, at: place(column: column, of: record)))
            return false
        }
        let count = record.fields.count
        guard count != width else { return true }
        if mayBeLonger, count > width,
            record.fields.dropFirst(width).allSatisfy({
                isBlank(fields[$0])
            })
        {
            return true
        }
        let place = place(column: min(count, width), of: record)
        log.append(RowFault.length(count, expected: width, at: place))
        return false
    }
}
