import Testing

@testable import Ruler

/// Lines as they come out of traces, whatever pieces a program drew them in.
@Suite struct TraceTests {
    private func printed(_ body: String) -> PrintedPage? {
        var reader = TraceReader()
        let text = """
            <document filename="a.pdf">
            <page number="1" mediabox="0 0 595 842">
            \(body)
            </page>
            </document>

            """
        // In pieces of seven bytes: tags come in any chunks.
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 7) {
            reader.read(Array(bytes[start..<min(start + 7, bytes.count)]))
        }
        return reader.finish().pages.first
    }

    /// Letters from `x` on, each half a size wide, with `gap` sizes between.
    private func run(
        _ text: String,
        x: Double = 100,
        y: Double = 100,
        gap: Double = 0,
        font: String = "Times-Roman",
        matrix: String = "10 0 0 -10",
        tag: String = "fill_text"
    ) -> String {
        let glyphs = text.enumerated().map { index, letter in
            "<g unicode=\"\(letter)\" glyph=\"1\" x=\"\(x + Double(index) * (0.5 + gap) * 10)\" y=\"\(y)\" adv=\".5\"/>"
        }
        return """
            <\(tag) colorspace="DeviceGray" color="0" transform="1 0 0 1 0 0">
            <span font="\(font)" wmode="0" bidi="0" trm="\(matrix)">
            \(glyphs.joined(separator: "\n"))
            </span>
            </\(tag)>
            """
    }

    @Test func `joins the pieces of a word and parts words without blanks`() throws {
        let pieces = run("Bá", x: 100) + "\n" + run("o", x: 110) + "\n" + run("cáo", x: 118)
        let page = try #require(printed(pieces))
        #expect(page.lines.map(\.text) == ["Báo cáo"])
        #expect(page.lines[0].right == 133)
    }

    @Test func `keeps spaced letters together`() throws {
        #expect(printed(run("BÁO CÁO", gap: 0.4))?.lines.map(\.text) == ["BÁO CÁO"])
        #expect(printed(run("BÁOCÁO", gap: 0.4))?.lines.map(\.text) == ["BÁOCÁO"])
    }

    @Test func `takes letters drawn twice or outlined as bold, sheared ones as italic`() throws {
        let twice = run("Số", x: 100) + "\n" + run("Số", x: 100.3)
        #expect(printed(twice)?.lines.map(\.text) == ["Số"])
        #expect(printed(twice)?.lines[0].isBold == true)
        let outlined = run("Số") + "\n" + run("Số", tag: "stroke_text")
        #expect(printed(outlined)?.lines[0].isBold == true)
        let sheared = run("Số", matrix: "10 0 2 -10")
        #expect(printed(sheared)?.lines[0].isItalic == true)
        #expect(printed(sheared)?.lines[0].isBold == false)
    }

    @Test func `leaves out what is turned or hidden`() throws {
        #expect(printed(run("Mờ", matrix: "7 7 7 -7"))?.lines.isEmpty == true)
        #expect(printed(run("Mờ", tag: "ignore_text"))?.lines.isEmpty == true)
    }

    @Test func `gives letters without a code their place and counts them`() throws {
        let lost = try #require(printed(run("\u{FFFD}ÿß")))
        #expect(lost.lines.map(\.right) == [115])
        #expect(lost.strangeLetters == 3)
        #expect(printed(run("Độc lập, Ấp 3"))?.strangeLetters == 0)
    }

    @Test func `does not judge the look of faces without a name`() throws {
        let line = try #require(printed(run("Số", font: "CIDFont+F3"))?.lines.first)
        #expect(line.isBold == nil)
        #expect(styleFinding(.numberStyle, line, page: 1).verdict == .notMeasured)
    }

    @Test func `sees rules as strokes, thin areas and frames`() throws {
        let paths = """
            <stroke_path linewidth=".5" colorspace="DeviceGray" color="0" transform="1 0 0 1 0 0">
            <moveto x="100" y="50"/>
            <lineto x="200" y="50"/>
            </stroke_path>
            <fill_path colorspace="DeviceGray" color="0" transform="1 0 0 1 0 0">
            <moveto x="100" y="60"/>
            <lineto x="200" y="60"/>
            <lineto x="200" y="60.5"/>
            <lineto x="100" y="60.5"/>
            <closepath/>
            </fill_path>
            <stroke_path linewidth=".5" colorspace="DeviceGray" color="0" transform="1 0 0 1 0 0">
            <moveto x="100" y="70"/>
            <lineto x="200" y="70"/>
            <lineto x="200" y="90"/>
            <lineto x="100" y="90"/>
            <closepath/>
            </stroke_path>
            """
        let page = try #require(printed(paths))
        #expect(page.rules.count { $0.isHorizontal } == 4)
        #expect(page.rules.count { !$0.isHorizontal } == 2)
        #expect(page.shapes.isEmpty)
    }

    @Test func `tells captions and notes from lines of the text that begin alike`() throws {
        for text in ["Bảng 1. Số HTX", "Biểu đồ 2", "Ghi chú: làm tròn", "Nguồn: các huyện"] {
            #expect(printed(run(text))?.lines[0].beginsAsNote == true, "\(text)")
        }
        for text in ["biểu báo cáo của từng", "nguồn vốn hỗ trợ", "bảng số liệu kèm theo"] {
            #expect(printed(run(text))?.lines[0].beginsAsNote == false, "\(text)")
        }
    }

    @Test func `survives a trace that makes no sense`() throws {
        #expect(
            printed("<g unicode=\"a\"/>\n<span font=\n<lineto x=\"nan\" y=\"1e400\"/>\n<\n<>\n</g>")
                != nil
        )
        #expect(
            printed("<fill_text color=\"\" transform=\"1\">\n<span trm=\"inf 0 0 -1\">\n<g/>")
                != nil
        )
        var reader = TraceReader()
        reader.read(Array("</page>\n<page number=\"1\" mediabox=\"0 0\">\n".utf8))
        #expect(reader.finish().isEmpty)
    }
}
