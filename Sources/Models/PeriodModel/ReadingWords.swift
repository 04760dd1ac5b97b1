package import Vocabulary

/// Other names of a unit of measure: `trđ` is 1000000 `đồng`.
package struct UnitSpelling: Sendable, Hashable {
    /// The label of a unit of the settings.
    package var unit: String
    /// How many of it these names mean.
    package var times: ExactDecimal
    /// The names, the one for people first.
    package var names: [String]

    package init(unit: String, times: ExactDecimal, names: [String]) {
        self.unit = unit
        self.times = times
        self.names = names
    }
}

/// The words by which rows and cells of a submission are recognised, from `Templates/reading.yaml`.
///
/// They compare as folded names: case, blanks, composition and the place of tone marks do not matter.
package struct ReadingWords: Sendable, Hashable {
    /// What a total row is called: `Tổng cộng`, `Cộng`, `Toàn huyện`.
    package var totals: [String]
    /// How the lines below a table begin: `Người lập biểu`, `Thủ trưởng đơn vị`.
    package var footers: [String]
    /// How a line that names the unit of measure begins: `ĐVT`, `Đơn vị tính`.
    package var unitLines: [String]
    /// How tables write units of measure beside the labels of the settings.
    package var unitSpellings: [UnitSpelling]
    /// How notes below a table begin: `Ghi chú`, `(*)`.
    package var footnotes: [String]
    /// Cells that say that there is none: `-`.
    package var none: [String]
    /// Cells that say that it is not known: `…`, `x`, `KBC`.
    package var unknown: [String]
    /// Headings of columns that carry no data: `STT`, `Ghi chú`.
    package var ignoredHeadings: [String]
    /// Words of group headings above figures of another kind: `Kế hoạch`, `Năm trước`; such a column is
    /// never taken for this period's own.
    package var otherFigures: [String]
    /// Short forms in names of units, without the dot: `H` is `huyện`.
    package var abbreviations: [String: String]

    package init(
        totals: [String] = [],
        footers: [String] = [],
        unitLines: [String] = [],
        unitSpellings: [UnitSpelling] = [],
        footnotes: [String] = [],
        none: [String] = [],
        unknown: [String] = [],
        ignoredHeadings: [String] = [],
        otherFigures: [String] = [],
        abbreviations: [String: String] = [:]
    ) {
        self.totals = totals
        self.footers = footers
        self.unitLines = unitLines
        self.unitSpellings = unitSpellings
        self.footnotes = footnotes
        self.none = none
        self.unknown = unknown
        self.ignoredHeadings = ignoredHeadings
        self.otherFigures = otherFigures
        self.abbreviations = abbreviations
    }
}
