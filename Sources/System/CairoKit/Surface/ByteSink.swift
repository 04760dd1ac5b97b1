import Glibc

/// The end of a file, without the elements of the structure.
package struct WrittenRest {
    package var bytes: [UInt8] = []
    /// What is missing, ascending, counted in bytes from where this rest begins in cairo's file.
    package var leftOut: [Range<Int>] = []

    package init(bytes: [UInt8] = [], leftOut: [Range<Int>] = []) {
        self.bytes = bytes
        self.leftOut = leftOut
    }
}

/// Where cairo writes: a few letters at a time, gathered before they are appended.
final class ByteSink {
    private static let size = 1 << 16

    /// Leaves out cairo's elements of structure: one for each tag, hundreds of thousands in a long
    /// annex, and none is used.
    var leavesOutStructure = false
    private var written = WrittenRest()
    /// How much of cairo's file came before what waits, since bytes were last taken.
    private var position = 0
    private let waiting = UnsafeMutablePointer<UInt8>.allocate(capacity: ByteSink.size)
    private var count = 0

    deinit {
        waiting.deallocate()
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        if bytes.count > Self.size - count { empty() }
        if bytes.count > Self.size - count { append(count) }
        guard bytes.count <= Self.size else {
            written.bytes.append(contentsOf: bytes)
            position += bytes.count
            return
        }
        (waiting + count).initialize(from: start, count: bytes.count)
        count += bytes.count
    }

    /// All that was written since the last call.
    func takeBytes() -> [UInt8] {
        takeRest().bytes
    }

    func takeRest() -> WrittenRest {
        empty()
        append(count)
        position = 0
        defer { written = WrittenRest() }
        return written
    }

    /// Appends what waits; while elements are left out, only up to the end of the last whole object.
    private func empty() {
        guard leavesOutStructure else { return append(count) }
        var kept = 0
        var start = 0
        while let end = endOfObject(after: start) {
            if isElement(from: start, to: end) {
                append(kept..<start)
                leaveOut(start..<end)
                kept = end
            }
            start = end
        }
        append(kept..<start)
        position += start
        count -= start
        memmove(waiting, waiting + start, count)
    }

    private func append(_ range: Range<Int>) {
        written.bytes.append(
            contentsOf: UnsafeBufferPointer(start: waiting + range.lowerBound, count: range.count)
        )
    }

    /// All of the `length` bytes that wait.
    private func append(_ length: Int) {
        append(0..<length)
        position += length
        count = 0
    }

    private func leaveOut(_ range: Range<Int>) {
        let missing = position + range.lowerBound..<position + range.upperBound
        if let last = written.leftOut.last, last.upperBound == missing.lowerBound {
            written.leftOut[written.leftOut.count - 1] = last.lowerBound..<missing.upperBound
        } else {
            written.leftOut.append(missing)
        }
    }

    private func endOfObject(after start: Int) -> Int? {
        var place = start
        while let end = lineEnd(from: place, to: count) {
            if holds("endobj\n", upTo: end, from: start) { return end }
            place = end
        }
        return nil
    }

    /// `12 0 obj`, and on the next line a dictionary of this type.
    private func isElement(from start: Int, to end: Int) -> Bool {
        guard let first = lineEnd(from: start, to: end),
            holds(" 0 obj\n", upTo: first, from: start),
            let second = lineEnd(from: first, to: end)
        else { return false }
        return holds("<< /Type /StructElem\n", upTo: second, from: first)
    }

    private func lineEnd(from start: Int, to end: Int) -> Int? {
        memchr(waiting + start, 10, end - start).map {
            UnsafeMutableRawPointer(waiting).distance(to: $0) + 1
        }
    }

    /// Whether `word` stands before `end`, not beginning before `start`.
    private func holds(_ word: StaticString, upTo end: Int, from start: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        return end - length >= start && memcmp(waiting + end - length, word.utf8Start, length) == 0
    }
}
