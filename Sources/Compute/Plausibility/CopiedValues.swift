import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Values that stand in rows one after another where a column's values otherwise differ: a cell of a
/// spreadsheet was filled down.
///
/// How likely such a run is by chance is asked of the column itself, by how often the value stands in its
/// other rows: small counts and round sums repeat, and are no doubt.
func checkCopies(_ doubts: inout PlausibilityDoubts) {
    let rows = doubts.rows
    let origins = rows.origins
    let order = (0..<rows.count).sorted { left, right in
        let (first, second) = (origins[left], origins[right])
        return (first.submission, first.sheet, first.record, left)
            < (second.submission, second.sheet, second.record, right)
    }
    for (measure, column) in doubts.settings.schema.measureColumns.enumerated()
    where column.addsUp {
        let runs = runs(of: rows.measures[measure], in: order, origins)
        guard !runs.isEmpty else { continue }
        var counts: [ExactDecimal: Int] = [:]
        for case .value(let value) in rows.measures[measure] { counts[value, default: 0] += 1 }
        let answers = counts.values.reduce(0, +)
        for run in runs {
            let unit = doubts.settings.units[rows.units[run.rows[0]]].code
            guard let entry = doubts.rules.entry(.copiedRows, key: column.key, unit: unit),
                run.rows.count >= entry.count(.rows),
                run.isUnlikely(of: answers, counts[run.value] ?? 0, entry[.chance])
            else { continue }
            append(run, column, entry, &doubts)
        }
    }
}

private func append(
    _ run: Run,
    _ column: Column,
    _ entry: RuleBook.Entry,
    _ doubts: inout PlausibilityDoubts
) {
    let first = doubts.rows.origins[run.rows[0]]
    let last = doubts.rows.origins[run.rows[run.rows.count - 1]]
    doubts.append(
        .copiedRows,
        entry,
        at: doubts.place(run.rows[0], column),
        PlausibilityDoubts.Words(
            value: run.value.inVietnamese,
            vi:
                "\(run.rows.count) dòng liền nhau (dòng \(first.record) đến \(last.record)) cùng số "
                + "\(run.value.inVietnamese) ở cột \(column.label), cột có các số vốn khác nhau",
            en: "\(run.rows.count) rows in a run (\(first.record) to \(last.record)) have the same "
                + "value \(run.value) in the column \(column.label), whose values otherwise differ",
            hint: Bilingual(
                vi: "Xem ô có bị kéo chép xuống không; nếu đúng thì xác nhận kèm giải thích",
                en: "See whether the cell was filled down; if the values are right, confirm them"
            )
        )
    )
}

/// Rows of one file that follow each other with one value.
private struct Run {
    var value: ExactDecimal
    var rows: [Int]

    /// Whether so many such runs as there are places for one would come by chance in fewer than
    /// `percent` of a hundred tables.
    func isUnlikely(of answers: Int, _ count: Int, _ percent: ExactDecimal) -> Bool {
        let whole: Int128 = 1_000_000_000_000_000
        let others = Int128(answers - rows.count + 1)
        // Round numbers are given more often than this column alone may show.
        let roundness = [1: 4, 2: 1][value.significantDigits] ?? 0
        let same = Int128(count - rows.count + 1 + roundness)
        guard others > 0, same > 0 else { return false }
        var expected = Int128(answers) * whole
        for _ in rows.indices { expected = expected * same / others }
        guard let limit = percent.multiplied(by: ExactDecimal(whole / 100)) else { return false }
        return ExactDecimal(expected) <= limit
    }
}

/// All runs of two rows or more; zero is no value that is copied.
private func runs(of values: [Measured], in order: [Int], _ origins: [RowOrigin]) -> [Run] {
    var runs: [Run] = []
    var run: Run?
    func close() {
        if let run, run.rows.count > 1 { runs.append(run) }
    }
    for row in order {
        guard case .value(let value) = values[row], !value.isZero else {
            close()
            run = nil
            continue
        }
        if let last = run?.rows.last, run?.value == value,
            origins[last].submission == origins[row].submission,
            origins[last].sheet == origins[row].sheet
        {
            run?.rows.append(row)
        } else {
            close()
            run = Run(value: value, rows: [row])
        }
    }
    close()
    return runs
}
