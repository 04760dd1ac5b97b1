import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Takes what a row gives instead of the register's own tables, where rows are not kept.
class RowSink {
    /// Whether the register keeps rows too: they are held against what is usual.
    var keepsRows: Bool { false }

    /// Tells which record's parts come next, where `submission` is read as a whole.
    func begin(_ record: RecordSpan, of submission: Int) {}
    func take(identifier: String, at place: () -> Place) {}
    func take(name: String, unit: Int, at place: () -> Place) {}
    func take(_ row: RowRegister.Row) {}
}

/// Adds rows to totals, and notes keys by which repeated ones are found at the end.
class TotalsSink: RowSink {
    /// Where the row stands that comes next.
    var position = RowPosition(value: 0)
    fileprivate let space: KeySpace
    var totals: CellTotals
    /// Takes the values themselves, where they are asked for.
    var values: RowValues?
    let identifiers: KeyPartitions
    let names: KeyPartitions

    /// Nouns that do not tell names apart.
    let nouns: [String]

    init(_ settings: PeriodSettings, _ space: KeySpace) {
        totals = CellTotals(settings)
        nouns = settings.wording.nouns
        self.space = space
        identifiers = KeyPartitions(space.memory, places: .ofRows)
        names = KeyPartitions(space.memory, places: .ofRows)
    }

    override func take(identifier: String, at place: () -> Place) {
        identifiers.append(
            NameHash.identifier(folded: identifier.foldedName),
            at: position
        )
    }

    override func take(name: String, unit: Int, at place: () -> Place) {
        let hash = NameHash.name(folded: name.folded(without: nouns))
        names.append(NameHash.name(hash, unit: unit), at: position)
    }

    override func take(_ row: RowRegister.Row) {
        totals.add(row)
        values?.add(row, in: totals)
    }
}

/// What one row gave.
struct SeenRow {
    var identifier: (text: String, place: Place)?
    var name: (text: String, unit: Int, place: Place)?
    /// `nil` when it had a fault.
    var row: RowRegister.Row?
}

/// As `TotalsSink`, for files that are read as a whole: their rows cannot be read again, and are kept.
final class KeepingSink: TotalsSink {
    private(set) var rows: [RowPosition: SeenRow] = [:]
    override var keepsRows: Bool { true }
    private var submission = -1
    private var rowCount = 0

    override func begin(_ record: RecordSpan, of submission: Int) {
        if submission != self.submission { (self.submission, rowCount) = (submission, 0) }
        position = space.position(ofFile: submission, rowCount)
        rowCount += 1
    }

    override func take(identifier: String, at place: () -> Place) {
        super.take(identifier: identifier, at: place)
        rows[position, default: SeenRow()].identifier = (identifier, place())
    }

    override func take(name: String, unit: Int, at place: () -> Place) {
        super.take(name: name, unit: unit, at: place)
        rows[position, default: SeenRow()].name = (name, unit, place())
    }

    override func take(_ row: RowRegister.Row) {
        super.take(row)
        rows[position, default: SeenRow()].row = row
    }
}

/// Keeps one row, to look closely at it.
final class SingleRowSink: RowSink {
    private var seen = SeenRow()

    override func take(identifier: String, at place: () -> Place) {
        seen.identifier = (identifier, place())
    }

    override func take(name: String, unit: Int, at place: () -> Place) {
        seen.name = (name, unit, place())
    }

    override func take(_ row: RowRegister.Row) { seen.row = row }

    /// What the sink got since it was last asked.
    func next() -> SeenRow {
        defer { seen = SeenRow() }
        return seen
    }
}
