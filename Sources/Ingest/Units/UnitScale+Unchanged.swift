import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

extension UnitScale {
    /// Organisations that must speak, at least, and figures that each must have.
    private static let fewestUnchanged = 3

    /// Tells a file nearly all of whose organisations have all of last year's figures: last year's table may
    /// have been sent again.
    func reportUnchanged(
        _ rows: Range<Int>,
        of table: RowTable,
        plan: HeadingPlan,
        places: (_ row: Int?, _ position: Int) -> Place,
        log: inout DiagnosticLog
    ) {
        guard let previous,
            let index = settings.schema.columns.firstIndex(where: { $0.role == .identifier }),
            let position = plan.positions[index]
        else { return }
        let measures = settings.schema.measureColumns.enumerated().filter {
            $0.element.type == .integer || $0.element.type == .decimal
        }.map(\.offset)
        var compared = 0
        var unchanged = 0
        for row in rows {
            var figures = 0
            var same = 0
            for measure in measures {
                guard case .value(let value) = table.measures[measure][row], value > .zero,
                    let before = previous.value(of: table.identifiers[row], measure: measure)
                else { continue }
                figures += 1
                if value == before { same += 1 }
            }
            guard figures >= Self.fewestUnchanged else { continue }
            compared += 1
            if same == figures { unchanged += 1 }
        }
        guard unchanged >= Self.fewestUnchanged, unchanged * 10 >= compared * 9 else { return }
        log.append(
            UnitFault.unchanged(count: unchanged, of: compared, at: places(nil, position))
        )
    }
}
