import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Sums a table's rows against its total rows, column by column.
struct TotalCheck {
    let table: CellTable
    let totals: [TotalRow]
    let columns: [TotalColumn]
    private let dataRows: [RecordSpan]

    init(
        of table: CellTable,
        layout: TableLayout,
        plan: HeadingPlan,
        schema: Schema,
        marks: MissingMarks
    ) {
        self.table = table
        totals = TotalRow.all(in: table, layout: layout)
        columns = zip(schema.columns, plan.positions).compactMap { column, position in
            guard let position, column.role == .measure,
                column.type == .integer || column.type == .decimal
            else { return nil }
            return TotalColumn(column: column, position: position, marks: marks)
        }
        dataRows =
            totals.isEmpty ? [] : layout.records { $0 == .data }.map { table.records[$0] }
    }

    /// One total cell and what its rows add up to.
    struct Comparison {
        var column: TotalColumn
        var stated: ExactDecimal
        /// `nil` when a row that it covers cannot be read.
        var computed: ExactDecimal?
        var rows: Range<Int>
        /// Half a unit of the last decimal for each row, where values have decimals and so may have been
        /// rounded one by one; whole numbers must add up.
        var slack: ExactDecimal

        var difference: ExactDecimal? { computed.flatMap { stated.adding(-$0) } }
        var isExact: Bool { difference?.isZero ?? false }
        /// Holds, or misses by no more than rounding can explain.
        var isWithinRounding: Bool { difference.map { $0.magnitude <= slack } ?? false }
    }

    /// Every total row with its comparisons in a number form, over the stretch of rows that fits best.
    func comparisons(in form: NumberForm) -> [(total: TotalRow, cells: [Comparison])] {
        guard !totals.isEmpty else { return [] }
        let sums = columns.map { ColumnSums(dataRows, form: form, column: $0, of: table) }
        return totals.map { total in
            let stated = columns.map { $0.value(of: total.record, form: form, in: table) }
            var best: (score: (Int, Int), cells: [Comparison])?
            for stretch in total.stretches {
                let cells = zip(columns.indices, stated).compactMap {
                    index,
                    stated -> Comparison? in
                    guard case .value(let value) = stated else { return nil }
                    let decimals = max(sums[index].decimals, value.scale)
                    // A total may be written with fewer decimals than its rows.
                    let own =
                        value.scale < decimals ? ExactDecimal(5, scale: value.scale + 1) : .zero
                    return Comparison(
                        column: columns[index],
                        stated: value,
                        computed: sums[index].sum(of: stretch),
                        rows: stretch,
                        slack: decimals == 0
                            ? .zero
                            : max(
                                own,
                                ExactDecimal(Int128(5 * (stretch.count + 1)), scale: decimals + 1)
                            )
                    )
                }
                let score = (cells.count(where: \.isExact), cells.count(where: \.isWithinRounding))
                if best.map({ score > $0.score }) ?? true { best = (score, cells) }
            }
            return (total, best?.cells ?? [])
        }
    }

    /// The one form in which totals hold that do not hold in the other, and how many do.
    func provedForm() -> (form: NumberForm, ground: FormDecision.Ground)? {
        guard !totals.isEmpty else { return nil }
        let point = comparisons(in: .point)
        let comma = comparisons(in: .comma)
        var counts: [NumberForm: Int] = [:]
        for (pointRow, commaRow) in zip(point, comma) {
            for column in columns {
                let cells = [pointRow, commaRow].map { row in
                    row.cells.first { $0.column.position == column.position }
                }
                let holds = cells.map { $0?.isExact ?? false }
                // What is the same in both forms proves neither.
                guard holds[0] != holds[1] else { continue }
                counts[holds[0] ? .point : .comma, default: 0] += 1
            }
        }
        switch (counts[.point] ?? 0, counts[.comma] ?? 0) {
        case (let count, 0) where count > 0: return (.point, .totals(count))
        case (0, let count) where count > 0: return (.comma, .totals(count))
        default: return nil
        }
    }

    /// Tells each total that does not hold, and gives the proofs of all.
    func proofs(in form: NumberForm, log: inout DiagnosticLog) -> [Reading.TotalProof] {
        var proofs: [Reading.TotalProof] = []
        for (total, cells) in comparisons(in: form) {
            for column in columns
            where column.value(of: total.record, form: form, in: table) == .unreadable {
                let field = table.field(column.position, of: total.record)
                let place = table.place(column: column.position, of: total.record)
                log.append(TotalFault.unreadable(table.words(field), column.column, at: place))
            }
            for cell in cells {
                guard let computed = cell.computed, let difference = cell.difference else {
                    continue
                }
                let place = table.place(column: cell.column.position, of: total.record)
                let stated = table.words(table.field(cell.column.position, of: total.record))
                proofs.append(
                    Reading.TotalProof(
                        place: place,
                        column: cell.column.column.key,
                        stated: stated,
                        computed: NumberStyle(.upTo(12)).text(computed),
                        rows: cell.rows.count,
                        holds: cell.isWithinRounding
                    )
                )
                guard !difference.isZero else { continue }
                let fault = TotalFault(
                    column: cell.column.column,
                    place: place,
                    value: stated,
                    stated: cell.stated,
                    computed: computed,
                    difference: difference,
                    rows: cell.rows.count
                )
                log.append(cell.isWithinRounding ? fault.rounding : fault.mismatch)
            }
        }
        return proofs
    }
}
