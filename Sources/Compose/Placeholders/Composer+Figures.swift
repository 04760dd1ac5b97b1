import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// The figure that a name means in a scope: what the name leaves out comes from the scope.
    func figure(_ name: String, in scope: Scope) -> Figure? {
        let prefix = "previous."
        let isPrevious = name.hasPrefix(prefix)
        let text = isPrevious ? String(name.dropFirst(prefix.count)) : name
        guard let statistics = isPrevious ? material.previous : material.statistics else {
            return nil
        }
        var named = text
        if let (column, value) = scope.classValue, text.isOf("class") {
            named = "\(column.key)=\(value.code)" + text.dropFirst("class".count)
        }
        if let column = scope.measure, text.isOf("measure") {
            named = column.key + text.dropFirst("measure".count)
        }
        if let column = scope.classTotal, text.isOf("class") {
            return classTotal(column, String(text.dropFirst("class".count)), statistics, in: scope)
        }
        if !isPrevious, text.hasPrefix("given.") { return givenFigure(text) }
        guard var key = FigureKey(named) else { return nil }
        if key.population == nil, let population = scope.population {
            key.indicator = FigureKey.indicator(key.indicator, of: population.key)
        }
        let parts = named.utf8.count { $0 == UInt8(ascii: ".") } + 1
        if parts < 3, let unit = scope.unit { key.unit = unit.code }
        if parts < 4, let sector = scope.sector { key.sector = sector.code }
        if let figure = statistics[key] { return figure }
        if text.isOf("measure"), key.measure.isPublished { return inapplicable(key) }
        return isPrevious ? absentBefore(key) : nil
    }

    /// The key by which the figure of a name can be traced; `nil` when it has none, or figures lead nowhere.
    func figureKey(_ name: String, in scope: Scope) -> String? {
        guard material.definitions != nil else { return nil }
        if let given = given(name, in: scope) { return "given.\(given.key)" }
        // A total over classes is a sum that the table makes.
        guard scope.classTotal == nil || !name.hasPrefix("class."),
            let figure = figure(name, in: scope)
        else { return nil }
        let isPrevious = name.hasPrefix("previous.")
        let statistics = isPrevious ? material.previous : material.statistics
        guard statistics?[figure.key] != nil else { return nil }
        return FigureName(figure.key, isPrevious: isPrevious).description
    }

    /// `given.KEY`, or `given.value` of the member at hand: a value that rows cannot give.
    func given(_ name: String, in scope: Scope) -> GivenFigure? {
        name == "given.value" ? scope.given : settings.given.first { "given.\($0.key)" == name }
    }

    /// What is not computed of a column's type, such as the sum of years: known, and without a value.
    private func inapplicable(_ key: FigureKey) -> Figure {
        Figure(
            key: key,
            value: nil,
            unitOfMeasure: "",
            answers: 1,
            population: 1,
            status: .missing
        )
    }

    /// The total over all classes of a column: those that answered; their share is 100.
    private func classTotal(
        _ column: Column,
        _ rest: String,
        _ statistics: Statistics,
        in scope: Scope
    ) -> Figure? {
        guard let own = FigureKey(column.key + rest) else { return nil }
        let measure = own.measure
        let population = own.population ?? scope.population?.key
        let parts = column.codes.compactMap { code in
            statistics[
                FigureKey(
                    FigureKey.indicator("\(column.key)=\(code.code)", of: population),
                    measure,
                    unit: scope.unit?.code ?? FigureKey.all,
                    sector: scope.sector?.code ?? FigureKey.all
                )
            ]
        }
        guard var total = parts.first, parts.count == column.codes.count else { return nil }
        switch measure {
        case .count, .change:
            var sum: ExactDecimal? = .zero
            for part in parts {
                guard case .decimal(let value)? = part.value else {
                    sum = nil
                    break
                }
                sum = sum?.adding(value)
            }
            total.value = sum.map(FigureValue.decimal)
        case .share: total.value = total.value.map { _ in .decimal(ExactDecimal(100)) }
        default: total.value = nil
        }
        return total
    }

    /// A figure that rows cannot give, by its name in texts.
    private func givenFigure(_ name: String) -> Figure? {
        settings.given.first { "given.\($0.key)" == name }.map { given in
            Figure(
                key: FigureKey(given.key, .sum),
                value: .decimal(given.value),
                unitOfMeasure: given.unitOfMeasure,
                answers: 1,
                population: 1,
                status: .normal
            )
        }
    }

    /// A member that the previous period did not know has no figure there, but its name is right.
    private func absentBefore(_ key: FigureKey) -> Figure? {
        guard let now = material.statistics[key] else { return nil }
        return Figure(
            key: key,
            value: nil,
            unitOfMeasure: now.unitOfMeasure,
            answers: 0,
            population: 0,
            status: .missing
        )
    }

    /// Every name that a placeholder may use in a scope, for "did you mean".
    func knownNames(in scope: Scope) -> [String] {
        let figures = material.statistics.indicators.flatMap { indicator in
            FigureMeasure.allCases.map { "\(indicator).\($0.rawValue)" }
        }.filter { name in FigureKey(name).map { material.statistics[$0] != nil } ?? false }
        return figures + figures.map { "previous.\($0)" } + wordNames(in: scope)
            + phrases.keys.map { "phrase.\($0)" } + labels.keys
            + settings.given.map { "given.\($0.key)" }
    }
}

extension String {
    /// Whether it is a key of `word`, of whatever population: `class.count`, `class@hoat_dong.count`.
    fileprivate func isOf(_ word: String) -> Bool {
        hasPrefix("\(word).") || hasPrefix("\(word)\(FigureKey.populationMark)")
    }
}
