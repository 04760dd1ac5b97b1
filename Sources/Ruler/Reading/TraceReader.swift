/// Reads what `mutool trace` tells of a PDF: each glyph, line and picture in the order of drawing.
///
/// The trace has one tag on a line and is read as it comes, so only one page's glyphs are ever held.
package struct TraceReader {
    private var document = PrintedDocument()
    /// The start of a line whose end has not come yet.
    private var rest: [UInt8] = []
    private var page: PrintedPage?
    private var origin = Point(x: 0, y: 0)
    private var glyphs: [PrintedGlyph] = []
    private var text = TextState()
    private var path = PathState()
    private var faces: [String: Face] = [:]

    /// How the glyphs that follow are drawn.
    private struct TextState {
        var isSeen = false
        var isStroked = false
        var transform = Transform()
        var ink = Ink.black
        var face = Face(fontName: "")
        var matrix = Transform()
    }

    /// The path being told.
    private struct PathState {
        var isFilled = false
        var isStroked = false
        var isDashed = false
        var thickness = 0.0
        var ink: Ink?
        var transform = Transform()
        /// Each subpath with whether it is straight.
        var pieces: [(points: [Point], isStraight: Bool)] = []
    }

    package init() {}

    /// Takes the next bytes of the trace.
    package mutating func read(_ bytes: [UInt8]) {
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if rest.isEmpty {
                take(bytes[start..<end])
            } else {
                rest.append(contentsOf: bytes[start..<end])
                take(rest[...])
                rest.removeAll(keepingCapacity: true)
            }
            start = end + 1
        }
        rest.append(contentsOf: bytes[start...])
    }

    /// The document, once the trace has ended.
    package mutating func finish() -> PrintedDocument {
        endPage()
        return document
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        guard let open = line.firstIndex(where: { $0 != UInt8(ascii: " ") }),
            line[open] == UInt8(ascii: "<"), open + 1 < line.endIndex
        else { return }
        let tag = TraceTag(bytes: line[open...])
        switch tag.name {
        case "g": addGlyph(tag)
        case "span": startSpan(tag)
        case "fill_text", "stroke_text", "clip_text", "ignore_text", "clip_stroke_text":
            startText(tag)
        case "page": startPage(tag)
        case "/page": endPage()
        case "fill_path", "stroke_path": startPath(tag)
        case "clip_path", "clip_stroke_path": path = PathState()
        case "moveto":
            path.pieces.append(([point(tag, "x", "y")], true))
        case "lineto": extendPath(to: point(tag, "x", "y"), isStraight: true)
        case "curveto": extendPath(to: point(tag, "x3", "y3"), isStraight: false)
        case "/fill_path", "/stroke_path": endPath()
        case "fill_image", "fill_image_mask", "fill_shade": addPicture(tag)
        default: break
        }
    }

    private mutating func startPage(_ tag: TraceTag) {
        endPage()
        let box = tag.numbers("mediabox")
        guard box.count == 4 else { return }
        origin = Point(x: box[0], y: box[1])
        page = PrintedPage(
            number: document.pages.count + 1,
            width: box[2] - box[0],
            height: box[3] - box[1]
        )
    }

    private mutating func endPage() {
        guard var page else { return }
        page.lines = gatherLines(glyphs)
        glyphs.removeAll(keepingCapacity: true)
        document.pages.append(page)
        self.page = nil
    }

    // MARK: Text

    private mutating func startText(_ tag: TraceTag) {
        let name = tag.name
        text.isSeen = (name == "fill_text" || name == "stroke_text") && tag.number("alpha") != 0
        text.isStroked = name == "stroke_text"
        text.transform = tag.transform("transform")
        text.ink = Ink(components: tag.numbers("color")) ?? .black
    }

    private mutating func startSpan(_ tag: TraceTag) {
        let name = tag.text("font") ?? ""
        let face = faces[name] ?? Face(fontName: name)
        faces[name] = face
        text.face = face
        text.matrix = tag.transform("trm")
    }

    private mutating func addGlyph(_ tag: TraceTag) {
        guard text.isSeen, page != nil, !text.ink.isWhite else { return }
        let ahead = text.transform.direction(text.matrix.a, text.matrix.b)
        let up = text.transform.direction(text.matrix.c, text.matrix.d)
        // Turned text, such as a mark across the page, is no part of the document's form.
        guard abs(ahead.y) < 0.02 * abs(ahead.x), ahead.x > 0, up.y < 0 else { return }
        // A letter that the file does not name still has its place and size.
        let letters = tag.text("unicode") ?? "\u{FFFD}"
        if isStrange(letters) { page?.strangeLetters += 1 }
        let at = text.transform.apply(tag.number("x") ?? 0, tag.number("y") ?? 0)
        let glyph = PrintedGlyph(
            text: letters == "\u{A0}" || letters == "\u{202F}" ? " " : letters,
            x: at.x - origin.x,
            y: at.y - origin.y,
            width: (tag.number("adv") ?? 0) * ahead.x,
            size: -up.y,
            face: text.face,
            ink: text.ink,
            isSlanted: abs(up.x) > 0.1 * abs(up.y),
            isThickened: text.isStroked
        )
        guard glyph.size > 0.5, glyph.size < 400 else { return }
        glyphs.append(glyph)
    }

    // MARK: Paths and pictures

    private mutating func startPath(_ tag: TraceTag) {
        path = PathState()
        path.transform = tag.transform("transform")
        path.isFilled = tag.name == "fill_path"
        path.isStroked = !path.isFilled
        path.ink = Ink(components: tag.numbers("color"))
        path.isDashed = tag.value("dash") != nil
        let scale = path.transform.direction(0, 1)
        path.thickness =
            (tag.number("linewidth") ?? 0) * (scale.x * scale.x + scale.y * scale.y).squareRoot()
        if tag.number("alpha") == 0 { (path.isFilled, path.isStroked) = (false, false) }
    }

    private func point(_ tag: TraceTag, _ x: StaticString, _ y: StaticString) -> Point {
        let at = path.transform.apply(tag.number(x) ?? 0, tag.number(y) ?? 0)
        return Point(x: at.x - origin.x, y: at.y - origin.y)
    }

    private mutating func extendPath(to point: Point, isStraight: Bool) {
        guard !path.pieces.isEmpty else { return }
        path.pieces[path.pieces.count - 1].points.append(point)
        if !isStraight { path.pieces[path.pieces.count - 1].isStraight = false }
    }

    private mutating func endPath() {
        defer { path = PathState() }
        guard path.isFilled || path.isStroked, path.ink?.isWhite != true else { return }
        for piece in path.pieces {
            guard var box = Box(around: piece.points), let page else { continue }
            if path.isStroked, piece.isStraight, piece.points.count > 2, box.width > 3,
                box.height > 3
            {
                addFrame(piece.points)
            } else if piece.isStraight, min(box.width, box.height) <= 3,
                max(box.width, box.height) > 3
            {
                self.page?.rules.append(RuledLine(box: box, isDashed: path.isDashed))
            } else if path.isStroked || box.width < 0.9 * page.width
                || box.height < 0.5 * page.height
            {
                box.left -= path.thickness / 2
                box.right += path.thickness / 2
                self.page?.shapes.append(box)
            }
        }
    }

    /// A stroked outline: its upright and level edges are rules, anything else is a drawing.
    private mutating func addFrame(_ points: [Point]) {
        for (from, to) in zip(points, points.dropFirst() + points.prefix(1)) {
            guard let box = Box(around: [from, to]), max(box.width, box.height) > 3 else {
                continue
            }
            if min(box.width, box.height) <= 1 {
                page?.rules.append(RuledLine(box: box, isDashed: path.isDashed))
            } else {
                page?.shapes.append(box)
            }
        }
    }

    private mutating func addPicture(_ tag: TraceTag) {
        let place = tag.transform("transform")
        let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { place.apply($0.0, $0.1) }
        guard var box = Box(around: corners) else { return }
        (box.left, box.right) = (box.left - origin.x, box.right - origin.x)
        (box.top, box.bottom) = (box.top - origin.y, box.bottom - origin.y)
        // Rules may be pictures one dot high.
        if box.height <= 3, box.width > 3 {
            page?.rules.append(RuledLine(box: box))
        } else {
            page?.pictures.append(box)
        }
    }
}
