import DatasetModel
import Diagnostics
import PeriodModel
import Testing
import Vocabulary

@testable import Ingest

/// What districts do to numbers, rows and names, and what must come of it: the value, or a doubt.
struct DistrictHabits {
    let period: Period

    init() throws {
        period = try Period()
    }

    private func cell(_ column: String, _ text: String) -> (value: [String], faults: [String]) {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;\(column)thanh_vien;von\nA1;Một;001;NN;\(text);\n"
        )
        let key = column.split(separator: ";").first.map(String.init) ?? "thanh_vien"
        return (period.values(key, of: dataset), faults(log))
    }

    @Test(arguments: [("586,0", "586"), ("586.00", "586"), ("1.234", "1234"), (" 586 ", "586")])
    func `a whole number may carry zeros behind it`(text: String, value: String) {
        let (values, faults) = cell("", text)
        #expect(faults == [])
        #expect(values == [value])
    }

    @Test(arguments: [
        "586,5", "58 6", "5O", "586 người", "586.", "586*", "586 (ước)", "1/2", "5,86E+02",
    ])
    func `a count with anything else is refused`(text: String) {
        let (values, faults) = cell("", text)
        #expect(values == [])
        #expect(faults.count == 1 && faults[0].hasPrefix("E2 ingest.number."))
    }

    @Test(arguments: [
        ("2013", "2013"), ("2.013", "2013"), ("2013.0", "2013"), ("5/2013", "2013"),
        ("05-2013", "2013"), ("1/5/2013", "2013"), ("31/12/13", "2013"),
    ])
    func `a year is found in what stands for it`(text: String, year: String) {
        let (values, faults) = cell("nam;", "\(text);12")
        #expect(faults == [])
        #expect(values == [year])
    }

    @Test(arguments: ["13/2013", "4-5", "2013-2015", "20l3", "2.13", "12/31/2013"])
    func `a year is not made of anything else`(text: String) {
        #expect(cell("nam;", "\(text);12").faults == ["E2 ingest.number.not-a-year"])
    }

    @Test(arguments: ["(55,1)", "-55,1", "- 55,1", "− 55,1", "\u{2212}55,1"])
    func `a loss is written in many ways`(text: String) {
        let (values, faults) = cell("lai;", "\(text);12")
        #expect(faults == [])
        #expect(values == ["-55.1"])
    }

    @Test(arguments: ["04-May", "May-04", "5/4/2020", "4/5", "2020-05-04"])
    func `a range that a sheet made a day is told as such`(text: String) {
        #expect(cell("thu_nhap;", "\(text);12").faults == ["E2 ingest.number.date-for-range"])
    }

    @Test(arguments: ["-", "…", "x", "KBC", "#N/A"])
    func `a mark for no value is no code and no name`(mark: String) {
        let text =
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\n\(mark);Một;001;NN;1;\nA2;\(mark);001;NN;2;\n"
        let (dataset, log) = period.read(text)
        #expect(dataset.rows.count == 0)
        #expect(
            faults(log) == ["A2 ingest.cell.declared-missing", "B3 ingest.cell.declared-missing"]
        )
        #expect(log.hasErrors)
    }

    @Test func `a mark in a column of classes that may be empty is kept as written`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;tinh_trang;thanh_vien;von\nA1;Một;001;NN;-;12;\n"
                + "A2;Hai;001;NN;ngung;1;\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.classes == [[nil, 1]])
        #expect(dataset.submissions.first?.reading?.missing.map(\.cell) == ["E2"])
    }

    @Test func `three decimals that the file has nowhere else are not read`() {
        let (dataset, log) = period.read(
            head + "A1,Một,001,NN,12,6.406\nA2,Hai,001,NN,13,4.5\nA3,Ba,001,NN,14,5.125\n"
                + "A4,Bốn,001,NN,15,8\n"
        )
        #expect(faults(log) == ["F2 ingest.number.unusual", "F4 ingest.number.unusual"])
        #expect(log.hasErrors)
        #expect(period.values("von", of: dataset) == ["4.5", "8"])
    }

    @Test func `one row without code, unit and sector is one doubt`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;15\n;Bình quân;;;12;15\n"
        )
        #expect(faults(log) == ["A3 ingest.row.nameless"])
        #expect(dataset.rows.count == 1)
    }

    @Test func `figures alone are a total that nobody named, and must add up`() {
        let good = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;15\nA2;Hai;001;NN;3;1\n;;;;15;16\n"
        )
        #expect(faults(good.log) == [])
        #expect(good.dataset.rows.count == 2)
        let bad = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;15\nA2;Hai;001;NN;3;1\n;;;;15;17\n"
        )
        #expect(faults(bad.log) == ["F4 ingest.total.mismatch"])
    }

    @Test func `a total that cannot be read is told, since it proves nothing`() {
        let (_, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;15\n;Tổng cộng;;;12,5;15\n"
        )
        #expect(faults(log) == ["E3 ingest.total.unreadable"])
    }

    @Test func `a row of another unit than the file's is told`() {
        let text = head + "A1,Một,001,NN,12,15\nA2,Hai,002,NN,13,16\n"
        var settings = period.settings
        settings.missing = []
        var log = DiagnosticLog()
        let dataset = Ingest.readDataset(
            from: [SourceText(path: "submissions/001-hoa-an.csv", bytes: Array(text.utf8))],
            settings: settings,
            settingsFile: period.file,
            words: period.words,
            log: &log
        )
        #expect(dataset.rows.count == 2)
        #expect(faults(log).contains("C3 ingest.unit.other"))
    }

    @Test func `a table left in a second time is one doubt`() {
        func rows(_ value: Int) -> String {
            (1...6).reduce("") { $0 + "A\($1),Tên \($1),001,NN,12,\(value)\n" }
        }
        let (dataset, log) = period.read(head + rows(15) + head + rows(16))
        #expect(dataset.rows.count == 6)
        #expect(faults(log) == ["A9 ingest.table.repeated"])
    }

    @Test func `a file sent twice is one doubt that names the other file`() {
        func rows(_ value: Int) -> String {
            head + (1...6).reduce("") { $0 + "A\($1),Tên \($1),001,NN,12,\(value)\n" }
        }
        let (dataset, log) = period.read(rows(15), rows(16) + "A7,Tên 7,001,NN,12,16\n")
        #expect(dataset.rows.count == 7)
        #expect(faults(log) == ["2.csv ingest.file.repeated"])
        #expect(log.entries.first?.place?.file == "2.csv")
        #expect(log.entries.first?.related?.file == "1.csv")
        #expect(log.entries.first?.message.vi.hasPrefix("6 trên 7 dòng trùng mã") == true)
    }

    @Test func `the least year of a column is told as a year`() {
        let text = "ma,ten,don_vi,linh_vuc,nam,thanh_vien,von\nA1,Một,001,NN,1890,12,15\n"
        var settings = period.settings
        if let index = settings.schema.columns.firstIndex(where: { $0.key == "nam" }) {
            settings.schema.columns[index].minimum = ExactDecimal(1950)
        }
        var log = DiagnosticLog()
        _ = Ingest.readDataset(
            from: [SourceText(path: "1.csv", bytes: Array(text.utf8))],
            settings: settings,
            settingsFile: period.file,
            log: &log
        )
        #expect(
            log.entries.first { $0.place?.cell == "E2" }?.message.vi.hasSuffix(": 1950") == true
        )
    }

    @Test func `a name with the noun in full or short is the same name`() {
        let (_, log) = period.read(
            head + "A1,HTX Một,001,NN,12,15\nA2,Hợp tác xã Một,001,NN,13,16\n"
        )
        #expect(faults(log) == ["B3 ingest.name.repeated"])
    }
}
