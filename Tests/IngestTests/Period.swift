import DatasetModel
import Diagnostics
import Foundation
import Ingest
import PeriodModel
import TestSupport
import Testing
import Vocabulary

/// Settings of the defect fixtures, which most tests here read against.
struct Period {
    var settings: PeriodSettings
    let file: SourceText
    let words: ReadingWords

    init() throws {
        let wordsURL = projectRoot.appendingPathComponent("Templates/reading.yaml")
        var wordsLog = DiagnosticLog()
        words = try #require(
            Ingest.readReadingWords(
                from: SourceText(
                    path: "Templates/reading.yaml",
                    bytes: Array(try Data(contentsOf: wordsURL))
                ),
                log: &wordsLog
            )
        )
        let url = projectRoot.appendingPathComponent("Fixtures/defects/report.yaml")
        file = SourceText(path: "report.yaml", bytes: Array(try Data(contentsOf: url)))
        var log = DiagnosticLog()
        settings = try #require(Ingest.readSettings(from: file, log: &log))
        #expect(log.entries.isEmpty)
    }

    func read(_ texts: String...) -> (dataset: Dataset, log: DiagnosticLog) {
        read(texts.enumerated().map { SourceText(path: "\($0 + 1).csv", bytes: Array($1.utf8)) })
    }

    func read(_ files: [SourceText]) -> (dataset: Dataset, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let dataset = Ingest.readDataset(
            from: files,
            settings: settings,
            settingsFile: file,
            words: words,
            log: &log
        )
        return (dataset, log)
    }

    /// The values of one measure column in the rows that were taken.
    func values(_ key: String, of dataset: Dataset) -> [String] {
        guard let index = settings.schema.measureColumns.firstIndex(where: { $0.key == key })
        else { return [] }
        return dataset.rows.measures[index].map {
            switch $0 {
            case .missing: "missing"
            case .value(let value): value.description
            case .range(let low, let high): "\(low)…\(high)"
            }
        }
    }
}

let head = "ma,ten,don_vi,linh_vuc,thanh_vien,von\n"

/// Cell and code of each doubt.
func faults(_ log: DiagnosticLog) -> [String] {
    log.sorted.map { "\($0.place?.cell ?? $0.place?.file ?? "-") \($0.code)" }
}
