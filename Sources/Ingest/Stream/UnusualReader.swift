import DatasetModel
import Diagnostics
import PeriodModel

/// Reads the records that were not taken at once, each exactly as in a small file.
struct UnusualReader {
    let stream: any ByteStream
    let head: StreamHead
    let evidence: FormEvidence
    /// Whether rows may be longer than the heading, with blanks.
    let hasLongRows: Bool
    let reader: SubmissionReader
    let space: KeySpace

    /// What some of the blocks gave.
    struct Outcome {
        var sink: TotalsSink
        var log = DiagnosticLog(limit: DiagnosticLog.largeLimit)
        var rowCount = 0
        var unitsHeard: Set<Int> = []
    }

    /// Reads the unusual records of blocks that follow each other, without those refused.
    func read(
        _ blocks: ArraySlice<PlacedBlock>,
        except refused: Set<RowPosition> = [],
        holdsValues: Bool = false
    ) -> Outcome {
        let settings = reader.settings
        let sink = TotalsSink(settings, space)
        if holdsValues { sink.values = RowValues(settings) }
        var outcome = Outcome(sink: sink)
        var register = RowRegister(settings, sink: sink)
        var rows = rowReader
        var faults = KnownFaults()
        for block in blocks where !block.result.unusual.extents.isEmpty {
            let (table, records) = Self.table(of: block, path: stream.path, head.dialect)
            rows.table = table
            for (index, record) in records.enumerated() {
                sink.position = space.position(
                    ofFile: reader.index,
                    block.result.block.offset + block.result.unusual.extents[index].start
                )
                guard !refused.contains(sink.position) else { continue }
                if let known = block.result.unusual.rows[index],
                    rows.readFaults(of: record, in: known, &faults, log: &outcome.log)
                {
                    guard !known.isTaken else { continue }
                    outcome.rowCount += 1
                    if let unit = known.unit { outcome.unitsHeard.insert(unit) }
                    if let hash = known.identifier {
                        sink.identifiers.append(hash, at: sink.position)
                    }
                    continue
                }
                guard !table.isBlank(record) else { continue }
                outcome.rowCount += 1
                guard
                    table.hasRightLength(
                        record,
                        width: head.plan.width,
                        mayBeLonger: hasLongRows,
                        log: &outcome.log
                    )
                else { continue }
                rows.read(record, numbered: nil, into: &register, log: &outcome.log)
            }
        }
        outcome.unitsHeard.formUnion(register.unitsHeard)
        return outcome
    }

    /// The unit that sent the file, by its name.
    var given: GivenColumns {
        GivenColumns(path: stream.path, pins: ReadingPins(), settings: reader.settings)
    }

    /// A reader of single rows, to be given a table.
    var rowReader: RowReader {
        RowReader(
            table: CellTable(path: stream.path, bytes: [], dialect: head.dialect),
            plan: head.plan,
            settings: reader.settings,
            given: given,
            form: FormDecision(evidence, pinned: nil) { nil },
            conversions: reader.settings.schema.columns.map { _ in nil },
            marks: MissingMarks(reader.words),
            names: reader.names,
            submission: reader.index
        )
    }

    /// The unusual records of a block as a table of their own, which knows where they stand in the file.
    static func table(
        of block: PlacedBlock,
        path: String,
        _ dialect: Dialect
    ) -> (CellTable, [RecordSpan]) {
        let unusual = block.result.unusual
        let hasQuotes = unusual.rows.contains { $0 == nil }
        let table = CellTable(
            path: path,
            bytes: unusual.bytes,
            scanned: hasQuotes
                ? RecordScanner.scan(unusual.bytes, dialect: dialect)
                : plainRecords(unusual.bytes, delimiter: dialect.delimiter[0]),
            dialect: dialect
        )
        let records = zip(table.records, unusual.extents).map { record, extent in
            var record = record
            record.line = block.linesBefore + extent.line + 1
            record.number = block.recordsBefore + extent.record + 1
            return record
        }
        return (table, records)
    }

