package import Diagnostics

/// Something in a store that is not as OCFL or an edition asks.
package struct StoreFault: Sendable, Hashable {
    package var rule: StoreRule
    /// Below the store's folder.
    package var file: String
    /// What exactly, such as a path or a digest; may be empty.
    package var detail: String
    /// What became of the file, where one rule stands for several.
    package var nature: Nature?

    /// What can become of a file.
    package enum Nature: Sendable, Hashable {
        case missing
        case altered
    }

    package init(
        _ rule: StoreRule,
        _ file: String,
        _ detail: String = "",
        nature: Nature? = nil
    ) {
        self.rule = rule
        self.file = file
        self.detail = detail
        self.nature = nature
    }

    /// The fault for people; `remedy` says what can be restored from where.
    package func diagnostic(remedy: Bilingual? = nil) -> Diagnostic {
        let (words, more) = (nature?.words ?? rule.words, detail.isEmpty ? "" : ": “\(detail)”")
        return Diagnostic(
            "archive.store.\(rule.rawValue.lowercased())",
            rule.isWarning ? .warning : .error,
            at: Place(file: file),
            value: detail.isEmpty ? nil : detail,
            message: Bilingual(
                vi: "\(words.vi)\(more) [\(rule.rawValue)].",
                en: "\(words.en)\(more) [\(rule.rawValue)]."
            ),
            hint: remedy
        )
    }
}

extension StoreFault.Nature {
    fileprivate var words: Bilingual {
        switch self {
        case .missing: Bilingual(vi: "Thiếu tệp", en: "The file is missing")
        case .altered:
            Bilingual(
                vi: "Nội dung tệp đã bị đổi: không còn đúng mã băm đã ghi",
                en: "The file was altered: its content has not the digest noted"
            )
        }
    }
}
