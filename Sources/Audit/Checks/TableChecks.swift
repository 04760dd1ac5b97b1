import Diagnostics
import Vocabulary

extension Auditor {
    /// Total rows against their rows, columns of shares and changes against the columns they follow from.
    mutating func checkTable(_ table: TextTable) {
        guard let grid = TableGrid(table, words: words) else { return }
        checkTotals(grid)
        checkShareColumns(grid)
        checkChangeColumns(grid)
    }

    private mutating func checkTotals(_ grid: TableGrid) {
        guard let total = grid.total, grid.rows.count > 1, !grid.isNested else { return }
        var fitting = 0
        var misfits: [(column: Int, sum: ExactDecimal)] = []
        for column in total.values.indices {
            guard let whole = total.values[column],
                let (sum, span) = grid.sum(of: column),
                let target = whole.value == ExactDecimal(100)
                    ? Span(exactly: whole.value) : Span(whole)
            else { continue }
            let isExact = whole.places == 0 && grid.isWhole(column)
            if isExact ? sum == whole.value : span.meets(target) {
                if !sum.isZero { fitting += 1 }
            } else {
                misfits.append((column, sum))
            }
        }
        for (column, sum) in misfits {
            guard let whole = total.values[column], isNear(sum, whole.value, grid, fitting) else {
                continue
            }
            let isShare = whole.value == ExactDecimal(100)
            guard isShare || !grid.isNotAdded(column) else { continue }
            addToTable(
                isShare ? .slack : .sum,
                total,
                printed: whole.text,
                computed: sum.vietnamese,
                Bilingual(
                    vi: "Dòng tổng không bằng các dòng cộng lại (cột \(column + 1))",
                    en: "The total row is not the sum of its rows (column \(column + 1))"
                )
            )
        }
    }

    /// Whether a sum misses its total by so little that it was meant to be it.
    private func isNear(
        _ sum: ExactDecimal,
        _ total: ExactDecimal,
        _ grid: TableGrid,
        _ fitting: Int
    ) -> Bool {
        guard let miss = sum.subtracting(total)?.magnitude.multiplied(by: ExactDecimal(100)) else {
            return false
        }
        if total == ExactDecimal(100) { return miss <= ExactDecimal(300) && grid.rows.count > 2 }
        let most = fitting > 0 ? (grid.isGuessed ? 10 : 40) : grid.isGuessed ? 0 : 15
        guard most > 0, fitting > 0 || grid.rows.count > 2,
            let limit = total.magnitude.multiplied(by: ExactDecimal(most))
        else { return false }
        return miss <= limit
    }

    /// Columns that are the shares of another column's values.
    private mutating func checkShareColumns(_ grid: TableGrid) {
        guard let total = grid.total, !grid.isNested else { return }
        for column in total.values.indices where total.values[column]?.value == ExactDecimal(100) {
            for other in total.values.indices where other != column {
                guard let whole = total.values[other], whole.value > .zero,
                    let (sum, _) = grid.sum(of: other)
                else { continue }
                let wholes = [whole.value, sum].map { Span(exactly: $0) }
                check(grid, column, as: .share) { row in
                    guard let part = row.values[other], let share = row.values[column],
                        let span = Span(share)
                    else { return nil }
                    let own = part.places == 0 ? Span(exactly: part.value) : Span(part)
                    let fits = own.map { own in
                        wholes.contains { span.mayBe(own, over: $0, times: 100) == true }
                    }
                    return fits.map { fits in
                        (
                            fits,
                            ExactRatio(part.value.times100, over: whole.value)?.rounded(
                                to: share.places
                            )
                        )
                    }
                }
            }
        }
    }

