package import Vocabulary

/// Classes of size by the rules of a legal text; each organisation gets one, or is not decided, with the reason.
package struct SizeClassification: Sendable, Hashable {
    /// The column of classes that it makes.
    package var key: String
    package var label: String
    package var short: String
    /// The legal text, as printed under tables.
    package var legalBasis: String
    /// The first and the last day on which its rules bind.
    package var validFrom: CalendarDate?
    package var validTo: CalendarDate?
    /// The classes in the order of reports.
    package var classes: [CodeValue]
    /// The class of those for which the rules give none.
    package var undecided: CodeValue
    /// Why an organisation without a value that its rules need is not decided.
    package var missingReason: String
    package var groups: [Group]

    /// Sectors with rules of their own.
    package struct Group: Sendable, Hashable {
        package var sectors: [String]
        /// The first that holds gives the class.
        package var rules: [Rule]
        /// Why nobody of these sectors is decided, where there are no rules, or where none holds.
        package var reason: String

        package init(sectors: [String], rules: [Rule], reason: String) {
            self.sectors = sectors
            self.rules = rules
            self.reason = reason
        }
    }

    /// A class and when it is given: all of `all` and one of `any`; without conditions always.
    package struct Rule: Sendable, Hashable {
        package var code: String
        package var all: [Condition]
        package var any: [Condition]

        package init(code: String, all: [Condition] = [], any: [Condition] = []) {
            self.code = code
            self.all = all
            self.any = any
        }
    }

    /// What is asked of one value.
    package struct Condition: Sendable, Hashable {
        /// How a value must stand to the bound, by its sign in settings.
        package enum Relation: String, Sendable, CaseIterable {
            case atLeast = ">="
            case atMost = "<="
            case above = ">"
            case below = "<"
        }

        /// Key of a column that adds up.
        package var column: String
        package var relation: Relation
        /// In the column's unit of measure.
        package var bound: ExactDecimal

        package init(column: String, relation: Relation, bound: ExactDecimal) {
            self.column = column
            self.relation = relation
            self.bound = bound
        }

        /// Whether a value fulfils it.
        package func holds(for value: ExactDecimal) -> Bool {
            switch relation {
            case .atLeast: value >= bound
            case .atMost: value <= bound
            case .above: value > bound
            case .below: value < bound
            }
        }
    }

    package init(
        key: String,
        label: String,
        short: String,
        legalBasis: String,
        validFrom: CalendarDate? = nil,
        validTo: CalendarDate? = nil,
        classes: [CodeValue],
        undecided: CodeValue,
        missingReason: String,
        groups: [Group]
    ) {
        self.key = key
        self.label = label
        self.short = short
        self.legalBasis = legalBasis
        self.validFrom = validFrom
        self.validTo = validTo
        self.classes = classes
        self.undecided = undecided
        self.missingReason = missingReason
        self.groups = groups
    }

    /// Whether its rules bind on a day.
    package func binds(on day: CalendarDate) -> Bool {
        validFrom.map { $0 <= day } ?? true && validTo.map { $0 >= day } ?? true
    }

    /// The column of classes that it makes: its classes, then those not decided.
    package var column: Column {
        Column(
            key: key,
            label: label,
            short: short,
            role: .state,
            type: .code,
            codes: classes + [undecided],
            isRequired: false
        )
    }
}

extension SizeClassification {
    /// What the rules say of one organisation.
    package enum Decision: Sendable, Hashable {
        /// Index into `classes`.
        case decided(Int)
        /// Why not.
        case undecided(String)
    }

    /// The class of an organisation of a sector; `value` gives what it reported in a column, if anything.
    ///
    /// A rule that a missing value leaves open ends the search: the classes behind it are not known to hold.
    package func decision(
        sector: String,
        _ value: (_ column: String) -> ExactDecimal?
    ) -> Decision {
        guard let group = groups.first(where: { $0.sectors.contains(sector) }) else {
            return .undecided(missingReason)
        }
        for rule in group.rules {
            switch rule.holds(value) {
            case true?:
                let index = classes.firstIndex { $0.code == rule.code }
                return index.map(Decision.decided) ?? .undecided(group.reason)
            case false?: continue
            case nil: return .undecided(missingReason)
            }
        }
        return .undecided(group.reason)
    }
}

extension SizeClassification.Rule {
    /// Whether the conditions hold; `nil` where a missing value leaves that open.
    package func holds(_ value: (_ column: String) -> ExactDecimal?) -> Bool? {
        var isOpen = false
        for condition in all {
            guard let value = value(condition.column) else {
                isOpen = true
                continue
            }
            if !condition.holds(for: value) { return false }
        }
        guard !any.isEmpty else { return isOpen ? nil : true }
        var isOneOpen = false
        for condition in any {
            guard let value = value(condition.column) else {
                isOneOpen = true
                continue
            }
            if condition.holds(for: value) { return isOpen ? nil : true }
        }
        return isOneOpen ? nil : false
    }
}
