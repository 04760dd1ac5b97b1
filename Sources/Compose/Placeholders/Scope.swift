import DatasetModel
import PeriodModel
import StatisticsModel

/// The member that a list item, a table row or a chart's mark speaks of.
struct Scope: Sendable {
    var unit: ReportingUnit?
    var sector: Sector?
    /// The population of which figures speak that name none.
    var population: Population?
    /// The class of a state or rating, with its column.
    var classValue: (column: Column, value: CodeValue)?
    /// The column whose classes a total row adds up.
    var classTotal: Column?
    /// The measure column that `measure.…` names.
    var measure: Column?
    var missing: MissingUnit?
    var given: GivenFigure?
    var amendment: Amendment?
    var restatement: RestatedFigure?
    var formChange: FormChange?
    /// A part of a table or chart, and the key of its figures.
    var sourceKey: SourceKey?
    var ruleChange: RuleChange?
    /// The names and figures of the chart whose alternative text is written.
    var chartData: String?
    /// What that chart shows.
    var chartMessage: String?
    var setting = FigureSetting.sentence

    /// This scope, narrowed by a member of another kind.
    func with(_ member: Member) -> Scope {
        var scope = self
        switch member {
        case .unit(let unit): scope.unit = unit
        case .sector(let sector): scope.sector = sector
        case .population(let population): scope.population = population
        case .classValue(let column, let value): scope.classValue = (column, value)
        case .missing(let missing, let unit):
            scope.missing = missing
            scope.unit = unit
        case .given(let given): scope.given = given
        case .amendment(let amendment): scope.amendment = amendment
        case .restatement(let figure): scope.restatement = figure
        case .formChange(let change): scope.formChange = change
        case .ruleChange(let change): scope.ruleChange = change
        case .measure(let column): scope.measure = column
        case .source(let key): scope.sourceKey = key
        }
        return scope
    }

    /// The scope of table cells.
    static let table = Scope(setting: .table)
}

/// One of the things that rows, items and panels run over.
enum Member: Sendable {
    case unit(ReportingUnit)
    case sector(Sector)
    case population(Population)
    case classValue(Column, CodeValue)
    case missing(MissingUnit, ReportingUnit)
    case given(GivenFigure)
    case measure(Column)
    case amendment(Amendment)
    case restatement(RestatedFigure)
    case formChange(FormChange)
    case source(SourceKey)
    case ruleChange(RuleChange)

    /// As tables and charts name it.
    var label: String {
        switch self {
        case .unit(let unit), .missing(_, let unit): unit.name
        case .sector(let sector): sector.label
        case .population(let population): population.label
        case .classValue(_, let value): value.label
        case .given(let given): given.label
        case .measure(let column): column.label
        case .amendment(let amendment): amendment.cell
        case .restatement(let figure): figure.key
        case .formChange(let change): change.path
        case .source(let key): key.part
        case .ruleChange(let change): change.rule.rawValue
        }
    }
}

/// What rows, items and panels run over, as templates write it.
enum MemberKind: Sendable, Hashable {
    case units
    case sectors
    case populations
    case missing
    case given
    case measures
    /// Cells that units or the office amended.
    case amendments
    /// Published figures that changed.
    case restatements
    /// What changed of the form of a document that was issued.
    case formChanges
    /// The tables and charts of the report, part by part.
    case sources
    /// Rules of plausibility that settings change.
    case ruleChanges
    /// The classes of a column.
    case classes(String)

    /// Reads `sectors`, `units`, `populations`, `missing`, `given`, `measures`, `amendments`,
    /// `restatements`, `form-changes`, `rule-changes`, `sources`, `classes COLUMN`.
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("units", 1): self = .units
        case ("sectors", 1): self = .sectors
        case ("populations", 1): self = .populations
        case ("missing", 1): self = .missing
        case ("given", 1): self = .given
        case ("measures", 1): self = .measures
        case ("amendments", 1): self = .amendments
        case ("restatements", 1): self = .restatements
        case ("form-changes", 1): self = .formChanges
        case ("sources", 1): self = .sources
        case ("rule-changes", 1): self = .ruleChanges
        case ("classes", 2): self = .classes(words[1])
        default: return nil
        }
    }
}

extension ReportMaterial {
    /// The members of a kind in the order of settings and files; `nil` for classes of a column that is not there.
    func members(_ kind: MemberKind) -> [Member]? {
        switch kind {
        case .units: return settings.units.map(Member.unit)
        case .sectors: return settings.sectors.map(Member.sector)
        case .populations: return settings.populations.map(Member.population)
        case .given: return settings.given.map(Member.given)
        case .measures: return settings.schema.measureColumns.map(Member.measure)
        case .amendments: return dataset.amendments.map(Member.amendment)
        case .restatements: return revision.restatements.map(Member.restatement)
        case .formChanges: return revision.formChanges.map(Member.formChange)
        // Only who has given the labels knows them.
        case .sources: return []
        case .ruleChanges: return settings.plausibility.changes.map(Member.ruleChange)
        case .missing:
            return settings.missing.compactMap { missing in
                settings.units.first { $0.code == missing.code }.map { .missing(missing, $0) }
            }
        case .classes(let key):
            guard let column = settings.schema.classColumns.first(where: { $0.key == key }) else {
                return nil
            }
            return column.codes.map { .classValue(column, $0) }
        }
    }
}
