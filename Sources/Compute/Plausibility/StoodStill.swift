import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Figures that stood still while what they are made of moved.
func checkStill(_ pair: PeriodPair, _ doubts: inout PlausibilityDoubts) {
    let stillUnits = checkRows(pair, &doubts)
    for column in pair.columns {
        let columnUnits = checkColumn(pair, column, besides: stillUnits, &doubts)
        checkSums(pair, column, besides: stillUnits.union(columnUnits), &doubts)
    }
}

/// Units whose rows are last year's; those of files that were told so already belong to them.
private func checkRows(_ pair: PeriodPair, _ doubts: inout PlausibilityDoubts) -> Set<Int> {
    guard pair.keepsRows else { return [] }
    var tallies = [RowTally](repeating: RowTally(), count: pair.units.count)
    for row in pair.rows.indices where pair.rows[row] != nil {
        let unit = doubts.rows.units[row]
        if pair.told.isUnchanged(doubts.place(row, .identifier)) { tallies[unit].isTold = true }
        let entry = doubts.rules.entry(.stillRows, unit: doubts.settings.units[unit].code)
        var figures = 0
        var same = 0
        for column in pair.columns {
            guard let values = pair.values(column, row), values.now > .zero, values.before > .zero
            else { continue }
            figures += 1
            if values.now == values.before { same += 1 }
        }
        guard let entry, figures > 0, figures >= entry.count(.figures) else { continue }
        tallies[unit].add(row, isSame: same == figures)
    }
    var still: Set<Int> = []
    for (unit, tally) in tallies.enumerated() {
        if tally.isTold { still.insert(unit) }
        let own = doubts.settings.units[unit]
        guard !tally.isTold, let first = tally.first, pair.units[unit] != nil,
            let entry = doubts.rules.entry(.stillRows, unit: own.code),
            tally.same >= entry.count(.organisations), tally.compared * 2 >= pair.now.counts[unit],
            ExactDecimal(tally.same * 100) >= entry[.share].times(tally.compared)
        else { continue }
        still.insert(unit)
        doubts.append(
            .stillRows,
            entry,
            at: doubts.place(first, .identifier),
            PlausibilityDoubts.Words(
                vi:
                    "\(own.title): \(tally.same) trên \(tally.compared) tổ chức có mọi số liệu y như "
                    + "kỳ trước",
                en:
                    "\(own.title): \(tally.same) of \(tally.compared) organisations have all figures "
                    + "just as in the previous period",
                hint: Bilingual(
                    vi: "Hỏi lại đơn vị có gửi nhầm biểu của kỳ trước không",
                    en: "Ask whether the previous period's table was sent again"
                )
            )
        )
    }
    return still
}

/// Units where nearly all organisations have last year's value in a column, while elsewhere few have.
private func checkColumn(
    _ pair: PeriodPair,
    _ column: PairedColumn,
    besides stillUnits: Set<Int>,
    _ doubts: inout PlausibilityDoubts
) -> Set<Int> {
    guard pair.keepsRows else { return [] }
    var tallies = [RowTally](repeating: RowTally(), count: pair.units.count)
    for row in pair.rows.indices {
        guard let values = pair.values(column, row), values.now > .zero, values.before > .zero
        else { continue }
        tallies[doubts.rows.units[row]].add(row, isSame: values.now == values.before)
    }
    let compared = tallies.reduce(0) { $0 + $1.compared }
    let same = tallies.reduce(0) { $0 + $1.same }
    var still: Set<Int> = []
    for (unit, tally) in tallies.enumerated() where !stillUnits.contains(unit) {
        let own = doubts.settings.units[unit]
        let others = compared - tally.compared
        guard let first = tally.first,
            let entry = doubts.rules.entry(.stillColumn, key: column.column.key, unit: own.code),
            tally.same >= entry.count(.organisations), others >= entry.count(.organisations),
            ExactDecimal(tally.same * 100) >= entry[.share].times(tally.compared),
            ExactDecimal((same - tally.same) * 100) <= entry[.elsewhere].times(others)
        else { continue }
        still.insert(unit)
        doubts.append(
            .stillColumn,
            entry,
            at: doubts.place(first, column.column),
            PlausibilityDoubts.Words(
                vi: "\(own.title): \(tally.same) trên \(tally.compared) số của cột "
                    + "\(column.column.label) y như kỳ trước; ở các đơn vị khác chỉ "
                    + "\(same - tally.same) trên \(others)",
                en: "\(own.title): \(tally.same) of \(tally.compared) values of the column "
                    + "\(column.column.label) are those of the previous period; in other units only "
                    + "\(same - tally.same) of \(others)",
                hint: Bilingual(
                    vi: "Hỏi lại đơn vị cột này đã được cập nhật chưa",
                    en: "Ask whether the column was brought up to date"
                )
            )
        )
    }
    return still
}

