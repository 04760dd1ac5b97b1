import CByteMarks
import PeriodModel

/// Reads the cells of one column after the other into a tile, exactly as the reader of single cells would, or
/// marks them for it.
final class ColumnReader {
    private let plan: StreamPlan
    private let tile: Tile
    private let numbers: NumberBytes
    private let marks: MissingMarks
    private var resolver: CodeResolver
    private let unitCodes = CodeCache()
    private let sectorCodes = CodeCache()
    private let classCodes: [CodeCache]
    private let ranges = RangeCache()
    /// What cells with marks have proved, from the first tile on.
    private(set) var seen: SeenMarks = []

    init(_ plan: StreamPlan, _ tile: Tile, resolver: CodeResolver, marks: MissingMarks) {
        self.plan = plan
        self.tile = tile
        self.resolver = resolver
        self.marks = marks
        numbers = NumberBytes(plan.assumed)
        classCodes = plan.classCounts.map { _ in CodeCache() }
    }

    /// Reads the cells of a column into the tile.
    func read(_ column: cell_column) {
        var column = column
        let position = Int(column.position)
        let cell = plan.cells[position]
        let mark = Tile.mark(position)
        switch cell.kind {
        case .passed: check(&column, mark)
        case .blank: refuse(mark) { !column.cell($0).isEmpty }
        case .identifier:
            NameHash.identifiers(&column, marks: marks, to: tile.identifiers)
            refuse(mark) { [tile] in tile.identifiers[$0] == 0 }
        case .name:
            NameHash.names(
                &column,
                sums: tile.nameSums,
                nouns: plan.nouns,
                marks: marks,
                to: tile.names
            )
            refuse(mark) { [tile] in tile.names[$0] == 0 }
        case .unit: readCodes(&column, position, unitCodes, to: tile.units, isFilled: true)
        case .sector: readCodes(&column, position, sectorCodes, to: tile.sectors, isFilled: true)
        case .classes(let index):
            let values = tile.classes[index]
            readCodes(&column, position, classCodes[index], to: values, isFilled: cell.isFilled)
        case .measure(let index, let type):
            readMeasure(&column, type, tile.lows[index], tile.highs[index])
            refuse(column, tile.lows[index], tile.highs[index], outside: cell, mark)
        }
    }

    @inline(__always)
    private func refuse(_ mark: UInt64, _ isRefused: (_ row: Int) -> Bool) {
        let states = tile.states
        for row in 0..<tile.count where isRefused(row) { states[row] |= mark }
    }

    /// A column that nobody reads must be text all the same.
    private func check(_ column: inout cell_column, _ mark: UInt64) {
        column_name_sums(&column, tile.nameSums)
        refuse(mark) { [self, column] row in
            column.cell(row).count > CellTable.longestWords
                || tile.nameSums[row].digit_count < 0 && mayBeNoText(column, row)
        }
    }

    /// Whether a cell has other letters than ASCII, control characters, or words that lost letters.
    private func mayBeNoText(_ column: cell_column, _ row: Int) -> Bool {
        let cell = column.cell(row)
        if cell.contains(where: { column.bytes[$0] &- 1 >= 0x7F }) { return true }
        let start: UnsafePointer<UInt8> = column.bytes + cell.lowerBound
        let bytes = UnsafeBufferPointer(start: start, count: cell.count)
        return bytes.contains(UInt8(ascii: "?"))
            && LostLetters.questionMarks(in: Array(bytes)) != nil
    }

    private func readCodes(
        _ column: inout cell_column,
        _ position: Int,
        _ codes: CodeCache,
        to values: UnsafeMutablePointer<Int32>,
        isFilled: Bool
    ) {
        let bytes: UnsafePointer<UInt8> = column.bytes
        codes.values(&column, to: values) { cell in
            resolver.resolve(
                Array(UnsafeBufferPointer(start: bytes + cell.lowerBound, count: cell.count)),
                position: position
            )
        }
        let least = isFilled ? 0 : CodeCache.missing
        refuse(Tile.mark(position)) { values[$0] < least }
    }

    private func readMeasure(
        _ column: inout cell_column,
        _ type: Column.ValueType,
        _ lows: UnsafeMutablePointer<Int64>,
        _ highs: UnsafeMutablePointer<Int64>
    ) {
        if type == .year {
            readYears(column, lows)
            return
        }
        var marks = numbers.seen()
        if type == .range {
            let bytes: UnsafePointer<UInt8> = column.bytes
            let numbers = numbers
            ranges.ranges(&column, indices: tile.indices, lows: lows, highs: highs) { cell in
                numbers.readRange(bytes, cell.lowerBound, cell.upperBound, seen: &marks)
            }
        } else {
            numbers.read(&column, allowsDecimals: type != .integer, to: lows, seen: &marks)
        }
        seen.formUnion(marks.all)
    }

    private func readYears(_ column: cell_column, _ values: UnsafeMutablePointer<Int64>) {
        for row in 0..<tile.count {
            let cell = column.cell(row)
            let digits = ByteWord.load(column.bytes, cell.lowerBound) &<< 32 | 0x3030_3030
            if cell.count == 4, let year = ByteWord.number(digits) {
                values[row] = year &* 10_000
            } else {
                values[row] = cell.isEmpty ? NumberBytes.missing : NumberBytes.unusual
            }
        }
    }

    /// Refuses the rows whose values are out of bounds, or missing where they must not be.
    private func refuse(
        _ column: cell_column,
        _ lows: UnsafeMutablePointer<Int64>,
        _ highs: UnsafeMutablePointer<Int64>,
        outside cell: StreamPlan.Cell,
        _ mark: UInt64
    ) {
        let (minimum, maximum, isFilled) = (cell.minimum, cell.maximum, cell.isFilled)
        var isAnyOutside = false
        let count = Int64(tile.count)
        numbers_outside(lows, highs, count, minimum, maximum, isFilled, &isAnyOutside)
        guard isAnyOutside else { return }
        // Columns that share a bit cannot be read again one by one.
        let isAlone = column.position < UnusualRow.lastPosition
        for row in 0..<tile.count where lows[row] < minimum || highs[row] > maximum {
            if isAlone, lows[row] == NumberBytes.unusual, isMissing(column, row) {
                (lows[row], highs[row]) = (NumberBytes.missing, NumberBytes.missing)
                guard isFilled else { continue }
                tile.told[row] |= mark
                tile.hasTold = true
            } else if isFilled || lows[row] != NumberBytes.missing {
                tile.states[row] |= mark
            }
        }
    }

    /// Whether a cell says in words that there is no value.
    private func isMissing(_ column: cell_column, _ row: Int) -> Bool {
        let cell = column.cell(row)
        let start: UnsafePointer<UInt8> = column.bytes + cell.lowerBound
        let bytes = Array(UnsafeBufferPointer(start: start, count: cell.count))
        return marks.meaning(bytes, NumberText.trimmed(bytes, bytes.indices)) != nil
    }
}
