package import Vocabulary

/// One computed figure with the population that it speaks of.
package struct Figure: Sendable, Hashable {
    /// SDMX observation status (OBS_STATUS).
    package enum Status: String, Sendable {
        case normal = "A"
        case missing = "O"
        case suppressed = "Q"
        case estimated = "E"
    }

    package var key: FigureKey
    /// `nil` when it cannot be computed.
    package var value: FigureValue?
    /// Key of the unit of measure of `value`.
    package var unitOfMeasure: String
    /// How many organisations answered (n).
    package var answers: Int
    /// How many organisations the figure speaks of (N).
    package var population: Int
    package var status: Status

    package init(
        key: FigureKey,
        value: FigureValue?,
        unitOfMeasure: String,
        answers: Int,
        population: Int,
        status: Status
    ) {
        self.key = key
        self.value = value
        self.unitOfMeasure = unitOfMeasure
        self.answers = answers
        self.population = population
        self.status = status
    }
}

/// An exact value: whole, decimal or a quotient that is rounded when it is printed.
package enum FigureValue: Sendable, Hashable {
    case decimal(ExactDecimal)
    case ratio(ExactRatio)

    /// Decimals of published data: a value that does not end within them is rounded there.
    package static let publishedDecimals = 12

    /// Rounded to `places` decimals, half away from zero; `nil` when it does not fit.
    package func rounded(to places: Int) -> ExactDecimal? {
        switch self {
        case .decimal(let value): value.rounded(to: places)
        case .ratio(let ratio): ratio.rounded(to: places)
        }
    }

    /// The value times `from` over `to`: its conversion between two units of measure.
    package func converted(from: ExactDecimal, to: ExactDecimal) -> FigureValue? {
        if from == to { return self }
        switch self {
        case .decimal(let value):
            return value.multiplied(by: from).flatMap { ExactRatio($0, over: to) }.map(Self.ratio)
        case .ratio(let ratio):
            guard let numerator = ratio.numerator.multiplied(by: from),
                let denominator = ratio.denominator.multiplied(by: to)
            else { return nil }
            return ExactRatio(numerator, over: denominator).map(Self.ratio)
        }
    }

    /// For geometry only (chart positions); never for a printed figure.
    package var approximation: Double {
        switch self {
        case .decimal(let value): value.approximation
        case .ratio(let ratio): ratio.approximation
        }
    }
}
