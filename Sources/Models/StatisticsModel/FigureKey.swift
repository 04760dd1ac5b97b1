/// The name of one figure, `INDICATOR.MEASURE[.UNIT[.SECTOR]]`, in texts and in `tidy.csv`.
package struct FigureKey: Sendable, Hashable {
    /// A column's key, `organisations` for their number, or `COLUMN=CODE` for those of a class.
    package var indicator: String
    package var measure: FigureMeasure
    /// A unit's code, or `all`.
    package var unit: String
    /// A sector's code, or `all`.
    package var sector: String

    /// The whole of all units, or of all sectors.
    package static let all = "all"
    /// The indicator whose count is the number of organisations, whatever they are called in print.
    package static let organisations = "htx"

    package init(
        _ indicator: String,
        _ measure: FigureMeasure,
        unit: String = all,
        sector: String = all
    ) {
        self.indicator = indicator
        self.measure = measure
        self.unit = unit
        self.sector = sector
    }
}

extension FigureKey: Comparable {
    /// The order of `tidy.csv`: unit, sector, indicator, measure, by code points.
    package static func < (left: FigureKey, right: FigureKey) -> Bool {
        if left.unit != right.unit { return left.unit < right.unit }
        if left.sector != right.sector { return left.sector < right.sector }
        if left.indicator != right.indicator { return left.indicator < right.indicator }
        return left.measure.rawValue < right.measure.rawValue
    }
}

extension FigureKey: CustomStringConvertible {
    /// The shortest form: `so_thanh_vien.sum`, `doanh_thu.mean.883`.
    package var description: String {
        if measure == .given { return "\(measure.rawValue).\(indicator)" }
        var text = "\(indicator).\(measure.rawValue)"
        if unit != Self.all || sector != Self.all { text += ".\(unit)" }
        if sector != Self.all { text += ".\(sector)" }
        return text
    }
}

extension FigureKey {
    /// Reads `INDICATOR.MEASURE[.UNIT[.SECTOR]]`; the indicator ends before the first word that names a
    /// measure, so that codes may hold a dot.
    package init?(_ text: String) {
        let words = text.utf8.split(
            separator: UInt8(ascii: "."),
            omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard !words.contains(""),
            let position = words.dropFirst().firstIndex(where: {
                FigureMeasure(rawValue: $0) != nil
            }),
            let measure = FigureMeasure(rawValue: words[position])
        else { return nil }
        let places = Array(words[(position + 1)...])
        guard places.count <= 2 else { return nil }
        self.init(
            words[..<position].joined(separator: "."),
            measure,
            unit: places.first ?? Self.all,
            sector: places.count == 2 ? places[1] : Self.all
        )
    }
}

/// What is computed of an indicator.
package enum FigureMeasure: String, Sendable, Hashable, CaseIterable {
    /// Number of organisations.
    case count
    case sum
    /// Sum by answers.
    case mean
    /// Middle value; of an even number of values the mean of the two middle ones.
    case median
    case min
    case max
    /// Percent of the same measure over all sectors (or classes) of the unit; of the province for a
    /// unit's total.
    case share
    /// This period less the previous one.
    case change
    /// The change in percent of the previous period.
    case growth
    /// Organisations that the previous period did not have.
    case entered
    /// Organisations of the previous period that this one does not have.
    case left
    /// Stated by someone, not computed: the figure `given.KEY`, whose indicator is KEY.
    case given

    /// Whether `tidy.csv` prints it.
    package var isPublished: Bool { self != .entered && self != .left && self != .given }
}
