import DatasetModel
import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

/// What a form gives outside its cells: units in captions, sectors in sub-headings, the sender in the name.
struct SubmittedForms {
    let period: Period

    init() throws {
        period = try Period()
    }

    @Test func `a caption gives the unit of measure of every column of its kind`() {
        let (dataset, log) = period.read(
            ";;;;;ĐVT: đồng\nma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;1500000\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["1.5"])
        let settings = dataset.submissions.first?.reading?.settings ?? []
        #expect(settings.contains { $0.name == "unit_of_measure" && $0.value == "dong" })
    }

    @Test func `a heading's own unit goes before the caption's`() {
        let (dataset, log) = period.read(
            ";;;;;ĐVT: đồng\nma;ten;don_vi;linh_vuc;thanh_vien;Vốn (triệu đồng)\n"
                + "A1;Một;001;NN;12;15\n"
        )
        #expect(faults(log) == ["F1 ingest.unit-line.headings-differ"])
        #expect(period.values("von", of: dataset) == ["15"])
    }

    @Test(arguments: [
        ("ĐVT: nghìn đồng", "1500"), ("ĐVT: 1.000 đồng", "1500"), ("(Nghìn đồng)", "1500"),
        ("Đơn vị: trđ", "1.5"), ("Đơn vị tính : Tr. đồng; người", "1.5"), ("VNĐ", "1500000"),
        ("BIỂU 1 (đơn vị tính: đồng)", "1500000"), ("Đơn vị: Phòng Kinh tế Hòa An", "1.5"),
        ("Số liệu năm 2020. ĐVT: ngàn đ", "1500"),
    ])
    func `offices spell units of measure in many ways`(caption: String, value: String) {
        let (dataset, log) = period.read(
            "\(caption);;;;;\nma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;\(value)\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["1.5"])
    }

    @Test func `a heading takes the same spellings`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;Vốn (1.000đ);Lãi (tr.đ)\nA1;Một;001;NN;12;1500;2\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["1.5"])
        #expect(period.values("lai", of: dataset) == ["2"])
    }

    @Test func `a unit of measure that nobody knows is an error, not the form's own`() {
        let (_, log) = period.read(
            "ĐVT: trăm triệu đồng;;;;;\nma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;15\n"
        )
        #expect(faults(log) == ["A1 ingest.unit-line.unknown"])
        #expect(log.hasErrors)
    }

    @Test func `headings of two rows are read together`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;Tài chính;\n;;;;;Vốn;Lãi\n"
                + "A1;Một;001;NN;12;15;2,5\nA2;Hai;001;NN;13;16;-1,5\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["15", "16"])
        #expect(period.values("lai", of: dataset) == ["2.5", "-1.5"])
    }

    @Test func `the file's name gives the unit that its rows do not name`() {
        let text = "ma;ten;linh_vuc;thanh_vien;von\nA1;Một;NN;12;15\nA2;Hai;NN;13;16\n"
        let (dataset, log) = period.read([
            SourceText(path: "submissions/001-hoa-an.csv", bytes: Array(text.utf8))
        ])
        #expect(faults(log) == [])
        #expect(dataset.submissions.map(\.units) == [["001"]])
        let other = period.read([SourceText(path: "x.csv", bytes: Array(text.utf8))])
        #expect(faults(other.log).contains("A1 ingest.heading.missing"))
    }

    @Test func `sub-headings give the sector that rows do not name`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;thanh_vien;von\nI. Nông nghiệp;;;;\nA1;Một;001;12;15\nA2;Hai;001;13;16\n"
                + "II. Vận tải;;;;\nA3;Ba;001;14;17\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.sectors == [0, 0, 1])
    }

    @Test func `marks say that there is no value, and stay as written`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von;lai\nA1;Một;001;NN;12;-;KBC\n"
                + "A2;Hai;001;NN;12;…;không có số liệu\nA3;Ba;001;NN;x;1;2\n"
        )
        #expect(faults(log) == ["E4 ingest.cell.declared-missing"])
        #expect(period.values("von", of: dataset) == ["missing", "missing", "1"])
        #expect(period.values("thanh_vien", of: dataset) == ["12", "12", "missing"])
        let missing = dataset.submissions.first?.reading?.missing ?? []
        #expect(
            missing.map { "\($0.cell) \($0.raw) \($0.meaning.rawValue)" } == [
                "F2 - none", "G2 KBC unknown", "F3 … unknown", "G3 không có số liệu unknown",
                "E4 x unknown",
            ]
        )
    }

    @Test func `codes get the zeros back that a spreadsheet dropped`() {
        let (dataset, log) = period.read(head + "A1,Một,1,NN,12,5\n")
        #expect(faults(log) == ["C2 ingest.code.zeros"])
        #expect(dataset.rows.units == [0])
        #expect(!log.hasErrors)
    }

    @Test func `a code that a spreadsheet shortened is refused`() {
        let (dataset, log) = period.read(head + "1.60123E+09,Một,001,NN,12,5\n")
        #expect(faults(log) == ["A2 ingest.code.scientific"])
        #expect(dataset.rows.count == 0)
    }
}

