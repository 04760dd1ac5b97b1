import Diagnostics

/// What other checks told already, so that one fault is one doubt.
struct ToldDoubts {
    private var columns: Set<String> = []
    private var cells: Set<String> = []
    private var files: Set<String> = []

    init(_ entries: [Diagnostic]) {
        for entry in entries {
            guard let place = entry.place else { continue }
            if entry.code == Self.unchangedTable { files.insert(place.file) }
            guard let cell = place.cell else { continue }
            if Self.ofColumns.contains(where: entry.code.hasPrefix) {
                columns.insert(Self.column(place.file, cell))
            } else if entry.code.hasPrefix("ingest.number.") {
                cells.insert("\(place.file)!\(cell)")
            }
        }
    }

    private static let unchangedTable = "ingest.table.unchanged"
    private static let ofColumns = [
        "ingest.unit-of-measure.", "ingest.unit-line.", "ingest.column.swapped",
    ]

    /// Whether the file's table was told to be last year's.
    func isUnchanged(_ place: Place?) -> Bool { place.map { files.contains($0.file) } ?? false }

    /// Whether the unit of measure of a cell's column was doubted in its file.
    func isColumnDoubted(_ place: Place?) -> Bool {
        guard let place, let cell = place.cell else { return false }
        return columns.contains(Self.column(place.file, cell))
    }

    /// Whether the number in a cell was doubted.
    func isDoubted(_ place: Place?) -> Bool {
        guard let place, let cell = place.cell else { return false }
        return cells.contains("\(place.file)!\(cell)")
    }

    var areNone: Bool { columns.isEmpty && cells.isEmpty }

    /// File, sheet and column of a cell.
    private static func column(_ file: String, _ cell: String) -> String {
        var letters = cell[...]
        while letters.last?.isNumber == true { letters.removeLast() }
        return "\(file)!\(letters)"
    }
}
