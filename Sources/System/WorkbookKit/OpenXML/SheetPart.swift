/// Reads the cells of a sheet's part.
final class SheetPart: XMLHandler {
    private(set) var builder: SheetBuilder
    private(set) var failure: WorkbookFault?
    private let strings: SharedStrings
    private let values: ValueReader
    private var row = 0
    private var column = -1
    private var cell = RawCell()
    private var runs = TextRuns()
    private var state = State.outside
    /// How deep the reader is in extensions, which repeat names of elements.
    private var extensionDepth = 0

    private enum State {
        case outside
        case cell
        case value
        case formula
        case inline
    }

    init(_ builder: SheetBuilder, strings: SharedStrings, values: ValueReader) {
        self.builder = builder
        self.strings = strings
        self.values = values
    }

    func start(_ element: XMLElement) {
        if element.name == "extLst" { extensionDepth += 1 }
        guard extensionDepth == 0 else { return }
        switch (state, element.name) {
        case (.inline, _): runs.start(element.name)
        case (.outside, "row"): startRow(element)
        case (.outside, "c"): startCell(element)
        case (.cell, "v"):
            state = .value
            cell.hasValue = true
        case (.cell, "f"):
            state = .formula
            cell.hasFormula = true
        case (.cell, "is"):
            state = .inline
            runs.begin()
        case (.outside, "col"): startColumn(element)
        case (.outside, "mergeCell"):
            guard let range = element.bytes("ref").flatMap({ CellReference.range($0) }) else {
                builder.note(.badReference, column: nil, text: element.text("ref"))
                return
            }
            builder.merge(range)
        default: return
        }
    }

    func end(_ name: XMLName) {
        if name == "extLst" { extensionDepth -= 1 }
        guard extensionDepth == 0 else { return }
        switch (state, name) {
        case (.inline, "is"):
            cell.value = runs.bytes
            cell.hasValue = true
            state = .cell
        case (.inline, _): runs.end(name)
        case (.value, "v"), (.formula, "f"): state = .cell
        case (.cell, "c"):
            state = .outside
            endCell()
        default: return
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer) {
        guard extensionDepth == 0 else { return }
        switch state {
        case .value: cell.value.append(contentsOf: bytes)
        case .inline: runs.append(bytes)
        default: return
        }
    }

    private func startColumn(_ element: XMLElement) {
        guard element.flag("hidden"), let first = element.integer("min"),
            let last = element.integer("max"), first >= 1, first <= last
        else { return }
        builder.hideColumns(first - 1...min(last, Limits.columns) - 1)
    }

    private func startRow(_ element: XMLElement) {
        row = element.bytes("r") == nil ? row + 1 : element.integer("r") ?? 0
        column = -1
        guard (1...Limits.rows).contains(row) else {
            failure = WorkbookFault(
                .badReference,
                sheet: builder.sheet.name,
                text: element.text("r") ?? String(row)
            )
            return
        }
        builder.beginRow(row, isHidden: element.flag("hidden"))
    }

    private func startCell(_ element: XMLElement) {
        state = .cell
        cell.begin()
        column += 1
        if let bytes = element.bytes("r") {
            // A cell that stands in another row than it says, or beyond the sheet's edges.
            guard let address = CellReference.cell(bytes), address.row == row else {
                return fail(element.text("r"))
            }
            column = address.column
        }
        guard row > 0, column < Limits.columns else { return fail(element.text("r")) }
        cell.type = element.bytes("t").map { RawCell.ValueType($0) } ?? .number
        cell.style = element.integer("s") ?? 0
    }

    private func fail(_ reference: String?) {
        failure = WorkbookFault(.badReference, sheet: builder.sheet.name, text: reference)
    }

    private func endCell() {
        do throws(WorkbookFault) {
            try values.add(cell, column: column, strings: strings, to: &builder)
        } catch {
            failure = error
        }
    }

    /// Ends the sheet and gives it away.
    func finish() -> SheetBuilder {
        builder.finish()
        return builder
    }
}
