import ThemeModel

/// Fills pages with flow boxes, in order.
///
/// Boxes that keep together form a chunk; a chunk that does not fit begins a page. So that no big gap is
/// left, charts are set closer, or running text moves up before what floats, but never so far that a
/// figure that it mentions would stand later than on the next page.
struct PageBuilder {
    private let section: FlowSection
    private let decoration: TableDecoration
    private var result: PagedDocument
    private var plan: PagePlan
    private var y = 0.0
    private var isEmpty = true
    private var number = 0
    private var part: TablePart?

    /// A gap smaller than this part of the column is left as it is.
    private static let gap = 0.12
    /// From here on even a heading moves up with its text: figures then stand after the next heading.
    private static let bigGap = 0.2
    /// At most this many chunks move up before something that floats.
    private static let reach = 14

    /// Adds the pages of `section` to `document`; each is given to `finished` once it is full.
    static func append(
        _ section: consuming FlowSection,
        to document: inout PagedDocument,
        theme: Theme,
        finished: (inout PageLayout) -> Void = { _ in }
    ) {
        var chunks = FlowChunks(section.boxes)
        section.boxes = []
        var builder = PageBuilder(section: section, result: document, theme: theme)
        document = PagedDocument()
        builder.fill(with: &chunks, finished)
        document = builder.result
    }

    private init(section: FlowSection, result: PagedDocument, theme: Theme) {
        self.section = section
        self.result = result
        decoration = TableDecoration(colours: theme.colours)
        plan = PagePlan(columnHeight: section.columnHeight)
    }

    private mutating func fill(
        with chunks: inout FlowChunks,
        _ finished: (inout PageLayout) -> Void
    ) {
        beginPage()
        var moved = 0
        while let chunk = chunks.first {
            if plan.fits(chunk) {
                plan.add(chunk)
                chunks.removeFirst()
                moved = 0
            } else if plan.isEmpty || plan.gap > Self.gap, plan.addTightening(chunk) {
                chunks.removeFirst()
                moved = 0
            } else if plan.isEmpty {
                chunks.removeFirst()
                if let figure = chunk.firstIndex(where: \.floats), figure > 0 {
                    // What only leads to a figure is parted from it, never its caption.
                    chunks.insert([Array(chunk[..<figure]), Array(chunk[figure...])])
                } else {
                    addDivided(chunk, finished)
                }
            } else if moved < Self.reach, chunk.contains(where: \.floats),
                let next = paragraphAhead(in: &chunks), canMoveUp(next.flatMap(\.self)),
                !standsFar(from: next, in: &chunks)
            {
                for chunk in next {
                    plan.add(chunk)
                    chunks.removeSecond()
                }
                moved += 1
            } else {
                if plan.gap > Self.gap, let place = plan.partingPlace(of: chunk) {
                    plan.add(Array(chunk[..<place]))
                    chunks.removeFirst()
                    chunks.insert([Array(chunk[place...])])
                }
                endPage(finished)
                beginPage()
                moved = 0
            }
        }
        endPage(finished)
    }

    private func canMoveUp(_ next: [FlowBox]) -> Bool {
        guard plan.fits(next) else { return false }
        if next.allSatisfy(\.isRunningText) { return plan.gap > Self.gap }
        return next.allSatisfy { $0.isRunningText || $0.isInnerHeading } && plan.gap > Self.bigGap
    }

    /// The chunks after the first that one paragraph is made of, with a heading before it: they move up together,
    /// for no figure parts a paragraph.
    private func paragraphAhead(in chunks: inout FlowChunks) -> [[FlowBox]]? {
        guard var last = chunks.second else { return nil }
        var paragraph = [last]
        while last.allSatisfy({ $0.isRunningText || $0.isInnerHeading }),
            let more = chunks[paragraph.count + 1], let first = more.first,
            first.isRunningText, first.spaceBefore == 0
        {
            paragraph.append(more)
            last = more
        }
        return paragraph
    }

    /// Whether a figure that the chunks after the first mention would be more than a page away from it, were it
    /// moved up: what stands between them must fit on the next page. One that is far away as it is does not
    /// count.
    private func standsFar(from text: [[FlowBox]], in chunks: inout FlowChunks) -> Bool {
        var mentions = text.joined().reduce(into: Set<String>()) { $0.formUnion($1.mentions) }
        guard !mentions.isEmpty else { return false }
        var page = PagePlan(columnHeight: section.columnHeight)
        var pages = 1
        for number in 0... where number == 0 || number > text.count {
            guard let chunk = chunks[number] else { return false }
            if !page.fits(chunk) {
                pages += 1
                page = PagePlan(columnHeight: section.columnHeight)
            }
            page.add(chunk)
            guard pages <= 2 else { return false }
            let figures = chunk.lazy.filter { $0.outline == nil }.flatMap(\.anchors)
            guard figures.contains(where: mentions.contains) else { continue }
            if pages > 1 { return true }
            mentions.subtract(figures)
        }
        return false
    }

    /// A chunk that is taller than a page: broken where it must be.
    private mutating func addDivided(
        _ chunk: [FlowBox],
        _ finished: (inout PageLayout) -> Void
    ) {
        for box in chunk {
            if !plan.fits([box]), !plan.isEmpty {
                endPage(finished)
                beginPage()
            }
            plan.add([box])
        }
    }

    private mutating func place(_ box: FlowBox) {
        let page = result.pages.count - 1
        if !isEmpty { y += box.spaceBefore }
        if part?.frame !== box.table?.frame { closePart() }
        if let table = box.table {
            if part == nil {
                part = TablePart(
                    frame: table.frame,
                    firstPiece: result.pages[page].pieces.count,
                    top: y
                )
                if table.kind != .head {
                    add(table.frame.repeatedHead)
                    part?.headBottom = y + table.frame.headHeight
                    y += table.frame.headHeight
                }
            }
            part?.rows.append(
                TablePart.Row(
                    kind: table.kind,
                    endsRow: table.endsRow,
                    top: y,
                    bottom: y + box.height
                )
            )
        }
        for anchor in box.anchors {
            result.destinations[anchor] = PagedDocument.Destination(
                page: page,
                y: section.top + y
            )
        }
        if let outline = box.outline {
            result.outline.append(
                PagedDocument.PlacedOutline(
                    level: outline.level,
                    title: outline.title,
                    page: page,
                    y: section.top + y
                )
            )
        }
        for zone in box.zones {
            result.pages[page].zones.append(zone.moved(x: section.left, y: section.top + y))
        }
        add(box.pieces)
        y += box.height
        isEmpty = false
    }

    private mutating func add(_ pieces: [Piece]) {
        let page = result.pages.count - 1
        for piece in pieces {
            result.pages[page].pieces.append(piece.moved(x: section.left, y: section.top + y))
        }
    }

    private mutating func closePart() {
        guard let closed = part else { return }
        part = nil
        let pieces = decoration.pieces(of: closed).map {
            $0.moved(x: section.left, y: section.top)
        }
        result.pages[result.pages.count - 1].pieces.insert(
            contentsOf: pieces,
            at: closed.firstPiece
        )
    }

    private mutating func beginPage() {
        number += 1
        result.pages.append(
            PageLayout(
                width: section.width,
                height: section.height,
                labelPrefix: section.labelPrefix,
                number: number,
                zones: number == 1 ? section.zones : []
            )
        )
        plan = PagePlan(columnHeight: section.columnHeight)
        y = 0
        isEmpty = true
    }

    private mutating func endPage(_ finished: (inout PageLayout) -> Void) {
        for box in plan.boxes { place(box) }
        closePart()
        finished(&result.pages[result.pages.count - 1])
    }
}
