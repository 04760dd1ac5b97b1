/// A sentence in the office's language and in English.
package struct Bilingual: Sendable, Hashable {
    package var vi: String
    package var en: String

    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The sentence in the language asked for.
    package func text(in language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}

/// The languages in which doubts are told; Vietnamese is the default everywhere.
package enum Language: String, Sendable, CaseIterable {
    case vi
    case en
}
