package import DocumentModel
import Vocabulary

/// Taller than a page, so it goes on over several; only for pages.
package let chartOverPages = spec(
    .bar,
    (1...300).map { "Đơn vị hành chính số \($0)" },
    [("", (1...300).map { 1_000 - 3 * $0 })]
)

/// What the gallery shows: every kind of chart with usual data, and with data that are hard on it.
package let gallery: [String: ChartSpec] = [
    "bars": spec(.bar, sectors, [("", counts)]),
    "bars-grouped": spec(
        .bar,
        sectors,
        [("Năm 2019", [140, 24, 21, 8, 4, 1]), ("Năm 2020", counts)]
    ),
    "dumbbell": spec(
        .dumbbell,
        sectors,
        [("Năm 2019", [140, 24, 21, 8, nil, 1]), ("Năm 2020", counts)]
    ),
    "bars-diverging": spec(.divergingBar, sectors, [("", [29, -3, 0, 4, -12, nil])]),
    "panels": {
        var chart = spec(.bar, ["Long Xuyên", "Châu Đốc", "Tân Châu"], [])
        chart.panels = sectors.enumerated().map { index, title in
            ChartSpec.Panel(
                title: title,
                series: [.init(name: "", points: [point(30 - 5 * index), point(index), nil])]
            )
        }
        return chart
    }(),
    "stacked": {
        var chart = spec(
            .stackedBar,
            units,
            [
                ("Tốt", [3, 5, 0, 2, 4, 1, 6]), ("Khá", [12, 9, 3, 8, 5, nil, 14]),
                ("Trung bình", [6, 4, 2, 5, 1, 2, 7]), ("Yếu", [1, 0, 0, 2, 0, 0, 1]),
            ]
        )
        chart.panels[0].totals = ["22", "18", "5", "17", "10", "…", "28"]
        return chart
    }(),
    "stacked-extreme": spec(
        .stackedBar,
        [longName, "B", "Không có gì"],
        [
            ("Một", [1, 2, 0]), (longName, [1_000_000_000_000_000_000, 3, 0]), ("c", [5, 4, nil]),
            ("d", [7, 5, 0]), ("e", [0, 6, 0]), ("f", [9, 7, 0]),
        ]
    ),
    "grouped-three": spec(
        .bar,
        Array(units.prefix(4)),
        [
            ("Năm 2018", [12, 9, 3, nil]), ("Năm 2019", [13, 9, 5, 8]),
            ("Năm 2020", [16, 8, 5, 9]),
        ]
    ),
    "dots": spec(.dot, units, [("", [22, 18, 5, 17, 10, nil, 28])]),
    "dots-two": spec(
        .dot,
        units,
        [("Năm 2019", [20, 18, 8, 17, 9, nil, 21]), ("Năm 2020", [22, 18, 5, 19, 10, 3, 28])]
    ),
    "slope": spec(
        .slope,
        ["Nông nghiệp", "Quỹ tín dụng nhân dân", "Vận tải", "Thương mại, du lịch", "Công nghiệp"],
        [("Năm 2019", [140, 24, 27, 8, nil]), ("Năm 2020", [169, 24, 21, 10, 4])]
    ),
    "slope-extreme": spec(
        .slope,
        units + [longName, "Chưa gửi báo cáo"],
        [
            ("Năm 2019", [1, 1, 1, 2, 2, 3, -50_000, 7, nil]),
            ("Năm 2020", [2, 1, 1, 2, 2, 1_000_000, 4, 7, nil]),
        ]
    ),
    "lines": spec(
        .line,
        (2012...2020).map(String.init),
        [
            ("Nông nghiệp", [98, 104, 109, 118, 121, 130, 134, 140, 169]),
            ("Vận tải", [18, 18, 20, nil, nil, 21, 21, 21, 24]),
            ("Quỹ tín dụng", [23, 23, 24, 24, 24, 24, 24, 24, 24]),
        ]
    ),
    "lines-extreme": spec(
        .line,
        (1...200).map { "Kỳ báo cáo số \($0)" },
        [
            ("tăng", (1...200).map { $0 * $0 * 1000 }), ("giảm", (1...200).map { -30 * $0 * $0 }),
            (longName, (1...200).map { $0 % 7 == 0 ? nil : 5_000_000 }),
            ("không biết", Array(repeating: nil, count: 200)),
        ]
    ),
    "histogram": {
        var chart = spec(
            .histogram,
            (0..<8).map { "\($0 * 500) – \($0 * 500 + 500)" },
            [("Số HTX", [96, 61, 33, 18, 0, 9, 4, 1])]
        )
        chart.edges = (0...8).map { NumberStyle().text(ExactDecimal($0 * 500)) }
        return chart
    }(),
    "histogram-classes": spec(
        .histogram,
        ["Dưới 1 tỷ đồng", "Từ 1 đến dưới 5 tỷ đồng", "Từ 5 đến dưới 50 tỷ đồng", "Từ 50 tỷ đồng"],
        [("Số HTX", [121, 84, 26, 1])]
    ),
    "histogram-extreme": {
        var chart = spec(
            .histogram,
            (0..<60).map { "lớp \($0)" },
            [("n", (0..<60).map { $0 == 7 ? 1_234_567 : $0 })]
        )
        chart.edges = (0...60).map { NumberStyle().text(ExactDecimal($0 * 100_000)) }
        return chart
    }(),
    "distribution": {
        var chart = spec(.distribution, Array(units.prefix(4)), [("Trung vị", [52, 31, 8, nil])])
        chart.panels[0].values = [
            (0..<60).map { Double($0 * $0 % 97 + $0) }.sorted(),
            (0..<21).map { 10 + Double($0 * 13 % 47) }.sorted(),
            [5, 8, 90], [],
        ]
        chart.middleHalf = "Một nửa số HTX ở giữa"
        chart.panels[0].quartiles = [quartiles(32, 70), quartiles(21, 44), nil, nil]
        return chart
    }(),
    "distribution-extreme": {
        var chart = spec(
            .distribution,
            [longName, "Bằng nhau", "Một", "Rất nhiều"],
            [("Trung vị", [1, 7, -4, 500_000_000])]
        )
        chart.panels[0].values = [
            [0, 0, 1, 2, 1_000_000_000], Array(repeating: 7, count: 50), [-4],
            (0..<20_000).map { Double($0 * 50_000) },
        ]
        chart.middleHalf = longName
        chart.panels[0].quartiles = [
            quartiles(0, 2), quartiles(7, 7), nil, quartiles(250_000_000, 750_000_000),
        ]
        return chart
    }(),
    "distribution-log": {
        var chart = spec(
            .distribution,
            ["Nông nghiệp", "Quỹ tín dụng nhân dân", "Vận tải"],
            [("Trung vị", [1_800, 95_000_000_000, 40_000])]
        )
        chart.spacing = .equalRatios(note: ratioNote)
        chart.middleHalf = "Một nửa số HTX ở giữa"
        chart.panels[0].values = [
            [1, 20, 300, 900, 1_500, 1_800, 2_000, 9_000, 50_000, 1_000_000],
            [40_000, 3_000_000, 95_000_000_000, 8_000_000_000_000, 1_000_000_000_000_000_000],
            [35_000, 40_000, 44_000],
        ]
        chart.panels[0].quartiles = [
            quartiles(450, 7_250), quartiles(3_000_000, 8_000_000_000_000), nil,
        ]
        return chart
    }(),
    "dots-log": {
        var chart = spec(
            .dot,
            units,
            [("Vốn, triệu đồng", [22, 180, 5, 1_700, 100_000, nil, 2_800_000])]
        )
        chart.spacing = .equalRatios(note: ratioNote)
        return chart
    }(),
    "no-data": {
        var chart = spec(.line, units, [("Năm 2020", units.map { _ in nil })])
        chart.noData = "Không có số liệu để vẽ biểu đồ"
        return chart
    }(),
    "lines-six": spec(
        .line,
        (2015...2020).map(String.init),
        (1...6).map { series in
            ("Dãy số \(series)", (0..<6).map { 10 * series + ($0 * series * 7) % 11 })
        }
    ),
    "map": {
        var chart = spec(.tileMap, units, [("", [22, 18, 5, 17, 10, nil, 28])])
        chart.tiles = tiles
        return chart
    }(),
    "map-extreme": {
        var chart = spec(
            .tileMap,
            units,
            [("", [0, 0, 1, -5, 1_000_000_000, nil, 2])]
        )
        chart.tiles = tiles
        return chart
    }(),
    "bars-folded": spec(
        .bar,
        (1...102).map { $0 % 9 == 0 ? "Xã Vĩnh Thạnh Trung mới \($0)" : "Phường số \($0)" },
        [("", (1...102).map { (103 - $0) * (103 - $0) / 90 })]
    ),
]

private let ratioNote =
    "Trục chia theo thang lôgarit: hai đoạn dài bằng nhau là tăng cùng một số lần."

private func quartiles(_ lower: Int, _ upper: Int) -> ChartSpec.Quartiles {
    ChartSpec.Quartiles(lower: point(lower), upper: point(upper))
}

private let units = [
    "Long Xuyên", "Châu Đốc", "An Phú", "Tân Châu", "Phú Tân", "Tịnh Biên", "Chợ Mới",
]

private let tiles = [
    (3, 3), (1, 1), (2, 1), (3, 1), (3, 2), (1, 2), (4, 2),
].map { ChartSpec.Tile(column: $0.0, row: $0.1) }

private let sectors = [
    "Nông nghiệp", "Quỹ tín dụng nhân dân", "Vận tải", "Thương mại, du lịch",
    "Tiểu thủ công nghiệp", "Tài nguyên môi trường",
]

private let counts: [Int?] = [169, 24, 24, 10, 4, 1]
