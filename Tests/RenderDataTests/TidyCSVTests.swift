import Foundation
import RenderData
import StatisticsModel
import TestSupport
import Testing
import Vocabulary

struct TidyCSVTests {
    private func figure(
        _ key: FigureKey,
        _ value: FigureValue?,
        unit: String,
        status: Figure.Status = .normal
    ) -> Figure {
        Figure(
            key: key,
            value: value,
            unitOfMeasure: unit,
            answers: 3,
            population: 4,
            status: status
        )
    }

    private func ratio(_ numerator: Int, _ denominator: Int) throws -> FigureValue {
        .ratio(
            try #require(ExactRatio(ExactDecimal(numerator), over: ExactDecimal(denominator)))
        )
    }

    private func lines(_ figures: [Figure], year: Int = 2020) -> [String] {
        let text = String(
            decoding: tidyCSV(Statistics(year: year, figures: figures)),
            as: UTF8.self
        )
        return text.components(separatedBy: "\r\n")
    }

    @Test func `one row a key, sorted by unit, sector, indicator and measure`() throws {
        let figures = [
            figure(FigureKey("htx", .count), .decimal(ExactDecimal(232)), unit: "organisation"),
            figure(FigureKey("htx", .share, sector: "NN"), try ratio(16_900, 232), unit: "percent"),
            figure(
                FigureKey("vốn", .sum, unit: "883"),
                .decimal(ExactDecimal(-15, scale: 1)),
                unit: "trieu_dong"
            ),
            figure(FigureKey("vốn", .mean, unit: "883"), try ratio(3, 4), unit: "trieu_dong"),
            figure(
                FigureKey("loại=a,\"b\"", .count, unit: "883"),
                nil,
                unit: "organisation",
                status: .missing
            ),
            figure(FigureKey("htx", .entered), .decimal(ExactDecimal(9)), unit: "organisation"),
            figure(FigureKey("htx", .left), .decimal(ExactDecimal(8)), unit: "organisation"),
        ]
        let text = lines(figures.reversed()).joined(separator: "␍␊\n")
        expectGolden(text, "tidy.csv.txt")
    }

    @Test func `values are exact within 12 decimals and rounded there, half away from zero`() throws
    {
        let cases: [(FigureValue, String)] = [
            (try ratio(1, 4), "0.25"),
            (try ratio(1, 3), "0.333333333333"),
            (try ratio(2, 3), "0.666666666667"),
            (try ratio(-2, 3), "-0.666666666667"),
            (try ratio(200, 2), "100"),
            (try ratio(1, 8_192_000_000_000), "0"),
            (.decimal(ExactDecimal(5, scale: 13)), "0.000000000001"),
            (.decimal(ExactDecimal(-5, scale: 13)), "-0.000000000001"),
            (.decimal(ExactDecimal(1, scale: 12)), "0.000000000001"),
            (.decimal(ExactDecimal(1_234_567)), "1234567"),
        ]
        for (value, expected) in cases {
            let row = lines([figure(FigureKey("x", .mean), value, unit: "u")])[1]
            #expect(row == "2020,all,all,x,mean,\(expected),u,3,4,A")
        }
    }

    @Test func `no byte order mark, one line end after each row, four digits of the year`() {
        let bytes = tidyCSV(Statistics(year: 987, figures: []))
        let head =
            "period,unit,sector,indicator,measure,value,unit_of_measure,answers,population,status"
        #expect(bytes == Array((head + "\r\n").utf8))
        let row = lines([figure(FigureKey("x", .sum), nil, unit: "", status: .missing)], year: 987)
        #expect(row == [head, "0987,all,all,x,sum,,,3,4,O", ""])
    }
}
