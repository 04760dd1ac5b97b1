import DatasetModel
import Diagnostics
import Foundation
import Ingest
import PeriodModel
import TestSupport
import Testing
import Vocabulary

/// Answers and corrections read against one submission of the defect fixtures' register.
struct AnswerTests {
    private let period: Period
    private let words: AnswerWords
    private let submission = """
        ma,ten,don_vi,linh_vuc,thanh_vien,von
        A1,HTX Ba Gò,001,NN,12a,100.5
        A2,HTX Ba Gò,001,NN,30,200.5
        A3,HTX Cồn Tre,001,NN,,300.5

        """

    init() throws {
        period = try Period()
        let url = projectRoot.appendingPathComponent("Templates/return-note/answers.yaml")
        let source = SourceText(path: "answers.yaml", bytes: Array(try Data(contentsOf: url)))
        var log = DiagnosticLog()
        words = try #require(Ingest.readAnswerWords(source, log: &log))
        #expect(log.entries.isEmpty)
    }

    private func read(
        _ answers: [String],
        corrections: String? = nil,
        submission: String? = nil,
        named name: String? = nil,
        submissionName: String = "001.csv"
    ) -> (dataset: Dataset, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let amendments = Ingest.readAmendments(
            answers: answers.enumerated().map {
                SourceText(path: "answers/\(name ?? "\($0 + 1).csv")", bytes: Array($1.utf8))
            },
            corrections: corrections.map {
                SourceText(path: "corrections.csv", bytes: Array($0.utf8))
            },
            words: words,
            submissions: ["submissions/\(submissionName)"],
            log: &log
        )
        let text = submission ?? self.submission
        var dataset = Ingest.readDataset(
            from: [SourceText(path: "submissions/\(submissionName)", bytes: Array(text.utf8))],
            settings: period.settings,
            settingsFile: period.file,
            amendments: amendments,
            log: &log
        )
        Ingest.settleConfirmations(in: &dataset, log: &log)
        return (dataset, log)
    }

    private let head =
        "Tệp,Ô,Mã kiểm tra,Đã đọc,Trả lời,Giá trị mới,Giải thích,Người trả lời,Ngày\n"

    /// Doubts about amendments, as `file (cell) code`.
    private func doubts(_ log: DiagnosticLog) -> [String] {
        log.sorted.filter {
            $0.code.hasPrefix("ingest.answer") || $0.code.hasPrefix("ingest.correction")
        }
        .map { "\($0.place?.cell ?? "-") \($0.severity) \($0.code)" }
    }

