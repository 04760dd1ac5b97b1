package import Diagnostics
import SettingsKit
import StatisticsModel

/// Reads `definitions.yaml`; `nil` when it had an error. A measure without its words is one.
package func readDefinitions(
    from source: SourceText,
    log: inout DiagnosticLog
) -> FigureDefinitions? {
    readSettingsFile(source, log: &log) { reader in
        let subjects = reader.texts(under: "subjects", FigureDefinitions.Subject.self)
        let places = reader.texts(under: "places", FigureDefinitions.Whereabouts.self)
        let wholes = reader.texts(under: "wholes", FigureDefinitions.Whole.self)
        let measures = reader.mapping("measures") { reader in
            var read: [FigureMeasure: FigureDefinitions.Words] = [:]
            for measure in FigureMeasure.allCases {
                read[measure] = reader.mapping(measure.rawValue) { readWords(&$0) }
            }
            return read
        }
        let operands = reader.mapping("operands") { reader in
            var read: [String: TemplateText] = [:]
            let names =
                TraceOperand.Role.allCases.map(\.rawValue)
                + FigureDefinitions.OtherWord.allCases.map(\.rawValue)
            for name in names { read[name] = reader.templateText(name) }
            return read
        }
        let rounding = reader.mapping("rounding") { reader in
            FigureDefinitions.Rounding(
                rule: reader.templateText("rule"),
                fixed: reader.templateText("fixed"),
                upTo: reader.templateText("up-to")
            )
        }
        let amendments = reader.texts(under: "amendments", FigureDefinitions.Amended.self)
        let page = reader.mapping("page") { readPage(&$0) }
        let pattern = reader.mapping("pattern") { readPattern(&$0) }
        guard let measures, let operands, let rounding, let page, let pattern else {
            return nil
        }
        return FigureDefinitions(
            subjects: subjects,
            places: places,
            wholes: wholes,
            measures: measures,
            operands: operands,
            rounding: rounding,
            amendments: amendments,
            page: page,
            pattern: pattern
        )
    }
}

private func readWords(_ reader: inout MappingReader) -> FigureDefinitions.Words? {
    FigureDefinitions.Words(
        definition: reader.templateText("definition"),
        formula: reader.templateText("formula"),
        classFormula: reader.optionalTemplateText("class-formula")
    )
}

private func readPage(_ reader: inout MappingReader) -> FigureDefinitions.Page? {
    FigureDefinitions.Page(
        title: reader.text("title"),
        intro: reader.text("intro"),
        formula: reader.text("formula"),
        rows: reader.text("rows"),
        lines: reader.text("lines"),
        answers: reader.templateText("answers"),
        none: reader.text("none"),
        more: reader.templateText("more")
    )
}

private func readPattern(_ reader: inout MappingReader) -> FigureDefinitions.Pattern? {
    FigureDefinitions.Pattern(
        unit: reader.text("unit"),
        sector: reader.text("sector"),
        classValue: reader.text("class"),
        population: reader.text("population"),
        measure: reader.text("measure"),
        rows: reader.text("rows")
    )
}

extension MappingReader {
    /// A mapping that has a text for each word of a type.
    fileprivate mutating func texts<Word: RawRepresentable<String> & CaseIterable & Hashable>(
        under key: String,
        _ type: Word.Type
    ) -> [Word: TemplateText] {
        mapping(key) { reader in
            var read: [Word: TemplateText] = [:]
            for word in Word.allCases { read[word] = reader.templateText(word.rawValue) }
            return read
        } ?? [:]
    }
}
