import Compute
import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel
import Testing
import Vocabulary

/// A made-up register of few rows: units U1…U3, sectors F and G, one column of each kind.
struct SmallPeriod {
    var year = 2020
    var units = ["U1", "U2", "U3"]
    var missing: [String] = []
    var sectors = ["F", "G"]
    var profitUnit = "million"
    var populations: [Population] = []
    var ratios: [RatioIndicator] = []
    /// The population of which the profit speaks for itself.
    var profitPopulation: String?
    /// `identifier unit sector state members profit founded income`, `.` for an empty cell.
    var rows: [String] = []

    static let columns: [Column] = [
        Column(
            key: "state",
            label: "State",
            role: .state,
            type: .code,
            codes: [
                CodeValue(code: "open", label: "Open"), CodeValue(code: "idle", label: "Idle"),
            ]
        ),
        Column(
            key: "members",
            label: "Members",
            role: .measure,
            type: .integer,
            unitOfMeasure: "person"
        ),
        Column(
            key: "profit",
            label: "Profit",
            role: .measure,
            type: .decimal,
            unitOfMeasure: "million"
        ),
        Column(key: "founded", label: "Founded", role: .measure, type: .year),
        Column(
            key: "income",
            label: "Income",
            role: .measure,
            type: .range,
            unitOfMeasure: "million"
        ),
    ]

    var data: PeriodData {
        get throws {
            var columns = Self.columns
            columns[2].unitOfMeasure = profitUnit
            columns[2].population = profitPopulation
            var settings = PeriodSettings(
                period: ReportingPeriod(
                    year: year,
                    cutoff: try #require(CalendarDate(year: year, month: 12, day: 31))
                ),
                province: Province(code: "00", name: "Province", type: ""),
                agency: Agency(name: "Agency", place: "Place", symbol: "S"),
                units: units.map { ReportingUnit(code: $0, name: $0, type: "") },
                missing: missing.map { MissingUnit(code: $0, reason: "flood") },
                sectors: sectors.map { Sector(code: $0, label: $0, phrase: $0) },
                unitsOfMeasure: [
                    unit("person", "person", 1), unit("million", "money", 1_000_000),
                    unit("billion", "money", 1_000_000_000), unit("hectare", "area", 1),
                ],
                schema: Schema(columns: columns),
                wording: Wording(organisation: "O", organisationName: "organisation"),
                source: "made up"
            )
            settings.populations = populations
            settings.ratios = ratios
            return PeriodData(settings: settings, dataset: try dataset(settings))
        }
    }

    private func unit(_ key: String, _ dimension: String, _ factor: Int) -> UnitOfMeasure {
        UnitOfMeasure(key: key, label: key, dimension: dimension, factor: ExactDecimal(factor))
    }

    private func dataset(_ settings: PeriodSettings) throws -> Dataset {
        var table = RowTable(schema: settings.schema)
        for row in rows {
            let words = row.split(separator: " ").map(String.init)
            try #require(words.count == 8, "a row has 8 words: \(row)")
            table.identifiers.append(words[0])
            table.names.append("Name of \(words[0])")
            table.units.append(try #require(units.firstIndex(of: words[1])))
            table.sectors.append(try #require(sectors.firstIndex(of: words[2])))
            let code = ["open", "idle"].firstIndex(of: words[3])
            try #require(code != nil || words[3] == ".")
            table.classes[0].append(code)
            for column in 0..<4 {
                table.measures[column].append(try measured(words[4 + column]))
            }
            table.origins.append(RowOrigin(submission: 0, line: table.count, record: table.count))
        }
        return Dataset(submissions: [], rows: table)
    }

    private func measured(_ word: String) throws -> Measured {
        if word == "." { return .missing }
        let ends = try word.split(separator: "~").map { try #require(ExactDecimal(plain: $0)) }
        return ends.count == 2 ? .range(low: ends[0], high: ends[1]) : .value(ends[0])
    }
}

/// The statistics of `now`, which must give no error or warning.
func quietStatistics(of now: SmallPeriod, previous: SmallPeriod? = nil) throws -> Statistics {
    var log = DiagnosticLog()
    let statistics = Compute.statistics(
        of: try now.data,
        previous: try previous?.data,
        log: &log
    )
    #expect(log.entries.isEmpty)
    return statistics
}

/// The statistics with the codes of the doubts, sorted.
func doubtedStatistics(
    of now: SmallPeriod,
    previous: SmallPeriod? = nil
) throws -> (Statistics, codes: [String]) {
    var log = DiagnosticLog()
    let statistics = Compute.statistics(
        of: try now.data,
        previous: try previous?.data,
        log: &log
    )
    return (statistics, log.sorted.map(\.code))
}

extension Statistics {
    /// The figure as `value n/N status`, its value with at most six decimals; `–` for none.
    func shown(_ key: String) throws -> String {
        let name = try #require(FigureKey(key))
        let figure = try #require(self[name], "no figure \(key)")
        let value = figure.value.map { $0.rounded(to: 6)?.description ?? "too large" } ?? "–"
        return "\(value) \(figure.answers)/\(figure.population) \(figure.status.rawValue)"
    }
}
