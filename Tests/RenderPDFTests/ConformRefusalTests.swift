import CCairoPango
import Testing

@testable import RenderPDF

/// Defects that would make a wrong file are refused, with what is wrong.
struct ConformRefusalTests {
    private func onePage(
        _ draw: (SampleCanvas) -> [StructureChild]
    ) -> TaggedDrawing {
        let canvas = SampleCanvas()
        let children = draw(canvas)
        return canvas.finish(element(.document, children))
    }

    private func refusal(_ drawing: TaggedDrawing) -> ConformFailure? {
        do {
            _ = try assemble(drawing, profile: .a1a)
            return nil
        } catch {
            return error
        }
    }

    private let first = ContentMark(page: 0, number: 0)

    @Test func `a mark in no element`() {
        let drawing = onePage { canvas in
            _ = canvas.text("lạc", y: 72)
            return []
        }
        #expect(refusal(drawing) == .markWithoutPurpose(first))
    }

    @Test func `a mark in two elements`() {
        let drawing = onePage { canvas in
            let mark = canvas.text("hai", y: 72)
            return [child(.paragraph, [mark]), child(.paragraph, [mark])]
        }
        #expect(refusal(drawing) == .markWithTwoPurposes(first))
    }

    @Test func `a mark that was never drawn`() {
        let absent = ContentMark(page: 0, number: 7)
        let drawing = onePage { _ in [child(.paragraph, [.content(absent)])] }
        #expect(refusal(drawing) == .markNotDrawn(absent))
    }

    @Test func `an artifact that was never drawn`() {
        var drawing = onePage { canvas in [child(.paragraph, [canvas.text("một", y: 72)])] }
        let absent = ContentMark(page: 3, number: 0)
        drawing.artifacts[absent] = .footer
        #expect(refusal(drawing) == .markNotDrawn(absent))
    }

    @Test func `a figure without words`() {
        let drawing = onePage { canvas in [child(.figure, [canvas.text("hình", y: 72)])] }
        #expect(refusal(drawing) == .figureWithoutAlternative)
    }

    @Test func `a link outside the structure`() {
        let drawing = onePage { canvas in
            _ = canvas.link(.address("https://example.org"), y: 72, description: "Trang")
            return [child(.paragraph, [canvas.text("một", y: 72)])]
        }
        #expect(refusal(drawing) == .brokenLink(0))
    }

    @Test func `a link to a page that is not there`() {
        let drawing = onePage { canvas in
            let link = canvas.link(.place(page: 9, x: 0, y: 0), y: 72, description: "Trang")
            return [child(.link, [canvas.text("một", y: 72), link])]
        }
        #expect(refusal(drawing) == .brokenLink(0))
    }

    @Test func `another number of pages`() {
        var drawing = onePage { canvas in [child(.paragraph, [canvas.text("một", y: 72)])] }
        drawing.pages.removeAll()
        #expect(refusal(drawing) == .pageCount(told: 0, drawn: 1))
    }

    @Test func `transparency, which PDF/A-1 does not allow`() throws {
        let drawing = onePage { canvas in
            let mark = canvas.mark("P") { context in
                cairo_set_source_rgba(context, 1, 0, 0, 0.5)
                cairo_rectangle(context, 72, 72, 50, 50)
                cairo_fill(context)
            }
            return [child(.paragraph, [mark])]
        }
        guard case .transparency? = refusal(drawing) else {
            Issue.record("not refused")
            return
        }
        #expect(try !assemble(drawing, profile: .a3a).isEmpty)
    }

    @Test func `text that looks like a tag stays text`() throws {
        let words = "/Private << /MCID 0 >> BDC"
        let drawing = onePage { canvas in
            let text = canvas.text(words, y: 72, font: "Liberation Mono 12")
            return [child(.paragraph, [text])]
        }
        #expect(refusal(drawing) == nil)
    }

    @Test func `a file cut short at any place is refused without a crash`() {
        let drawing = SampleCanvas.sample()
        let length = drawing.file.count
        for end in stride(from: 0, to: length - 8, by: max(1, length / 97)) {
            var cut = drawing
            cut.file = Array(drawing.file[..<end])
            #expect(refusal(cut) != nil)
        }
    }

    @Test func `a changed byte anywhere does not crash`() {
        let drawing = SampleCanvas.sample()
        var refused = 0
        for place in stride(from: 0, to: drawing.file.count, by: 211) {
            var changed = drawing
            changed.file[place] = changed.file[place] ^ 0x15
            if refusal(changed) != nil { refused += 1 }
        }
        #expect(refused > 0)
    }
}
