package import Diagnostics
package import PeriodModel
import SettingsKit
import Vocabulary

/// Reads `reading.yaml`: the words by which rows and cells are recognised; `nil` when it had an error.
package func readReadingWords(
    from source: SourceText,
    log: inout DiagnosticLog
) -> ReadingWords? {
    readSettingsFile(source, log: &log) { map in
        let totals = map.words("totals")
        let footers = map.words("footers")
        let unitLines = map.words("unit_lines")
        let spellings = map.optionalMappings("unit_spellings") { map -> UnitSpelling? in
            let unit = map.text("unit").composed
            let times = map.value("times", expecting: Expected.factor) {
                ExactDecimal(plain: $0).flatMap { $0 > .zero ? $0 : nil }
            }
            let names = map.words("names")
            return times.map { UnitSpelling(unit: unit, times: $0, names: names) }
        }
        let footnotes = map.words("footnotes")
        let missing = map.mapping("missing") { map in
            (none: map.words("none"), unknown: map.words("unknown"))
        }
        let ignored = map.words("ignored_headings")
        let others = map.words("other_figures")
        let abbreviations = map.optionalMapping("abbreviations") { map in
            var read: [String: String] = [:]
            map.forEachKey { map, key, value in
                if let full = map.text(of: value, key: key) { read[key.composed] = full.composed }
            }
            return read
        }
        guard let missing else { return nil }
        return ReadingWords(
            totals: totals,
            footers: footers,
            unitLines: unitLines,
            unitSpellings: spellings,
            footnotes: footnotes,
            none: missing.none,
            unknown: missing.unknown,
            ignoredHeadings: ignored,
            otherFigures: others,
            abbreviations: abbreviations ?? [:]
        )
    }
}

extension MappingReader {
    fileprivate mutating func words(_ key: String) -> [String] {
        optionalTexts(key).map(\.composed)
    }
}
