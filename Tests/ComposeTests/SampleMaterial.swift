import Compose
import Compute
import DatasetModel
import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// A small register of two units and two sectors.
enum Sample {
    static func settings(year: Int = 2024, padsCounts: Bool = true) -> PeriodSettings {
        PeriodSettings(
            period: ReportingPeriod(
                year: year,
                cutoff: CalendarDate(year: year, month: 12, day: 31)
                    ?? CalendarDate(secondsSince1970: 0)
            ),
            province: Province(code: "01", name: "Bình Minh", type: "tỉnh"),
            agency: Agency(
                name: "Hội Thư viện tỉnh Bình Minh",
                place: "Bình Minh",
                symbol: "BC-HTV",
                addressees: ["Ủy ban nhân dân tỉnh"],
                recipients: ["Như trên", "Lưu: VT"]
            ),
            units: [
                ReportingUnit(code: "A", name: "Đông", type: "huyện"),
                ReportingUnit(code: "B", name: "Tây", type: "thị xã"),
            ],
            sectors: [
                Sector(code: "X", label: "Công cộng", phrase: "thư viện công cộng"),
                Sector(code: "Y", label: "Trường học", phrase: "thư viện trường học"),
            ],
            unitsOfMeasure: [
                UnitOfMeasure(
                    key: "trieu",
                    label: "triệu đồng",
                    dimension: "money",
                    factor: ExactDecimal(1_000_000)
                ),
                UnitOfMeasure(
                    key: "ty",
                    label: "tỷ đồng",
                    dimension: "money",
                    factor: ExactDecimal(1_000_000_000)
                ),
                UnitOfMeasure(
                    key: "cuon",
                    label: "cuốn",
                    dimension: "book",
                    factor: ExactDecimal(1)
                ),
            ],
            schema: Schema(columns: [
                Column(key: "ma", label: "Mã", role: .identifier, type: .text),
                Column(key: "ten", label: "Tên", role: .name, type: .text),
                Column(key: "noi", label: "Nơi", role: .unit, type: .code),
                Column(key: "loai", label: "Loại", role: .sector, type: .code),
                Column(
                    key: "hang",
                    label: "Hạng",
                    role: .rating,
                    type: .code,
                    codes: [
                        CodeValue(code: "tot", label: "Tốt"), CodeValue(code: "kem", label: "Kém"),
                    ]
                ),
                Column(key: "nam", label: "Năm", role: .measure, type: .year),
                Column(
                    key: "von",
                    label: "Vốn",
                    role: .measure,
                    type: .decimal,
                    unitOfMeasure: "trieu"
                ),
                Column(
                    key: "sach",
                    label: "Sách",
                    role: .measure,
                    type: .integer,
                    unitOfMeasure: "cuon"
                ),
            ]),
            wording: Wording(
                organisation: "TV",
                organisationName: "thư viện",
                padsCounts: padsCounts
            ),
            source: "báo cáo của các huyện"
        )
    }

    struct Row {
        var id: String
        var name = "Thư viện"
        var unit: Int
        var sector: Int
        var rating: Int?
        var year: Int
        var capital: String?
        var books: String?
    }

    static let rows = [
        Row(
            id: "1",
            name: "A*B <script>",
            unit: 0,
            sector: 0,
            rating: 0,
            year: 2014,
            capital: "1500.5",
            books: "1200"
        ),
        Row(id: "2", unit: 0, sector: 1, rating: 1, year: 2015, capital: "499.5", books: nil),
        Row(id: "3", unit: 0, sector: 0, rating: nil, year: 2020, capital: "1000", books: "40"),
        Row(id: "4", unit: 1, sector: 0, rating: 0, year: 2001, capital: "3000", books: "7"),
    ]

    static let earlierRows = [
        Row(id: "1", unit: 0, sector: 0, rating: 0, year: 2014, capital: "1000", books: "1000"),
        Row(id: "4", unit: 1, sector: 0, rating: 0, year: 2001, capital: "3000", books: "7"),
        Row(id: "9", unit: 1, sector: 0, rating: 0, year: 2001, capital: "1000", books: "3"),
    ]

