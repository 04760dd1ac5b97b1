import Vocabulary

/// The words by which figures of a text are understood, from `Templates/audit.yaml`.
package struct AuditWords: Sendable {
    /// A word for a power of ten: `triệu`.
    struct Scale: Sendable {
        var names: PhraseList
        var times: ExactDecimal
    }

    /// Nouns that are counted together: `người`, `thành viên`.
    struct Noun: Sendable {
        /// The first name, which stands for all.
        var name: String
        var names: PhraseList
    }

    /// The lists of phrases of the file, by their key.
    enum List: String, CaseIterable {
        case percent, points, times, money, currencies, covers, periods, averages, each, totals
        case shares, ratios, rises, falls, from, to, compared, links, approximate, consists, among
        case rest, asides, backed, reached, ordinals, abbreviations, closed, plans, months, years
        case neutral, active, medians, ranges, joins, without
        case ofWhole = "of_whole"
        case notNouns = "not_nouns"
        case notAverages = "not_averages"
        case planRatios = "plan_ratios"
        case weakOrdinals = "weak_ordinals"
        case dateLines = "date_lines"
        case otherYears = "other_years"
        case totalRows = "total_rows"
        case partsOfRows = "parts_of_rows"
        case notAdded = "not_added"
    }

    var scales: [Scale]
    var nouns: [Noun]
    private var lists: [List: PhraseList]

    init(scales: [Scale], nouns: [Noun], lists: [List: PhraseList]) {
        self.scales = scales
        self.nouns = nouns
        self.lists = lists
    }

    /// The phrases of one list.
    subscript(list: List) -> PhraseList { lists[list] ?? PhraseList() }

    /// The group of nouns that begins at a token, and its length.
    func noun(at start: Int, in tokens: [Token]) -> (name: String, length: Int)? {
        var found: (name: String, length: Int)?
        for noun in nouns {
            if let length = noun.names.length(at: start, in: tokens), length > found?.length ?? 0 {
                found = (noun.name, length)
            }
        }
        return found
    }

    /// Whether parts of what this noun counts may have nouns of their own.
    func covers(_ noun: String) -> Bool {
        self[.covers].contains(PhraseList.words(of: noun))
    }
}
