import Compose
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// A figure that is printed as a number that was asked for.
struct PrintedFigure {
    var words: ExplainedFigure
    /// Where the report prints it, empty before its first heading; `nil` where only the settings would print it so.
    var place: String?
}

extension TracedFigures {
    /// The figures that print as `text`: those that the report prints so first, then all others whose value is
    /// written so by the rounding of the settings.
    func figures(printedAs text: String, in report: PreparedReport?) -> [PrintedFigure] {
        let wanted = text.printedKey
        guard !wanted.isEmpty else { return [] }
        var printed: [String: String] = [:]
        let mentions = report.map { figureMentions(in: $0.document) } ?? []
        for mention in mentions where printed[mention.key] == nil {
            let bare = mention.text.filter { !$0.isLetter && $0 != "%" }
            if mention.text.printedKey == wanted || bare.printedKey == wanted {
                printed[mention.key] = mention.place
            }
        }
        var found: [PrintedFigure] = []
        for (figures, isPrevious) in [(statistics, false), (statisticsBefore, true)] {
            for figure in figures?.figures ?? [] {
                let name = FigureName(figure.key, isPrevious: isPrevious)
                let place = printed[name.description]
                guard place != nil || writer.printedForms(of: figure).contains(wanted),
                    let words = explained(name)
                else { continue }
                found.append(PrintedFigure(words: words, place: place))
            }
        }
        for given in settings.given {
            let figure = Figure(
                key: FigureKey(given.key, .given),
                value: .decimal(given.value),
                unitOfMeasure: given.unitOfMeasure,
                answers: 1,
                population: 1,
                status: .normal
            )
            if writer.printedForms(of: figure).contains(wanted) {
                found.append(PrintedFigure(words: writer.explained(given), place: nil))
            }
        }
        return found.filter { $0.place != nil } + found.filter { $0.place == nil }
    }
}
