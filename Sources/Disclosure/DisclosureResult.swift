import Diagnostics
import PeriodModel
package import StatisticsModel

/// What suppression costs and what the attack on it found, over all columns and periods.
package struct DisclosureResult: Sendable, Hashable {
    /// Cells with a value.
    package var cells = 0
    /// Those that give a single organisation away.
    package var primary = 0
    /// Those that are suppressed only so that others cannot be computed.
    package var secondary = 0
    /// Suppressed cells that were attacked, and attacks that took the solver.
    package var attacked = 0
    package var solved = 0
    /// The narrowest interval of a secret by its limit, at least; infinite when there is no secret.
    package var narrowest = Double.infinity
    /// How much of the values is not told in any unit and sector, in whole percent, column by column.
    package var lost: [Loss] = []
    /// Secrets that an attacker can find out too closely, by key.
    package var found: [FigureKey] = []
    /// Secrets that earlier public data already gave away.
    package var alreadyKnown: [FigureKey] = []

    package init() {}

    /// Whether no attack succeeded.
    package var isPassed: Bool { found.isEmpty }

    /// What is lost of a column.
    package struct Loss: Sendable, Hashable {
        package var year: Int
        package var indicator: String
        package var percent: Int
    }
}

extension DisclosureResult {
    /// Takes in what was found of one column.
    mutating func add(_ secret: SecretTable, _ pattern: [Bool], _ attack: Attack, _ year: Int) {
        let table = secret.table
        for (index, cell) in table.cells.enumerated() where cell.answers > 0 {
            cells += 1
            guard pattern[index] else { continue }
            if cell.limit > 0 { primary += 1 } else { secondary += 1 }
        }
        attacked += attack.attacked
        solved += attack.solved
        narrowest = min(narrowest, attack.narrowest)
        let key = { (cell: Int) in secret.frame.key(secret.column.key, .sum, cell) }
        found += attack.found.map(key)
        alreadyKnown += secret.alreadyKnown.map(key)
        lost.append(
            Loss(year: year, indicator: secret.column.key, percent: table.percentLost(pattern))
        )
    }
}

extension CellTable {
    /// The part of the sizes of single cells that is suppressed. Of a suppressed whole everything is taken to
    /// be lost: its part would tell the whole.
    fileprivate func percentLost(_ pattern: [Bool]) -> Int {
        guard !pattern[cells.count - 1] else { return 100 }
        var (all, lost) = (0.0, 0.0)
        for cell in cells.indices where !isTotal(cell) {
            all += abs(cells[cell].value)
            if pattern[cell] { lost += abs(cells[cell].value) }
        }
        return all > 0 ? Int((lost / all * 100).rounded()) : 0
    }
}

extension DiagnosticLog {
    mutating func appendAlreadyKnown(_ result: DisclosureResult) {
        guard !result.alreadyKnown.isEmpty else { return }
        append(.alreadyKnown(result.alreadyKnown))
    }
}

extension Diagnostic {
    /// The keys of cells, the first few by name.
    private static func list(_ keys: [FigureKey]) -> String {
        let named = keys.prefix(5).map(\.description).joined(separator: ", ")
        return keys.count > 5 ? "\(named), … (\(keys.count))" : named
    }

    static func found(_ result: DisclosureResult) -> Diagnostic {
        let list = list(result.found)
        return Diagnostic(
            "disclosure.attack.found",
            at: Place(file: "report.yaml"),
            value: list,
            message: Bilingual(
                vi:
                    "Từ số liệu dự định công khai có thể tính ra quá sát giá trị phải bảo mật: \(list).",
                en:
                    "From what would be published these secrets can be computed too closely: \(list)."
            ),
            hint: Bilingual(
                vi:
                    "Không công khai bản này. Số liệu đã công khai trước đây (published) để lại quá ít chỗ; bỏ bớt "
                    + "số liệu được công khai, hoặc khai lĩnh vực, đơn vị gộp lớn hơn.",
                en:
                    "Nothing is published. Earlier data (`published`) leave too little room; publish "
                    + "fewer figures, or larger sectors or units."
            )
        )
    }

    static func alreadyKnown(_ keys: [FigureKey]) -> Diagnostic {
        let list = list(keys)
        return Diagnostic(
            "disclosure.published.already-known",
            .warning,
            at: Place(file: "report.yaml"),
            value: list,
            message: Bilingual(
                vi: "Số liệu đã công khai trước đây đã cho biết các giá trị phải bảo mật: \(list).",
                en: "Data that were published before give these secrets away: \(list)."
            ),
            hint: Bilingual(
                vi: "Xem lại các tệp khai ở published; điều đã công khai không bảo mật lại được.",
                en:
                    "Look at the files named under `published`; what everybody knows cannot be made secret again."
            )
        )
    }
}
