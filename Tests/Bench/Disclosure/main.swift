import Compute
import DatasetModel
import Diagnostics
import Disclosure
import Glibc
import PeriodModel
import StatisticsModel
import Vocabulary

/// Suppression and attack for 102 units by 12 sectors by 12 columns by 5 years, as a province with all its
/// communes would publish them: in most cells a few organisations, in some many, sizes of all orders.

let (units, sectors, columns, years) = (102, 12, 12, 5)

/// Numbers that look random and are the same in each run.
struct Dice {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % limit
    }
}

@MainActor func settings(_ year: Int) -> PeriodSettings? {
    guard let cutoff = CalendarDate(year: year, month: 12, day: 31) else { return nil }
    return PeriodSettings(
        period: ReportingPeriod(year: year, cutoff: cutoff),
        province: Province(code: "00", name: "Province", type: ""),
        agency: Agency(name: "Agency", place: "Place", symbol: "S"),
        units: (0..<units).map { ReportingUnit(code: "U\($0)", name: "U\($0)", type: "") },
        sectors: (0..<sectors).map { Sector(code: "S\($0)", label: "S\($0)", phrase: "S\($0)") },
        unitsOfMeasure: [
            UnitOfMeasure(key: "m", label: "m", dimension: "money", factor: ExactDecimal(1))
        ],
        schema: Schema(
            columns: (0..<columns).map {
                Column(
                    key: "c\($0)",
                    label: "c\($0)",
                    role: .measure,
                    type: $0 < 3 ? .integer : .decimal,
                    unitOfMeasure: "m",
                    // Two columns hold profits and losses.
                    minimum: $0 < 10 ? .zero : nil
                )
            }
        ),
        wording: Wording(organisation: "O", organisationName: "organisation"),
        source: "made up"
    )
}

@MainActor func period(_ year: Int, _ dice: inout Dice) -> PeriodData? {
    guard let settings = settings(year) else { return nil }
    var rows = RowTable(schema: settings.schema)
    for unit in 0..<units {
        for sector in 0..<sectors {
            let most = sector == 0 ? 40 : sector < 4 ? 9 : 4
            for _ in 0..<dice.below(most) {
                rows.identifiers.append("\(rows.count)")
                rows.names.append("")
                rows.units.append(unit)
                rows.sectors.append(sector)
                rows.origins.append(RowOrigin(submission: 0, line: rows.count, record: 1))
                for column in 0..<columns {
                    var size = (1 + dice.below(99)) * [1, 10, 100, 1000][dice.below(4)]
                    if column >= 10, dice.below(5) == 0 { size = -size }
                    rows.measures[column].append(.value(ExactDecimal(size)))
                }
            }
        }
    }
    return PeriodData(settings: settings, dataset: Dataset(submissions: [], rows: rows))
}

var dice = Dice()
var (cells, hidden, attacked, solved) = (0, 0, 0, 0)
var narrowest = Double.infinity
for year in 0..<years {
    guard let period = period(2016 + year, &dice) else { continue }
    var log = DiagnosticLog()
    let statistics = Compute.statistics(of: period, log: &log)
    let protection = Disclosure.protect(statistics, of: period, previous: nil, log: &log)
    let result = protection.result
    cells += result.cells
    hidden += result.primary + result.secondary
    attacked += result.attacked
    solved += result.solved
    narrowest = min(narrowest, result.narrowest)
    if !result.isPassed { print("year \(2016 + year): \(result.found.count) secrets found") }
}
print(
    "\(cells) cells, \(hidden) suppressed, \(attacked) attacked, \(solved) attacks by the solver, "
        + "narrowest \((narrowest * 100).rounded(.down) / 100) limits"
)
