import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// The previous period, and which of its cells may be set against those of this one.
///
/// Cells are compared by code, never by name. A unit or sector that one of the periods does not have, or
/// whose unit sent nothing in one of them, has no change. All units together are compared only when
/// both periods cover the same units: else a missing submission would look like a fall.
/// New sectors do not keep a unit's total from being compared, since it counts every organisation.
struct Comparison {
    let previous: Tally
    /// For each cell of this period the previous one's, `nil` when they cannot be compared.
    let counterparts: [Int?]
    /// Every organisation of the previous period, whoever is compared.
    let previousWhole: Tally

    init(of current: Tally, with previous: Tally, log: inout DiagnosticLog) {
        self.previous = previous
        previousWhole = previous
        let (now, before) = (current.grid, previous.grid)
        let breaking = Self.uncovered(in: before, by: now) + Self.uncovered(in: now, by: before)
        let units = now.units.map { code -> Int? in
            guard code != FigureKey.all || breaking.isEmpty,
                let position = before.units.firstIndex(of: code), !before.isMissing[position]
            else { return nil }
            return position
        }
        let sectors = now.sectors.map { before.sectors.firstIndex(of: $0) }
        counterparts = (0..<now.cellCount).map { cell in
            guard !now.isMissing(cell), let unit = units[now.unit(of: cell)],
                let sector = sectors[now.sector(of: cell)]
            else { return nil }
            return before.cell(unit: unit, sector: sector)
        }
        if !breaking.isEmpty { log.append(Self.differentUnits(breaking)) }
        let known = Set(before.sectors)
        for sector in now.sectors where !known.contains(sector) {
            log.append(Self.newSector(sector))
        }
    }

    private init(previous: Tally, in whole: Comparison) {
        self.previous = previous
        previousWhole = whole.previousWhole
        counterparts = whole.counterparts
    }

    /// The same for a population alone; `nil` when the previous period cannot tell who belongs to it.
    func restricted(to population: String) -> Comparison? {
        Tally(population, in: previousWhole).map { Comparison(previous: $0, in: self) }
    }

    /// Codes of the units that `grid` covers and `other` does not.
    private static func uncovered(in grid: CellGrid, by other: CellGrid) -> [String] {
        grid.units.indices.dropLast().filter { unit in
            guard !grid.isMissing[unit] else { return false }
            return other.units.firstIndex(of: grid.units[unit]).map { other.isMissing[$0] } ?? true
        }.map { grid.units[$0] }
    }

    /// For each cell what `amounts` of the previous period say of it.
    func aligned<Value>(_ amounts: [Value?]) -> [Value?] {
        counterparts.map { $0.flatMap { amounts[$0] } }
    }

    private static func differentUnits(_ codes: [String]) -> Diagnostic {
        let list = codes.joined(separator: ", ")
        return Diagnostic(
            "compute.comparison.different-units",
            .warning,
            at: Place(file: "report.yaml"),
            value: list,
            message: Bilingual(
                vi: "Đơn vị \(list) chỉ có số liệu ở một trong hai kỳ: không so sánh được tổng số "
                    + "chung với kỳ trước.",
                en:
                    "Only one of the two periods has figures of unit \(list): the totals of all units "
                    + "cannot be compared with the previous period."
            ),
            hint: Bilingual(
                vi:
                    "Bổ sung số liệu còn thiếu, hoặc kiểm tra mã đơn vị trong “units” và “missing” của "
                    + "hai kỳ.",
                en:
                    "Add the missing submission, or check the codes in `units` and `missing` of both "
                    + "periods."
            )
        )
    }

    private static func newSector(_ code: String) -> Diagnostic {
        Diagnostic(
            "compute.comparison.new-sector",
            .warning,
            at: Place(file: "report.yaml"),
            value: code,
            message: Bilingual(
                vi: "Kỳ trước không có lĩnh vực \(code): không so sánh được lĩnh vực này.",
                en: "The previous period has no sector \(code): it cannot be compared."
            ),
            hint: Bilingual(
                vi: "Nếu là cùng một lĩnh vực, hãy dùng cùng một mã trong “sectors” của hai kỳ.",
                en: "If it is the same sector, use one code in `sectors` of both periods."
            )
        )
    }
}
