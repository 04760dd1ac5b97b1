import DatasetModel
import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

/// Forms of a table in which a wrong value would look like a right one: read rightly, or told.
struct QuietFaults {
    let period: Period

    init() throws {
        period = try Period()
    }

    private let rows = "A1;Một;001;NN;12;15\nA2;Hai;001;NN;13;16\n"
    private let names = "ma;ten;don_vi;linh_vuc;thanh_vien;von\n"

    @Test(arguments: [
        ("TÌNH HÌNH HỢP TÁC XÃ NĂM 2019", ["A1 ingest.title.other-year"]),
        ("KẾ HOẠCH NĂM 2021", ["A1 ingest.title.other-year"]),
        ("TÌNH HÌNH HỢP TÁC XÃ NĂM 2020", []), ("Giai đoạn 2018 - 2022", []),
        ("(Kèm theo Công văn số 12/2019/UBND)", []), ("Hòa An, ngày 05 tháng 01 năm 2021", []),
    ])
    func `a title of another year is told`(title: String, expected: [String]) {
        let (dataset, log) = period.read("\(title);;;;;\n" + names + rows)
        #expect(faults(log) == expected)
        #expect(!log.hasErrors)
        #expect(dataset.rows.count == 2)
    }

    @Test(arguments: [
        "Năm 2019", "Thực hiện năm 2019", "Ước năm 2021", "KH 2020", "Quý IV", "6 tháng đầu năm",
        "Tại ngày 31/12/2019", "Bình quân",
    ])
    func `a column under a group of other figures is not taken`(group: String) {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;\(group)\n;;;;;von\n" + rows
        )
        #expect(log.hasErrors)
        #expect(faults(log).contains("A1 ingest.heading.missing"))
        #expect(period.values("von", of: dataset) == ["missing", "missing"])
    }

    @Test(arguments: ["Năm 2020", "Tại ngày 31/12/2020", "Tài chính"])
    func `a column under a group of the period is taken`(group: String) {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;\(group)\n;;;;;von\n" + rows
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["15", "16"])
    }

    @Test func `a row of units of measure is a heading, also above one row`() {
        let (dataset, log) = period.read(
            names + ";;;;người;tỷ đồng\n" + "A1;Một;001;NN;12;1,5\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["1500"])
    }

    @Test func `a group, a name and a unit stand below each other`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;Quy mô;Tài chính;;thu_nhap\n;;;;thanh_vien;von;lai;\n"
                + ";;;;người;tỷ đồng;tỷ đồng;triệu đồng\n"
                + "A1;Một;001;NN;12;1,5;0,25;4\nA2;Hai;001;NN;13;2,5;0,5;5\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["1500", "2500"])
        #expect(period.values("lai", of: dataset) == ["250", "500"])
        #expect(period.values("thu_nhap", of: dataset) == ["4", "5"])
    }

    @Test func `a unit in parentheses below the table is a caption`() {
        for caption in ["(tỷ đồng)", "(ĐVT: Tỷ đồng)"] {
            let (dataset, log) = period.read(
                names + "A1;Một;001;NN;12;1,5\nA2;Hai;001;NN;13;16,25\n\(caption);;;;;\n"
            )
            #expect(faults(log) == [])
            #expect(period.values("von", of: dataset) == ["1500", "16250"])
        }
    }

    @Test func `one row alone that is longer by a blank may have moved cells`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von;thu_nhap\nA1;Một;001;NN;12;12;15;\n"
                + "A2;Hai;001;NN;13;16;4\n"
        )
        #expect(faults(log) == ["H2 ingest.row.long"])
        #expect(dataset.rows.count == 1)
        let (all, usual) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;15;\nA2;Hai;001;NN;13;16;\n"
        )
        #expect(faults(usual) == [])
        #expect(all.rows.count == 2)
    }

    @Test(arguments: ["1.6E9", "1,6e9", "1,6E+09", "####"])
    func `a code that a sheet did not show is refused`(code: String) {
        let (dataset, log) = period.read(names + "\(code);Một;001;NN;12;15\n")
        #expect(log.hasErrors)
        #expect(faults(log).first?.hasPrefix("A2 ") == true)
        #expect(dataset.rows.count == 0)
    }

    @Test func `groups may be named in the column of codes`() {
        let (dataset, log) = period.read(
            names + "I. Nông nghiệp;;;;25;31\n" + rows + "Cộng Nông nghiệp;;;;25;31\n"
                + "II. Vận tải;;;;5;4\nA3;Ba;001;VT;5;4\nTổng cộng;;;;30;35\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.count == 3)
        #expect(dataset.submissions.first?.reading?.proofs.allSatisfy(\.holds) == true)
    }

    @Test func `a total may have fewer decimals than its rows`() {
        let (_, log) = period.read(
            names + "A1;Một;001;NN;12;15,1\nA2;Hai;001;NN;13;16,2\nTổng cộng;;;;25;31\n"
        )
        #expect(faults(log) == ["F4 ingest.total.rounding"])
        let (_, bad) = period.read(
            names + "A1;Một;001;NN;12;15,1\nA2;Hai;001;NN;13;16,2\nTổng cộng;;;;25;32\n"
        )
        #expect(faults(bad) == ["F4 ingest.total.mismatch"])
    }

    @Test func `signatures may have more lines than a short table has rows`() {
        let (dataset, log) = period.read(
            names + "A1;Một;001;NN;12;15\n;;;;;\n;;;;Hòa An, ngày 15 tháng 12 năm 2020;\n"
                + ";Người lập biểu;;;Thủ trưởng đơn vị;\n;(Ký, ghi rõ họ tên);;;(Ký tên, đóng dấu);\n"
                + ";;;;;\n;Một Hai;;;Ba Bốn;\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.count == 1)
    }

    @Test func `who signs in the columns of codes and units is no row`() {
        let (dataset, log) = period.read(
            names + rows + ";;;;;\nNgười lập biểu;;Thủ trưởng đơn vị;;;\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.count == 2)
    }

    @Test func `thin blanks group the digits of a total too`() {
        for blank in ["\u{2009}", "\u{202F}"] {
            let (dataset, log) = period.read(
                "ma;ten;don_vi;linh_vuc;thanh_vien;von;lai\nA1;Một;001;NN;12;15\(blank)000,5;2\(blank)000\n"
                    + "A2;Hai;001;NN;13;16\(blank)000;3\(blank)000\n"
                    + "Cộng;;;;25;31\(blank)000,5;5\(blank)000\n"
            )
            #expect(faults(log) == [])
            #expect(dataset.rows.count == 2)
        }
    }

    @Test func `a name of figures alone is told`() {
        let (dataset, log) = period.read(names + "A1;25;001;NN;12;15\n")
        #expect(faults(log) == ["B2 ingest.name.no-letters"])
        #expect(dataset.rows.count == 1)
    }

    @Test(arguments: ["04.05", "05,12"])
    func `a day with its zeros is no income`(text: String) {
        let (_, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von;thu_nhap\nA1;Một;001;NN;12;15;\(text)\n"
        )
        #expect(faults(log) == ["G2 ingest.number.date-for-range"])
    }

    @Test func `last year's table sent again is told`() {
        func file(_ change: Int) -> SourceText {
            let text = (1...4).reduce("ma,ten,don_vi,linh_vuc,thanh_vien,von,lai\n") {
                $0 + "A\($1),Tên \($1),001,NN,\(10 + $1),\(20 + $1 + change),\(3 + $1)\n"
            }
            return SourceText(path: "1.csv", bytes: Array(text.utf8))
        }
        let before = PeriodData(
            settings: period.settings,
            dataset: period.read([file(0)]).dataset
        )
        func read(_ change: Int) -> [String] {
            var log = DiagnosticLog()
            _ = Ingest.readDataset(
                from: [file(change)],
                settings: period.settings,
                settingsFile: period.file,
                previous: before,
                log: &log
            )
            return faults(log)
        }
        #expect(read(0) == ["A1 ingest.table.unchanged"])
        #expect(read(1) == [])
    }

    @Test(arguments: ["4÷5", "4 ÷ 5", "4~5", "4-5"])
    func `a range has many signs`(text: String) {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von;thu_nhap\nA1;Một;001;NN;12;15;\(text)\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("thu_nhap", of: dataset) == ["4…5"])
    }

    @Test func `columns that hold what other files have in each other are told`() {
        func file(_ letter: String, _ von: Int, _ lai: Int) -> String {
            (1...6).reduce("ma,ten,don_vi,linh_vuc,thanh_vien,von,lai\n") {
                $0 + "\(letter)\($1),Tên \(letter)\($1),001,NN,12,\(von + $1),\(lai + $1)\n"
            }
        }
        let (_, log) = period.read(file("A", 20, 200), file("B", 200, 20))
        #expect(
            log.entries.map(\.code) == ["ingest.column.swapped", "ingest.column.swapped"]
        )
        #expect(period.read(file("A", 200, 20), file("B", 200, 20)).log.entries == [])
    }

    @Test func `incomes as ranges are held against those of last year`() {
        func file(_ incomes: [String]) -> SourceText {
            let text = incomes.enumerated().reduce(
                "ma,ten,don_vi,linh_vuc,thanh_vien,von,thu_nhap\n"
            ) { $0 + "A\($1.offset),Tên \($1.offset),001,NN,12,15,\($1.element)\n" }
            return SourceText(path: "1.csv", bytes: Array(text.utf8))
        }
        let before = PeriodData(
            settings: period.settings,
            dataset: period.read([file(["4 - 5", "4", "5 - 6"])]).dataset
        )
        var log = DiagnosticLog()
        _ = Ingest.readDataset(
            from: [file(["4000 - 5000", "4000", "5000 - 6000"])],
            settings: period.settings,
            settingsFile: period.file,
            previous: before,
            log: &log
        )
        #expect(faults(log) == ["G1 ingest.unit-of-measure.last-year"])
    }

    @Test func `a stored number beside texts in the other form may be a thousandth`() {
        var evidence = FormEvidence()
        let text = Array("4.485,4".utf8)
        let record = RecordSpan(start: 0, line: 1, number: 1, fields: 0..<0)
        evidence.note(.comma, text[...], .init(record: record, column: 0, text: "4.485,4"))
        let form = FormDecision(evidence, pinned: nil) { nil }
        #expect(form.doubtsStored(Array("18.9".utf8)[...]))
        #expect(form.doubtsStored(Array("-18.945".utf8)[...]))
        for text in ["18", "0.5", "1818.9", "18.9455"] {
            #expect(!form.doubtsStored(Array(text.utf8)[...]))
        }
        let silent = FormDecision(FormEvidence(), pinned: nil) { nil }
        #expect(!silent.doubtsStored(Array("18.9".utf8)[...]))
    }
}
