import DocumentModel
import Vocabulary

/// A document with nothing in it, to which tests add what they look at.
func emptyDocument(_ body: [Block] = []) -> Document {
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
            subject: "Tình hình phát triển kinh tế tập thể, hợp tác xã năm 2020",
            addresseeLabel: "Kính gửi:",
            addressees: ["Ủy ban nhân dân tỉnh Mẫu."]
        ),
        body: body,
        closing: Closing(
            recipientsLabel: "Nơi nhận:",
            recipients: ["- Như trên;", "- Lưu: VT."],
            position: ["CHỦ TỊCH"],
            signer: nil
        ),
        words: FixedWords(
            contents: "MỤC LỤC",
            source: "Nguồn",
            unit: "Đơn vị tính",
            note: "Ghi chú",
            chartData: "Số liệu của biểu đồ",
            skipToContent: "Chuyển đến nội dung chính",
            page: "Trang"
        )
    )
}

let hostileName = "A*B <script>alert(\"x\")</script> & 'Con' &lt; \u{0}"

private let sectors = [
    "Nông nghiệp", "Quỹ tín dụng nhân dân", "Vận tải", "Thương mại, du lịch",
    "Tiểu thủ công nghiệp", "Tài nguyên môi trường",
]
private let counts = [169, 24, 24, 10, 4, 1]
private let before = [140, 22, 21, 10, 4, 1]
private let units = [
    "Long Xuyên", "Châu Đốc", "Tân Châu", "An Phú", "Phú Tân", "Châu Phú", "Tịnh Biên", "Tri Tôn",
    "Châu Thành", "Chợ Mới", "Thoại Sơn",
]

/// A document of every kind of block, long enough to scroll both ways.
let sampleDocument: Document = {
    var document = emptyDocument([
        .paragraph(Paragraph([.text("Căn cứ Luật Hợp tác xã ngày 20/11/2012;")], style: .basis)),
        .contents,
        heading(1, "I.", "TÌNH HÌNH CHUNG", "tinh-hinh"),
        heading(2, "1.", "Số lượng hợp tác xã", "so-luong"),
        .paragraph(
            Paragraph([
                .text(
                    "Đến 31/12/2020, toàn tỉnh có 232\u{A0}HTX trên 06 lĩnh vực, trong đó lĩnh vực "
                        + "nông nghiệp chiếm 72,84%, quỹ tín dụng nhân dân và vận tải cùng chiếm "
                        + "10,34%; tổng vốn điều lệ "
                ), .strong([.text("3.664\u{A0}tỷ đồng")]), .text(" ("),
                .link(.anchor("bang-1"), [.text("Bảng 1")]), .text("; xem "),
                .link(.address("https://example.org/"), [.text("trang tin")]), .text(")."),
            ])
        ),
        .list(
            List(
                marker: .dash,
                items: [
                    List.Item(
                        text: [.text("Lĩnh vực nông nghiệp: 169\u{A0}HTX;")],
                        sublist: List(
                            marker: .plus,
                            items: [List.Item(text: [.text("trồng trọt;")])]
                        )
                    ), List.Item(text: [.text("\(hostileName).")]),
                ]
            )
        ),
        .chart(
            chart(
                "bieu-do-1",
                "Số hợp tác xã theo lĩnh vực",
                ChartSpec(
                    mark: .bar,
                    categories: sectors,
                    panels: [
                        .init(series: [
                            .init(name: "", points: counts.map { point($0, "(10,34%)") })
                        ])
                    ],
                    tickStyle: NumberStyle()
                )
            )
        ),
        .table(sectorTable),
        heading(2, "2.", "Biến động", "bien-dong"),
        .chart(
            chart(
                "bieu-do-2",
                "Số hợp tác xã năm 2019 và năm 2020",
                ChartSpec(
                    mark: .dumbbell,
                    categories: sectors,
                    panels: [
                        .init(series: [
                            .init(name: "Năm 2020", points: counts.map { point($0) }),
                            .init(name: "Năm 2019", points: before.map { point($0) }),
                        ])
                    ],
                    tickStyle: NumberStyle()
                )
            )
        ),
        .chart(
            chart(
                "bieu-do-3",
                "Tăng, giảm so với năm 2019 theo địa phương",
                ChartSpec(
                    mark: .divergingBar,
                    categories: units,
                    panels: [
                        .init(series: [
                            .init(
                                name: "",
                                points: units.indices.map { point(8 - $0 * 7 % 11) }
                            )
                        ])
                    ],
                    tickStyle: NumberStyle()
                )
            )
        ),
        .chart(
            chart(
                "bieu-do-4",
                "Số hợp tác xã theo địa phương và lĩnh vực",
                ChartSpec(
                    mark: .bar,
                    categories: units,
                    panels: sectors.enumerated().map { number, title in
                        .init(
                            title: title,
                            series: [
                                .init(
                                    name: "Năm 2020",
                                    points: units.indices.map {
                                        point(($0 * 7 + 3) % 23 / (number + 1))
                                    }
                                )
                            ]
                        )
                    },
                    tickStyle: NumberStyle()
                )
            )
        ),
        .chart(
            chart(
                "bieu-do-5",
                "Thành viên theo lĩnh vực, năm 2019 và năm 2020",
                ChartSpec(
                    mark: .bar,
                    categories: sectors,
                    panels: [
                        .init(series: [
                            .init(name: "Năm 2020", points: counts.map { point($0 * 607) }),
                            .init(name: "Năm 2019", points: before.map { point($0 * 590) }),
                        ])
                    ],
                    tickStyle: NumberStyle()
                )
            )
        ),
        heading(1, "II.", "PHƯƠNG HƯỚNG", "phuong-huong"),
        heading(2, "1.", "Mục tiêu", "muc-tieu"), heading(3, "a)", "Về số lượng", "muc-tieu-a"),
        .paragraph(Paragraph([.text("Thành lập mới 20\u{A0}HTX./.")])),
    ])
    document.annexes = [
        Annex(
            anchor: "phu-luc-1",
            label: "Phụ lục",
            title: "DANH SÁCH HỢP TÁC XÃ",
            reference: "(Kèm theo Báo cáo số        /BC-LMHTX ngày     tháng     năm        )",
            blocks: [.table(registerTable)],
            isLandscape: true
        )
    ]
    document.draft = Draft(mark: "DỰ THẢO")
    return document
}()

