package import PeriodModel

/// The parts of a unit and sector that populations tell apart: organisations of one stratum belong to the same.
///
/// A stratum is a number made of one digit for each column of classes that a population asks for.
package struct Strata: Sendable, Equatable {
    /// What populations ask of one column.
    struct Axis: Sendable, Equatable {
        /// Index into `Schema.classColumns`.
        var column: Int
        /// For each code of the column its digit, 0 for those that no population names and for no class.
        var digits: [Int]
        /// How many digits there are.
        var count: Int
    }

    let axes: [Axis]
    package let count: Int
    /// More parts than this are not told apart; settings refuse such populations.
    package static let most = 4096

    package init(_ settings: PeriodSettings) {
        let columns = settings.schema.classColumns
        let asked = settings.populations.flatMap(\.rule.classes)
        var axes: [Axis] = []
        var count = 1
        for (index, column) in columns.enumerated() {
            let named = Set(asked.filter { $0.column == column.key }.flatMap(\.codes))
            var next = 0
            let digits = column.codes.map { code -> Int in
                guard named.contains(code.code) else { return 0 }
                next += 1
                return next
            }
            guard next > 0 else { continue }
            let (product, overflow) = count.multipliedReportingOverflow(by: next + 1)
            guard !overflow, product <= Self.most else { continue }
            count = product
            axes.append(Axis(column: index, digits: digits, count: next + 1))
        }
        self.axes = axes
        self.count = count
    }

    /// The stratum of a row; `code` gives the index of its class in a column.
    package func stratum(_ code: (_ classColumn: Int) -> Int?) -> Int {
        var stratum = 0
        for axis in axes {
            stratum = stratum * axis.count + (code(axis.column).map { axis.digits[$0] } ?? 0)
        }
        return stratum
    }

    /// For each column of classes that is asked for: its index, and for each class, first none, what it adds to
    /// the stratum.
    package var weights: [(column: Int, weights: [Int])] {
        var weight = 1
        var result: [(column: Int, weights: [Int])] = []
        for axis in axes.reversed() {
            result.append((axis.column, [0] + axis.digits.map { [weight] in $0 * weight }))
            weight *= axis.count
        }
        return result
    }

    /// Whether the organisations of each cell of `CellTotals` belong to a population.
    package func members(of population: Population, _ settings: PeriodSettings) -> [Bool] {
        let rules = Dictionary(
            settings.populations.map { ($0.key, $0.rule) },
            uniquingKeysWith: { first, _ in first }
        )
        let columns = settings.schema.classColumns
        var members: [Bool] = []
        members.reserveCapacity(settings.units.count * settings.sectors.count * count)
        let asksUnits = rules.values.contains(where: \.asksUnits)
        for unit in settings.units {
            if !asksUnits, !members.isEmpty {
                members += members[..<(settings.sectors.count * count)]
                continue
            }
            for sector in settings.sectors {
                for stratum in 0..<count {
                    members.append(
                        population.rule.contains(
                            unit: unit.code,
                            sector: sector.code,
                            among: rules
                        ) { key, codes in
                            hasClass(key, codes, stratum, columns)
                        }
                    )
                }
            }
        }
        return members
    }

    private func hasClass(
        _ key: String,
        _ codes: [String],
        _ stratum: Int,
        _ columns: [Column]
    ) -> Bool {
        var rest = stratum
        for axis in axes.reversed() {
            let digit = rest % axis.count
            rest /= axis.count
            guard columns[axis.column].key == key else { continue }
            return digit > 0
                && zip(axis.digits, columns[axis.column].codes).contains {
                    $0 == digit && codes.contains($1.code)
                }
        }
        return false
    }
}
