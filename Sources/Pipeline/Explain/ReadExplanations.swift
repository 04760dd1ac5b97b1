import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

/// Reads `explanations.yaml`, with what `rules` say of their codes; `nil` when it had an error.
func readExplanations(
    _ source: SourceText,
    rules: RuleBook,
    log: inout DiagnosticLog
) -> ExplanationCatalogue? {
    readSettingsFile(source, log: &log) { map in
        var groups: [ExplanationCatalogue.Group] = []
        var explanations: [CodeExplanation] = []
        map.forEachKey { map, key, node in
            _ = map.read(node) { map -> Bool? in
                let title = map.mapping("title", bilingual)
                let why = map.mapping("why", bilingual)
                guard let title else { return nil }
                groups.append(ExplanationCatalogue.Group(key: key, title: title))
                return map.mapping("codes") { map -> Bool? in
                    map.forEachKey { map, code, node in
                        explanations += map.explanations(code, node, group: key, why, rules)
                    }
                    return true
                }
            }
        }
        return ExplanationCatalogue(groups: groups, explanations: explanations)
    }
}

extension MappingReader {
    /// One explanation, and the same for the codes under `also`.
    fileprivate mutating func explanations(
        _ code: String,
        _ node: YAMLNode,
        group: String,
        _ why: Bilingual?,
        _ rules: RuleBook
    ) -> [CodeExplanation] {
        read(node) { map -> [CodeExplanation]? in
            let means = map.mapping("means", bilingual)
            let ownWhy = map.optionalMapping("why", bilingual)
            let mend = map.mapping("mend", bilingual)
            let example = map.text("example")
            let also = map.optionalTexts("also")
            guard let means, let mend, let why = ownWhy ?? why else { return nil }
            return ([code] + also).map { code in
                let rule = PlausibilityRule(rawValue: code).flatMap { rule in
                    rules.entry(rule).map { CodeExplanation.Rule(rule, $0) }
                }
                return CodeExplanation(
                    code: code,
                    group: group,
                    means: means,
                    why: rule?.reason ?? why,
                    mend: mend,
                    example: example,
                    rule: rule
                )
            }
        } ?? []
    }
}

private func bilingual(_ map: inout MappingReader) -> Bilingual? {
    Bilingual(vi: map.text("vi"), en: map.text("en"))
}

extension CodeExplanation.Rule {
    fileprivate init(_ rule: PlausibilityRule, _ entry: RuleBook.Entry) {
        self.init(
            severity: entry.severity,
            reason: entry.reason,
            limits: rule.limits.map { limit in
                CodeExplanation.Limit(name: limit.rawValue, value: entry[limit].description)
            }
        )
    }
}