    @Test func `a corrected cell is read in the place of the old one`() {
        #expect(
            faults(read([]).log) == [
                "E2 ingest.number.not-a-number", "E4 ingest.cell.empty",
            ]
        )
        let (dataset, log) = read([
            head + "001.csv,E2,,12a,đã sửa,12,gõ nhầm,Lê Ba,20/12/2020\n"
                + "submissions/001.csv,e4,,,ĐÃ SỬA,40,,Lê Ba,2020-12-20\n"
        ])
        #expect(faults(log) == ["G3 ingest.answer.no-explanation", "B3 ingest.name.repeated"])
        #expect(!log.hasErrors)
        #expect(period.values("thanh_vien", of: dataset) == ["12", "30", "40"])
        #expect(dataset.amendments.map(\.cell) == ["E2", "E4"])
        #expect(dataset.amendments.map(\.new) == ["12", "40"])
        #expect(dataset.amendments[0].date?.iso == "2020-12-20")
    }

    @Test func `headings and units can be corrected, and places stay as they were`() {
        let (dataset, log) = read(
            [],
            corrections: """
                file,cell,old,new,reason,who,date
                001.csv,F1,vốn góp,von,tên cột,Phòng,21/12/2020
                001.csv,C2,Hoà Ân,001,tên huyện,Phòng,21/12/2020
                """,
            submission: "ma,ten,don_vi,linh_vuc,thanh_vien,vốn góp\nA1,HTX Ba Gò,Hoà Ân,NN,x1,5.5\n"
        )
        #expect(faults(log) == ["E2 ingest.number.not-a-number"])
        #expect(log.entries.first?.place?.line == 2)
        #expect(log.entries.first?.place?.column == 24)
        #expect(dataset.amendments.count == 2)
        #expect(dataset.amendments.allSatisfy { $0.source == .correction })
    }

    @Test func `a confirmed warning is no doubt any more, and is cited`() {
        let (dataset, log) = read([
            head
                + "001.csv,E2,,12a,đã sửa,12,gõ nhầm,Lê Ba,20/12/2020\n"
                + "001.csv,E4,,,đã sửa,40,bỏ sót,Lê Ba,20/12/2020\n"
                + "001.csv,B3,ingest.name.repeated,HTX Ba Gò,xác nhận đúng,,hai HTX khác nhau,Lê Ba,20/12/2020\n"
        ])
        #expect(faults(log) == [])
        #expect(dataset.amendments.count == 3)
        #expect(
            dataset.amendments.last?.decision == .confirmed(code: "ingest.name.repeated")
        )
    }

    @Test(arguments: [
        ("002.csv,E2,,12a,đã sửa,12,vì,Ba,20/12/2020", "A2 error ingest.answer.unknown-file"),
        ("001.csv,E99,,12a,đã sửa,12,vì,Ba,20/12/2020", "F2 error ingest.answer.unknown-cell"),
        ("001.csv,Z2,,12a,đã sửa,12,vì,Ba,20/12/2020", "F2 error ingest.answer.unknown-cell"),
        (
            "001.csv,Biểu 1!E2,,12a,đã sửa,12,vì,Ba,20/12/2020",
            "F2 error ingest.answer.unknown-cell"
        ),
        ("001.csv,cột E,,12a,đã sửa,12,vì,Ba,20/12/2020", "B2 error ingest.answer.unknown-cell"),
        ("001.csv,E2,,12b,đã sửa,12,vì,Ba,20/12/2020", "F2 error ingest.answer.stale"),
        ("001.csv,E2,,12b,đã sửa,12a,vì,Ba,20/12/2020", "F2 warning ingest.answer.done-already"),
        ("001.csv,E2,,12a,ừ,12,vì,Ba,20/12/2020", "E2 error ingest.answer.unknown-answer"),
        ("001.csv,E2,,12a,,12,vì,Ba,20/12/2020", "E2 error ingest.answer.no-answer"),
        ("001.csv,E2,,12a,đã sửa,,vì,Ba,20/12/2020", "F2 error ingest.answer.no-value"),
        ("001.csv,E2,,12a,đã sửa,12,vì,,20/12/2020", "H2 warning ingest.answer.unsigned"),
        ("001.csv,E2,,12a,đã sửa,12,vì,Ba,31/02/2020", "I2 warning ingest.answer.date"),
        (
            "001.csv,E2,ingest.number.not-a-number,12a,xác nhận đúng,,vì,Ba,20/12/2020",
            "E2 error ingest.answer.not-confirmable"
        ),
        (
            "001.csv,B3,ingest.name.repeated,HTX Ba Gò,xác nhận đúng,,,Ba,20/12/2020",
            "G2 error ingest.answer.no-explanation"
        ),
        (
            "001.csv,B3,ingest.name.repeated,HTX Ba Gò,xác nhận đúng,HTX Tư,vì,Ba,20/12/2020",
            "F2 error ingest.answer.contradictory"
        ),
        ("001.csv,B3,,HTX Ba Gò,xác nhận đúng,,vì,Ba,20/12/2020", "C2 error ingest.answer.no-code"),
        (
            "001.csv,B3,ingest.x.y,HTX Ba Gò,xác nhận đúng,,vì,Ba,20/12/2020",
            "E2 warning ingest.answer.no-doubt"
        ),
        (
            "001.csv,B3,ingest.name.repeated,HTX Khác,xác nhận đúng,,vì,Ba,20/12/2020",
            "E2 error ingest.answer.stale"
        ),
    ])
    func `reports an answer that cannot be taken, at its cell`(row: String, doubt: String) {
        let (_, log) = read([head + row + "\n"])
        #expect(doubts(log) == [doubt])
    }

    @Test func `reports answers that contradict each other, and applies neither`() {
        let rows = [
            head + "001.csv,E2,,12a,đã sửa,12,vì,Ba,20/12/2020\n",
            head + "001.csv,E2,,12a,đã sửa,13,vì,Tư,20/12/2020\n",
        ]
        let (dataset, log) = read(rows)
        #expect(doubts(log) == ["F2 error ingest.answer.contradictory"])
        #expect(
            log.sorted.first { $0.code.hasSuffix("contradictory") }?.related?.file
                == "answers/1.csv"
        )
        #expect(dataset.amendments.isEmpty)
        #expect(faults(log).contains("E2 ingest.number.not-a-number"))
    }

    @Test func `takes the same answer twice as one, and later answers after earlier ones`() {
        let rows = [
            head + "001.csv,E2,,12a,đã sửa,12 b,vì,Ba,20/12/2020\n",
            head + "001.csv,E2,,12a,đã sửa,12 b,vì,Ba,20/12/2020\n"
                + "001.csv,E2,,12 b,đã sửa,12,vì,Ba,21/12/2020\n",
        ]
        let (dataset, log) = read(rows)
        #expect(doubts(log) == [])
        #expect(dataset.amendments.map(\.new) == ["12 b", "12"])
        #expect(period.values("thanh_vien", of: dataset).first == "12")
    }

    @Test func `answers saved again by a spreadsheet are read alike`() {
        let text =
            "\u{FEFF}\r\n;;;\r\nNgày;Trả lời;Giá trị mới;Ô;Tệp;Đã đọc;Ghi thêm;Giải thích;Người trả lời\r\n"
            + ";;;;;;;;\r\n20/12/2020;đã sửa;12;E2;001.csv;12a;;gõ nhầm;Lê Ba\r\n;;;;;;;;\r\n"
        let (dataset, log) = read([text])
        #expect(doubts(log) == [])
        #expect(dataset.amendments.map(\.new) == ["12"])
    }

    @Test
    func `an apostrophe against formulas is taken off, a group mark that Excel dropped is known`() {
        let submission = "ma,ten,don_vi,linh_vuc,thanh_vien,von\nA1,=HTX,001,NN,12,\"1.234\"\n"
        let (dataset, log) = read(
            [
                head + "001.csv,B2,,'=HTX,đã sửa,'-HTX Một,vì,Ba,20/12/2020\n"
                    + "001.csv,F2,,1234,đã sửa,1234.5,vì,Ba,20/12/2020\n"
            ],
            submission: submission
        )
        #expect(doubts(log) == [])
        #expect(dataset.rows.names == ["-HTX Một"])
    }

    @Test(arguments: [
        ("100,50", "100.5"), ("100.50", "100.5"), ("0100.5", "100.5"), ("1.234", "1234"),
    ])
    func `a number is known again however a spreadsheet writes it`(sent: String, saved: String) {
        let submission =
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;HTX Một;001;NN;12;\(sent)\n"
        let (dataset, log) = read(
            [head + "001.csv,F2,,\(saved),đã sửa,7,vì,Ba,20/12/2020\n"],
            submission: submission
        )
        #expect(doubts(log) == [])
        #expect(period.values("von", of: dataset) == ["7"])
    }

    @Test func `another number is never taken for the one that was doubted`() {
        for saved in ["100", "1005", "100.51", "10.5", "-100.5"] {
            let (_, log) = read([head + "001.csv,F2,,\(saved),đã sửa,7,vì,Ba,20/12/2020\n"])
            #expect(doubts(log) == ["F2 error ingest.answer.stale"], "\(saved)")
        }
    }

    @Test func `a cell longer than the table of answers shows is known by its beginning`() {
        let name = "HTX " + String(repeating: "Rất  dài\u{200B} ", count: 300)
        // The name is doubted, since another row has it too.
        let twice =
            "ma,ten,don_vi,linh_vuc,thanh_vien,von\nA1,\(name),001,NN,12,1.5\n"
            + "A2,\(name)b,001,NN,12,1.5\nA3,\(name),001,NN,12,1.5\n"
        let doubted = read([], submission: twice).dataset.submissions[0].doubted
        let text = doubted.first { $0.cell == "B4" }?.text ?? ""
        #expect(text.count == 1001 && text.hasSuffix("…"))
        let (dataset, log) = read(
            [head + "001.csv,B4,,\(text),đã sửa,HTX Ba,vì,Ba,20/12/2020\n"],
            submission: twice
        )
        #expect(doubts(log) == [])
        #expect(dataset.rows.names.last == "HTX Ba")
        let stale = read(
            [head + "001.csv,B4,,\(text.dropFirst()),đã sửa,HTX Ba,vì,Ba,20/12/2020\n"],
            submission: twice
        )
        #expect(doubts(stale.log) == ["F2 error ingest.answer.stale"])
    }

    @Test func `a doubt about an amended cell says where its text comes from`() {
        let (_, log) = read([head + "001.csv,E2,,12a,đã sửa,mười hai,vì,Ba,20/12/2020\n"])
        let doubt = log.entries.first { $0.code == "ingest.number.not-a-number" }
        #expect(doubt?.place?.cell == "E2")
        #expect(doubt?.value == "mười hai")
        #expect(doubt?.message.vi.hasSuffix("; giá trị này lấy từ answers/1.csv, ô F2") == true)
        let other = log.entries.first { $0.place?.cell == "E4" }
        #expect(other?.message.vi.contains("lấy từ") == false)
    }

    @Test func `a unit answers for its own file only`() {
        let row = "001.csv,E2,,12a,đã sửa,12,vì,Ba,20/12/2020\n"
        let (dataset, log) = read([head + row], named: "002-vinh-tan.csv")
        #expect(doubts(log) == ["F2 error ingest.answer.other-unit"])
        #expect(dataset.amendments.isEmpty)
        #expect(faults(log).contains("E2 ingest.number.not-a-number"))
        #expect(doubts(read([head + row], named: "001-hoa-an (1).csv").log) == [])
        #expect(doubts(read([head + row], named: "tra-loi.csv").log) == [])
        // A file whose name tells nothing is of the units that its rows name.
        let other = row.replacingOccurrences(of: "001.csv", with: "bieu.csv")
        let late = read([head + other], named: "002-vinh-tan.csv", submissionName: "bieu.csv")
        #expect(doubts(late.log) == ["F2 error ingest.answer.other-unit"])
    }

    @Test func `reports corrections that lack a field or do not fit`() {
        let (dataset, log) = read(
            [],
            corrections: """
                Tệp,Ô,Giá trị cũ,Giá trị mới,Lý do,Người sửa,Ngày
                001.csv,E2,12a,12,,Phòng,21/12/2020
                001.csv,E2,12a,12,gõ nhầm,Phòng,
                001.csv,E4,5,12,gõ nhầm,Phòng,21/12/2020
                """
        )
        #expect(
            doubts(log) == [
                "E2 error ingest.correction.incomplete", "G3 error ingest.correction.date",
                "D4 error ingest.correction.stale",
            ]
        )
        #expect(dataset.amendments.isEmpty)
    }

    @Test func `reports a table without the headings it needs`() {
        let (_, log) = read(["a,b\n1,2\n"])
        #expect(doubts(log) == ["- error ingest.answer.no-headings"])
    }

    @Test func `answers cut at any byte end in doubts, never in a crash`() {
        let text = Array(
            (head + "001.csv,E2,,\"12\"\"a\",đã sửa,\"1\n2\",vì,Ba,20/12/2020\n'!F17,$,,,,,,,\n")
                .utf8
        )
        for length in 0...text.count {
            var log = DiagnosticLog()
            _ = Ingest.readAmendments(
                answers: [SourceText(path: "answers/1.csv", bytes: Array(text.prefix(length)))],
                corrections: SourceText(path: "corrections.csv", bytes: Array(text.suffix(length))),
                words: words,
                submissions: ["submissions/001.csv"],
                log: &log
            )
            #expect(log.hasErrors)
        }
    }
}
