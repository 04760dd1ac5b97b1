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
    /// Units of measure by all their names.
    let unitNames: UnitNames
    private let columns: [String: Int]
    private let ignored: Set<String>
    private let unitWords: [String]
    private let totals: Set<String>
    private let otherFigures: [[String]]
    /// Figures of other years are none of this period's.
    private let year: Int

    init(_ settings: PeriodSettings, words: ReadingWords) {
        schema = settings.schema
        units = settings.unitsOfMeasure
        unitNames = UnitNames(settings, words: words)
        var columns: [String: Int] = [:]
        for (index, column) in settings.schema.columns.enumerated() {
            for name in [column.key, column.label] + column.aliases {
                columns[name.foldedName] = index
            }
        }
        self.columns = columns
        ignored = Set(words.ignoredHeadings.map(\.foldedName))
        totals = Set(words.totals.map(\.foldedName))
        otherFigures = words.otherFigures.map(Self.words)
        year = settings.period.year
        unitWords = words.unitLines.map(\.foldedName)
    }

    /// Headings that are understood, for hints.
    var names: [String] {
        schema.columns.flatMap { [$0.key, $0.label] + $0.aliases }
    }

    /// Whether a heading is of a column that carries no data, such as the rows' numbers.
    func isIgnored(_ heading: String) -> Bool { ignored.contains(heading.foldedName) }

    /// The column with this key, label or alias, also with a unit of its dimension behind it:
    /// `Vốn điều lệ (đồng)`, `Vốn điều lệ, ĐVT: đồng`. Case, blanks and Unicode composition do not matter.
    func match(_ heading: String) -> Match? {
        let folded = heading.foldedName
        if let column = columns[folded] {
            let found = Self.split(folded).compactMap { unit($0.unit, for: column) }.first
            return Match(column: column, unit: found)
        }
        for (name, unitText) in Self.split(folded) {
            guard let column = columns[name], let found = unit(unitText, for: column) else {
                continue
            }
            return Match(column: column, unit: found)
        }
        return nil
    }

    /// The column that a heading of several rows means, parts from top to bottom: the longest run of them
    /// that names one, as low as can be, under groups that have no name of their own figures and above
    /// what only gives a unit or says that it is the total.
    func match(parts: [String]) -> Match? {
        guard parts.count > 1 else { return parts.first.flatMap(match) }
        for last in parts.indices.reversed() {
            for first in parts[...last].indices {
                guard var found = match(parts[first...last].joined(separator: " ")) else {
                    continue
                }
                let isOther = parts[..<first].contains { isOtherFigure($0, than: found.column) }
                guard !isOther else { return nil }
                for below in parts[(last + 1)...].map(\.foldedName) {
                    if let unit = unit(below, for: found.column) {
                        found.unit = unit
                    } else if !totals.contains(below) {
                        return nil
                    }
                }
                return found
            }
        }
        return nil
    }

    /// Whether a group is of other figures than the column's: by a word that the column's own names do not
    /// have, or by another year.
    private func isOtherFigure(_ group: String, than column: Int) -> Bool {
        let words = Self.words(group)
        let column = schema.columns[column]
        let own = ([column.label] + column.aliases).map(Self.words)
        let names = otherFigures.contains { other in
            words.containsRun(other) && !own.contains { $0.containsRun(other) }
        }
        let years = group.years
        return names || !years.isEmpty && !years.contains(year)
    }

    /// The words of a text, folded.
    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map { String($0).foldedName }
    }

    /// The unit with this label or key, if it measures what the column measures.
    private func unit(_ text: String, for column: Int) -> UnitOfMeasure? {
        guard let key = schema.columns[column].unitOfMeasure,
            let own = units.first(where: { $0.key == key })
        else { return nil }
        var name = text[...].drop { $0 == "(" }
        if name.last == ")" { name = name.dropLast() }
        for word in unitWords where name.hasPrefix(word) { name = name.dropFirst(word.count) }
        while name.first == ":" || name.first == "." { name = name.dropFirst() }
        return unitNames.find(name, dimension: own.dimension)
    }

    /// The ways to part a folded heading into a name and a unit: `(…)` at the end, or behind a mark.
    private static func split(_ heading: String) -> [(name: String, unit: String)] {
        var parts: [(name: String, unit: String)] = []
        if heading.utf8.last == UInt8(ascii: ")"),
            let opening = heading.utf8.lastIndex(of: UInt8(ascii: "("))
        {
            let unit = heading[heading.index(after: opening)...].dropLast()
            parts.append((String(heading[..<opening]), String(unit)))
        }
        for mark in ",-:/".utf8 {
            guard let place = heading.utf8.firstIndex(of: mark) else { continue }
            let unit = heading[heading.index(after: place)...]
            parts.append((String(heading[..<place]), String(unit)))
        }
        return parts.filter { !$0.name.isEmpty && !$0.unit.isEmpty }
    }
}

extension Array<String> {
    /// Whether the words stand in the list, one behind the other.
    fileprivate func containsRun(_ words: [String]) -> Bool {
        guard !words.isEmpty, words.count <= count else { return false }
        return (0...(count - words.count)).contains {
            self[$0..<($0 + words.count)].elementsEqual(words)
        }
    }
}
