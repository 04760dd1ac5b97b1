import StatisticsModel

/// The words by which figures are explained (`definitions.yaml`).
package struct FigureDefinitions: Sendable {
    var subjects: [Subject: TemplateText]
    var places: [Whereabouts: TemplateText]
    var wholes: [Whole: TemplateText]
    /// One for each measure.
    var measures: [FigureMeasure: Words]
    var operands: [String: TemplateText]
    var rounding: Rounding
    var amendments: [Amended: TemplateText]
    var page: Page
    var pattern: Pattern

    /// What is said of a measure.
    struct Words: Sendable {
        var definition: TemplateText
        var formula: TemplateText
        /// Of a class, where it is another.
        var classFormula: TemplateText?
    }

    /// What an indicator speaks of.
    enum Subject: String, Sendable, CaseIterable {
        case organisations
        case classValue = "class"
        case column
        /// What adds up of a column.
        case total
        case ratio
    }

    /// The parts of a place.
    enum Whereabouts: String, Sendable, CaseIterable {
        case all
        case unit
        case sector
        /// The population, behind what is counted.
        case population
    }

    /// What a share is a share of.
    enum Whole: String, Sendable, CaseIterable {
        case classValue = "class"
        case unit
        case all
    }

    /// What happened to a cell.
    enum Amended: String, Sendable, CaseIterable {
        case answer
        case correction
        case confirmed
    }

    /// Words beside those of the roles of operands.
    enum OtherWord: String, CaseIterable {
        case rounding
        case amendment
        case unknown
    }

    struct Rounding: Sendable {
        var rule: TemplateText
        var fixed: TemplateText
        var upTo: TemplateText
    }

    /// Words of the web page.
    struct Page: Sendable {
        var title: String
        var intro: String
        var formula: String
        var rows: String
        var lines: String
        /// Answers (n) of population (N).
        var answers: TemplateText
        var none: String
        var more: TemplateText
    }

    /// What stands in a key for the member of a row or column.
    struct Pattern: Sendable {
        var unit: String
        var sector: String
        var classValue: String
        var population: String
        var measure: String
        /// In place of a key where a table lists rows.
        var rows: String
    }
}

extension TemplateText {
    /// The text with each slot replaced; one that nobody filled stands as its name.
    func filled(_ values: [String: String]) -> String {
        segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .placeholder(let slot): values[slot.name] ?? "[?\(slot.name)?]"
            }
        }.joined().collapsingBlanks
    }
}