    /// Columns of changes: the difference of two columns, its percentage, or the ratio.
    private mutating func checkChangeColumns(_ grid: TableGrid) {
        guard grid.rows.count <= 2_000, grid.width <= 12 else { return }
        let rows = grid.rows.count
        for column in 0..<grid.width where grid.isChange(column) && rows > 2 {
            for now in 0..<grid.width where now != column {
                for before in 0..<grid.width where before != column && before != now {
                    for formula in ChangeFormula.allCases {
                        check(grid, column) { row in
                            guard let change = row.values[column], let high = row.values[now],
                                let low = row.values[before]
                            else { return nil }
                            return formula.test(change, high, low)
                        }
                    }
                }
            }
        }
    }

    /// Doubts the few rows that do not fit where nearly all others do.
    private mutating func check(
        _ grid: TableGrid,
        _ column: Int,
        as kind: Doubt.Kind = .table,
        _ test: (TableGrid.Row) -> (fits: Bool, computed: ExactDecimal?)?
    ) {
        var fits = 0
        var others: [(TableGrid.Row, ExactDecimal?)] = []
        for row in grid.rows + (grid.total.map { [$0] } ?? []) {
            guard let result = test(row) else { continue }
            if result.fits { fits += 1 } else { others.append((row, result.computed)) }
            if others.count > 3, others.count > fits { return }
        }
        // Shares are known by their total of 100; changes by most rows alone.
        let isEnough = kind == .share ? fits >= others.count : fits >= 3 * others.count
        guard fits > 2, !others.isEmpty, isEnough else { return }
        for (row, computed) in others {
            guard let computed, let printed = row.values[column] else { continue }
            addToTable(
                kind,
                row,
                printed: printed.text,
                computed: computed.vietnamese(max(computed.scale, printed.places)),
                Bilingual(
                    vi: "Số ở cột \(column + 1) không theo cách tính của các dòng khác trong bảng",
                    en: "The figure in column \(column + 1) does not follow as the other rows' do"
                )
            )
        }
    }

    private mutating func addToTable(
        _ kind: Doubt.Kind,
        _ row: TableGrid.Row,
        printed: String,
        computed: String,
        _ why: Bilingual
    ) {
        let isTold = doubts.contains {
            $0.line == row.place.line && $0.page == row.place.page && $0.printed == printed
        }
        if isTold { return }
        doubts.append(
            Doubt(
                kind: kind,
                severity: .doubt,
                sentence: row.text,
                printed: printed,
                computed: computed,
                why: why,
                line: row.place.line,
                page: row.place.page
            )
        )
    }
}

/// How a column of changes follows from two others.
private enum ChangeFormula: CaseIterable {
    case difference
    case rate
    case ratio

    func test(
        _ change: PrintedNumber,
        _ now: PrintedNumber,
        _ before: PrintedNumber
    ) -> (fits: Bool, computed: ExactDecimal?)? {
        guard let printed = Span(change), let after = now.exactSpan, let first = before.exactSpan
        else { return nil }
        switch self {
        case .difference:
            guard let difference = after.minus(first) else { return nil }
            let isExact = change.places == 0 && now.places == 0 && before.places == 0
            let fits = isExact ? difference.low == change.value : printed.meets(difference)
            return (fits, now.value.subtracting(before.value))
        case .rate:
            guard let difference = after.minus(first), first.low > .zero else { return nil }
            return (
                printed.mayBe(difference, over: first, times: 100) == true,
                now.value.subtracting(before.value).flatMap {
                    ExactRatio($0.times100, over: before.value)
                }?.rounded(to: change.places)
            )
        case .ratio:
            guard first.low > .zero else { return nil }
            return (
                printed.mayBe(after, over: first, times: 100) == true,
                ExactRatio(now.value.times100, over: before.value)?.rounded(to: change.places)
            )
        }
    }
}

extension ExactDecimal {
    fileprivate var times100: ExactDecimal { multiplied(by: ExactDecimal(100)) ?? .zero }
}

extension PrintedNumber {
    /// Whole numbers are counts and exact.
    fileprivate var exactSpan: Span? { places == 0 ? Span(exactly: value) : Span(self) }

    var text: String { (hasSign && !value.isNegative ? "+" : "") + value.vietnamese(places) }
}
