import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

/// First words of placeholders; a column that gives figures cannot be called so.
private let reservedNames: Set<String> = [
    "agency", "annex", "chart", "class", "document", "given", "missing", "organisation", "period",
    "phrase", "population", "previous", "province", "replaced", "restatement", "restatements",
    "sector",
    "sectors", "source", "table", "tool", "unit", "units",
]

/// Whether a word means something else in texts or figure keys.
func isReserved(_ key: String) -> Bool { key == countIndicator || reservedNames.contains(key) }

/// The indicator that counts organisations in figure keys.
private let countIndicator = "htx"

extension MappingReader {
    /// The columns of submissions.
    mutating func schema(unitsOfMeasure units: [UnitOfMeasure]) -> [Column] {
        var names = GivenNames()
        var number = 0
        let columns = mappings("schema") { map -> Column? in
            let column = map.column(unitsOfMeasure: units)
            number += 1
            if let column {
                let headings =
                    [(column.key, "key"), (column.label, "label")]
                    + column.aliases.map { ($0, "aliases") }
                for (heading, key) in headings {
                    map.reportRepeated(heading, owner: number, at: map.place(of: key), in: &names)
                }
            }
            return column
        }
        // A column with a fault of its own may be the one that seems to lack.
        if number > 0, columns.count == number { checkRoles(of: columns) }
        if isEmptyList("schema") {
            report(SettingsDoubt.emptyList("schema", at: place(of: "schema")))
        }
        return columns
    }

    private mutating func checkRoles(of columns: [Column]) {
        for role in [Column.Role.identifier, .name, .unit, .sector] {
            let count = columns.count { $0.role == role }
            if count != 1 {
                report(SettingsDoubt.roleCount(role, count: count, at: place(of: "schema")))
            }
        }
    }

    fileprivate mutating func column(unitsOfMeasure units: [UnitOfMeasure]) -> Column? {
        let key = figureKey("key")
        let label = text("label")
        let short = optionalText("short")
        let aliases = optionalTexts("aliases")
        let role: Column.Role? = choice("role")
        let type: Column.ValueType? = choice("type")
        let unit = optionalText("unit")
        let codes = codes()
        let isRequired = optionalFlag("required") ?? true
        let isFilled = optionalFlag("filled") ?? false
        let minimum = optionalNumber("minimum")
        let maximum = optionalNumber("maximum")
        let usual = usualValues()
        let digits = optionalValue("digits", expecting: Expected.digits) {
            Int($0).flatMap { (1...30).contains($0) ? $0 : nil }
        }
        let population = optionalText("population")
        if let unit { checkUnitOfMeasure(unit, under: "unit", among: units) }
        guard let role, let type else { return nil }
        let column = Column(
            key: key,
            label: label,
            short: short,
            aliases: aliases,
            role: role,
            type: type,
            unitOfMeasure: unit,
            codes: codes,
            isRequired: isRequired,
            isFilled: isFilled,
            minimum: minimum,
            maximum: maximum,
            usual: usual,
            digits: digits,
            population: population
        )
        check(column)
        return column
    }

    private mutating func check(_ column: Column) {
        let (role, type) = (column.role, column.type)
        if !role.types.contains(type) {
            report(SettingsDoubt.typeOfRole(role, type: type, at: place(of: "type")))
        }
        let givesFigures = role == .measure || role == .state || role == .rating
        if column.key == countIndicator || givesFigures && reservedNames.contains(column.key) {
            report(SettingsDoubt.reservedKey(column.key, at: place(of: "key")))
        }
        let hasClasses = role == .state || role == .rating
        if hasClasses, column.codes.isEmpty, !hasErrors {
            report(SettingsDoubt.emptyList("codes", at: place(of: "codes")))
        }
        if !hasClasses, has("codes") {
            report(SettingsDoubt.needless("codes", role: role, at: keyPlace(of: "codes")))
        }
        for key in ["unit", "minimum", "maximum", "usual"] where role != .measure && has(key) {
            report(SettingsDoubt.needless(key, role: role, at: keyPlace(of: key)))
        }
        if !givesFigures, has("population") {
            report(SettingsDoubt.needless("population", role: role, at: keyPlace(of: "population")))
        }
        if role != .identifier && role != .unit, has("digits") {
            report(SettingsDoubt.needless("digits", role: role, at: keyPlace(of: "digits")))
        }
        if let minimum = column.minimum, let maximum = column.maximum, minimum > maximum {
            report(SettingsDoubt.emptyInterval(minimum, maximum, at: place(of: "minimum")))
        }
    }

    /// `usual: [low, high]`
    private mutating func usualValues() -> ClosedRange<ExactDecimal>? {
        let nodes = optionalNodes("usual")
        let numbers = nodes.compactMap {
            value(of: $0, expecting: Expected.number) { ExactDecimal(plain: $0) }
        }
        guard !nodes.isEmpty, numbers.count == nodes.count else { return nil }
        guard numbers.count == 2, numbers[0] <= numbers[1], numbers[0] > .zero else {
            report(SettingsDoubt.usualValues(at: place(of: "usual")))
            return nil
        }
        return numbers[0]...numbers[1]
    }

    private mutating func codes() -> [CodeValue] {
        var names = GivenNames()
        var number = 0
        return optionalMappings("codes") { map in
            let value = CodeValue(
                code: map.code("code"),
                label: map.text("label"),
                aliases: map.optionalTexts("aliases")
            )
            number += 1
            map.reportRepeated(value.code, owner: number, at: map.place(of: "code"), in: &names)
            map.reportRepeated(value.label, owner: number, at: map.place(of: "label"), in: &names)
            for alias in value.aliases {
                map.reportRepeated(alias, owner: number, at: map.place(of: "aliases"), in: &names)
            }
            return value
        }
    }
}

extension Column.Role {
    /// The types that a column of this role may have.
    var types: [Column.ValueType] {
        switch self {
        case .identifier, .unit, .sector: [.text, .code]
        case .name: [.text]
        case .state, .rating: [.code]
        case .measure: [.year, .integer, .decimal, .range]
        }
    }
}
