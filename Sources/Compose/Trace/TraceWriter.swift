package import DatasetModel
import Diagnostics
package import PeriodModel
package import StatisticsModel
import Vocabulary

/// A figure explained, as people read it.
package struct ExplainedFigure: Sendable {
    /// A value of the formula.
    package struct Operand: Sendable {
        package var label: String
        /// The figure's key; `nil` when it has none.
        package var key: String?
        /// As in `tidy.csv`, or words; `nil` when it is not known.
        package var value: String?
        /// As printed, with its unit.
        package var shown: String
    }

    package var key: String
    package var definition: String
    package var formula: String
    package var operands: [Operand]
    package var rounding: Operand?
    /// As in `tidy.csv`; `nil` without a value.
    package var value: String?
    /// As sentences print it; `nil` without a value.
    package var printed: String?
}

/// Puts figures into the words of `definitions.yaml`.
package struct TraceWriter: Sendable {
    let definitions: FigureDefinitions
    private let settings: PeriodSettings
    private let text: FigureText
    /// The words of the period before; `nil` when there is none.
    private let previous: PeriodSettings?

    package init(
        _ definitions: FigureDefinitions,
        settings: PeriodSettings,
        previous: PeriodSettings?
    ) {
        self.definitions = definitions
        self.settings = settings
        self.previous = previous
        text = FigureText(settings: settings)
    }

    /// Definition, formula, operands and rounding of a figure.
    package func explained(_ trace: FigureTrace) -> ExplainedFigure {
        let figure = trace.figure
        let values = values(of: trace.name)
        let words = definitions.measures[figure.key.measure]
        let isClass = column(of: figure.key.indicator)?.value != nil
        let formula = isClass ? words?.classFormula ?? words?.formula : words?.formula
        return ExplainedFigure(
            key: trace.name.description,
            definition: words?.definition.filled(values).capitalisingFirst ?? "",
            formula: formula?.filled(values) ?? "",
            operands: trace.operands.map { operand($0, values) },
            rounding: rounding(of: figure),
            value: published(figure.value),
            printed: text.text(figure, FigureFormat(), in: .sentence)
        )
    }

    /// A figure that settings give.
    package func explained(_ given: GivenFigure) -> ExplainedFigure {
        let words = definitions.measures[.given]
        let values = [
            "label": given.label, "source": given.source, "date": given.date.vietnamese,
        ]
        let figure = Figure(
            key: FigureKey(given.key, .given),
            value: .decimal(given.value),
            unitOfMeasure: given.unitOfMeasure,
            answers: 1,
            population: 1,
            status: .normal
        )
        return ExplainedFigure(
            key: figure.key.description,
            definition: words?.definition.filled(values).capitalisingFirst ?? "",
            formula: words?.formula.filled(values) ?? "",
            operands: [],
            rounding: rounding(of: figure),
            value: given.value.description,
            printed: text.text(figure, FigureFormat(), in: .sentence)
        )
    }

    /// What was said about a cell after it was received; `nil` when it was not put right.
    package func explained(_ amendment: Amendment) -> ExplainedFigure.Operand {
        let kind: FigureDefinitions.Amended =
            switch (amendment.decision, amendment.source) {
            case (.confirmed, _): .confirmed
            case (.replaced, .answer): .answer
            case (.replaced, .correction): .correction
            }
        let line = amendment.place.line.map { ":\($0)" } ?? ""
        let words =
            definitions.amendments[kind]?.filled([
                "cell": "\(amendment.file):\(amendment.cell)",
                "old": amendment.old.printable,
                "new": amendment.new?.printable ?? "",
                "place": amendment.place.file + line,
            ]) ?? ""
        return ExplainedFigure.Operand(
            label: word(.amendment),
            key: nil,
            value: words,
            shown: words
        )
    }

    /// Every form in which a figure may be printed: in sentences and tables, in each unit of its kind, with and
    /// without the unit and a plus.
    package func printedForms(of figure: Figure) -> Set<String> {
        var forms: Set<String> = []
        let own = text.unit(of: figure)
        let units = settings.unitsOfMeasure.filter { $0.dimension == own?.dimension }
        var format = FigureFormat()
        for unit in units.isEmpty ? [nil] : units.map(Optional.some) {
            format.unit = unit
            for setting in [FigureSetting.sentence, .table] {
                for sign in [FigureFormat.Sign.plain, .signed, .size] {
                    for showsUnit in [true, false] {
                        format.sign = sign
                        format.showsUnit = showsUnit
                        if let form = text.text(figure, format, in: setting) {
                            forms.insert(form.printedKey)
                        }
                    }
                }
            }
        }
        return forms
    }

    // MARK: Words

    func word(_ word: FigureDefinitions.OtherWord) -> String {
        definitions.operands[word.rawValue]?.filled([:]) ?? word.rawValue
    }

    /// Answers of population, in words.
    func answers(of figure: Figure) -> String {
        let count = NumberStyle()
        return definitions.page.answers.filled([
            "organisation": settings.wording.organisation,
            "n": count.text(ExactDecimal(figure.answers)),
            "N": count.text(ExactDecimal(figure.population)),
        ])
    }

    private func operand(_ operand: TraceOperand, _ values: [String: String])
        -> ExplainedFigure.Operand
    {
        ExplainedFigure.Operand(
            label: definitions.operands[operand.role.rawValue]?.filled(values) ?? "",
            key: operand.name?.description,
            value: published(operand.value),
            shown: shown(operand.value, operand.unitOfMeasure)
        )
    }

    /// A value with all its decimals and its unit.
    func shown(_ value: FigureValue?, _ unitOfMeasure: String) -> String {
        guard let number = value?.rounded(to: FigureValue.publishedDecimals) else {
            return word(.unknown)
        }
        let written = NumberStyle(.upTo(FigureValue.publishedDecimals)).text(number)
        return text.unit(unitOfMeasure)?.text(after: written) ?? written
    }

    private func published(_ value: FigureValue?) -> String? {
        value?.rounded(to: FigureValue.publishedDecimals)?.description
    }

    private func rounding(of figure: Figure) -> ExplainedFigure.Operand {
        func decimals(_ setting: FigureSetting) -> String {
            let decimals = text.decimals(of: figure, in: setting)
            let words =
                switch decimals {
                case .fixed: definitions.rounding.fixed
                case .upTo: definitions.rounding.upTo
                }
            return words.filled(["places": String(decimals.places)])
        }
        let rule = definitions.rounding.rule.filled([
            "text": decimals(.sentence), "table": decimals(.table),
        ])
        return ExplainedFigure.Operand(label: word(.rounding), key: nil, value: rule, shown: rule)
    }

    private func column(of indicator: String) -> (column: Column, value: CodeValue?)? {
        let indicator = FigureKey(indicator, .count).baseIndicator
        if let column = settings.schema.column(indicator) { return (column, nil) }
        for column in settings.schema.classColumns {
            for value in column.codes where "\(column.key)=\(value.code)" == indicator {
                return (column, value)
            }
        }
        return nil
    }

    /// The population of which a figure speaks; `nil` for every organisation.
    private func population(
        of key: FigureKey,
        _ column: Column?,
        _ ratio: RatioIndicator?,
        _ settings: PeriodSettings
    ) -> Population? {
        (key.population ?? column?.population ?? ratio?.population).flatMap(settings.population)
    }

    /// What the slots of the words stand for.
    private func values(of name: FigureName) -> [String: String] {
        let settings = name.isPrevious ? previous ?? self.settings : self.settings
        let key = name.key
        let column = column(of: key.indicator)
        var values = [
            "organisation": settings.wording.organisation,
            "organisation.name": settings.wording.organisationName,
            "province": settings.province.title,
            "cutoff": settings.period.cutoff.vietnamese,
            "year": String(settings.period.year),
            "previous-year": String(previous?.period.year ?? settings.period.year - 1),
            "column": column?.column.label ?? "",
            "class": column?.value?.label ?? "",
            "unit": settings.units.first { $0.code == key.unit }?.title ?? key.unit,
            "sector": settings.sectors.first { $0.code == key.sector }?.label ?? key.sector,
        ]
        let hasUnit = key.unit != FigureKey.all
        let wide = definitions.places[hasUnit ? .unit : .all]?.filled(values) ?? ""
        let sector =
            key.sector == FigureKey.all ? "" : definitions.places[.sector]?.filled(values) ?? ""
        let ratio = settings.ratios.first { $0.key == key.baseIndicator }
        values["ratio"] = ratio?.label ?? ""
        let population = population(of: key, column?.column, ratio, settings)
        values["population"] = population?.label ?? ""
        let part = population == nil ? "" : definitions.places[.population]?.filled(values) ?? ""
        values["place"] = [part, sector, wide].filter { !$0.isEmpty }.joined(separator: " ")
        let subject: FigureDefinitions.Subject =
            ratio != nil
            ? .ratio : column.map { $0.value == nil ? .column : .classValue } ?? .organisations
        let base = subject == .column ? .total : subject
        values["subject"] = definitions.subjects[subject]?.filled(values) ?? ""
        values["base"] = definitions.subjects[base]?.filled(values) ?? ""
        let whole: FigureDefinitions.Whole =
            subject == .classValue
            ? .classValue : hasUnit && key.sector != FigureKey.all ? .unit : .all
        values["whole"] =
            definitions.wholes[whole]?.filled(values.merging(["place": wide]) { $1 }) ?? ""
        return values
    }
}

extension String {
    /// A printed figure without its blanks, capitals as small letters: what it is compared by.
    package var printedKey: String {
        String(composed.lowercased().filter { !$0.isWhitespace && $0 != "\u{2060}" })
    }
}
