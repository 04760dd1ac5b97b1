import CByteMarks
import DatasetModel
import PeriodModel

/// Reads blocks of a file into totals and keys; one for each thread.
///
/// It takes the rows whose every cell it can read at once; the others it only lists.
final class BlockReader {
    let totals: BlockTotals
    let identifiers: KeyPartitions
    let names: KeyPartitions
    /// Rows that were found to be repeated, when a file is counted again without them.
    var refused: Set<RowPosition> = []
    /// Takes the values themselves, where they are asked for.
    var values: BlockValues?

    private let plan: StreamPlan
    private let file: Int
    private let space: KeySpace
    private let index: BlockIndex
    private let rows: BlockRows
    private let tile: Tile
    private let columns: ColumnReader

    /// `capacity` bytes at most in a block.
    init(
        _ plan: StreamPlan,
        resolver: CodeResolver,
        marks: MissingMarks,
        file: Int,
        space: KeySpace,
        capacity: Int
    ) {
        self.plan = plan
        self.file = file
        self.space = space
        totals = BlockTotals(plan)
        identifiers = KeyPartitions(space.memory, places: .ofBlocks)
        names = KeyPartitions(space.memory, places: .ofBlocks)
        index = BlockIndex(capacity: capacity)
        rows = BlockRows(index: index, capacity: capacity)
        tile = Tile(plan)
        columns = ColumnReader(plan, tile, resolver: resolver, marks: marks)
    }

    /// Reads a block of whole records; `nil` when its quotes or line ends need another reader.
    func read(_ bytes: UnsafeMutablePointer<UInt8>, _ block: Block) -> BlockResult? {
        guard findRows(bytes, block) else { return nil }
        var taken = 0
        var unusual = UnusualRecords()
        var misfits = rows.misfits[...]
        for first in stride(from: 0, to: rows.count, by: Tile.capacity) {
            tile.begin(count: min(Tile.capacity, rows.count - first))
            for position in plan.cells.indices { columns.read(column(position, bytes, first)) }
            if tile.hasTold { refuseTold(first) }
            let own = take(first, from: block.offset)
            taken += own
            if own < tile.count || tile.hasTold { list(first, bytes, &misfits, in: &unusual) }
        }
        for extent in misfits { unusual.append(extent, nil, bytes) }
        identifiers.endBlock(block)
        names.endBlock(block)
        return BlockResult(
            block: block,
            lines: rows.lineCount,
            records: rows.recordCount,
            taken: taken,
            seen: columns.seen,
            unusual: unusual
        )
    }

    /// False when the block needs another reader.
    private func findRows(_ bytes: UnsafeMutablePointer<UInt8>, _ block: Block) -> Bool {
        index.scan(bytes, count: block.count, delimiter: plan.delimiter, quote: Byte.quote)
        return rows.find(
            in: bytes,
            count: block.count,
            width: plan.cells.count,
            delimiter: plan.delimiter
        )
    }

    /// Where the cells of a position stand in the rows from `first`.
    @inline(__always)
    private func column(
        _ position: Int,
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ first: Int
    ) -> cell_column {
        cell_column(
            bytes: bytes,
            ends: index.ends,
            first: rows.first + first,
            row_count: Int64(tile.count),
            position: Int64(position),
            is_last: position == plan.cells.count - 1
        )
    }

