import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// A figure's text; shares are rounded together with the others of their whole where settings want that.
    ///
    /// `name` is the one by which the figure was asked for: it says of which period it is.
    func text(
        of figure: Figure,
        named name: String,
        _ format: FigureFormat,
        in setting: FigureSetting
    ) -> String? {
        figureText.text(adjusted(figure, named: name, format), format, in: setting)
    }

    /// A share as the whole to which it belongs rounds it; any other figure as it is.
    func adjusted(_ figure: Figure, named name: String, _ format: FigureFormat) -> Figure {
        guard settings.rounding.shares == .largestRemainder, figure.isShare, figure.value != nil
        else { return figure }
        let statistics = name.hasPrefix("previous.") ? material.previous : material.statistics
        let all = family(of: figure.key).compactMap { statistics?[$0] }
        // What is not public must not show in how the others are rounded.
        guard all.allSatisfy({ $0.status != .suppressed }) else { return figure }
        let members = all.filter { $0.value != nil }
        let places = format.places ?? settings.rounding.percent.places
        guard let index = members.firstIndex(where: { $0.key == figure.key }),
            members[index].value == figure.value,
            let rounded = largestRemainder(members.compactMap(\.value), places: places)
        else { return figure }
        var adjusted = figure
        adjusted.value = .decimal(rounded[index])
        return adjusted
    }

    /// The keys of the shares that make up one whole with this one: the classes of a column, the sectors of a
    /// unit, or the units.
    func family(of key: FigureKey) -> [FigureKey] {
        let words = key.baseIndicator.split(separator: "=", maxSplits: 1).map(String.init)
        if words.count == 2, let column = settings.schema.column(words[0]), !column.codes.isEmpty {
            return column.codes.map { code in
                var member = key
                member.indicator = FigureKey.indicator(
                    "\(column.key)=\(code.code)",
                    of: key.population
                )
                return member
            }
        }
        if key.sector != FigureKey.all {
            return settings.sectors.map { sector in
                FigureKey(key.indicator, key.measure, unit: key.unit, sector: sector.code)
            }
        }
        guard key.unit != FigureKey.all else { return [key] }
        return settings.units.map { FigureKey(key.indicator, key.measure, unit: $0.code) }
    }

    /// Says where the printed shares of a table's column miss 100 by more than rounding explains.
    ///
    /// Only where they claim to be all of a whole: they stand above a total of 100, or no member is left out.
    mutating func checkShares(
        of column: MadeColumn,
        _ list: MemberList,
        _ table: TableSpecification,
        totalScope: Scope
    ) {
        guard case .figure(let name, let formats) = column.content,
            table.total != .none || list.top == nil
        else { return }
        var muted = DiagnosticLog()
        let format = FigureFormat(
            formats,
            units: settings.unitsOfMeasure,
            showsUnit: false,
            at: column.place,
            log: &muted
        )
        let told = log
        let members = members(of: list, in: .table)
        log = told
        let scopes = members.map { Scope.table.with($0) }
        let figures = scopes.compactMap { scope in
            figure(name, in: column.member.map(scope.with) ?? scope)
        }
        guard format.content == .value, let first = figures.first, first.isShare,
            figures.allSatisfy({ $0.status != .suppressed }),
            figures.count == members.count, Set(figures.map(\.key)).count == figures.count
        else { return }
        let family = Set(family(of: first.key))
        guard family.count > 1, figures.allSatisfy({ family.contains($0.key) }) else { return }
        let whole = figure(name, in: column.member.map(totalScope.with) ?? totalScope)
        guard whole?.value?.rounded(to: 12) == ExactDecimal(100) else { return }
        let numbers = figures.filter { $0.value != nil }.compactMap {
            figureText.number(adjusted($0, named: name, format), format, in: .table)
        }
        checkSum(of: numbers, at: column.place)
    }

    /// An error when printed shares do not add up to 100 within their rounding.
    mutating func checkSum(
        of numbers: [(value: ExactDecimal, places: Int)],
        at place: Place
    ) {
        guard !numbers.isEmpty else { return }
        let most = numbers.map(\.places).max() ?? 0
        // In halves of the last decimal, so that the slack is whole.
        var (sum, slack) = (Int128(0), Int128(0))
        for number in numbers {
            let unit = powerOfTen(most - number.places)
            slack += unit
            sum += number.value.coefficient * powerOfTen(most - number.value.scale)
        }
        let miss = 2 * (sum - 100 * powerOfTen(most))
        guard abs(miss) > slack else { return }
        let style = NumberStyle(.fixed(most))
        let text = style.text(ExactDecimal(sum, scale: most))
        log.append(.sharesMissWhole(text, count: numbers.count, places: most, at: place))
    }
}

extension Figure {
    var isShare: Bool { key.measure == .share && unitOfMeasure == UnitKeys.percent }
}

extension Diagnostic {
    fileprivate static func sharesMissWhole(
        _ sum: String,
        count: Int,
        places: Int,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "compose.shares.miss-whole",
            at: place,
            value: sum,
            message: Bilingual(
                vi:
                    "\(count) tỷ trọng in trong cột này cộng lại bằng \(sum)%, lệch 100% nhiều hơn mức "
                    + "do làm tròn (\(count) × ½ × 10^-\(places))",
                en:
                    "The \(count) shares that this column prints add up to \(sum) %, which misses 100 by "
                    + "more than rounding explains (\(count) × ½ × 10^-\(places))"
            ),
            hint: Bilingual(
                vi: "In đủ các phần của tổng thể (bỏ top), bỏ dòng tổng, hoặc sửa số khai ở given",
                en:
                    "Print all parts of the whole (without top), drop the total row, or correct what is given"
            )
        )
    }
}
