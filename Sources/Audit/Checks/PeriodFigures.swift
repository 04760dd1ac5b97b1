package import PeriodModel
package import StatisticsModel
import Vocabulary

/// The figures of a period under the names by which texts call them.
package struct PeriodFigures: Sendable {
    /// What a phrase names.
    enum Name: Hashable, Sendable {
        case column(String)
        case sector(String)
        case unit(String)
        /// `COLUMN=CODE`.
        case classOf(String)
        /// The whole territory.
        case province
        /// What is counted.
        case organisation
    }

    let settings: PeriodSettings
    private let now: Statistics
    private let before: Statistics?
    private let names: [(name: Name, phrases: PhraseList)]

    /// `before` are the figures of the previous period, where there is one.
    package init(settings: PeriodSettings, now: Statistics, before: Statistics?) {
        self.settings = settings
        self.now = now
        self.before = before
        var names: [(name: Name, phrases: PhraseList)] = []
        func add(_ name: Name, _ texts: [String]) {
            names.append((name, PhraseList(texts.filter { !$0.isEmpty })))
        }
        for column in settings.schema.measureColumns {
            add(.column(column.key), [column.label, column.short] + column.aliases)
        }
        for sector in settings.sectors {
            add(.sector(sector.code), [sector.label, sector.phrase] + sector.aliases)
        }
        for unit in settings.units {
            add(.unit(unit.code), [unit.title, unit.name] + unit.aliases)
        }
        for column in settings.schema.classColumns {
            for code in column.codes {
                add(.classOf("\(column.key)=\(code.code)"), [code.label] + code.aliases)
            }
        }
        let province = settings.province
        add(.province, [province.title, province.name, "toàn \(province.type)"])
        add(.organisation, [settings.wording.organisation, settings.wording.organisationName])
        self.names = names
    }

    /// The longest name at a token.
    func name(at start: Int, in tokens: [Token]) -> (name: Name, length: Int)? {
        var found: (name: Name, length: Int)?
        for (name, phrases) in names {
            if let length = phrases.length(at: start, in: tokens), length > found?.length ?? 0 {
                found = (name, length)
            }
        }
        return found
    }

    /// The figure of a key in a year that is known.
    func figure(_ key: FigureKey, year: Int?) -> Figure? {
        let year = year ?? now.year
        if year == now.year { return now[key] }
        return year == before?.year ? before?[key] : nil
    }

    /// The value of a figure in base units of its dimension.
    func base(of figure: Figure) -> FigureValue? {
        guard figure.status == .normal, let value = figure.value else { return nil }
        guard let unit = settings.unitOfMeasure(figure.unitOfMeasure) else { return value }
        return value.converted(from: unit.factor, to: ExactDecimal(1))
    }

    /// Whether the rows of some column add up to this; `nil` value is none.
    func sum(of base: ExactDecimal?) -> Bool {
        guard let base else { return false }
        return settings.schema.measureColumns.contains { column in
            figure(FigureKey(column.key, .sum), year: nil).flatMap(self.base)?.equals(base) == true
        }
    }

    /// Whether a column is money or another thing that the quantity measures too.
    func measures(_ column: String, _ quantity: Quantity, _ words: AuditWords) -> Bool {
        guard let key = settings.schema.column(column)?.unitOfMeasure,
            let unit = settings.unitOfMeasure(key)
        else { return false }
        let tokens = TokenScanner.tokens(of: Array("1 \(unit.label)".unicodeScalars))
        guard let own = QuantityReader.quantities(of: tokens, words: words).first else {
            return false
        }
        return own.dimension == quantity.dimension
    }
}

extension FigureValue {
    /// Whether it is this number exactly.
    fileprivate func equals(_ number: ExactDecimal) -> Bool {
        switch self {
        case .decimal(let value): value == number
        case .ratio(let ratio): ratio.exact(within: 12) == number
        }
    }

    /// Whether a printed number may be it, rounded.
    func isPrinted(as span: Span) -> Bool {
        switch self {
        case .decimal(let value): span.meets(Span(exactly: value))
        case .ratio(let ratio):
            span.mayBe(Span(exactly: ratio.numerator), over: Span(exactly: ratio.denominator))
                ?? true
        }
    }
}