/// Sums of units and of all that are last year's although other organisations gave them.
private func checkSums(
    _ pair: PeriodPair,
    _ column: PairedColumn,
    besides stillUnits: Set<Int>,
    _ doubts: inout PlausibilityDoubts
) {
    let key = column.column.key
    for unit in pair.units.indices where !stillUnits.contains(unit) {
        guard let other = pair.units[unit], let sum = pair.now.sums[column.measure][unit],
            sum == pair.sumBefore(column, unit: unit),
            let entry = doubts.rules.entry(
                .stillUnit,
                key: key,
                unit: doubts.settings.units[unit].code
            ),
            pair.before.counts[other] >= entry.count(.organisations),
            sum.significantDigits >= entry.count(.digits), pair.hasMoved(column, unit: unit)
        else { continue }
        let first = doubts.rows.units.firstIndex(of: unit)
        doubts.append(
            .stillUnit,
            entry,
            at: first.flatMap { doubts.place($0, column.column) },
            .standing(
                sum,
                column.column,
                of: doubts.settings.units[unit].title,
                counts: (pair.before.counts[other], pair.now.counts[unit])
            )
        )
    }
    guard pair.isWhole, let sum = pair.now.sum(column.measure),
        sum == pair.sumBefore(column, unit: nil),
        let entry = doubts.rules.entry(.stillWhole, key: key),
        pair.before.count >= entry.count(.organisations),
        sum.significantDigits >= entry.count(.digits), pair.hasMoved(column, unit: nil)
    else { return }
    doubts.append(
        .stillWhole,
        entry,
        at: nil,
        .standing(
            sum,
            column.column,
            of: doubts.settings.province.title,
            counts: (pair.before.count, pair.now.count)
        )
    )
}

extension PlausibilityDoubts.Words {
    fileprivate static func standing(
        _ sum: ExactDecimal,
        _ column: Column,
        of place: String,
        counts: (before: Int, now: Int)
    ) -> Self {
        Self(
            vi:
                "\(place): tổng số của cột \(column.label) vẫn đúng là \(sum.inVietnamese) như kỳ trước, "
                + "dù các tổ chức có số liệu đã đổi (\(counts.before) tổ chức kỳ trước, \(counts.now) "
                + "kỳ này)",
            en: "\(place): the sum of the column \(column.label) is still exactly \(sum) as in the "
                + "previous period, although other organisations gave it (\(counts.before) then, "
                + "\(counts.now) now)",
            hint: Bilingual(
                vi: "Kiểm tra số của từng tổ chức đã được cập nhật chưa",
                en: "See whether each organisation's value was brought up to date"
            )
        )
    }
}

/// Organisations that were compared with last year.
private struct RowTally {
    var compared = 0
    var same = 0
    var first: Int?
    var isTold = false

    mutating func add(_ row: Int, isSame: Bool) {
        compared += 1
        if isSame { same += 1 }
        first = first ?? row
    }
}

extension PeriodPair {
    /// Whether other organisations than last year have a value that is not zero; where rows were not kept,
    /// whether their number is another.
    fileprivate func hasMoved(_ column: PairedColumn, unit: Int?) -> Bool {
        guard keepsRows else {
            guard let unit else { return now.count != before.count }
            return units[unit].map { now.counts[unit] != before.counts[$0] } ?? false
        }
        let table = now.data.dataset.rows
        func isGiven(_ value: Measured) -> Bool { value.low.map { !$0.isZero } ?? false }
        let others = before.data.dataset.rows
        let hasNew = rows.indices.contains { row in
            guard unit == nil || table.units[row] == unit,
                isGiven(table.measures[column.measure][row])
            else { return false }
            guard let other = rows[row], isGiven(others.measures[column.other][other]) else {
                return true
            }
            return unit.map { units[$0] != others.units[other] } ?? false
        }
        return hasNew
            || gone.contains { row in
                (unit == nil || self.unit(ofGone: row) == unit)
                    && isGiven(others.measures[column.other][row])
            }
    }
}

extension ExactDecimal {
    func times(_ count: Int) -> ExactDecimal { multiplied(by: ExactDecimal(count)) ?? self }

    /// `1.234,5`
    var inVietnamese: String { NumberStyle(.upTo(12)).text(self) }
}
