import Testing

@testable import RenderPDF

/// Text under one tag, parted into its marks.
struct TextSplitterTests {
    private let cairo = """
        q
        /Span << /MCID 0 >> BDC
        0 0 0 rg
        BT
        12 0 0 12 70 700 Tm
        /f-0-0 1 Tf
        [(ab)-300(c\\(\\051)]TJ
        /f-1-0 1 Tf
        <00010002
        0003>Tj
        /Span << /ActualText <feff1ea1> >> BDC
        [<0004>]TJ
        EMC
        ET
        EMC
        Q
        """

    private func split(_ starts: [Int]) throws -> PageContent {
        try PageContent(
            cairo: Array(cairo.utf8)[...],
            page: 0,
            artifacts: [:],
            texts: [0: starts.map { TextMark(start: $0, tag: .dataCell) }]
        )
    }

    @Test func `parts strings of letters, of digits and before a span`() throws {
        let content = try split([0, 1, 4, 6, 8])
        #expect(content.marks == 5)
        #expect(
            String(decoding: content.bytes, as: UTF8.self) == """
                q
                0 0 0 rg
                BT
                12 0 0 12 70 700 Tm
                /f-0-0 1 Tf
                /TD <</MCID 0>> BDC
                [(a)]TJ
                EMC
                /TD <</MCID 1>> BDC
                [(b)-300(c\\()]TJ
                EMC
                /TD <</MCID 2>> BDC
                [(\\051)]TJ
                /f-1-0 1 Tf
                <0001>Tj
                EMC
                /TD <</MCID 3>> BDC
                <0002
                0003>Tj
                EMC
                /TD <</MCID 4>> BDC
                /Span << /ActualText <feff1ea1> >> BDC
                [<0004>]TJ
                EMC
                EMC
                ET

                Q
                """
        )
    }

    @Test(arguments: 1...8)
    func `every glyph may begin a mark`(start: Int) throws {
        let content = try split([0, start])
        let text = String(decoding: content.bytes, as: UTF8.self)
        #expect(text.split(separator: "EMC").count - 1 == 3)
        #expect(content.marks == 2)
    }

    @Test(arguments: [[0, 9], [0, 3, 3], [0, 12]])
    func `a mark without a glyph is refused`(starts: [Int]) {
        #expect(throws: ConformFailure.self) { try split(starts) }
    }

    @Test func `text before the first mark is refused`() {
        #expect(throws: ConformFailure.self) { try split([1]) }
    }

    @Test func `every way to cut the content short is refused`() {
        let bytes = Array(cairo.utf8)
        // The last lines are the end of the tag and `Q`.
        for end in 30..<bytes.count - 4 {
            #expect(throws: ConformFailure.self, "\(end)") {
                try PageContent(
                    cairo: bytes[..<end],
                    page: 0,
                    artifacts: [:],
                    texts: [0: [TextMark(start: 0, tag: .paragraph)]]
                )
            }
        }
    }
}
