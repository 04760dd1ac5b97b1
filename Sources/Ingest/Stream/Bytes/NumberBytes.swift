import CByteMarks
import PeriodModel

/// How marked numbers are taken while a large file is read, before all of its cells have been seen.
///
/// It is what a first look at the file proves; when the whole file proves otherwise, the file is read again.
struct AssumedForm: Sendable, Hashable {
    /// `nil` when no cell with a mark can be taken at once.
    var form: NumberForm?
    /// Takes cells of three decimals that the other form reads as thousands.
    var takesThousandths = false
    /// Takes groups that the other form reads as decimals.
    var takesGroups = false
}

/// What cells with marks prove about a file's number form.
struct SeenMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// Readable in the assumed form only.
    static let proof = SeenMarks(rawValue: 1)
    static let thousandths = SeenMarks(rawValue: 2)
    static let groups = SeenMarks(rawValue: 4)
    static let longRuns = SeenMarks(rawValue: 8)
    /// Taken because `AssumedForm` said so.
    static let takenThousandths = SeenMarks(rawValue: 16)
    static let takenGroups = SeenMarks(rawValue: 32)
    /// How a proof writes its digits.
    static let style: SeenMarks = [.thousandths, .groups, .longRuns]
}

/// Reads numbers from bytes as whole multiples of 10⁻⁴, those that are written as nearly all are.
///
/// It never judges: what it does not read is `unusual` and goes to the reader of single cells. What it
/// reads has the same value there; tests read whole files both ways.
struct NumberBytes: Sendable {
    static let scale = 4
    static let missing = Int64.min
    static let unusual = Int64.max
    /// Values of greater magnitude are unusual.
    static let limit: Int64 = 1_000_000_000_000_000_000

    let assumed: AssumedForm

    init(_ assumed: AssumedForm) {
        self.assumed = assumed
    }

    /// What is seen in cells, to begin with.
    func seen() -> Seen {
        Seen(
            plain: number_marks(
                mark: assumed.form?.decimalMark ?? 0,
                has_marks: assumed.form != nil,
                has_proof: false,
                has_long_run: false
            )
        )
    }

    /// Reads the numbers of a column.
    @inline(__always)
    func read(
        _ column: inout cell_column,
        allowsDecimals: Bool,
        to values: UnsafeMutablePointer<Int64>,
        seen: inout Seen
    ) {
        seen.plain.has_marks = allowsDecimals && assumed.form != nil
        column_numbers(&column, &seen.plain, values)
        for row in 0..<Int(column.row_count) where values[row] == Self.unusual {
            let cell = column.cell(row)
            values[row] = readSlowly(
                column.bytes,
                cell.lowerBound,
                cell.upperBound,
                allowsDecimals: allowsDecimals,
                seen: &seen
            )
        }
    }

    /// The number in one cell.
    func read(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        seen: inout Seen
    ) -> Int64 {
        seen.plain.has_marks = assumed.form != nil
        let value = number_at(bytes + start, Int64(end - start), &seen.plain)
        guard value == Self.unusual else { return value }
        return readSlowly(bytes, start, end, allowsDecimals: true, seen: &seen)
    }
}

extension NumberBytes {
    /// What was seen over many cells.
    struct Seen {
        fileprivate(set) var plain: number_marks
        private var marks: SeenMarks = []

        fileprivate init(plain: number_marks) { self.plain = plain }

        var all: SeenMarks {
            var all = marks
            if plain.has_proof { all.insert(.proof) }
            if plain.has_long_run { all.insert(.longRuns) }
            return all
        }

        mutating func insert(_ mark: SeenMarks) { marks.formUnion(mark) }
    }
}

extension cell_column {
    /// Where a row's cell stands.
    @inline(__always)
    func cell(_ row: Int) -> Range<Int> {
        let entry = ends + Int(first[row]) + Int(position)
        let start = Int(entry[-1]) &+ 1
        var end = Int(entry[0])
        if is_last, end > start, bytes[end &- 1] == Byte.carriageReturn { end &-= 1 }
        return start..<end
    }
}
