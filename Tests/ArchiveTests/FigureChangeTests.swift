import Archive
import Testing

struct FigureChangeTests {
    @Test(arguments: 0..<200)
    func `the difference is exactly what one list has and the other has not`(seed: Int) throws {
        var numbers = SeededNumbers(seed)
        let (first, second) = (someFigures(&numbers), someFigures(&numbers))
        let (old, new) = (
            try PublishedFigure.read(tidy(first)), try PublishedFigure.read(tidy(second))
        )
        #expect((old, new) == (first, second))
        let changes = FigureChange.between(old, new)
        #expect(Set(changes.compactMap(\.old)) == Set(old).subtracting(new))
        #expect(Set(changes.compactMap(\.new)) == Set(new).subtracting(old))
        #expect(Set(changes.map(\.key)).count == changes.count)
        #expect(FigureChange.between(old, old).isEmpty)
        let back = FigureChange.between(new, old)
        #expect(
            Set(back.map { [$0.new, $0.old] }) == Set(changes.map { [$0.old, $0.new] })
        )
        #expect(
            changes.filter(\.isRestatement).map(\.key).sorted()
                == old.filter { before in
                    !new.contains { $0.key == before.key && $0.saysTheSame(as: before) }
                }.map(\.key).sorted()
        )
    }

    @Test func `a value, a unit of measure and a status are what a figure says`() throws {
        let old = figure("von.sum", "12")
        var other = old
        other.answers = "2"
        #expect(FigureChange(old: old, new: other)?.kind == .coverage)
        other.unitOfMeasure = "trieu_dong"
        #expect(FigureChange(old: old, new: other)?.kind == .changed)
        #expect(FigureChange(old: old, new: figure("von.sum", "", status: "O"))?.kind == .changed)
        #expect(FigureChange(old: old, new: nil)?.kind == .withdrawn)
        #expect(FigureChange(old: nil, new: old)?.kind == .added)
        #expect(FigureChange(old: old, new: old) == nil)
    }

    @Test func `keys are written as texts write them`() {
        #expect(figure("von.sum", "1").key == "von.sum")
        #expect(figure("von.sum.883", "1").key == "von.sum.883")
        #expect(figure("von.sum.all.NN", "1").key == "von.sum.all.NN")
    }

    @Test(arguments: [
        ("period,unit\r\n", 1),
        ("", 1),
        ("HEAD2020,all,all,von,sum,1,dong,1,1\r\n", 2),
        ("HEAD2020,all,all,von,sum,1,dong,1,1,A\r\n2020,all,all,von,sum,2,dong,1,1,A\r\n", 3),
        ("HEAD2020,all,all,v\"on,sum,1,dong,1,1,A\r\n", 2),
        ("HEAD2020,all,all,\"von,sum,1,dong,1,1,A\r\n", 2),
    ])
    func `what is no table of figures is refused at its line`(text: String, line: Int) {
        var text = text
        let heading = String(decoding: tidy([]), as: UTF8.self)
        if text.hasPrefix("HEAD") { text = heading + text.dropFirst(4) }
        #expect(throws: PublishedFigure.Fault(line: line)) {
            try PublishedFigure.read(Array(text.utf8))
        }
    }
}
