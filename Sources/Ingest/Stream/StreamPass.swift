import DatasetModel
import PeriodModel

/// One reading of a file's blocks by all workers at once.
struct StreamPass {
    /// What each block had, in the order of the file.
    let blocks: [PlacedBlock]
    let readers: [BlockReader]
    let seen: SeenMarks

    /// `nil` when the file needs the whole-file reader.
    init?(
        _ stream: any ByteStream,
        _ plan: StreamPlan,
        head: StreamHead,
        resolver: CodeResolver,
        marks: MissingMarks,
        file: Int,
        space: KeySpace,
        workers: Workers,
        capacity: Int,
        countsQuotes: Bool,
        except refused: Set<RowPosition> = [],
        holding limit: Int? = nil
    ) {
        stream.rewind()
        let start = head.dataStart
        let parts = workers.map {
            _ -> (reader: BlockReader, blocks: [BlockResult], isRight: Bool) in
            let reader = BlockReader(
                plan,
                resolver: resolver,
                marks: marks,
                file: file,
                space: space,
                capacity: capacity
            )
            reader.refused = refused
            reader.values = limit.map {
                BlockValues(
                    plan,
                    cellCount: reader.totals.cellCount,
                    limit: $0 / workers.count
                )
            }
            let buffer = BlockBuffer(capacity: capacity)
            var blocks: [BlockResult] = []
            while var block = stream.next(
                into: buffer.room,
                cut: { text in
                    countsQuotes ? cutOutsideQuotes(text) : cutAtLine(text)
                }
            ) {
                // The first block begins with the headings, which were read before.
                let skipped = block.number == 0 ? min(start, block.count) : 0
                block.offset += skipped
                block.count -= skipped
                guard let result = reader.read(buffer.bytes + skipped, block) else {
                    return (reader, blocks, false)
                }
                blocks.append(result)
            }
            return (reader, blocks, true)
        }
        guard parts.allSatisfy(\.isRight), stream.isWhole else { return nil }
        let results = parts.flatMap(\.blocks).sorted { $0.block.number < $1.block.number }
        var placed: [PlacedBlock] = []
        placed.reserveCapacity(results.count)
        var (lines, records) = (head.linesBefore, head.recordsBefore)
        for result in results {
            placed.append(
                PlacedBlock(result: result, linesBefore: lines, recordsBefore: records)
            )
            lines += result.lines
            records += result.records
        }
        blocks = placed
        readers = parts.map(\.reader)
        seen = results.reduce(into: []) { $0.formUnion($1.seen) }
    }
}

/// A block with what stands before it in the file.
struct PlacedBlock {
    var result: BlockResult
    var linesBefore: Int
    var recordsBefore: Int
}

/// Memory for one block, with room before and behind it for loads and for rows without their quotes.
final class BlockBuffer {
    private let memory: UnsafeMutablePointer<UInt8>
    let bytes: UnsafeMutablePointer<UInt8>
    let room: UnsafeMutableBufferPointer<UInt8>

    init(capacity: Int) {
        let total = 2 * (capacity + 2 * QuotedRows.margin)
        memory = .allocate(capacity: total)
        memory.initialize(repeating: 0, count: total)
        bytes = memory + QuotedRows.margin
        room = UnsafeMutableBufferPointer(start: bytes, count: capacity)
    }

    deinit { memory.deallocate() }
}

/// Up to the last line end.
private func cutAtLine(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = text.count
    while end > 0, text[end - 1] != Byte.lineFeed { end -= 1 }
    return end
}

/// Up to the last line end with an even number of quotes before it, for files that have lines in quotes.
private func cutOutsideQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var isInside = false
    var end = 0
    for (offset, byte) in text.enumerated() {
        if byte == Byte.quote { isInside.toggle() }
        if byte == Byte.lineFeed, !isInside { end = offset + 1 }
    }
    return end
}
