import PeriodModel
import StatisticsModel

/// A part of a table or chart, with the key by which its figures are found.
struct SourceKey: Sendable {
    /// `Bảng 1. Caption`
    var exhibit: String
    /// A column, a row of items, or a series.
    var part: String
    var key: String
}

extension Composer {
    /// The parts of every table and chart that stands in the report and prints figures, in its order.
    mutating func sourceKeys() -> [SourceKey] {
        guard let pattern = material.definitions?.pattern else { return [] }
        var keys: [SourceKey] = []
        for exhibit in exhibits {
            guard let label = labels["\(exhibit.kind).\(exhibit.name)"]?.text else { continue }
            if exhibit.kind == "table", let table = tables[exhibit.name] {
                let title = "\(label). \(plainText(table.caption, in: .table))"
                for (part, key) in parts(of: table, pattern) {
                    keys.append(SourceKey(exhibit: title, part: part, key: key))
                }
            } else if let chart = charts[exhibit.name] {
                let title = "\(label). \(plainText(chart.caption, in: .table))"
                for (part, key) in parts(of: chart, pattern) {
                    keys.append(SourceKey(exhibit: title, part: part, key: key))
                }
            }
        }
        return keys
    }

    private mutating func parts(
        of table: TableSpecification,
        _ pattern: FigureDefinitions.Pattern
    ) -> [(part: String, key: String)] {
        let columns = table.columns.filter { holds($0.conditions) }
        switch table.rows {
        case .organisations: return [(pattern.measure, pattern.rows)]
        case .items(let items):
            return items.filter { holds($0.conditions) }.map { item in
                let keys = columns.compactMap { column -> String? in
                    guard case .item(let field, _) = column.content else { return nil }
                    return item.figures[field]
                }
                return (plainText(item.label, in: .table), keys.joined(separator: "; "))
            }
        case .members(let list):
            return columns.compactMap { column in
                guard case .figure(let name, let formats) = column.content else { return nil }
                let kinds = [list.kind] + (column.each.map { [$0] } ?? [])
                let words = [
                    column.group.map { plainText($0, in: .table) },
                    column.each.map(pattern.word)
                        ?? column.heading.map { plainText($0, in: .table) },
                ].compactMap { $0 }.filter { !$0.isEmpty }
                let shows = formats.contains("answers") ? "n/N " : ""
                return (words.joined(separator: ": "), shows + pattern.key(name, over: kinds))
            }
        }
    }

    private mutating func parts(
        of chart: ChartSpecification,
        _ pattern: FigureDefinitions.Pattern
    ) -> [(part: String, key: String)] {
        switch chart.content {
        case .classes(let classes):
            return [(plainText(classes.name, in: .table), "\(classes.column): \(pattern.rows)")]
        case .figures(let figures):
            let outer = [figures.rows.kind] + (chart.panels.map { [$0.kind] } ?? [])
            return figures.series.filter { holds($0.conditions) }.map { series in
                let kinds = outer + (series.each.map { [$0] } ?? [])
                let name =
                    series.each.map(pattern.word)
                    ?? series.name.map { plainText($0, in: .table) } ?? ""
                return (name, pattern.key(series.figure, over: kinds))
            }
        }
    }
}

extension FigureDefinitions.Pattern {
    /// What stands for a member of a kind.
    func word(_ kind: MemberKind) -> String {
        switch kind {
        case .units, .missing: unit
        case .sectors: sector
        case .classes: classValue
        case .measures: measure
        case .populations: population
        case .given, .amendments, .restatements, .formChanges, .ruleChanges, .sources: rows
        }
    }

    /// A figure's name as a key with places for the members that run over it.
    func key(_ name: String, over kinds: [MemberKind]) -> String {
        let prefix = name.hasPrefix("previous.") ? "previous." : ""
        var key = String(name.dropFirst(prefix.count))
        var hasUnit = false
        var hasSector = false
        for kind in kinds {
            switch kind {
            case .units, .missing: hasUnit = true
            case .sectors: hasSector = true
            case .populations:
                if let end = key.firstIndex(of: "."), !key.contains(FigureKey.populationMark) {
                    key.insert(contentsOf: "\(FigureKey.populationMark)\(population)", at: end)
                }
            case .classes(let column) where key.hasPrefix("class."):
                key = "\(column)=\(classValue)" + key.dropFirst("class".count)
            case .measures where key.hasPrefix("measure."):
                key = measure + key.dropFirst("measure".count)
            default: break
            }
        }
        let parts = key.utf8.count { $0 == UInt8(ascii: ".") } + 1
        if parts < 3, hasUnit || hasSector { key += "." + (hasUnit ? unit : FigureKey.all) }
        if parts < 4, hasSector { key += "." + sector }
        return prefix + key
    }
}
