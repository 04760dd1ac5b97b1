import Diagnostics
import SettingsKit

/// Reads `phrases.yaml`: a text, words chosen by a figure's sign, or members in a row.
func readPhrases(_ source: SourceText, log: inout DiagnosticLog) -> [String: Phrase]? {
    readSettingsFile(source, log: &log) { reader in
        var phrases: [String: Phrase] = [:]
        reader.forEachKey { reader, name, node in
            if node.text != nil {
                phrases[name] = reader.templateText(of: node).map {
                    Phrase(form: .text($0), conditions: [], place: node.place)
                }
            } else {
                phrases[name] = reader.read(node) { readPhrase(&$0) }
            }
        }
        return phrases
    }
}

private func readPhrase(_ reader: inout MappingReader) -> Phrase? {
    let conditions = reader.conditions()
    let place = reader.place
    if reader.has("of") {
        return Phrase(
            form: .change(
                of: reader.text("of"),
                increase: reader.templateText("increase"),
                decrease: reader.templateText("decrease"),
                same: reader.optionalTemplateText("same") ?? TemplateText(literal: "")
            ),
            conditions: conditions,
            place: place
        )
    }
    if reader.has("each") {
        let list = reader.memberList("each")
        let text = reader.templateText("text")
        let separator = reader.optionalText("separator", allowsEmpty: true) ?? ", "
        let words = MemberWords(
            text: text,
            separator: separator,
            last: reader.optionalText("last", allowsEmpty: true) ?? separator,
            before: reader.optionalTemplateText("before") ?? TemplateText(literal: ""),
            after: reader.optionalTemplateText("after") ?? TemplateText(literal: "")
        )
        return list.map {
            Phrase(form: .members($0, words), conditions: conditions, place: place)
        }
    }
    return Phrase(form: .text(reader.templateText("text")), conditions: conditions, place: place)
}
