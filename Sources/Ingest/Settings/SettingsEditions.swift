import Diagnostics
import PeriodModel
import SettingsKit

extension MappingReader {
    /// `archive`, `restatements` and `replaces`: what is said of earlier editions.
    mutating func editions() -> EditionSettings {
        let archive = optionalText("archive")
        var first: [String: Place] = [:]
        let reasons = optionalMappings("restatements") { map in
            let reason = RestatementReason(
                figures: map.value("key", expecting: figureKeys) { isFigures($0) ? $0 : nil } ?? "",
                reason: map.text("reason"),
                source: map.text("source"),
                place: map.place(of: "key")
            )
            // Of two reasons for one key one would never be printed.
            if let earlier = first[reason.figures], !reason.figures.isEmpty {
                map.report(
                    SettingsDoubt.repeated(reason.figures, at: reason.place, first: earlier)
                )
            } else {
                first[reason.figures] = reason.place
            }
            return reason
        }
        let replaced = optionalMapping("replaces") { map in
            IssuedDocument(
                number: map.optionalText("number"),
                symbol: map.optionalText("symbol"),
                date: map.optionalDate("date")
            )
        }
        return EditionSettings(
            archive: archive,
            reasons: reasons,
            replaced: replaced ?? IssuedDocument()
        )
    }
}

private let figureKeys = Bilingual(
    vi: "khóa của một số liệu như doanh_thu.sum, hoặc phần đầu của khóa và .* như doanh_thu.*",
    en: "a figure's key such as doanh_thu.sum, or the beginning of keys and .* such as doanh_thu.*"
)

/// Whether a text is a key or a key's beginning and `.*`.
private func isFigures(_ text: String) -> Bool {
    let base = text.hasSuffix(".*") ? String(text.dropLast(2)) : text
    return !base.isEmpty && !base.contains("*")
        && base.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
}
