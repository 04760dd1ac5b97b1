import Diagnostics
import DocumentModel

/// The rows of a table, each set when it is asked for: a long annex never stands in memory as a whole.
final class RowFlow {
    private var layout: RowLayout
    private let table: Table
    private let section = StructureElement(.tableBody)
    /// The last row stays with what stands below the table.
    private let hasBelow: Bool
    private var count = 0

    /// `element` is the table's.
    init(_ table: Table, layout: RowLayout, element: StructureElement, hasBelow: Bool) {
        self.table = table
        self.layout = layout
        self.hasBelow = hasBelow
        if !table.rows.isEmpty { element.children.append(.element(section)) }
    }

    /// The strips of the next row; `nil` after the last one.
    func next() -> [FlowBox]? {
        guard count < table.rows.count else { return nil }
        let element = StructureElement(.tableRow)
        section.children.append(.element(element))
        let doubts = layout.paragraphs.shaper.doubts
        let place = doubts.place
        doubts.place = table.origin
        var boxes = layout.boxes(of: table.rows[count], element)
        doubts.place = place
        // Slices of a row that is taller than a page must be able to part.
        boxes[boxes.count - 1].keepsWithNext = keepsWithNext(count)
        count += 1
        return boxes
    }

    /// All rows that are left.
    func rest() -> [FlowBox] {
        var boxes: [FlowBox] = []
        while let row = next() { boxes += row }
        return boxes
    }

    private func keepsWithNext(_ row: Int) -> Bool {
        let last = table.rows.count - 1
        guard row < last else { return hasBelow }
        // One row alone under the head, or alone on the last page, looks like a mistake.
        let wouldBeAlone = row == 0 || row == last - 1
        return wouldBeAlone || table.rows[row].kind == .group || table.rows[row + 1].kind == .total
    }
}
