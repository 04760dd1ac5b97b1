/// The drawing operators of one page, with the marks that structure and artifacts name.
struct PageContent {
    private(set) var bytes: [UInt8]
    /// Marks on the page.
    private(set) var marks = 0

    /// How cairo writes a tag: `/Name << /MCID n >> BDC`, alone on its line.
    private static let opening = Array(" << /MCID ".utf8)
    private static let closing = Array(" >> BDC".utf8)

    /// `cairo` is the content, unpacked. Its tags are marks, in order; those of `texts` are several.
    init(
        cairo: ArraySlice<UInt8>,
        page: Int,
        artifacts: [ContentMark: ArtifactKind],
        texts: [Int: [TextMark]] = [:]
    ) throws(ConformFailure) {
        var out = PDFBytes()
        out.reserve(cairo.count + 2_048)
        var tags = 0
        var copied = cairo.startIndex
        var start = cairo.startIndex
        while start < cairo.endIndex {
            var end = cairo[start...].firstIndex(of: 10) ?? cairo.endIndex
            let line = cairo[start..<end]
            // A line break within a string follows a backslash: such a line is text, not syntax.
            let isSyntax = start < cairo.startIndex + 2 || cairo[start - 2] != UInt8(ascii: "\\")
            if isSyntax, line.first == UInt8(ascii: "/"), let tag = Self.tag(line) {
                guard tag.number == tags else {
                    throw .markOutOfOrder(ContentMark(page: page, number: tag.number))
                }
                tags += 1
                out.raw(cairo[copied..<start])
                if let text = texts[tag.number] {
                    var splitter = TextSplitter(
                        cairo,
                        from: min(end + 1, cairo.endIndex),
                        page: page,
                        firstMark: marks,
                        artifacts: artifacts
                    )
                    end = try splitter.split(text, into: &out)
                    copied = end
                    marks += text.count
                } else {
                    let mark = ContentMark(page: page, number: marks)
                    marks += 1
                    if let kind = artifacts[mark] {
                        out.raw(kind.operands)
                    } else if tag.isPrivate {
                        throw .markWithoutPurpose(mark)
                    } else {
                        out.raw(line[..<tag.end])
                        out.mark(mark.number)
                    }
                    out.raw(" BDC")
                    copied = end
                }
            }
            start = end + 1
        }
        out.raw(cairo[min(copied, cairo.endIndex)...])
        bytes = out.bytes
    }

    /// `end` is that of the name.
    private static func tag(
        _ line: ArraySlice<UInt8>
    ) -> (number: Int, isPrivate: Bool, end: Int)? {
        guard let blank = line.firstIndex(of: 32), line[blank...].starts(with: opening) else {
            return nil
        }
        var place = blank + opening.count
        var number = 0
        let first = place
        while place < line.endIndex, (48...57).contains(line[place]), place - first < 9 {
            number = number * 10 + Int(line[place] - 48)
            place += 1
        }
        guard place > first, line[place...].elementsEqual(closing) else { return nil }
        let isPrivate = line[line.startIndex..<blank].elementsEqual("/Private".utf8)
        return (number, isPrivate, blank)
    }
}

/// A mark within text that is drawn under one tag of cairo's.
struct TextMark {
    /// Glyphs of the text before it.
    var start: Int
    /// The role of the element it belongs to; `nil` for an artifact.
    var tag: StructureRole?
}

extension ArtifactKind {
    /// ISO 32000-1, 14.8.2.2.2.
    var operands: StaticString {
        switch self {
        case .header: "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>>"
        case .footer: "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"
        case .watermark: "/Artifact <</Type/Pagination/Subtype/Watermark>>"
        case .layout: "/Artifact <</Type/Layout>>"
        }
    }
}

extension PDFBytes {
    /// The operand that numbers a mark.
    mutating func mark(_ number: Int) {
        raw(" <</MCID ")
        integer(number)
        raw(">>")
    }
}