/// Each setting of reading can be pinned in `report.yaml`.
struct Pins {
    let period: Period

    init() throws {
        period = try Period()
    }

    private func read(_ text: String, _ pins: ReadingPins) -> (dataset: Dataset, faults: [String]) {
        var settings = period.settings
        settings.reading = [pins]
        var log = DiagnosticLog()
        let dataset = Ingest.readDataset(
            from: [SourceText(path: "1.csv", bytes: Array(text.utf8))],
            settings: settings,
            settingsFile: period.file,
            words: period.words,
            log: &log
        )
        return (dataset, faults(log))
    }

    @Test func `the way in which lines end`() {
        var pins = ReadingPins(file: "1.csv")
        pins.lineEnd = "cr"
        let (dataset, found) = read(
            "ma,ten,don_vi,linh_vuc,thanh_vien,von\rA1,Một\nhai,001,NN,12,5\rA2,Ba,001,NN,13,6\r",
            pins
        )
        #expect(found == [])
        #expect(dataset.rows.names == ["Một hai", "Ba"])
    }

    @Test func `the lines above the table`() {
        var pins = ReadingPins(file: "*")
        pins.preambleLines = 2
        let (dataset, found) = read(
            "ma,ten,don_vi,linh_vuc,thanh_vien,von\nA0,Không,001,NN,1,1\n"
                + "ma,ten,don_vi,linh_vuc,thanh_vien,von\nA1,Một,001,NN,12,5\n",
            pins
        )
        #expect(found == [])
        #expect(dataset.rows.identifiers == ["A1"])
    }

    @Test func `delimiter, quote, heading rows and number form`() {
        var pins = ReadingPins(file: "1.*")
        pins.delimiter = "~"
        pins.quote = .some(UInt8(ascii: "'"))
        pins.numberForm = .comma
        pins.headerRows = 1
        let (dataset, found) = read(
            "ma~ten~don_vi~linh_vuc~thanh_vien~von\nA1~'Một ~ hai'~001~NN~12~3.664\n",
            pins
        )
        #expect(found == [])
        #expect(dataset.rows.names == ["Một ~ hai"])
        #expect(period.values("von", of: dataset) == ["3664"])
    }

    @Test func `the unit that sent the file, and headings to ignore`() {
        var pins = ReadingPins(file: "1.csv")
        pins.submitter = "001"
        pins.ignoredHeadings = ["Số nhà"]
        let (dataset, found) = read(
            "ma,ten,linh_vuc,thanh_vien,von,Số nhà\nA1,Một,NN,12,5,34\n",
            pins
        )
        #expect(found == [])
        #expect(dataset.rows.units == [0])
    }
}

/// What must not happen silently: rows lost to a note, plans taken for results.
struct LostRows {
    let period: Period

    init() throws {
        period = try Period()
    }

    @Test func `a row below a footer that looks like data is an error`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;15\nA2;Hai;001;NN;13;16\n"
                + ";Người lập biểu;;;;\n;;;;;\nA3;Ba;001;NN;14;17\n"
        )
        #expect(dataset.rows.count == 3 || faults(log).contains { $0.contains("row.left-out") })
    }

    @Test func `a row of an organisation called like a total is data`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Tổng cộng;001;NN;12;15\nA2;Cộng;001;NN;13;16\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.names == ["Tổng cộng", "Cộng"])
    }

    @Test func `a plan is not taken for a result`() {
        let (dataset, log) = period.read(
            "ma;ten;don_vi;linh_vuc;Kế hoạch năm;Thực hiện\n;;;;Số thành viên;Vốn\n"
                + "A1;Một;001;NN;12;15\nA2;Hai;001;NN;13;16\n"
        )
        #expect(faults(log).contains("E2 ingest.heading.unknown"))
        #expect(log.hasErrors)
        #expect(dataset.rows.measures.first?.allSatisfy { $0 == .missing } ?? true)
    }

    @Test func `a total under a merged heading is the column, another part is not`() {
        let (_, log) = period.read(
            "ma;ten;don_vi;linh_vuc;Số thành viên;;Vốn\n;;;;Tổng số;Trong đó nữ;\n"
                + "A1;Một;001;NN;12;5;15\nA2;Hai;001;NN;13;6;16\n"
        )
        #expect(faults(log) == ["F2 ingest.heading.unknown"])
    }
}
