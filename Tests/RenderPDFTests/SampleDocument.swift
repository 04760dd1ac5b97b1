import DocumentModel
import ThemeModel
import Vocabulary

private let fontFolder = "/usr/share/fonts/truetype/liberation2/LiberationSerif-"

/// The look that the tests measure against.
let sampleTheme = Theme(
    page: PageGeometry(width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15),
    faces: FaceFiles(
        family: "Liberation Serif",
        regular: fontFolder + "Regular.ttf",
        bold: fontFolder + "Bold.ttf",
        italic: fontFolder + "Italic.ttf",
        boldItalic: fontFolder + "BoldItalic.ttf"
    ),
    sizes: TextSizes(
        body: 14,
        heading: 12,
        recipientsLabel: 12,
        recipients: 11,
        table: 11,
        wideTable: 8.5,
        caption: 12,
        note: 10,
        chart: 10
    ),
    spaces: Spaces(indent: 12.7, paragraph: 6, line: 1.15),
    colours: Colours(
        text: Colour(red: 0, green: 0, blue: 0),
        secondaryText: Colour(red: 64, green: 64, blue: 64),
        rule: Colour(red: 64, green: 64, blue: 64),
        faintRule: Colour(red: 200, green: 200, blue: 200),
        headFill: Colour(red: 233, green: 238, blue: 242),
        totalFill: Colour(red: 244, green: 246, blue: 248),
        series: [
            Colour(red: 23, green: 73, blue: 95), Colour(red: 127, green: 169, blue: 189),
            Colour(red: 201, green: 162, blue: 39),
        ],
        negative: Colour(red: 179, green: 84, blue: 30)
    ),
    signing: SigningRoom(signature: 40, seal: 36, attachmentWidth: 60, attachmentHeight: 10)
)

/// A document with a head, `body` and a signature block.
func document(_ body: [Block], annexes: [Annex] = [], draft: Draft? = nil) -> Document {
    Document(
        metadata: Metadata(
            title: "Báo cáo mẫu",
            author: "Liên minh Hợp tác xã tỉnh Mẫu",
            subject: "Tình hình hợp tác xã",
            keywords: ["hợp tác xã", "2020"],
            language: "vi-VN",
            date: CalendarDate(iso: "2020-12-31") ?? CalendarDate(secondsSince1970: 0),
            producer: "baocao 0"
        ),
        form: OfficialForm(
            nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            motto: "Độc lập - Tự do - Hạnh phúc",
            parentAgency: "LIÊN MINH HỢP TÁC XÃ VIỆT NAM",
            agency: ["LIÊN MINH HỢP TÁC XÃ", "TỈNH MẪU"],
            number: "Số:        /BC-LMHTX",
            placeAndDate: "Mẫu, ngày     tháng     năm 2021",
            kind: "BÁO CÁO",
            subject: "Tình hình phát triển kinh tế tập thể, hợp tác xã năm 2020 và "
                + "phương hướng, nhiệm vụ năm 2021",
            addresseeLabel: "Kính gửi:",
            addressees: ["Ủy ban nhân dân tỉnh Mẫu", "Liên minh Hợp tác xã Việt Nam"]
        ),
        body: body,
        closing: Closing(
            recipientsLabel: "Nơi nhận:",
            recipients: ["- Như trên;", "- Thường trực Tỉnh ủy (để báo cáo);", "- Lưu: VT, KH."],
            position: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            signer: "Nguyễn Văn Mẫu"
        ),
        annexes: annexes,
        draft: draft,
        words: FixedWords(
            contents: "MỤC LỤC",
            source: "Nguồn",
            unit: "Đơn vị tính",
            note: "Ghi chú",
            chartData: "Số liệu của biểu đồ",
            skipToContent: "Chuyển đến nội dung chính",
            page: "Trang",
            after: "sau"
        )
    )
}

func heading(_ level: Int, _ number: String, _ text: String, _ anchor: String) -> Block {
    .heading(Heading(level: level, number: number, text: [.text(text)], anchor: anchor))
}

func paragraph(_ text: String) -> Block {
    .paragraph(Paragraph([.text(text)]))
}

let hostileName = "HTX A*B <script>alert(\"x\")</script> & 'Con' &lt;"

