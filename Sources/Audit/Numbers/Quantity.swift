import Vocabulary

/// A figure of a text: a number with what it counts or measures.
struct Quantity: Sendable {
    /// What a number is of.
    enum Dimension: Sendable, Hashable {
        case percent
        case points
        case times
        /// Money, and the currency where it is not the country's own.
        case money(String)
        /// What a noun counts; the noun stands for its synonyms.
        case counted(String)
        /// A number with nothing behind it.
        case bare
    }

    /// What a number says of its subject.
    enum Role: Sendable, Hashable {
        case level
        /// By how much something rose, or fell.
        case rise
        case fall
        /// A part in percent.
        case share
        /// Where a change began or ended: `từ 198 lên 232 HTX`.
        case from
        case to
    }

    /// As printed, in the printed unit.
    var number: PrintedNumber
    /// The whole of `225/232`.
    var whole: PrintedNumber?
    /// How many base units the printed unit is.
    var factor: ExactDecimal
    var dimension: Dimension
    /// What it is for one of: `HTX`, `người`; periods of time are left out.
    var per: [String] = []
    /// Whether it is for one period of time.
    var isPerPeriod = false
    var role: Role = .level
    /// `khoảng`, `gần`, `trên`.
    var isApproximate = false
    var isAverage = false
    /// One end of a range.
    var isRange = false
    /// Inside brackets.
    var depth = 0
    /// Number, unit and what it is for one of.
    var tokens: Range<Int>
    /// The number alone.
    var position: Int
    /// The words before it in its clause.
    var clause: Range<Int>
    /// The year that the sentence names last before it.
    var year: Int?

    /// The value in base units.
    var base: ExactDecimal? { number.value.multiplied(by: factor) }

    /// All values that are printed like this one.
    var span: Span? {
        guard case .counted = dimension, number.places == 0, factor == ExactDecimal(1) else {
            return Span(number, times: factor)
        }
        return Span(exactly: number.value)
    }

    var isChange: Bool { role == .rise || role == .fall }

    /// Whether two figures measure the same.
    func isComparable(to other: Quantity) -> Bool {
        dimension == other.dimension && per == other.per && isAverage == other.isAverage
            && isPerPeriod == other.isPerPeriod
    }
}

/// The values that may stand behind a printed number, both ends among them.
struct Span: Sendable {
    var low: ExactDecimal
    var high: ExactDecimal

    init(exactly value: ExactDecimal) { (low, high) = (value, value) }

    init?(_ low: ExactDecimal?, _ high: ExactDecimal?) {
        guard let low, let high else { return nil }
        (self.low, self.high) = (min(low, high), max(low, high))
    }

    /// What is rounded to the printed number.
    init?(_ number: PrintedNumber, times factor: ExactDecimal = ExactDecimal(1)) {
        guard number.places < 18 else { return nil }
        let half = ExactDecimal(5, scale: number.places + 1)
        self.init(
            number.value.subtracting(half)?.multiplied(by: factor),
            number.value.adding(half)?.multiplied(by: factor)
        )
    }

    func plus(_ other: Span) -> Span? { Span(low.adding(other.low), high.adding(other.high)) }

    func minus(_ other: Span) -> Span? {
        Span(low.subtracting(other.high), high.subtracting(other.low))
    }

    func times(_ factor: ExactDecimal) -> Span? {
        Span(low.multiplied(by: factor), high.multiplied(by: factor))
    }

    func meets(_ other: Span) -> Bool { low <= other.high && other.low <= high }

    /// Whether this one may be `factor` times `part` over `whole`; `nil` where that cannot be told.
    func mayBe(_ part: Span, over whole: Span, times factor: Int = 1) -> Bool? {
        guard whole.low > .zero else { return nil }
        // this × whole meets factor × part, by the four corners.
        let corners = [low, high].flatMap { one in
            [whole.low, whole.high].map { one.multiplied(by: $0) }
        }
        guard let scaled = part.times(ExactDecimal(factor)) else { return nil }
        let known = corners.compactMap { $0 }
        guard known.count == 4, let least = known.min(), let most = known.max() else { return nil }
        return least <= scaled.high && scaled.low <= most
    }
}
