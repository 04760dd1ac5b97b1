import DatasetModel
import Diagnostics
import PeriodModel
import Testing
import Vocabulary

@testable import Ingest

/// Values a thousand or a million times what they should be, found by last year and by what is usual.
struct UnitScales {
    let period: Period

    init() throws {
        period = try Period()
    }

    private func rows(_ values: [String]) -> String {
        values.enumerated().reduce(head) { text, value in
            text + "A\(value.offset),Tên \(value.offset),001,NN,12,\(value.element)\n"
        }
    }

    private func read(
        _ values: [String],
        before: [String],
        pins: [ReadingPins] = []
    ) -> DiagnosticLog {
        var settings = period.settings
        settings.reading = pins
        let file = SourceText(path: "0.csv", bytes: Array(rows(before).utf8))
        let previous = PeriodData(settings: settings, dataset: period.read([file]).dataset)
        var log = DiagnosticLog()
        _ = Ingest.readDataset(
            from: [SourceText(path: "1.csv", bytes: Array(rows(values).utf8))],
            settings: settings,
            settingsFile: period.file,
            previous: previous,
            log: &log
        )
        return log
    }

    @Test func `doubts a column that is a thousand times last year's`() {
        let log = read(["1000", "2100", "2900", "4"], before: ["1", "2", "3", "4"])
        #expect(faults(log) == ["F1 ingest.unit-of-measure.last-year"])
        #expect(log.hasErrors)
    }

    @Test func `doubts a column that is a millionth of last year's`() {
        let log = read(["0.1", "0.21", "0.35"], before: ["100000", "200000", "300000"])
        #expect(faults(log) == ["F1 ingest.unit-of-measure.last-year"])
    }

    @Test func `warns of one value among others alike`() {
        let log = read(["1", "2100", "3"], before: ["1", "2", "3"])
        #expect(faults(log) == ["F3 ingest.number.last-year"])
        #expect(!log.hasErrors)
    }

    private func twoFiles(_ values: [String], _ others: [String]) -> DiagnosticLog {
        let other = others.enumerated().reduce(head) {
            $0 + "B\($1.offset),Khác \($1.offset),001,NN,12,\($1.element)\n"
        }
        return period.read(rows(values), other).log
    }

    @Test func `doubts a column in which other files have a thousandth, when no year was before`() {
        let log = twoFiles(["5000", "7100", "2900", "6000", "4"], ["4", "5", "6", "9", "2", "7"])
        // Of two files either may be the wrong one: both are told.
        #expect(
            log.entries.map(\.code) == Array(repeating: "ingest.unit-of-measure.peers", count: 2)
        )
        #expect(log.hasErrors)
        #expect(
            faults(twoFiles(["50", "71", "29", "60", "4"], ["4", "5", "6", "9", "2", "7"])) == []
        )
    }

    @Test func `warns of one value far from those of its sector`() {
        let others = (1...12).map { "\($0)" }
        #expect(faults(twoFiles(["5000", "7", "2"], others)) == ["F2 ingest.number.peers"])
        #expect(faults(twoFiles(["900", "7", "2"], others)) == [])
    }

    @Test func `tells two columns that hold each other's values`() {
        func text(_ swapped: Bool, growth: Int = 0) -> String {
            (1...6).reduce("ma,ten,don_vi,linh_vuc,thanh_vien,von,lai\n") {
                $0 + "A\($1),Tên \($1),001,NN,12,"
                    + (swapped ? "\($1 * 2),\($1 * 10)\n" : "\($1 * 10 + growth),\($1 * 2)\n")
            }
        }
        func read(_ now: String) -> DiagnosticLog {
            let file = SourceText(path: "0.csv", bytes: Array(text(false).utf8))
            let previous = PeriodData(
                settings: period.settings,
                dataset: period.read([file]).dataset
            )
            var log = DiagnosticLog()
            _ = Ingest.readDataset(
                from: [SourceText(path: "1.csv", bytes: Array(now.utf8))],
                settings: period.settings,
                settingsFile: period.file,
                previous: previous,
                log: &log
            )
            return log
        }
        #expect(faults(read(text(true))) == ["F1 ingest.column.swapped"])
        #expect(faults(read(text(false, growth: 1))) == [])
    }

    @Test func `finds no fault in growth`() {
        #expect(faults(read(["9", "18", "0.4"], before: ["1", "2", "3"])) == [])
    }

    @Test func `goes on with a unit given in the settings, and still tells that it looks wrong`() {
        var pins = ReadingPins(file: "1.csv")
        pins.unitOfMeasure = "trieu_dong"
        let log = read(["1000", "2100", "2900"], before: ["1", "2", "3"], pins: [pins])
        #expect(faults(log) == ["F1 ingest.unit-of-measure.last-year"])
        #expect(!log.hasErrors)
    }

    @Test func `converts from a pinned unit`() {
        var pins = ReadingPins(file: "*.csv")
        pins.unitOfMeasure = "dong"
        var settings = period.settings
        settings.reading = [pins]
        var log = DiagnosticLog()
        let dataset = Ingest.readDataset(
            from: [SourceText(path: "1.csv", bytes: Array(rows(["2000000"]).utf8))],
            settings: settings,
            settingsFile: period.file,
            log: &log
        )
        #expect(period.values("von", of: dataset) == ["2"])
    }

    @Test func `decides the number form by last year's size, when three agree`() {
        let before = ["1234", "2345", "3456"]
        let log = read(["1.200", "2.300", "3.400"], before: before)
        #expect(faults(log) == [])
        // Two are no proof.
        let few = read(["1.200", "2.300"], before: before)
        #expect(faults(few) == ["F2 ingest.number.ambiguous", "F3 ingest.number.ambiguous"])
    }

    @Test(arguments: [
        ("5", "5", 0), ("49", "5", 0), ("1", "10", 0), ("1000", "1", 3), ("2999", "1", 3),
        ("334", "1", 3), ("1", "1000", -3), ("1000000", "1.5", 6), ("2", "1000000", -6),
    ])
    func `measures how many times one number is another`(value: String, base: String, power: Int)
        throws
    {
        let value = try #require(ExactDecimal(plain: value))
        let base = try #require(ExactDecimal(plain: base))
        #expect(Magnitude(value, of: base)?.rawValue == power)
    }

    @Test func `finds no power between the powers`() throws {
        let hundred = try #require(ExactDecimal(plain: "100"))
        #expect(Magnitude(hundred, of: ExactDecimal(1)) == nil)
    }
}