let prose =
    "Đến ngày 31/12/2020, toàn tỉnh có 232\u{A0}HTX hoạt động trên 06 lĩnh vực, trong đó lĩnh vực "
    + "nông nghiệp chiếm 72,84%, quỹ tín dụng nhân dân và vận tải cùng chiếm 10,34%. Tổng số thành "
    + "viên là 140.749\u{A0}người, tổng vốn điều lệ 3.664\u{A0}tỷ đồng, tổng tài sản "
    + "5.234\u{A0}tỷ đồng; doanh thu bình quân một HTX đạt 1,2\u{A0}tỷ đồng, lợi nhuận bình quân "
    + "97,5\u{A0}triệu đồng; thu nhập bình quân của thành viên và người lao động từ 4 đến "
    + "5\u{A0}triệu đồng/người/tháng."

let sectors = [
    "Nông nghiệp", "Quỹ tín dụng nhân dân", "Vận tải", "Thương mại, du lịch",
    "Tiểu thủ công nghiệp", "Tài nguyên môi trường",
]
private let counts = [169, 24, 24, 10, 4, 1]
private let units = [
    "Long Xuyên", "Châu Đốc", "Tân Châu", "An Phú", "Phú Tân", "Châu Phú", "Tịnh Biên", "Tri Tôn",
    "Châu Thành", "Chợ Mới", "Thoại Sơn",
]

let sectorTable = Table(
    anchor: "bang-1",
    label: "Bảng 1",
    caption: "Số lượng và cơ cấu hợp tác xã theo lĩnh vực",
    unit: "hợp tác xã, %",
    columns: [
        .init(.leading, isRowHeader: true), .init(.decimal), .init(.decimal), .init(.decimal),
        .init(.decimal),
    ],
    head: [
        [
            .init("Lĩnh vực", rowSpan: 2), .init("Năm 2019", columnSpan: 2),
            .init("Năm 2020", columnSpan: 2),
        ], [.init("Số lượng"), .init("Tỷ trọng"), .init("Số lượng"), .init("Tỷ trọng")],
    ],
    rows: zip(sectors, counts).map { sector, count in
        .init([sector, "-", count > 20 ? "70,7" : "…", String(count), "72,84"])
    } + [.init(["Tổng số", "198", "100,00", "1.232", "100,00"], kind: .total)],
    notes: ["Do làm tròn, tổng các tỷ trọng có thể khác 100%.", "Không gồm tổ hợp tác."],
    source: "Liên minh Hợp tác xã tỉnh, tổng hợp từ báo cáo của các huyện, thị xã, thành phố"
)

func chart(_ anchor: String, _ caption: String) -> Chart {
    Chart(
        anchor: anchor,
        label: "Biểu đồ 1",
        caption: caption,
        unit: "hợp tác xã",
        spec: ChartSpec(
            mark: .bar,
            categories: sectors,
            panels: [
                .init(series: [
                    .init(
                        name: "",
                        points: counts.map {
                            ChartSpec.Point(magnitude: Double($0), label: "\($0) (10,34%)")
                        }
                    )
                ])
            ],
            tickStyle: NumberStyle()
        ),
        alternative: "Nông nghiệp có nhiều hợp tác xã nhất.",
        notes: ["Số liệu giả định."],
        source: "Liên minh Hợp tác xã tỉnh"
    )
}

