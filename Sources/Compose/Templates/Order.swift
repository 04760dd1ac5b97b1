import Diagnostics

/// What a report consists of, in order, and its fixed words (`order.yaml`).
struct Order: Sendable {
    /// `BÁO CÁO`; empty for an official letter.
    var kind: String
    /// Of a document that is not the report itself; number and date are then left blank.
    var symbol: TemplateText?
    var subject: TemplateText
    var keywords: [TemplateText]
    var annexReference: TemplateText
    var words: Words
    var body: [Part]
    var annexes: [AnnexOrder]
    /// Words that no line end parts.
    var binding: WordBinding

    enum Part: Sendable {
        case text(String, Place)
        case contents
    }

    struct AnnexOrder: Sendable {
        var name: String
        var title: TemplateText
        var text: String
        var isLandscape: Bool
        var conditions: [Condition]
        var place: Place
    }

    /// Words that are printed around the content.
    struct Words: Sendable {
        var nation: String
        var motto: String
        var number: String
        /// What stands in place of a number that is not given.
        var blankNumber: String
        var day: String
        var month: String
        var year: String
        var addressees: String
        var recipients: String
        var contents: String
        var source: String
        var unit: String
        var note: String
        var chartData: String
        var skip: String
        var page: String
        /// Before what an annex comes after, in the contents list.
        var after = ""
        /// What the data files inside the document are called.
        var figuresFile: String
        var rowsFile: String
        var table: String
        var chart: String
        var picture: String
        var annex: String
        var draft: String
        var draftErrors: String
        /// A cell in which there is nothing to count.
        var nothing: String
        /// A cell of a submission that holds nothing.
        var empty: String
        /// In place of a new value when the old one was confirmed.
        var confirmed: String
        /// A cell whose value is not known.
        var unknown: String
        /// A cell that can have no value, such as growth from zero.
        var notApplicable: String
        /// A cell whose value is not public, what stands in its place in a sentence, and what a table's note
        /// says of the sign.
        var suppressed = ""
        var suppressedText = ""
        var suppressedNote = ""
        /// Said in and of charts.
        var charts = ChartWords()
        /// What measures of figures and settings are called, by their key.
        var names: [String: String] = [:]
        /// What all organisations of the register are called where figures state whom they speak of.
        var registered = ""
        /// How shares are rounded, by the policy's name.
        var rounding: [String: String] = [:]
    }

    /// Words of charts; a chart that needs one that is empty goes without.
    struct ChartWords: Sendable {
        /// In place of a chart of which nothing is known.
        var noData = ""
        /// After the caption where a chart goes on over pages.
        var continued = ""
        /// Below an axis on which equal distances are equal ratios.
        var ratioAxis = ""
        // The message of a chart: before its largest value, its smallest, a value that all have, the largest
        // difference of two series, the first and the last value of a line.
        var most = ""
        /// Before the message of a chart whose figures are not all public.
        var published = ""
        var least = ""
        var equal = ""
        var widest = ""
        var from = ""
        var to = ""
    }
}
