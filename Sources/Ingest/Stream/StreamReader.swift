import DatasetModel
import Diagnostics
import PeriodModel

/// Reads a large file without keeping it: most rows at once, the others one by one.
struct StreamReader {
    let reader: SubmissionReader
    let workers: Workers
    let space: KeySpace
    var limits = StreamLimits()

    /// `nil` when the file needs the reader of whole files; nothing was logged then.
    func read(_ stream: any ByteStream) -> StreamedFile? {
        let settings = reader.settings
        guard
            let head = StreamHead(stream, reader: reader, limits),
            var plan = StreamPlan(
                head.plan,
                delimiter: head.dialect.delimiter[0],
                assumed: head.evidence.assumed,
                settings: settings
            )
        else { return nil }
        // The second time with all that the file has proved.
        for _ in 0..<2 {
            guard let pass = pass(over: stream, plan, head) else { return nil }
            guard let found = proof(of: pass, plan, head) else { return nil }
            if isAsAssumed(pass, plan, found.evidence) {
                // A total, a note or a footer may stand among the rows of a file that can be kept.
                guard stream.size > limits.keepable || isPlain(pass, head) else { return nil }
                return finish(pass, found, head, plan, stream)
            }
            plan.assumed = found.evidence.assumed
        }
        return nil
    }

    private func pass(
        over stream: any ByteStream,
        _ plan: StreamPlan,
        _ head: StreamHead,
        except refused: Set<RowPosition> = [],
        holding limit: Int? = nil
    ) -> StreamPass? {
        for countsQuotes in [false, true] {
            let pass = StreamPass(
                stream,
                plan,
                head: head,
                resolver: CodeResolver(
                    head.plan,
                    names: reader.names,
                    settings: reader.settings,
                    sender: sender(of: stream)
                ),
                marks: MissingMarks(reader.words),
                file: reader.index,
                space: space,
                workers: workers,
                capacity: limits.block,
                countsQuotes: countsQuotes,
                except: refused,
                holding: limit
            )
            if let pass { return pass }
        }
        return nil
    }

    private func sender(of stream: any ByteStream) -> Int? {
        GivenColumns(path: stream.path, pins: ReadingPins(), settings: reader.settings).unit
    }

