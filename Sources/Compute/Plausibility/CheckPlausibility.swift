package import DatasetModel
package import Diagnostics
package import PeriodModel

/// Doubts figures that were read without a fault and still can hardly be right, by the rules of `rules`.
///
/// What `log` tells of units of measure and of tables sent again is not told a second time. The order of rows
/// matters to the rule of copied rows alone.
package func checkPlausibility(
    of current: PeriodData,
    previous: PeriodData? = nil,
    rules: RuleBook,
    log: inout DiagnosticLog
) {
    let rules = rules.changed(by: current.settings.plausibility.changes)
    let told = ToldDoubts(log.entries)
    var doubts = PlausibilityDoubts(current, rules)
    let sums = UnitSums(of: current)
    checkGiven(sums, &doubts)
    checkTotals(&doubts)
    checkRatings(sums, &doubts)
    checkYears(&doubts)
    checkCopies(&doubts)
    let pair = previous.flatMap { PeriodPair(current, $0, sums, told) }
    if let pair {
        checkStill(pair, &doubts)
        checkGrowth(pair, &doubts)
        checkGiven(pair, &doubts)
        checkYears(pair, &doubts)
    }
    checkFlow(pair, sums, &doubts)
    for doubt in doubts.entries { log.append(doubt) }
}

/// The doubts of the rules, with what all of them need.
struct PlausibilityDoubts {
    let data: PeriodData
    let rules: RuleBook
    private(set) var entries: [Diagnostic] = []

    init(_ data: PeriodData, _ rules: RuleBook) {
        self.data = data
        self.rules = rules
    }

    var settings: PeriodSettings { data.settings }
    var rows: RowTable { data.dataset.rows }

    /// What is said of one doubt.
    struct Words {
        var value: String?
        var vi: String
        var en: String
        var hint: Bilingual?
    }

    /// Adds a doubt with the severity that the rule has for the key and the unit.
    mutating func append(
        _ rule: PlausibilityRule,
        _ entry: RuleBook.Entry,
        at place: Place?,
        related: Place? = nil,
        _ words: Words
    ) {
        entries.append(
            Diagnostic(
                rule.rawValue,
                entry.severity,
                at: place,
                related: related,
                value: words.value,
                message: Bilingual(vi: words.vi, en: words.en),
                hint: words.hint
            )
        )
    }

    /// The cell of a row in a column of the schema.
    func place(_ row: Int, _ column: Column) -> Place? {
        data.place(row, column.key)
    }

    /// The cell of a row in the first column with this role.
    func place(_ row: Int, _ role: Column.Role) -> Place? {
        settings.schema.columns(of: role).first.flatMap { place(row, $0) }
    }
}

extension PeriodData {
    /// The cell of a row in the column with this key; `nil` when it is in no file.
    func place(_ row: Int, _ key: String) -> Place? {
        let origin = dataset.rows.origins[row]
        guard dataset.submissions.indices.contains(origin.submission) else { return nil }
        return dataset.submissions[origin.submission].place(
            of: origin,
            column: settings.schema.columns.firstIndex { $0.key == key }
        )
    }
}

extension Column {
    /// Whether its values are numbers that add up.
    var addsUp: Bool { role == .measure && (type == .integer || type == .decimal) }
}
