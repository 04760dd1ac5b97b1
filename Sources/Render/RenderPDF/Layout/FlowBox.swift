import DocumentModel

/// A strip of the text column that no page break goes through.
struct FlowBox {
    var height: Double
    /// Left out at the top of a page.
    var spaceBefore = 0.0
    /// No page break after it, if that can be helped.
    var keepsWithNext = false
    var pieces: [Piece]
    /// Targets of links at its top.
    var anchors: [String] = []
    var outline: Outline?
    /// What must stay free inside it.
    var zones: [ZonePlace] = []
    var table: TableRowPlace?
    /// What follows may move up before it when it does not fit on the page.
    var floats = false
    /// A line of plain running text, which may move up before something that floats.
    var isRunningText = false
    /// A page break may follow, rather than a big gap before the contents list it belongs to.
    var mayPart = false
    /// The same, set closer: from 0 as it is to 1 as close as it still reads well.
    var tightened: ((Double) -> FlowBox)?
    /// A line of a heading inside a chapter: it may move up with the text below it, before a very big gap is left.
    var isInnerHeading = false
    /// Rows that follow it, set only when their page is filled.
    var rows: RowFlow?

    /// Marks that drawing it takes: pieces, and words of links with what stands between them.
    var mostMarks: Int {
        pieces.reduce(0) { sum, piece in
            guard case .line(let line) = piece.content else { return sum + 1 }
            let links = line.boxes.reduce(0) { count, box in
                count + box.fragments.count { $0.link != nil }
            }
            return sum + 1 + 2 * links
        }
    }

    /// Anchors that its text points to.
    var mentions: Set<String> {
        var mentions: Set<String> = []
        for piece in pieces {
            guard case .line(let line) = piece.content else { continue }
            for fragment in line.boxes.flatMap(\.fragments) {
                if case .anchor(let anchor)? = fragment.link?.target { mentions.insert(anchor) }
            }
        }
        return mentions
    }

    struct Outline {
        var level: Int
        var title: String
    }
}

/// Which row of which table a flow box is.
struct TableRowPlace {
    var frame: TableFrame
    var kind: Kind
    /// False for a slice of a row that goes on in the next box.
    var endsRow = true

    enum Kind {
        case head
        case group
        case normal
        case total
    }
}

/// What the pages of one table share: its edges, and its heading rows for the pages after the first.
final class TableFrame {
    let left: Double
    let width: Double
    let headHeight: Double
    /// The heading rows as an artifact; their readers' copy stands on the first page.
    let repeatedHead: [Piece]
    /// Rules inside the head: under cells that span columns.
    let headRules: [(x: Double, y: Double, length: Double)]

    init(
        left: Double,
        width: Double,
        headHeight: Double,
        repeatedHead: [Piece],
        headRules: [(x: Double, y: Double, length: Double)]
    ) {
        self.left = left
        self.width = width
        self.headHeight = headHeight
        self.repeatedHead = repeatedHead
        self.headRules = headRules
    }
}
