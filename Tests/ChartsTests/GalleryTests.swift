import DocumentModel
import TestSupport
import Testing

private let sectors = [
    "Nông nghiệp", "Quỹ tín dụng nhân dân", "Vận tải", "Thương mại, du lịch",
    "Tiểu thủ công nghiệp", "Tài nguyên môi trường",
]

private let counts: [Int?] = [169, 24, 24, 10, 4, 1]

/// One picture for each kind of chart; open the goldens to look at them.
@Suite struct `The gallery of charts` {
    @Test func `draws bars with their figures at the ends`() {
        expectGolden(svg(of: drawn(spec(.bar, sectors, [("", counts)]))), "bars.svg")
    }

    @Test func `draws one bar for each series of a category`() {
        let before: [Int?] = [140, 24, 21, 8, 4, 1]
        let scene = drawn(spec(.bar, sectors, [("Năm 2019", before), ("Năm 2020", counts)]))
        expectGolden(svg(of: scene), "bars-grouped.svg")
    }

    @Test func `draws two dots and their distance`() {
        let before: [Int?] = [140, 24, 21, 8, nil, 1]
        let scene = drawn(spec(.dumbbell, sectors, [("Năm 2019", before), ("Năm 2020", counts)]))
        expectGolden(svg(of: scene), "dumbbell.svg")
    }

    @Test func `draws decreases to the left of zero`() {
        let scene = drawn(spec(.divergingBar, sectors, [("", [29, -3, 0, 4, -12, nil])]))
        expectGolden(svg(of: scene), "bars-diverging.svg")
    }

    @Test func `draws panels of one scale side by side`() {
        let units = ["Long Xuyên", "Châu Đốc", "Tân Châu"]
        let panels = sectors.enumerated().map { index, title in
            ChartSpec.Panel(
                title: title,
                series: [.init(name: "", points: [point(30 - 5 * index), point(index), nil])]
            )
        }
        var chart = spec(.bar, units, [])
        chart.panels = panels
        expectGolden(svg(of: drawn(chart)), "panels.svg")
    }

    @Test(arguments: gallery.keys.sorted())
    func `shows each kind with usual and with hard data`(name: String) throws {
        expectGolden(svg(of: drawn(try #require(gallery[name]))), "\(name).svg")
    }
}
