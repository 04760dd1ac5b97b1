import DatasetModel
import Diagnostics
import Dispatch
import Ingest
import PeriodModel

extension FuzzTargets {
    /// A file read in stretches by two threads, against the same file read as a whole.
    func stream(_ input: [UInt8]) -> String? {
        var log = DiagnosticLog()
        let whole = read([SourceText(path: "submissions/1.csv", bytes: input)], .none, &log)
        var limits = StreamLimits()
        (limits.smallest, limits.block, limits.sample) = (0, 1 << 12, 1 << 9)
        var streamLog = DiagnosticLog()
        let streamed = Ingest.readTotals(
            from: [BytesInMemory(input, path: "submissions/1.csv")],
            settings: settings,
            settingsFile: settingsFile,
            words: words,
            needsExtremes: true,
            workers: Workers(count: 2) {
                DispatchQueue.concurrentPerform(iterations: $0, execute: $1)
            },
            limits: limits,
            log: &streamLog
        )
        if let fault = written(streamLog) { return fault }
        if streamed.totals != CellTotals(of: whole.rows, settings) { return "other totals" }
        streamLog.removeAll { $0.code == "ingest.file.unchecked" }
        let (all, own) = (told(log), told(streamLog))
        guard let other = all.symmetricDifference(own).min() else { return nil }
        return (all.contains(other) ? "only as a whole: " : "only in stretches: ") + other
    }

    private func told(_ log: DiagnosticLog) -> Set<String> {
        Set(log.sorted.map { DiagnosticText.console([$0], language: .en) })
    }
}

/// Bytes that are read in stretches.
// Threads take turns on the queue.
private final class BytesInMemory: ByteStream, @unchecked Sendable {
    let path: String
    private let content: [UInt8]
    private let turns = DispatchQueue(label: "turns")
    private var offset = 0
    private var number = 0

    init(_ content: [UInt8], path: String) {
        self.path = path
        self.content = content
    }

    var size: Int { content.count }
    var isWhole: Bool { offset == content.count }

    func next(
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        cut: (UnsafeBufferPointer<UInt8>) -> Int
    ) -> Block? {
        turns.sync {
            guard offset < content.count else { return nil }
            var piece = bytes(at: offset, count: buffer.count - 1)
            let isLast = offset + piece.count == content.count
            if isLast, piece.last != UInt8(ascii: "\n") { piece.append(UInt8(ascii: "\n")) }
            _ = buffer.update(fromContentsOf: piece)
            let text = UnsafeBufferPointer(rebasing: buffer[..<piece.count])
            let length = isLast ? piece.count : cut(text)
            guard length > 0 else { return nil }
            defer { (offset, number) = (min(content.count, offset + length), number + 1) }
            return Block(number: number, offset: offset, count: length)
        }
    }

    func rewind() { (offset, number) = (0, 0) }

    func bytes(at offset: Int, count: Int) -> [UInt8] {
        offset < content.count ? Array(content[offset..<min(content.count, offset + count)]) : []
    }
}