    /// Records without quotes, each ended by a line feed.
    private static func plainRecords(_ bytes: [UInt8], delimiter: UInt8) -> ScannedRecords {
        var result = ScannedRecords()
        bytes.withUnsafeBufferPointer { bytes in
            var (start, recordStart, firstField) = (0, 0, 0)
            for offset in bytes.indices {
                let byte = bytes[offset]
                guard byte == delimiter || byte == Byte.lineFeed else { continue }
                let hasReturn =
                    byte == Byte.lineFeed && offset > start
                    && bytes[offset - 1] == Byte.carriageReturn
                result.fields.append(
                    FieldSpan(start: start, end: hasReturn ? offset - 1 : offset)
                )
                start = offset + 1
                guard byte == Byte.lineFeed else { continue }
                let end = result.fields.count
                result.records.append(
                    RecordSpan(start: recordStart, line: 0, number: 0, fields: firstField..<end)
                )
                (recordStart, firstField) = (start, end)
            }
        }
        return result
    }

    /// As in a small file, the last number of one whose last line has no end.
    func cutDoubt(_ blocks: [PlacedBlock]) -> Diagnostic? {
        guard let block = blocks.last, let last = stream.bytes(at: stream.size - 1, count: 1).first,
            last != Byte.lineFeed, last != Byte.carriageReturn
        else { return nil }
        let bytes = stream.bytes(at: block.result.block.offset, count: block.result.block.count)
        let table = CellTable(path: stream.path, bytes: bytes, dialect: head.dialect)
        guard var record = table.records.last, !table.isBlank(record) else { return nil }
        record.line += block.linesBefore
        record.number += block.recordsBefore
        return table.cutDoubt(of: record, head.plan, reader.settings.schema.columns)
    }

    /// The rows at these offsets, which must ascend.
    func rows(at offsets: [Int], in blocks: [PlacedBlock]) -> [SeenRow] {
        let sink = SingleRowSink()
        var register = RowRegister(reader.settings, sink: sink)
        var rows = rowReader
        var ignored = DiagnosticLog()
        var seen: [SeenRow] = []
        var block = 0
        var text = BlockText()
        for offset in offsets {
            while block + 1 < blocks.count, blocks[block + 1].result.block.offset <= offset {
                block += 1
            }
            text.load(blocks[block], from: stream)
            guard let (table, record) = text.record(at: offset, path: stream.path, head.dialect)
            else {
                seen.append(SeenRow())
                continue
            }
            rows.table = table
            rows.read(record, numbered: nil, into: &register, log: &ignored)
            seen.append(sink.next())
        }
        return seen
    }
}

/// The bytes of one block, read again to look at some of its rows.
private struct BlockText {
    private var block: PlacedBlock?
    private var bytes: [UInt8] = []
    /// Lines and records up to `counted`, from the start of the block.
    private var counted = 0
    private var lines = 0

    mutating func load(_ block: PlacedBlock, from stream: any ByteStream) {
        guard block.result.block.offset != self.block?.result.block.offset else { return }
        self.block = block
        bytes = stream.bytes(at: block.result.block.offset, count: block.result.block.count)
        (counted, lines) = (0, 0)
    }

    /// The record at an offset of the file, in a table of its own.
    mutating func record(
        at offset: Int,
        path: String,
        _ dialect: Dialect
    ) -> (CellTable, RecordSpan)? {
        guard let block else { return nil }
        let start = offset - block.result.block.offset
        guard start >= counted, start < bytes.count else { return nil }
        var end = start
        var isInside = false
        while end < bytes.count, bytes[end] != Byte.lineFeed || isInside {
            if bytes[end] == Byte.quote { isInside.toggle() }
            end += 1
        }
        let table = CellTable(path: path, bytes: Array(bytes[start..<end]), dialect: dialect)
        guard var record = table.records.first else { return nil }
        if block.result.lines == block.result.records {
            lines += lineFeedCount(in: bytes, counted..<start)
            counted = start
            record.line = block.linesBefore + lines + 1
            record.number = block.recordsBefore + lines + 1
        } else {
            let before = CellTable(path: path, bytes: Array(bytes[..<start]), dialect: dialect)
            record.line = block.linesBefore + Self.lineCount(of: bytes[..<start]) + 1
            record.number = block.recordsBefore + before.records.count + 1
        }
        return (table, record)
    }

    private static func lineCount(of bytes: ArraySlice<UInt8>) -> Int {
        bytes.indices.count { position in
            bytes[position] == Byte.lineFeed
                || bytes[position] == Byte.carriageReturn
                    && (position + 1 == bytes.endIndex || bytes[position + 1] != Byte.lineFeed)
        }
    }
}

private func lineFeedCount(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
        var count = 0
        for position in range { count &+= bytes[position] == Byte.lineFeed ? 1 : 0 }
        return count
    }
}
