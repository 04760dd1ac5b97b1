import PeriodModel
import Vocabulary

/// Finds the column of the schema that a heading means.
struct HeadingIndex {
    /// A column, and the unit of measure that the heading gives when it is not the schema's.
    struct Match {
        var column: Int
        var unit: UnitOfMeasure?
    }

    private let schema: Schema
    private let units: [UnitOfMeasure]
    private let columns: [String: Int]

    init(_ settings: PeriodSettings) {
        schema = settings.schema
        units = settings.unitsOfMeasure
        var columns: [String: Int] = [:]
        for (index, column) in settings.schema.columns.enumerated() {
            for name in [column.key, column.label] + column.aliases {
                columns[name.foldedName] = index
            }
        }
        self.columns = columns
    }

    /// Headings that are understood, for hints.
    var names: [String] {
        schema.columns.flatMap { [$0.key, $0.label] + $0.aliases }
    }

    /// The column with this key, label or alias, also with a unit of its dimension in parentheses:
    /// `Vốn điều lệ (đồng)`. Case, blanks and Unicode composition do not matter.
    func match(_ heading: String) -> Match? {
        let folded = heading.foldedName
        let parts = Self.parts(of: folded)
        if let column = columns[folded] {
            return Match(column: column, unit: parts.flatMap { unit($0.unit, for: column) })
        }
        guard let parts, let column = columns[parts.name], let unit = unit(parts.unit, for: column)
        else { return nil }
        return Match(column: column, unit: unit)
    }

    /// The unit with this label or key, if it measures what the column measures.
    private func unit(_ name: String, for column: Int) -> UnitOfMeasure? {
        guard let key = schema.columns[column].unitOfMeasure,
            let own = units.first(where: { $0.key == key })
        else { return nil }
        return units.first {
            $0.dimension == own.dimension && [$0.label.foldedName, $0.key].contains(name)
        }
    }

    private static func parts(of heading: String) -> (name: String, unit: String)? {
        guard heading.hasSuffix(")"), let opening = heading.lastIndex(of: "(") else { return nil }
        let name = heading[..<opening]
        let unit = heading[heading.index(after: opening)...].dropLast()
        return name.isEmpty || unit.isEmpty ? nil : (String(name), String(unit))
    }
}
