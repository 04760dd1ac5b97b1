import Diagnostics
import Ingest
import PeriodModel
import Testing
import Vocabulary

struct RecordSettingsTests {
    /// Settings without the section, and the section after them.
    private static let period = """
        period: {year: 2020, cutoff: 2020-12-31}
        province: {code: "01", name: Sông Mơ, type: tỉnh}
        agency: {name: Liên minh, place: Sông Mơ, symbol: BC}
        units:
          - {code: "883", name: Mơ Xanh, type: huyện}
        sectors:
          - {code: NN, label: Nông nghiệp, phrase: HTX nông nghiệp}
        units_of_measure:
          dong: {label: đồng, dimension: money, factor: 1}
        schema:
          - {key: ma, label: Mã, role: identifier, type: text}
          - {key: ten, label: Tên, role: name, type: text}
          - {key: don_vi, label: Đơn vị, role: unit, type: code}
          - {key: linh_vuc, label: Lĩnh vực, role: sector, type: code}
        wording: {organisation: HTX, organisation_name: hợp tác xã}
        source: báo cáo

        """

    private func read(_ section: String) -> (record: RecordSettings?, faults: [String]) {
        var log = DiagnosticLog()
        let bytes = Array((Self.period + section).utf8)
        let settings = readSettings(from: SourceText(path: "report.yaml", bytes: bytes), log: &log)
        let faults = log.sorted.map { "\($0.place?.line ?? 0) \($0.code) \($0.value ?? "-")" }
        return (settings?.record, faults)
    }

    private let first = Self.period.split(separator: "\n", omittingEmptySubsequences: false).count

    @Test func `reads every key of the archive's record`() {
        let (record, faults) = read(
            """
            archive_record:
              organ_id: 000.01.89.H01
              file_catalog: 2021
              file_notation: 05/TH
              title: Báo cáo năm 2020
              maintenance: Vĩnh viễn
              rights: Không hạn chế
              creator: Phòng tổng hợp
              language: Tiếng Việt
              type: Báo cáo
              subject: Tình hình
              arrival_type: Biểu số liệu
              arrivals:
                - {file: submissions/883.csv, date: 2020-12-15, number: 105, code_number: "12", code_notation: BC-UBND,
                   issued: 2020-12-14, organ: UBND, type: Công văn, subject: Gửi biểu, language: vi, pages: 2,
                   position: Chủ tịch, signer: X}
            """
        )
        #expect(faults.isEmpty)
        #expect(
            record
                == RecordSettings(
                    organId: "000.01.89.H01",
                    fileCatalog: 2021,
                    fileNotation: "05/TH",
                    title: "Báo cáo năm 2020",
                    maintenance: "Vĩnh viễn",
                    rights: "Không hạn chế",
                    creator: "Phòng tổng hợp",
                    language: "Tiếng Việt",
                    type: "Báo cáo",
                    subject: "Tình hình",
                    arrivalType: "Biểu số liệu",
                    arrivals: record?.arrivals ?? []
                )
        )
        let arrival = record?.arrivals.first
        #expect(arrival?.date?.iso == "2020-12-15" && arrival?.issued?.iso == "2020-12-14")
        #expect(arrival?.number == 105 && arrival?.pages == 2 && arrival?.codeNumber == "12")
    }

    @Test func `says nothing where settings say nothing`() {
        let (record, faults) = read("")
        #expect(faults.isEmpty)
        #expect(record == RecordSettings())
    }

    @Test(arguments: [
        ("organ_id: 12345678901234", "archive.record.too-long 12345678901234"),
        ("file_catalog: năm", "archive.record.not-a-number năm"),
        ("file_catalog: 20200", "archive.record.too-long 20200"),
        ("rights: \"a\\x01\"", "archive.record.bad-character a\u{1}"),
        ("organ: x", "settings.key.unknown organ"),
    ])
    func `holds each value against its field`(line: String, fault: String) {
        #expect(read("archive_record:\n  \(line)\n").faults == ["\(first + 1) \(fault)"])
    }

    @Test func `holds arrivals against their fields and takes each file once`() {
        let (_, faults) = read(
            """
            archive_record:
              arrivals:
                - {file: a.csv, number: 12345678901}
                - {file: b.csv, date: 15/12/2020}
                - {file: b.csv, pages: -1}
            """
        )
        #expect(
            faults.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "\(first + 2) archive.record.too-long", "\(first + 3) settings.value.invalid",
                "\(first + 4) settings.name.repeated", "\(first + 4) archive.record.not-a-number",
            ]
        )
    }
}