    /// The rows of a block, read before, that gave keys among these.
    func rows(
        with keys: Set<UInt64>,
        of kind: KeyKind,
        in bytes: UnsafeMutablePointer<UInt8>,
        _ block: Block
    ) -> [(key: UInt64, position: RowPosition)] {
        guard findRows(bytes, block) else { return [] }
        let positions = plan.cells.indices.filter { kind.needs(plan.cells[$0].kind) }
        var found: [(key: UInt64, position: RowPosition)] = []
        for first in stride(from: 0, to: rows.count, by: Tile.capacity) {
            tile.begin(count: min(Tile.capacity, rows.count - first))
            for position in positions { columns.read(column(position, bytes, first)) }
            for row in 0..<tile.count where tile.states[row] == 0 {
                let hash =
                    kind == .identifier
                    ? tile.identifiers[row]
                    : NameHash.name(tile.names[row], unit: Int(tile.units[row]))
                let key = KeyPartitions.compared(hash)
                guard keys.contains(key) else { continue }
                let place = block.offset + Int(rows.starts[first + row])
                found.append((key, space.position(ofFile: file, place)))
            }
        }
        return found
    }

    /// Refuses the rows with something to tell whose cells were copied: they are read as a whole.
    private func refuseTold(_ first: Int) {
        for row in 0..<tile.count where tile.told[row] != 0 && rows.isCopy(first + row) {
            tile.states[row] |= tile.told[row]
        }
    }

    /// Adds the rows that can be taken to the totals, and their keys; how many they are.
    private func take(_ first: Int, from offset: Int) -> Int {
        let base = space.position(ofFile: file, offset).value
        let sectorCount = Int32(truncatingIfNeeded: plan.sectorCount)
        let nowhere = Int32(truncatingIfNeeded: totals.cellCount)
        let (tile, starts) = (tile, rows.starts + first)
        var taken = 0
        for row in 0..<tile.count {
            let here = RowPosition(value: base &+ UInt64(truncatingIfNeeded: starts[row]))
            guard tile.states[row] == 0, !isRefused(here) else {
                tile.cells[row] = nowhere
                continue
            }
            taken &+= 1
            let unit = tile.units[row]
            identifiers.append(tile.identifiers[row])
            names.append(NameHash.name(tile.names[row], unit: Int(unit)))
            tile.cells[row] = unit &* sectorCount &+ tile.sectors[row]
        }
        for sizes in plan.sizes { sizes.classify(tile) }
        totals.add(tile)
        values?.add(tile, nowhere: nowhere)
        return taken
    }

    @inline(__always)
    private func isRefused(_ position: RowPosition) -> Bool {
        !refused.isEmpty && refused.contains(position)
    }

    /// Lists the rows of the tile that were not taken or have something to tell, and the misfits among them, in order.
    private func list(
        _ first: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ misfits: inout ArraySlice<RecordExtent>,
        in unusual: inout UnusualRecords
    ) {
        for row in 0..<tile.count where tile.states[row] | tile.told[row] != 0 {
            let extent = rows.extent(first + row)
            while let misfit = misfits.first, misfit.start < extent.start {
                unusual.append(misfits.removeFirst(), nil, bytes)
            }
            // The cells of a row with quotes were copied: it is read as a whole.
            let isCopy = rows.isCopy(first + row)
            unusual.append(extent, isCopy ? nil : known(row), bytes)
        }
    }

    private func known(_ row: Int) -> UnusualRow {
        let isTaken = tile.states[row] == 0
        let cells = tile.states[row] | tile.told[row]
        let isRead = { [plan] (isKind: (StreamPlan.Cell.Kind) -> Bool) in
            !plan.cells.indices.contains {
                cells & Tile.mark($0) != 0 && isKind(plan.cells[$0].kind)
            }
        }
        return UnusualRow(
            isTaken: isTaken,
            cells: cells,
            identifier: isRead { if case .identifier = $0 { true } else { false } }
                ? tile.identifiers[row] : nil,
            unit: isRead { if case .unit = $0 { true } else { false } }
                ? Int(tile.units[row]) : nil
        )
    }
}

/// What keys are of.
enum KeyKind {
    case identifier
    /// Names in their unit.
    case name

    fileprivate func needs(_ cell: StreamPlan.Cell.Kind) -> Bool {
        switch (self, cell) {
        case (.identifier, .identifier), (.name, .name), (.name, .unit): true
        default: false
        }
    }
}
