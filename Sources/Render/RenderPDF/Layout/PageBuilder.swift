import ThemeModel

/// Fills pages with flow boxes, in order.
///
/// Boxes that keep together form a chunk; a chunk that does not fit begins a page. Only what floats lets
/// running text move up before it, so that no big gap is left.
struct PageBuilder {
    private let section: FlowSection
    private let decoration: TableDecoration
    private var result: PagedDocument
    private var y = 0.0
    private var isEmpty = true
    /// At most so many marks are on the page so far.
    private var marks = 0
    private var number = 0
    private var part: TablePart?

    /// A gap smaller than this part of the column is left as it is.
    private static let gap = 0.12
    /// Fewer than an array may have: repeated heads, rules and what stands around the text are marks too.
    private static let mostMarks = 7_000
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
    }

    private mutating func fill(
        with chunks: inout FlowChunks,
        _ finished: (inout PageLayout) -> Void
    ) {
        beginPage()
        var moved = 0
        while let chunk = chunks.first {
            if fits(chunk) {
                chunk.forEach { place($0) }
                chunks.removeFirst()
                moved = 0
            } else if isEmpty {
                chunks.removeFirst()
                if let figure = chunk.firstIndex(where: \.floats), figure > 0 {
                    // What only leads to a figure is parted from it, never its caption.
                    chunks.insert([Array(chunk[..<figure]), Array(chunk[figure...])])
                } else {
                    placeDivided(chunk, finished)
                }
            } else if moved < Self.reach, chunk.contains(where: \.floats),
                let next = chunks.second, canMoveUp(next)
            {
                next.forEach { place($0) }
                chunks.removeSecond()
                moved += 1
            } else {
                endPage(finished)
                beginPage()
                moved = 0
            }
        }
        endPage(finished)
    }

    private func canMoveUp(_ next: [FlowBox]) -> Bool {
        next.allSatisfy(\.isRunningText)
            && section.columnHeight - y > section.columnHeight * Self.gap && fits(next)
    }

    /// Whether the page has room, and marks left (ISO 19005-1, 6.1.12: arrays of 8,191).
    private func fits(_ boxes: [FlowBox]) -> Bool {
        y + height(of: boxes) <= section.columnHeight + 0.01
            && marks + boxes.reduce(0) { $0 + $1.mostMarks } <= Self.mostMarks
    }

    /// A chunk that is taller than a page: broken where it must be.
    private mutating func placeDivided(
        _ chunk: [FlowBox],
        _ finished: (inout PageLayout) -> Void
    ) {
        for box in chunk {
            if !fits([box]), !isEmpty {
                endPage(finished)
                beginPage()
            }
            place(box)
        }
    }

    private func height(of boxes: [FlowBox]) -> Double {
        var sum = 0.0
        for (index, box) in boxes.enumerated() {
            sum += box.height
            if !(isEmpty && index == 0) { sum += box.spaceBefore }
        }
        if let first = boxes.first, needsHead(first), let table = first.table {
            sum += table.frame.headHeight
        }
        return sum
    }

    private func needsHead(_ box: FlowBox) -> Bool {
        guard let table = box.table, table.kind != .head else { return false }
        return part?.frame !== table.frame
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
        marks += box.mostMarks
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
        y = 0
        marks = 0
        isEmpty = true
    }

    private mutating func endPage(_ finished: (inout PageLayout) -> Void) {
        closePart()
        finished(&result.pages[result.pages.count - 1])
    }
}
