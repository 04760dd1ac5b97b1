import PeriodModel
import StatisticsModel
import Vocabulary

/// Which figures are of single organisations at all, and which cells give one away.
struct Secrecy {
    let settings: PeriodSettings

    private var rules: DisclosureSettings { settings.disclosure }

    /// The columns whose sums are protected: those that add up and have a unit of measure, unless settings
    /// say that they are no secret. Years have none, and are in every register.
    var columns: [(position: Int, column: Column)] {
        settings.schema.measureColumns.enumerated().filter { _, column in
            isSecret(column) && (column.type == .integer || column.type == .decimal)
        }.map { ($0.offset, $0.element) }
    }

    /// Whether values of a column may show nothing of single organisations.
    func isSecret(_ column: Column) -> Bool {
        column.type != .year && column.unitOfMeasure != nil && !rules.open.contains(column.key)
    }

    /// Whether too few organisations answered: none is no secret.
    func areFew(_ answers: Int) -> Bool { answers > 0 && answers < rules.minimum }

    /// Whether a single organisation can be seen in a sum of these parts.
    func isSecret(_ part: Contributions.Part, answers: Int) -> Bool {
        guard answers > 0 else { return false }
        guard !areFew(answers), let size = part.size else { return true }
        guard !size.isZero else { return false }
        let top =
            rules.largest > 1 ? part.largest.adding(part.second) ?? size : part.largest
        guard let share = top.multiplied(by: ExactDecimal(100)),
            let limit = size.multiplied(by: ExactDecimal(rules.dominance)),
            let rest = size.subtracting(part.largest)?.subtracting(part.second)?
                .multiplied(by: ExactDecimal(100)),
            let closeness = part.largest.multiplied(by: ExactDecimal(rules.closeness))
        else { return true }
        return share > limit || rest < closeness
    }
}
