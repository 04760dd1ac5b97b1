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
        guard !table.columns.isEmpty else { return above }
        let setting = fittingSetting(of: table)
        let head = HeadLayout(setting: setting, paragraphs: paragraphs, element: element)
            .layOut(table.head, left: 0, width: width)
        var layout = RowLayout(
            setting: setting,
            paragraphs: paragraphs,
            frame: head.frame,
            element: element,
            maximum: columnHeight - head.frame.headHeight
        )
        var rows = layout.flow(table)
        let below = captions.below(notes: table.notes, source: table.source, parent: parent)
        keepTogether(&rows, kinds: table.rows, hasBelow: !below.isEmpty)
        var all = above + head.boxes + rows + below
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

    private func keepTogether(_ boxes: inout [FlowBox], kinds: [Table.Row], hasBelow: Bool) {
        guard let last = boxes.indices.last else { return }
        // One row alone under the head, or alone on the last page, looks like a mistake.
        boxes[0].keepsWithNext = last > 0
        if last > 0 { boxes[last - 1].keepsWithNext = true }
        for index in boxes.indices.dropLast() {
            let isGroup = isKind(boxes[index], .group)
            let leadsToTotal = isKind(boxes[index + 1], .total)
            if isGroup || leadsToTotal { boxes[index].keepsWithNext = true }
        }
        boxes[last].keepsWithNext = hasBelow
        // Slices of a row that is taller than a page must be able to part.
        for index in boxes.indices where boxes[index].table?.endsRow == false {
            boxes[index].keepsWithNext = false
        }
    }

    private func isKind(_ box: FlowBox, _ kind: TableRowPlace.Kind) -> Bool {
        box.table?.kind == kind
    }
}
