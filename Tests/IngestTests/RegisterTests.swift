import DatasetModel
import Diagnostics
import Ingest
import PeriodModel
import Testing

struct RegisterTests {
    private func check(
        _ now: String,
        before: String? = nil
    ) throws -> [String] {
        let period = try Period()
        func data(_ text: String, _ label: String) -> PeriodData {
            var settings = period.settings
            settings.missing = []
            let source = SourceText(
                path: "\(label)submissions/a.csv",
                bytes: Array((head + text).utf8)
            )
            var log = DiagnosticLog()
            let dataset = Ingest.readDataset(
                from: [source],
                settings: settings,
                settingsFile: period.file,
                log: &log
            )
            return PeriodData(settings: settings, dataset: dataset)
        }
        var log = DiagnosticLog()
        Ingest.checkRegister(
            of: data(now, ""),
            previous: before.map { data($0, "../2019/") },
            log: &log
        )
        return log.sorted.map { doubt in
            let places = [doubt.place, doubt.related].map {
                "\($0?.file ?? "-") \($0?.cell ?? "-")"
            }
            return "\(places[0]), \(places[1]): \(doubt.code)"
        }
    }

    @Test func `reports one organisation in two districts, with both places`() throws {
        let rows = "A1,HTX Ba Gò,001,NN,12,100.5\nB1,htx ba gò,002,NN,12,100.5\n"
        #expect(
            try check(rows) == [
                "submissions/a.csv B3, submissions/a.csv B2: ingest.name.in-two-units"
            ]
        )
    }

    @Test(arguments: [
        "A1,HTX Ba Gò,001,NN,12,100.5\nB1,HTX Ba Gò,002,NN,15,7.5\n",
        "A1,HTX Ba Gò,001,NN,12,100.5\nB1,HTX Ba Gò,002,VT,12,100.5\n",
        "A1,HTX Ba Gò,001,NN,0,0\nB1,HTX Ba Gò,002,NN,0,0\n",
    ])
    func `other figures or another sector make other organisations`(rows: String) throws {
        #expect(try check(rows) == [])
    }

    @Test func `reports a code that changed since the previous period, with both places`() throws {
        let now = "A9,HTX Ba Gò,001,NN,12,100.5\nA2,HTX Cồn Tre,001,NN,12,100.5\n"
        let before = "A2,HTX Cồn Tre,001,NN,9,8.5\nA1,HTX Ba Gò,001,NN,9,9.5\n"
        #expect(
            try check(now, before: before) == [
                "submissions/a.csv A2, ../2019/submissions/a.csv A3: ingest.identifier.changed"
            ]
        )
    }

    @Test(arguments: [
        // The old code is still there, or the new one was there before, or the unit is another.
        ("A9,HTX Ba Gò,001,NN,12,1.5\nA1,HTX Tư,001,NN,1,2.5\n", "A1,HTX Ba Gò,001,NN,9,9.5\n"),
        ("A9,HTX Ba Gò,001,NN,12,1.5\n", "A1,HTX Ba Gò,001,NN,9,9.5\nA9,HTX Tư,001,NN,9,9.5\n"),
        ("A9,HTX Ba Gò,001,NN,12,1.5\n", "A1,HTX Ba Gò,002,NN,9,9.5\n"),
    ])
    func `a name alone does not make a changed code`(now: String, before: String) throws {
        #expect(try check(now, before: before) == [])
    }
}
