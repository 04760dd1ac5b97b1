import Diagnostics
import DocumentModel

/// Words for those who do not see a picture or chart.
enum AlternativeText {
    /// Letters in UTF-16: more is no string of PDF (PDF Reference 1.4, appendix C).
    static let longest = 32_766
}

extension DiagnosticLog {
    /// Tells of words that no archive file can hold; `true` when they are short enough.
    mutating func checkAlternative(_ words: String, at place: Place) -> Bool {
        let count = words.utf16.count
        guard count > AlternativeText.longest else { return true }
        append(
            Diagnostic(
                "compose.alternative.too-long",
                at: place,
                value: String(words.prefix(80)) + "…",
                message: Bilingual(
                    vi:
                        "Lời mô tả dài \(count) ký tự; tệp PDF lưu trữ chỉ giữ được \(AlternativeText.longest).",
                    en:
                        "The description has \(count) letters; an archival PDF holds \(AlternativeText.longest) at most."
                ),
                hint: Bilingual(
                    vi: "Chỉ nêu điều chính; số liệu chi tiết đặt trong một bảng ở gần.",
                    en: "Say the main thing; put the details into a table nearby."
                )
            )
        )
        return false
    }
}
