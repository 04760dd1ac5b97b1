package import Diagnostics
import SettingsKit
import Vocabulary

/// Reads `audit.yaml`; `nil` when it had an error.
package func readAuditWords(from source: SourceText, log: inout DiagnosticLog) -> AuditWords? {
    readSettingsFile(source, log: &log) { map in
        let scales = map.mappings("scales") { map -> AuditWords.Scale? in
            let names = map.texts("names")
            let times = map.value(
                "times",
                expecting: Bilingual(vi: "một số như 1000000", en: "a number such as 1000000")
            ) { ExactDecimal(plain: $0).flatMap { $0 > .zero ? $0 : nil } }
            return times.map { AuditWords.Scale(names: PhraseList(names), times: $0) }
        }
        var nouns: [AuditWords.Noun] = []
        for node in map.nodes("nouns") {
            guard case .sequence(let items) = node.content else { continue }
            let names = items.compactMap { map.text(of: $0, key: "nouns") }
            guard let first = names.first else { continue }
            nouns.append(AuditWords.Noun(name: first, names: PhraseList(names)))
        }
        var lists: [AuditWords.List: PhraseList] = [:]
        for list in AuditWords.List.allCases {
            lists[list] = PhraseList(map.texts(list.rawValue))
        }
        return AuditWords(scales: scales, nouns: nouns, lists: lists)
    }
}
