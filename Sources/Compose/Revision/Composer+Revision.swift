import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// What a name says of the edition before; `nil` when it is none of these.
    func revisionWord(_ name: String, in scope: Scope) -> String? {
        if let restated = scope.restatement, let word = word(name, of: restated) { return word }
        if let change = scope.formChange, let word = word(name, of: change) { return word }
        let (replaced, issued) = (settings.editions.replaced, material.revision.issued)
        switch name {
        case "restatements.count":
            return NumberStyle().text(ExactDecimal(material.revision.restatements.count))
        case "replaced.number":
            // Blanks that stay blanks in running text.
            let number =
                (replaced.number ?? issued.number).map(padded)
                ?? String(repeating: "\u{A0}", count: 8)
            let symbol = replaced.symbol ?? issued.symbol ?? settings.agency.symbol
            return "\(number)/\(symbol)"
        case "replaced.date": return order.words.dateText(replaced.date ?? issued.date)
        default: return nil
        }
    }

    private func word(_ name: String, of restated: RestatedFigure) -> String? {
        switch name {
        case "restatement.figure": title(of: restated.old.key)
        case "restatement.place": place(of: restated.old.key)
        case "restatement.unit": (restated.new ?? restated.old).unitLabel(figureText)
        case "restatement.old": texts(of: restated).old
        case "restatement.new": texts(of: restated).new
        case "restatement.reason": restated.reason
        case "restatement.source": restated.source
        case "restatement.key": restated.key
        default: nil
        }
    }

    private func word(_ name: String, of change: FormChange) -> String? {
        switch name {
        case "form-change.name": self.name(ofSetting: change.path)
        case "form-change.old": shown(change.old, of: change)
        case "form-change.new": shown(change.new, of: change)
        case "form-change.correction": correction(change)
        default: nil
        }
    }

    /// What was written and what is to be read, or what is added or left out.
    private func correction(_ change: FormChange) -> String {
        let key =
            switch (change.old ?? "", change.new ?? "") {
            case ("", _): "form-added"
            case (_, ""): "form-removed"
            default: "form-changed"
            }
        let words = order.words.names[key] ?? "{old} → {new}"
        return words.replacing("{old}", with: shown(change.old, of: change))
            .replacing("{new}", with: shown(change.new, of: change))
    }

    private func shown(_ text: String?, of change: FormChange) -> String {
        guard let text, !text.isEmpty else { return order.words.empty }
        if let date = CalendarDate(iso: text) { return date.vietnamese }
        guard change.path.hasPrefix("theme.") else { return text.printable }
        if let number = ExactDecimal(plain: text) { return NumberStyle(.upTo(18)).text(number) }
        // Of a face its file says enough, not where a machine keeps it.
        return (text.split(separator: "/").last.map(String.init) ?? text).printable
    }

    /// The name of a setting, or of what holds it.
    private func name(ofSetting path: String) -> String {
        var words = path.split(separator: ".")
        while !words.isEmpty {
            if let name = order.words.names[words.joined(separator: ".")] { return name }
            words.removeLast()
        }
        return path
    }

    // MARK: figures in words

    /// Indicator and measure: `Doanh thu, bình quân`.
    private func title(of key: FigureKey) -> String {
        if key.measure == .given {
            return settings.given.first { $0.key == key.indicator }?.label ?? key.indicator
        }
        let measure = order.words.names[key.measure.rawValue] ?? key.measure.rawValue
        return "\(label(of: key.indicator)), \(measure)"
    }

    private func label(of indicator: String) -> String {
        if indicator == FigureKey.organisations {
            return settings.wording.organisationName.capitalisingFirst
        }
        if let column = settings.schema.column(indicator) { return column.label }
        let parts = indicator.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let column = settings.schema.column(parts[0]) else {
            return indicator
        }
        let value = column.codes.first { $0.code == parts[1] }?.label ?? parts[1]
        return "\(column.label): \(value)"
    }

    /// The unit and sector that a figure speaks of; the province for the whole.
    private func place(of key: FigureKey) -> String {
        var words: [String] = []
        if key.unit == FigureKey.all {
            words.append(settings.province.title.capitalisingFirst)
        } else {
            let unit = settings.units.first { $0.code == key.unit }
            words.append(unit?.title.capitalisingFirst ?? key.unit)
        }
        if key.sector != FigureKey.all {
            words.append(settings.sectors.first { $0.code == key.sector }?.label ?? key.sector)
        }
        return words.joined(separator: ", ")
    }

    /// Both values as tables print them, with as many decimals as tell them apart.
    private func texts(of restated: RestatedFigure) -> (old: String, new: String) {
        var format = FigureFormat()
        format.showsUnit =
            restated.new.map { $0.unitOfMeasure != restated.old.unitOfMeasure } ?? false
        guard let new = restated.new else {
            return (
                text(restated.old, format),
                order.words.names["withdrawn"] ?? order.words.notApplicable
            )
        }
        var texts = (old: text(restated.old, format), new: text(new, format))
        guard restated.old.value != new.value else { return texts }
        var places = 0
        while texts.old == texts.new, places < FigureValue.publishedDecimals {
            places += 1
            format.places = places
            texts = (text(restated.old, format), text(new, format))
        }
        return texts
    }

    private func text(_ figure: Figure, _ format: FigureFormat) -> String {
        figureText.text(figure, format, in: .table) ?? order.words.unknown
    }
}

extension Figure {
    fileprivate func unitLabel(_ text: FigureText) -> String {
        text.unit(of: self)?.label ?? ""
    }
}