/// A register of `count` rows in groups, as wide as the annex of a report.
func registerTable(_ count: Int, grouped: Bool = true) -> Table {
    var rows: [Table.Row] = []
    for number in 0..<count {
        if grouped, number % 22 == 0 {
            rows.append(.init([units[number / 22 % units.count]], kind: .group))
        }
        let name =
            number == 3
            ? hostileName : "HTX dịch vụ nông nghiệp \(units[number % units.count]) \(number + 1)"
        rows.append(
            .init([
                String(number + 1), "HTX-883-\(1000 + number)", name, "Nông nghiệp",
                "Đang hoạt động", String(1995 + number % 25), "1.\(100 + number)",
                String(number % 60), "15.793,5", "22.560,25", number % 9 == 0 ? "…" : "1.200",
                number % 7 == 0 ? "-97,5" : "97,5", "4 - 5", "Khá",
            ])
        )
    }
    let heads = [
        "STT", "Mã HTX", "Tên hợp tác xã", "Lĩnh vực", "Tình trạng", "Năm thành lập",
        "Số thành viên", "Số lao động", "Vốn điều lệ", "Tổng tài sản", "Doanh thu", "Lợi nhuận",
        "Thu nhập bình quân", "Xếp loại",
    ]
    return Table(
        anchor: "bang-pl1",
        label: "Bảng 2",
        caption: "Danh sách hợp tác xã đến 31/12/2020",
        unit: "triệu đồng",
        columns: [
            .init(.centre), .init(.leading), .init(.leading, isRowHeader: true), .init(.leading),
            .init(.leading), .init(.centre),
        ] + (0..<7).map { _ in .init(.decimal) } + [.init(.leading)],
        head: [heads.map { .init($0) }],
        rows: rows,
        source: "Liên minh Hợp tác xã tỉnh",
        isWide: true
    )
}

/// A report with every kind of block and an annex over many pages.
let sampleReport = report(register: 232)

/// A report with every kind of block and an annex of `register` rows.
func report(register: Int) -> Document {
    document(
        [
            .paragraph(
                Paragraph(
                    [.text("Căn cứ Luật Hợp tác xã ngày 20 tháng 11 năm 2012;")],
                    style: .basis
                )
            ), .contents,
            heading(1, "I.", "TÌNH HÌNH PHÁT TRIỂN HỢP TÁC XÃ", "tinh-hinh"),
            heading(2, "1.", "Số lượng hợp tác xã", "so-luong"), paragraph(prose),
            .paragraph(
                Paragraph([
                    .text("Số liệu theo lĩnh vực xem tại "),
                    .link(.anchor("bang-1"), [.text("Bảng 1")]), .text(" và "),
                    .strong([.text("in đậm")]), .text(", "), .emphasis([.text("in nghiêng")]),
                    .text("; xem "),
                    .link(
                        .address("https://example.org/"),
                        [.text("trang thông tin điện tử của Liên minh Hợp tác xã tỉnh")]
                    ), .text(". " + prose),
                ])
            ), .table(sectorTable), paragraph(prose),
            .chart(chart("bieu-do-1", "Số HTX theo lĩnh vực")),
            paragraph(prose),
            .list(
                List(
                    marker: .dash,
                    items: [
                        .init(
                            text: [.text("Lĩnh vực nông nghiệp: " + prose)],
                            sublist: List(
                                marker: .plus,
                                items: [
                                    .init(text: [.text("trồng trọt;")]),
                                    .init(text: [.text("chăn nuôi, thủy sản;")]),
                                ]
                            )
                        ), .init(text: [.text(hostileName + ".")]),
                    ]
                )
            ), heading(2, "2.", "Biến động", "bien-dong"), heading(3, "a)", "Thành lập mới", "moi"),
            paragraph(prose), .chart(chart("bieu-do-2", "Biến động số HTX theo địa phương")),
            paragraph(prose), .paragraph(Paragraph([.text("Ghi chú nhỏ. " + prose)], style: .note)),
            heading(1, "II.", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2021", "phuong-huong"),
            heading(
                2,
                "1.",
                "Mục tiêu chung, chỉ tiêu chủ yếu và các giải pháp thực hiện",
                "muc-tieu"
            ),
            paragraph(prose), paragraph(prose), paragraph(prose + "/."),
        ],
        annexes: [
            Annex(
                anchor: "phu-luc-1",
                label: "Phụ lục I",
                title: "DANH SÁCH HỢP TÁC XÃ TRÊN ĐỊA BÀN TỈNH",
                reference: "(Kèm theo Báo cáo số        /BC-LMHTX ngày     tháng     năm        )",
                blocks: [.table(registerTable(register))],
                isLandscape: true
            ),
            Annex(
                anchor: "phu-luc-2",
                label: "Phụ lục II",
                title: "PHƯƠNG PHÁP",
                reference: "",
                blocks: [heading(1, "1.", "Nguồn số liệu", "nguon"), paragraph(prose)],
                isLandscape: false
            ),
        ],
        draft: Draft(mark: "DỰ THẢO")
    )
}
