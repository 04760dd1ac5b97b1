import Diagnostics
import DocumentModel
import ThemeModel

/// Lays out a table: caption, unit, heading rows, rows, notes and source.
struct TableLayout {
    let paragraphs: ParagraphLayout
    let captions: CaptionLayout
    /// Points.
    let width: Double
    let columnHeight: Double

    private static let smallest = 6.0
    private static let step = 0.5
    /// A table of this height in points is not divided, even where it fills most of a landscape page.
    private static let wholeHeight = 360.0

    private var shaper: TextShaper { paragraphs.shaper }
    private var theme: Theme { paragraphs.theme }

    func flow(_ table: Table, parent: StructureElement) -> [FlowBox] {
        let element = StructureElement(.table)
        element.dataFiles = table.dataFiles
        parent.children.append(.element(element))
        let above = captions.above(
            label: table.label,
            caption: table.caption,
            unit: table.unit,
            anchor: table.anchor,
            parent: element
        )
        guard !table.columns.isEmpty, hasFewEnoughCells(table) else { return above }
        let setting = fittingSetting(of: table)
        let head = HeadLayout(setting: setting, paragraphs: paragraphs, element: element)
            .layOut(table.head, left: 0, width: width)
        let below = captions.below(notes: table.notes, source: table.source, parent: parent)
        let rows = RowFlow(
            table,
            layout: RowLayout(
                setting: setting,
                paragraphs: paragraphs,
                frame: head.frame,
                maximum: columnHeight - head.frame.headHeight
            ),
            element: element,
            hasBelow: !below.isEmpty
        )
        var top = above + head.boxes
        if let last = top.indices.last, isLong(table, setting) {
            top[last].rows = rows
            return top + below
        }
        var all = top + rows.rest() + below
        let total = all.reduce(0) { $0 + $1.height + $1.spaceBefore }
        if total <= min(columnHeight, max(columnHeight / 2, Self.wholeHeight)) {
            for index in all.indices {
                all[index].keepsWithNext = index < all.count - 1
                all[index].floats = true
            }
        }
        return all
    }

    /// The largest size, from the theme's downwards, at which no word is wider than its column.
    private func fittingSetting(of table: Table) -> TableSetting {
        var size = table.isWide ? theme.sizes.wideTable : theme.sizes.table
        while true {
            let setting = TableSetting(
                table: table,
                size: size,
                width: width,
                shaper: shaper,
                colours: theme.colours
            )
            if setting.columns.fits { return setting }
            if size <= Self.smallest {
                tellTooWide(table, cutsFigures: !setting.columns.holdsFigures)
                return setting
            }
            size = max(Self.smallest, size - Self.step)
        }
    }

    /// A word in two is ugly, a figure in two is another figure.
    private func tellTooWide(_ table: Table, cutsFigures: Bool) {
        let words =
            cutsFigures
            ? Bilingual(
                vi:
                    "\(table.label) quá rộng: cỡ chữ nhỏ nhất vẫn không đủ chỗ cho các con số.",
                en:
                    "\(table.label) is too wide: even the smallest letters leave no room for its figures."
            )
            : Bilingual(
                vi:
                    "\(table.label) quá rộng: cỡ chữ nhỏ nhất vẫn không đủ chỗ, nên có từ bị ngắt giữa chừng.",
                en:
                    "\(table.label) is too wide: even the smallest letters do not fit, so words are cut."
            )
        shaper.doubts.append(
            Diagnostic(
                cutsFigures ? "render.table.figures-cut" : "render.table.too-wide",
                cutsFigures ? .error : .warning,
                at: table.origin,
                value: table.label,
                message: words,
                hint: Bilingual(
                    vi: "Bớt cột, dùng tên cột ngắn hơn, hoặc đặt bảng ở phụ lục khổ ngang.",
                    en: "Take fewer columns, shorter column names, or an annex in landscape."
                )
            )
        )
    }

    /// Each cell is a mark of its page, and a row or a head is never parted between cells.
    private func hasFewEnoughCells(_ table: Table) -> Bool {
        let cells = max(table.columns.count, table.head.reduce(0) { $0 + $1.count })
        guard cells > PagePlan.mostMarks else { return true }
        shaper.doubts.append(
            Diagnostic(
                "render.table.too-many-cells",
                at: table.origin,
                value: table.label,
                message: Bilingual(
                    vi:
                        "\(table.label) có \(cells) ô trong một dòng hoặc trong đầu bảng; một trang PDF lưu trữ giữ được nhiều nhất \(PagePlan.mostMarks) ô.",
                    en:
                        "\(table.label) has \(cells) cells in one row or in its head; a page of an archival PDF holds \(PagePlan.mostMarks) at most."
                ),
                hint: Bilingual(
                    vi: "Bớt cột, hoặc chia thành nhiều bảng.",
                    en: "Take fewer columns, or make several tables of it."
                )
            )
        )
        return false
    }

    /// Whether no page can hold the table, even with one line in each row.
    private func isLong(_ table: Table, _ setting: TableSetting) -> Bool {
        let row = paragraphs.pitch(setting.style(.regular), spacing: 1) + 2 * setting.rowInset
        return Double(table.rows.count) * row > columnHeight
    }
}
