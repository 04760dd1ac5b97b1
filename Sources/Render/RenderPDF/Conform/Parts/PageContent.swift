/// The drawing operators of one page, with artifacts named as such.
struct PageContent {
    var bytes: [UInt8]
    /// Marks on the page.
    var marks = 0

    /// How cairo writes a tag: `/Name << /MCID n >> BDC`, alone on its line.
    private static let opening = Array(" << /MCID ".utf8)
    private static let closing = Array(" >> BDC".utf8)

    /// `cairo` is the content, unpacked.
    init(
        cairo: [UInt8],
        page: Int,
        artifacts: [ContentMark: ArtifactKind]
    ) throws(ConformFailure) {
        var out = PDFBytes()
        out.reserve(cairo.count + 2_048)
        var copied = 0
        var start = 0
        while start < cairo.count {
            let end = cairo[start...].firstIndex(of: 10) ?? cairo.count
            let line = cairo[start..<end]
            // A line break within a string follows a backslash: such a line is text, not syntax.
            let isSyntax = start < 2 || cairo[start - 2] != UInt8(ascii: "\\")
            if isSyntax, line.first == UInt8(ascii: "/"), let tag = Self.tag(line) {
                let mark = ContentMark(page: page, number: tag.number)
                guard tag.number == marks else { throw .markOutOfOrder(mark) }
                marks += 1
                if let kind = artifacts[mark] {
                    out.raw(cairo[copied..<start])
                    out.raw(kind.operands)
                    copied = end - Self.closing.count + 3
                } else if tag.isPrivate {
                    throw .markWithoutPurpose(mark)
                }
            }
            start = end + 1
        }
        out.raw(cairo[copied...])
        bytes = out.bytes
    }

    private static func tag(_ line: ArraySlice<UInt8>) -> (number: Int, isPrivate: Bool)? {
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
        return (number, isPrivate)
    }
}

extension ArtifactKind {
    /// ISO 32000-1, 14.8.2.2.2.
    fileprivate var operands: StaticString {
        switch self {
        case .header: "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>>"
        case .footer: "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"
        case .watermark: "/Artifact <</Type/Pagination/Subtype/Watermark>>"
        case .layout: "/Artifact <</Type/Layout>>"
        }
    }
}
