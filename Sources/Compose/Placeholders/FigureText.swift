import PeriodModel
import StatisticsModel
import Vocabulary

/// Where a figure is printed: sentences and tables round and pad differently.
enum FigureSetting: Sendable {
    case sentence
    case table
}

/// Writes figures as the settings want them; the one place where a figure is rounded.
struct FigureText: Sendable {
    let settings: PeriodSettings

    /// The figure's text, or `nil` when it has no value or cannot be converted.
    func text(_ figure: Figure, _ format: FigureFormat, in setting: FigureSetting) -> String? {
        if format.content == .answers {
            let count = NumberStyle()
            return "\(count.text(ExactDecimal(figure.answers)))/"
                + count.text(ExactDecimal(figure.population))
        }
        guard let value = value(figure, in: format.unit) else { return nil }
        let unit = format.unit ?? self.unit(of: figure)
        let style = style(of: figure, value, format, in: setting)
        guard var number = value.rounded(to: style.decimals.places) else { return nil }
        if format.sign == .size { number = number.magnitude }
        let text = isYear(figure) ? Self.yearText(number) : style.text(number)
        return format.showsUnit ? unit?.text(after: text) ?? text : text
    }

    /// The number that `text` prints, and its decimals; `nil` where that prints none.
    func number(
        _ figure: Figure,
        _ format: FigureFormat,
        in setting: FigureSetting
    ) -> (value: ExactDecimal, places: Int)? {
        guard let value = value(figure, in: format.unit) else { return nil }
        let places = style(of: figure, value, format, in: setting).decimals.places
        return value.rounded(to: places).map { ($0, places) }
    }

    /// The figure's value in `unit`, or in its own; `nil` without a value or a way to convert it.
    func value(_ figure: Figure, in unit: UnitOfMeasure?) -> FigureValue? {
        guard let wanted = unit else { return figure.value }
        guard let own = self.unit(of: figure), own.dimension == wanted.dimension else { return nil }
        return figure.value?.converted(from: own.factor, to: wanted.factor)
    }

    /// The unit in which a figure stands: counts are counted in organisations.
    func unit(of figure: Figure) -> UnitOfMeasure? { unit(figure.unitOfMeasure) }

    /// The unit with this key.
    func unit(_ key: String) -> UnitOfMeasure? {
        switch key {
        case UnitKeys.organisation:
            UnitOfMeasure(
                key: UnitKeys.organisation,
                label: settings.wording.organisation,
                dimension: UnitKeys.organisation,
                factor: ExactDecimal(1)
            )
        case UnitKeys.percent:
            UnitOfMeasure(
                key: UnitKeys.percent,
                label: "%",
                dimension: UnitKeys.percent,
                factor: ExactDecimal(1),
                isTight: true
            )
        default: settings.unitOfMeasure(key)
        }
    }

    /// The decimals that the settings want where nothing else is asked.
    func decimals(of figure: Figure, in setting: FigureSetting) -> NumberStyle.Decimals {
        style(of: figure, figure.value ?? .decimal(.zero), FigureFormat(), in: setting).decimals
    }

    private func style(
        of figure: Figure,
        _ value: FigureValue,
        _ format: FigureFormat,
        in setting: FigureSetting
    ) -> NumberStyle {
        let rounding = settings.rounding
        var style = NumberStyle(showsPlus: format.sign == .signed)
        switch figure.unitOfMeasure {
        case UnitKeys.organisation:
            style.padsCounts =
                setting == .sentence && settings.wording.padsCounts && format.sign != .signed
        case UnitKeys.percent: style.decimals = rounding.percent
        default:
            style.decimals =
                switch (setting, figure.key.measure) {
                case (.sentence, _), (.table, .min), (.table, .max): rounding.text
                case (.table, .mean), (.table, .median), (.table, .q1), (.table, .q3),
                    (.table, .ratio):
                    rounding.mean
                case (.table, _): rounding.table
                }
        }
        if figure.isShare, case .digits(let digits) = rounding.shares {
            style.decimals = .fixed(Self.places(of: value, digits: digits))
        }
        if let places = format.places { style.decimals = .fixed(places) }
        if isYear(figure) { style.decimals = .upTo(1) }
        return style
    }

    private func isYear(_ figure: Figure) -> Bool {
        settings.schema.column(figure.key.baseIndicator)?.type == .year
    }

    /// The decimals that leave so many significant digits.
    private static func places(of value: FigureValue, digits: Int) -> Int {
        for places in stride(from: 12, through: 0, by: -1) {
            guard let rounded = value.rounded(to: places) else { continue }
            let written = rounded.magnitude.plain(places: places).utf8
                .filter { $0 != UInt8(ascii: ".") }
                .drop { $0 == UInt8(ascii: "0") }
            if written.count <= digits { return places }
        }
        return 0
    }

    /// Years are not grouped: `2014`, and `2014,5` for a median.
    private static func yearText(_ year: ExactDecimal) -> String {
        year.description.replacing(".", with: ",")
    }
}

extension String {
    /// Every `old` as `new`, without Foundation.
    fileprivate func replacing(_ old: Character, with new: Character) -> String {
        String(map { $0 == old ? new : $0 })
    }
}
