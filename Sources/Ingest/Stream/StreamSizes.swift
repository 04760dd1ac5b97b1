import DatasetModel
import PeriodModel
import Vocabulary

/// Classes of size by one legal basis, for rows of a tile: bounds are multiples of 10⁻⁴, as their values are.
struct StreamSizes: Sendable {
    private struct Condition: Sendable {
        /// Index into `Schema.measureColumns`; `nil` for a column that is not there.
        var measure: Int?
        var relation: SizeClassification.Condition.Relation
        /// The least multiple at or above the bound, or the greatest at or below it, as the relation needs.
        var bound: Int64
    }

    private struct Rule: Sendable {
        var code: Int32
        var all: [Condition]
        var any: [Condition]
    }

    /// Index into `Schema.classColumns`.
    private let column: Int
    /// For each sector its rules, in order.
    private let rules: [[Rule]]
    private let undecided: Int32

    init(_ sizes: SizeClassification, column: Int, _ settings: PeriodSettings) {
        self.column = column
        undecided = Int32(sizes.classes.count)
        let measures = settings.schema.measureColumns
        func condition(_ condition: SizeClassification.Condition) -> Condition {
            Condition(
                measure: measures.firstIndex { $0.key == condition.column },
                relation: condition.relation,
                bound: Self.multiple(of: condition.bound, condition.relation)
            )
        }
        rules = settings.sectors.map { sector in
            let group = sizes.groups.first { $0.sectors.contains(sector.code) }
            return (group?.rules ?? []).map { rule in
                let code = sizes.classes.firstIndex { $0.code == rule.code } ?? sizes.classes.count
                return Rule(
                    code: Int32(code),
                    all: rule.all.map(condition),
                    any: rule.any.map(condition)
                )
            }
        }
    }

    /// The class of each row of a tile that was taken.
    func classify(_ tile: Tile) {
        let classes = tile.classes[column]
        for row in 0..<tile.count where tile.states[row] == 0 {
            classes[row] = code(of: row, tile)
        }
    }

    private func code(of row: Int, _ tile: Tile) -> Int32 {
        for rule in rules[Int(tile.sectors[row])] {
            switch holds(rule, row, tile) {
            case true?: return rule.code
            case false?: continue
            case nil: return undecided
            }
        }
        return undecided
    }

    /// As `SizeClassification.Rule.holds`.
    private func holds(_ rule: Rule, _ row: Int, _ tile: Tile) -> Bool? {
        var isOpen = false
        for condition in rule.all {
            guard let holds = holds(condition, row, tile) else {
                isOpen = true
                continue
            }
            if !holds { return false }
        }
        guard !rule.any.isEmpty else { return isOpen ? nil : true }
        var isOneOpen = false
        for condition in rule.any {
            guard let holds = holds(condition, row, tile) else {
                isOneOpen = true
                continue
            }
            if holds { return isOpen ? nil : true }
        }
        return isOneOpen ? nil : false
    }

    private func holds(_ condition: Condition, _ row: Int, _ tile: Tile) -> Bool? {
        guard let measure = condition.measure else { return nil }
        let value = tile.lows[measure][row]
        guard value != NumberBytes.missing else { return nil }
        return switch condition.relation {
        case .atLeast: value >= condition.bound
        case .atMost: value <= condition.bound
        case .above: value > condition.bound
        case .below: value < condition.bound
        }
    }

    private static func multiple(
        of bound: ExactDecimal,
        _ relation: SizeClassification.Condition.Relation
    ) -> Int64 {
        let limit = Int128(NumberBytes.limit)
        let (whole, overflow) = bound.coefficient.multipliedReportingOverflow(
            by: powerOfTen(NumberBytes.scale)
        )
        // Beyond every value that is read here.
        guard !overflow else {
            return bound.isNegative ? -NumberBytes.limit - 1 : NumberBytes.limit + 1
        }
        let divisor = powerOfTen(bound.scale)
        var multiple = whole / divisor
        let rest = whole % divisor
        switch relation {
        case .atLeast, .below: if rest > 0 { multiple += 1 }
        case .atMost, .above: if rest < 0 { multiple -= 1 }
        }
        return Int64(max(-limit - 1, min(limit + 1, multiple)))
    }
}