    static func data(_ rows: [Row], _ settings: PeriodSettings) -> PeriodData {
        var table = RowTable(schema: settings.schema)
        func measured(_ text: String?) -> Measured {
            text.flatMap { ExactDecimal(plain: $0) }.map(Measured.value) ?? .missing
        }
        for (index, row) in rows.enumerated() {
            table.identifiers.append(row.id)
            table.names.append(row.name)
            table.units.append(row.unit)
            table.sectors.append(row.sector)
            table.classes[0].append(row.rating)
            table.measures[0].append(measured(String(row.year)))
            table.measures[1].append(measured(row.capital))
            table.measures[2].append(measured(row.books))
            table.origins.append(RowOrigin(submission: 0, line: index + 2, record: index + 2))
        }
        let submission = Submission(path: "submissions/a.csv", rowCount: rows.count, units: ["A"])
        return PeriodData(
            settings: settings,
            dataset: Dataset(submissions: [submission], rows: table)
        )
    }

    static func material(
        hasPrevious: Bool = true,
        padsCounts: Bool = true,
        rows: [Row] = rows
    ) -> ReportMaterial {
        let settings = settings(padsCounts: padsCounts)
        let current = data(rows, settings)
        let earlier = hasPrevious ? data(earlierRows, self.settings(year: 2023)) : nil
        var log = DiagnosticLog()
        return ReportMaterial(
            settings: settings,
            dataset: current.dataset,
            statistics: Compute.statistics(of: current, previous: earlier, log: &log),
            previous: earlier.map { Compute.statistics(of: $0, log: &log) },
            date: settings.period.cutoff,
            producer: "baocao test"
        )
    }
}

/// A template set of one text and small YAML files.
struct SampleTemplates {
    var text = ""
    var phrases = "{}"
    var tables = "{}"
    var charts = "{}"
    var annexes = "[]"

    var set: TemplateSet {
        let order = """
            kind: BÁO CÁO
            subject: "Tình hình năm {{ period.year }}"
            annex-reference: "(Kèm theo Báo cáo của {{ agency.name }})"
            words:
              nation: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
              motto: Độc lập - Tự do - Hạnh phúc
              number: "Số:"
              blank-number: "     "
              day: ngày
              month: tháng
              year: năm
              addressees: "Kính gửi:"
              recipients: "Nơi nhận:"
              contents: MỤC LỤC
              source: Nguồn
              unit: Đơn vị tính
              note: Ghi chú
              chart-data: Số liệu của biểu đồ
              skip: Đến nội dung
              page: Trang
              table: Bảng
              chart: Biểu đồ
              picture: Ảnh
              annex: Phụ lục
              draft: DỰ THẢO
              draft-errors: Lỗi còn mở
              none: "-"
              unknown: "…"
              empty: (trống)
              confirmed: xác nhận
              not-applicable: x
              charts: {no-data: Không có số liệu, continued: (tiếp), ratio-axis: Thang số lần, most: cao nhất, least: thấp nhất, equal: bằng nhau, widest: xa nhất, from: từ, to: đến}
            body: [main]
            annexes: \(annexes)
            """
        let files = [
            "order.yaml": order, "phrases.yaml": phrases, "tables.yaml": tables,
            "charts.yaml": charts, "main.md": text,
            "annex.md": "Danh sách.",
        ]
        return TemplateSet(
            folder: "Templates/sample",
            templates: Dictionary(
                uniqueKeysWithValues: files.map { name, text in
                    (name, SourceText(path: "Templates/sample/\(name)", bytes: Array(text.utf8)))
                }
            )
        )
    }

    /// The document and the doubts about its templates.
    func document(_ material: ReportMaterial = Sample.material()) -> (Document?, [Diagnostic]) {
        var log = DiagnosticLog()
        let document = Compose.document(from: material, templates: set, log: &log)
        return (document, log.sorted)
    }
}