private func heading(_ level: Int, _ number: String, _ text: String, _ anchor: String) -> Block {
    .heading(Heading(level: level, number: number, text: [.text(text)], anchor: anchor))
}

private func point(_ value: Int, _ suffix: String = "") -> ChartSpec.Point {
    let number = NumberStyle().text(ExactDecimal(value))
    return ChartSpec.Point(
        magnitude: Double(value),
        label: suffix.isEmpty ? number : "\(number) \(suffix)"
    )
}

private func chart(_ anchor: String, _ caption: String, _ spec: ChartSpec) -> Chart {
    Chart(
        anchor: anchor,
        label: "Biểu đồ " + String(anchor.suffix(1)),
        caption: caption,
        unit: "hợp tác xã",
        spec: spec,
        alternative: "Nông nghiệp có nhiều hợp tác xã nhất.",
        notes: ["Số liệu giả định."],
        source: "Liên minh Hợp tác xã tỉnh"
    )
}

private let sectorTable = Table(
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
    rows: zip(sectors, zip(before, counts)).map { sector, pair in
        .init([sector, String(pair.0), "70,71", String(pair.1), "72,84"])
    } + [.init(["Tổng số", "198", "100,00", "232", "100,00"], kind: .total)],
    notes: ["Do làm tròn, tổng các tỷ trọng có thể khác 100%.", "Không gồm tổ hợp tác."],
    source: "Liên minh Hợp tác xã tỉnh"
)

private let registerTable = Table(
    anchor: "bang-pl1",
    label: "Bảng 2",
    caption: "Danh sách hợp tác xã đến 31/12/2020",
    columns: [.init(.centre), .init(.leading, isRowHeader: true)]
        + (0..<9).map { _ in .init(.decimal) },
    head: [
        [.init("STT"), .init("Tên hợp tác xã")]
            + [
                "Năm TL", "Thành viên", "Lao động", "Vốn ĐL", "Tài sản", "Doanh thu", "Lợi nhuận",
                "Thu nhập", "Xếp loại",
            ].map { .init($0) }
    ],
    rows: units.prefix(4).enumerated().flatMap { number, unit -> [Table.Row] in
        [.init([unit], kind: .group)]
            + (1...6).map { row in
                let name = row == 3 ? hostileName : "HTX dịch vụ nông nghiệp \(unit) \(row)"
                return .init([
                    String(number * 6 + row), name, "2012", "1.234", "56", "15.793,5", "22.560,2",
                    "1.200", "-97,5", "4 - 5", "Khá",
                ])
            }
    },
    source: "Liên minh Hợp tác xã tỉnh",
    isWide: true
)
