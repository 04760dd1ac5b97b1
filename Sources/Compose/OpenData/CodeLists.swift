import OpenDataModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// Makes the code lists of `tidy.csv`: what settings name, and whatever else its figures use.
struct CodeListMaker {
    let statistics: Statistics
    let settings: PeriodSettings
    let words: DataWords

    /// Each with the column of `tidy.csv` that refers to it; empty for lists that only other lists refer to.
    func lists() -> [(column: String, list: CodeList)] {
        [
            ("unit", units()), ("sector", sectors()), ("indicator", indicators()),
            ("measure", measures()), ("unit_of_measure", unitsOfMeasure()), ("status", statuses()),
            ("", classes(of: .state, "states")), ("", classes(of: .rating, "ratings")),
        ]
    }

    private func units() -> CodeList {
        var rows = [[FigureKey.all, words.members["all-units"] ?? "", "", "", ""]]
        for unit in settings.units {
            rows.append([
                unit.code, unit.title.capitalisingFirst, unit.type, unit.validFrom?.iso ?? "",
                unit.validTo?.iso ?? "",
            ])
        }
        rows += unnamed(statistics.figures.map(\.key.unit), in: rows, columns: 5)
        return list("units", ["code", "label", "type", "valid_from", "valid_to"], rows)
    }

    private func sectors() -> CodeList {
        var rows = [[FigureKey.all, words.members["all-sectors"] ?? ""]]
        rows += settings.sectors.map { [$0.code, $0.label] }
        rows += unnamed(statistics.figures.map(\.key.sector), in: rows, columns: 2)
        return list("sectors", ["code", "label"], rows)
    }

    private func measures() -> CodeList {
        let rows = FigureMeasure.allCases.filter(\.isPublished).map { measure in
            [measure.rawValue, words.measures[measure.rawValue] ?? measure.rawValue]
        }
        return list("measures", ["code", "label"], rows)
    }

    private func statuses() -> CodeList {
        let all: [Figure.Status] = [.normal, .missing, .suppressed, .estimated]
        let rows = all.map { [$0.rawValue, words.statuses[$0.rawValue] ?? $0.rawValue] }
        return list("status", ["code", "label"], rows)
    }

    /// What has no unit of measure refers to the code that is empty.
    private func unitsOfMeasure() -> CodeList {
        var rows = [
            ["", words.members["none"] ?? "", "", ""],
            [UnitKeys.organisation, settings.wording.organisation, UnitKeys.organisation, "1"],
            [UnitKeys.percent, words.members["percent"] ?? "", UnitKeys.percent, "1"],
        ]
        rows += settings.unitsOfMeasure.filter { unit in !rows.contains { $0[0] == unit.key } }
            .map { [$0.key, $0.label, $0.dimension, $0.factor.description] }
        rows += unnamed(statistics.figures.map(\.unitOfMeasure), in: rows, columns: 4)
        return list("units-of-measure", ["code", "label", "dimension", "factor"], rows)
    }

    private func indicators() -> CodeList {
        var units: [String: String] = [:]
        var counted: Set<String> = []
        for figure in statistics.figures {
            let indicator = figure.key.indicator
            switch figure.key.measure {
            case .count: counted.insert(indicator)
            case .share, .change, .growth, .entered, .left: continue
            default: units[indicator] = figure.unitOfMeasure
            }
        }
        for indicator in counted where units[indicator] == nil {
            units[indicator] = UnitKeys.organisation
        }
        let rows = units.keys.sorted().map { indicator in
            let name = IndicatorName(indicator, settings)
            return [
                indicator, name.label, units[indicator] ?? "", name.column, name.value,
                name.population,
            ]
        }
        return list(
            "indicators",
            ["code", "label", "unit_of_measure", "column", "class", "of_population"],
            rows,
            references: [("unit_of_measure", "codes-units-of-measure")]
        )
    }

    private func classes(of role: Column.Role, _ name: String) -> CodeList {
        let rows = settings.schema.columns(of: role).flatMap { column in
            column.codes.map { ["\(column.key)=\($0.code)", $0.label, column.key, $0.code] }
        }
        return list(name, ["indicator", "label", "column", "class"], rows)
    }

    private func list(
        _ name: String,
        _ columns: [String],
        _ rows: [[String]],
        references: [(column: String, list: String)] = []
    ) -> CodeList {
        CodeList(
            name: "codes-\(name)",
            title: words.lists[name] ?? name,
            columns: columns.map { ($0, words.columns[$0] ?? $0) },
            rows: rows,
            references: references
        )
    }

    /// Rows for codes that are used but not listed, so that each that is used can be looked up.
    private func unnamed(_ used: [String], in rows: [[String]], columns: Int) -> [[String]] {
        let known = Set(rows.map { $0[0] })
        return Set(used).subtracting(known).sorted().map { code in
            [code, code] + [String](repeating: "", count: columns - 2)
        }
    }
}

/// What an indicator is made of, and what it is called.
private struct IndicatorName {
    /// The organisation's name, a column's label, or `Column: class`.
    var label: String
    var column = ""
    var value = ""
    var population = ""

    init(_ indicator: String, _ settings: PeriodSettings) {
        let parts = indicator.split(separator: "@", maxSplits: 1).map(String.init)
        let base = parts.first ?? indicator
        let pair = base.split(separator: "=", maxSplits: 1).map(String.init)
        label = base
        if base == FigureKey.organisations {
            label = settings.wording.organisationName.capitalisingFirst
        } else if let column = settings.schema.column(base) {
            (label, self.column) = (column.label, column.key)
        } else if pair.count == 2, let column = settings.schema.column(pair[0]) {
            self.column = column.key
            value = pair[1]
            label = "\(column.label): \(column.codes.first { $0.code == value }?.label ?? value)"
        }
        guard parts.count == 2 else { return }
        population = parts[1]
        label += " (\(population))"
    }
}
