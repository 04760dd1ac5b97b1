import StatisticsModel
import Testing

struct FigureKeyTests {
    @Test(arguments: [
        ("htx.count", FigureKey("htx", .count)),
        ("von.mean.883", FigureKey("von", .mean, unit: "883")),
        ("loai=kha.share.all.NN", FigureKey("loai=kha", .share, sector: "NN")),
        ("loai=1.5.count.883.NN", FigureKey("loai=1.5", .count, unit: "883", sector: "NN")),
    ])
    func `reads what it writes`(text: String, key: FigureKey) {
        #expect(FigureKey(text) == key)
        #expect(key.description == text)
    }

    @Test(arguments: ["", "htx", "htx.", ".count", "htx.number", "htx.count.", "htx.count.a.b.c"])
    func `refuses what names no figure`(text: String) {
        #expect(FigureKey(text) == nil)
    }

    @Test func `finds figures given in any order`() {
        let keys = [FigureKey("b", .sum), FigureKey("a", .sum, unit: "1"), FigureKey("a", .count)]
        let figures = keys.map {
            Figure(
                key: $0,
                value: nil,
                unitOfMeasure: "",
                answers: 0,
                population: 0,
                status: .missing
            )
        }
        let statistics = Statistics(year: 2020, figures: figures)
        #expect(statistics.figures.map(\.key) == [keys[1], keys[2], keys[0]])
        for key in keys { #expect(statistics[key]?.key == key) }
        #expect(statistics[FigureKey("c", .sum)] == nil)
    }
}
