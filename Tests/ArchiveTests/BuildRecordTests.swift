import Archive
import Diagnostics
import Testing
import TestSupport

struct BuildRecordTests {
    private let digest = String(repeating: "0f", count: 32)

    private var record: BuildRecord {
        BuildRecord(
            tool: "baocao",
            version: "0.1.0",
            settings: [
                BuildRecord.Setting(name: "draft", value: "false"),
                BuildRecord.Setting(name: "author", value: ""),
            ],
            inputs: [
                FileDigest(path: "submissions/\"883\" \u{1}.csv", sha256: digest),
                FileDigest(path: "report.yaml", sha256: digest),
            ],
            readings: [
                BuildRecord.Reading(
                    file: "submissions/883.csv",
                    rows: 21,
                    settings: [("encoding", "utf-8"), ("quote", nil), ("delimiter", "\t")],
                    leftOut: 2,
                    missing: 1,
                    totals: [
                        BuildRecord.Total(
                            cell: "G23",
                            column: "members",
                            stated: "1.234",
                            computed: "1.234",
                            rows: 21,
                            holds: true
                        )
                    ]
                )
            ],
            answers: [
                BuildRecord.Amendment(
                    file: "submissions/883.csv",
                    cell: "F17",
                    old: "12a",
                    new: "12",
                    confirmed: nil,
                    reason: "gõ nhầm",
                    who: "Lê Ba",
                    date: "2020-12-20"
                ),
                BuildRecord.Amendment(
                    file: "submissions/883.csv",
                    cell: "",
                    old: "",
                    new: nil,
                    confirmed: "ingest.name.repeated",
                    reason: "hai HTX",
                    who: "",
                    date: nil
                ),
            ],
            outputs: [
                BuildRecord.Output(
                    product: "report",
                    file: FileDigest(path: "bao-cao.pdf", sha256: digest),
                    signingZones: [
                        BuildRecord.SigningZone(
                            kind: "seal",
                            page: 13,
                            left: 315,
                            bottom: 331,
                            right: 416,
                            top: 432
                        )
                    ]
                ),
                BuildRecord.Output(
                    product: "data",
                    file: FileDigest(path: "data/tidy.csv", sha256: digest)
                ),
            ]
        )
    }

    private func read(_ text: String) -> (record: BuildRecord?, codes: [String]) {
        var log = DiagnosticLog()
        let source = SourceText(path: "build.json", bytes: Array(text.utf8))
        let record = BuildRecord.read(source, log: &log)
        return (record, log.sorted.map(\.code))
    }

    private var json: String { String(decoding: record.json, as: UTF8.self) }

    @Test func `is written in a fixed order`() {
        expectGolden(json, "build.json")
    }

    @Test func `is read back as it was written`() {
        let (back, codes) = read(json)
        #expect(codes.isEmpty)
        #expect(back == record)
        #expect(back?.products == ["data", "report"])
        #expect(back?.files(of: "data").map(\.path) == ["data/tidy.csv"])
    }

    @Test func `an empty record is read back too`() {
        let empty = BuildRecord(tool: "t", version: "1", settings: [], inputs: [], outputs: [])
        let (back, codes) = read(String(decoding: empty.json, as: UTF8.self))
        #expect(codes.isEmpty)
        #expect(back == empty)
    }

    @Test func `differs in its basis when program, settings or inputs differ, not outputs`() {
        var other = record
        other.outputs = []
        #expect(record.hasSameBasis(as: other))
        other.inputs[0].sha256 = String(repeating: "1", count: 64)
        #expect(!record.hasSameBasis(as: other))
        other = record
        other.version = "0.2.0"
        #expect(!record.hasSameBasis(as: other))
        other = record
        other.settings[0].value = "true"
        #expect(!record.hasSameBasis(as: other))
    }

    @Test func `reports a record that was cut, changed or is another file`() {
        let cut = read(String(json.dropLast(40)))
        #expect(cut.record == nil && !cut.codes.isEmpty)
        let shortDigest = read(json.replacing("0f0f", with: "0f"))
        #expect(shortDigest.record == nil && !shortDigest.codes.isEmpty)
        let otherProducts = read(json.replacing("\"data\",\n    \"report\"", with: "\"report\""))
        #expect(otherProducts.record == nil)
        #expect(otherProducts.codes == ["archive.record.different-products"])
        let otherFile = read("%PDF-1.7")
        #expect(otherFile.record == nil && !otherFile.codes.isEmpty)
    }
}