    /// What all marked cells prove; `nil` when they contradict each other, or when a record is no text.
    private func proof(
        of pass: StreamPass,
        _ plan: StreamPlan,
        _ head: StreamHead
    ) -> Proof? {
        let schema = reader.settings.schema
        var evidence = FormEvidence()
        var longRows = 0
        if let form = plan.assumed.form { evidence.note(pass.seen, in: form) }
        for block in pass.blocks where !block.result.unusual.extents.isEmpty {
            let bytes = block.result.unusual.bytes
            guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
                return nil
            }
            let (table, records) = UnusualReader.table(of: block, path: "", head.dialect)
            guard table.faults.isEmpty, table.records.count == block.result.unusual.extents.count
            else { return nil }
            longRows += records.count { $0.fields.count > head.plan.width }
            for (record, row) in zip(records, block.result.unusual.rows)
            where record.fields.count == head.plan.width && !table.isBlank(record) {
                evidence.note(table, record, cells: row?.cells, head.plan, schema)
            }
        }
        guard !(evidence.isProved(.point) && evidence.isProved(.comma)) else { return nil }
        return Proof(evidence: evidence, hasLongRows: longRows > 1)
    }

    /// What the rows that were not taken at once tell of the whole file.
    private struct Proof {
        var evidence: FormEvidence
        /// Whether rows may be longer than the heading, with blanks.
        var hasLongRows: Bool
    }

    /// Whether every cell that was taken with its mark would be taken so again.
    private func isAsAssumed(
        _ pass: StreamPass,
        _ plan: StreamPlan,
        _ evidence: FormEvidence
    ) -> Bool {
        let found = evidence.assumed
        if pass.seen.contains(.takenThousandths), !found.takesThousandths { return false }
        if pass.seen.contains(.takenGroups), !found.takesGroups { return false }
        guard found.form != plan.assumed.form else { return true }
        // Nothing with a mark was taken; that is right, but slow where there is much of it.
        let unusual = pass.blocks.reduce(0) { $0 + $1.result.unusual.extents.count }
        return pass.seen.isEmpty && unusual < 100_000
    }

    private func finish(
        _ pass: StreamPass,
        _ found: Proof,
        _ head: StreamHead,
        _ plan: StreamPlan,
        _ stream: any ByteStream
    ) -> StreamedFile {
        let evidence = found.evidence
        let unusual = UnusualReader(
            stream: stream,
            head: head,
            evidence: evidence,
            hasLongRows: found.hasLongRows,
            reader: reader,
            space: space
        )
        let blocks = pass.blocks
        let ranges = shares(of: blocks)
        let outcomes = workers.map { unusual.read(blocks[ranges[$0]]) }
        var totals = CellTotals(reader.settings)
        for reader in pass.readers { totals.add(reader.totals) }
        var heard = Set(
            totals.population.indices.filter { totals.population[$0] > 0 }
                .map { totals.unit(of: $0) }
        )
        var log = DiagnosticLog(limit: DiagnosticLog.largeLimit)
        log.append(contentsOf: head.doubts)
        if let doubt = unusual.cutDoubt(blocks) { log.append(doubt) }
        for doubt in unusual.lossDoubts(blocks) { log.append(doubt) }
        var rowCount = pass.blocks.reduce(0) { $0 + $1.result.taken }
        for outcome in outcomes {
            totals.add(outcome.sink.totals)
            log.append(contentsOf: outcome.log)
            rowCount += outcome.rowCount
            heard.formUnion(outcome.unitsHeard)
        }
        if rowCount == 0 { log.append(FileFault.noRows(path: stream.path, at: head.place)) }
        var submission = Submission(
            path: stream.path,
            rowCount: rowCount,
            units: heard.sorted().map { reader.settings.units[$0].code },
            reading: Reading(
                settings: head.reading + [
                    FormDecision(evidence, pinned: nil) { nil }.setting { "“\($0.text)”" }
                ]
            )
        )
        submission.sender = sender(of: stream).map { reader.settings.units[$0].code }
        return StreamedFile(
            submission: submission,
            totals: totals,
            log: log,
            unitsHeard: heard,
            sinks: outcomes.map(\.sink),
            readers: pass.readers,
            blocks: pass.blocks,
            rows: unusual,
            plan: plan
        )
    }

    /// A file read again, without the rows refused; `nil` when it can no longer be read.
    ///
    /// With `holdsValues` their values are held too, as many different ones as the limits allow.
    func again(
        _ file: StreamedFile,
        except refused: Set<RowPosition>,
        holdsValues: Bool
    ) -> SecondReading? {
        let limit = holdsValues ? limits.values : nil
        guard
            let pass = pass(
                over: file.rows.stream,
                file.plan,
                file.rows.head,
                except: refused,
                holding: limit
            )
        else { return nil }
        let sink = file.rows.read(
            file.blocks[...],
            except: refused,
            holdsValues: holdsValues
        ).sink
        var totals = sink.totals
        for reader in pass.readers { totals.add(reader.totals) }
        var entries = sink.values?.entries
        for reader in pass.readers {
            guard let values = reader.values, !values.isFull else {
                entries = nil
                break
            }
            entries?.join(values.entries())
        }
        return SecondReading(totals: totals, entries: entries)
    }

    /// Blocks that follow each other, for each worker about as many unusual records.
    private func shares(of blocks: [PlacedBlock]) -> [Range<Int>] {
        let total = blocks.reduce(0) { $0 + $1.result.unusual.extents.count }
        var ranges: [Range<Int>] = []
        var (start, next, seen) = (0, 0, 0)
        for worker in 1...workers.count {
            while next < blocks.count,
                worker == workers.count || seen * workers.count < total * worker
            {
                seen += blocks[next].result.unusual.extents.count
                next += 1
            }
            ranges.append(start..<next)
            start = next
        }
        return ranges
    }
}

/// A file that was read without being kept.
struct StreamedFile {
    var submission: Submission
    var totals: CellTotals
    var log: DiagnosticLog
    var unitsHeard: Set<Int>
    /// What has the keys of its rows: of those read one by one, and of those read in blocks.
    let sinks: [TotalsSink]
    let readers: [BlockReader]
    let blocks: [PlacedBlock]
    /// Reads single rows again.
    let rows: UnusualReader
    let plan: StreamPlan

    /// The tables of its keys.
    func keys(of kind: KeyKind) -> [KeyPartitions] {
        switch kind {
        case .identifier: sinks.map(\.identifiers) + readers.map(\.identifiers)
        case .name: sinks.map(\.names) + readers.map(\.names)
        }
    }

    /// The rows of a block that gave keys among these.
    func rows(
        with keys: Set<UInt64>,
        of kind: KeyKind,
        in block: Block,
        _ buffer: BlockBuffer
    ) -> [(key: UInt64, position: RowPosition)] {
        guard let reader = readers.first, block.count <= buffer.room.count else { return [] }
        var bytes = rows.stream.bytes(at: block.offset, count: block.count)
        // A text whose last line has no end got one.
        if bytes.count == block.count - 1 { bytes.append(Byte.lineFeed) }
        guard bytes.count == block.count else { return [] }
        buffer.bytes.update(from: bytes, count: bytes.count)
        return reader.rows(with: keys, of: kind, in: buffer.bytes, block)
    }
}
