import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// The text with each placeholder replaced; what values hold is never read as markup.
    mutating func inlines(_ text: TemplateText, in scope: Scope) -> [Inline] {
        text.segments.flatMap { segment -> [Inline] in
            switch segment {
            case .literal(let literal): [.text(literal)]
            case .placeholder(let placeholder): inlines(placeholder, in: scope)
            }
        }
    }

    /// The text with each placeholder replaced, links as their words.
    mutating func plainText(_ text: TemplateText, in scope: Scope) -> String {
        inlines(text, in: scope).plainText.collapsingBlanks
    }

    /// The same with numbers and their units on one line.
    mutating func boundText(_ text: TemplateText, in scope: Scope) -> String {
        order.binding.bound([.text(plainText(text, in: scope))]).plainText
    }

    private mutating func inlines(_ placeholder: Placeholder, in scope: Scope) -> [Inline] {
        let name = placeholder.name
        if let label = labels[name] {
            return [.link(.anchor(label.anchor), [.text(label.text)])]
        }
        if name.hasPrefix("phrase.") {
            return phraseInlines(
                String(name.dropFirst("phrase.".count)),
                at: placeholder.place,
                in: scope
            )
        }
        if let word = word(name, in: scope) { return [.text(word)] }
        let text = givenText(placeholder, in: scope) ?? figureText(placeholder, in: scope)
        guard let key = figureKey(name, in: scope) else { return [.text(text)] }
        return [.link(.figure(key), [.text(text)])]
    }

    /// A value that rows cannot give, as it is printed; `nil` when the name is none.
    private mutating func givenText(_ placeholder: Placeholder, in scope: Scope) -> String? {
        guard let given = given(placeholder.name, in: scope) else { return nil }
        let figure = Figure(
            key: FigureKey(given.key, .sum),
            value: .decimal(given.value),
            unitOfMeasure: given.unitOfMeasure,
            answers: 1,
            population: 1,
            status: .normal
        )
        return printed(figure, placeholder, in: .sentence)
    }

    private mutating func figureText(_ placeholder: Placeholder, in scope: Scope) -> String {
        let name = placeholder.name
        guard let figure = figure(name, in: scope) else {
            log.append(.unknownName(name, among: knownNames(in: scope), at: placeholder.place))
            return "[?\(name)?]"
        }
        return printed(figure, placeholder, in: scope.setting)
    }

    private mutating func printed(
        _ figure: Figure,
        _ placeholder: Placeholder,
        in setting: FigureSetting
    ) -> String {
        let format = FigureFormat(
            placeholder.formats,
            units: settings.unitsOfMeasure,
            showsUnit: true,
            at: placeholder.place,
            log: &log
        )
        if format.content == .population { return populationPhrase(of: figure.key) }
        if let text = text(of: figure, named: placeholder.name, format, in: setting) {
            return text
        }
        if figure.status == .suppressed {
            suppressions += 1
            return setting == .table ? order.words.suppressed : order.words.suppressedText
        }
        log.append(
            figure.value == nil
                ? .noValue(placeholder.name, at: placeholder.place)
                : .wrongUnit(placeholder.name, at: placeholder.place)
        )
        return "[?\(placeholder.name)?]"
    }
}

extension String {
    /// Runs of blanks as one, and none at the ends or before `,` `.` `;` `:` `)`.
    var collapsingBlanks: String {
        if hasBlanksInOrder(after: " "), utf8.last != UInt8(ascii: " ") { return self }
        var text = ""
        for character in self {
            if character == " " {
                if text.isEmpty || text.last == " " { continue }
            } else if ",.;:)".contains(character), text.last == " " {
                text.removeLast()
            }
            text.append(character)
        }
        if text.last == " " { text.removeLast() }
        return text
    }
}
