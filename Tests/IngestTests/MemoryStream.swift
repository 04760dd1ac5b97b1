import Dispatch
import Foundation

@testable import Ingest

/// A file in memory that is read in stretches, as the disk gives them.
// Threads take turns by the lock.
final class MemoryStream: ByteStream, @unchecked Sendable {
    let path: String
    private let content: [UInt8]
    private let lock = NSLock()
    private var offset = 0
    private var number = 0

    init(_ bytes: [UInt8], path: String = "1.csv") {
        self.path = path
        content = bytes
    }

    var size: Int { content.count }
    var isWhole: Bool { offset == content.count }

    func next(
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        cut: (UnsafeBufferPointer<UInt8>) -> Int
    ) -> Block? {
        lock.lock()
        defer { lock.unlock() }
        guard offset < content.count else { return nil }
        var piece = Array(content[offset..<min(content.count, offset + buffer.count - 1)])
        let isLast = offset + piece.count == content.count
        if isLast, piece.last != UInt8(ascii: "\n") { piece.append(UInt8(ascii: "\n")) }
        _ = buffer.update(fromContentsOf: piece)
        let length =
            isLast ? piece.count : cut(UnsafeBufferPointer(rebasing: buffer[..<piece.count]))
        guard length > 0 else { return nil }
        defer {
            offset = min(content.count, offset + length)
            number += 1
        }
        return Block(number: number, offset: offset, count: length)
    }

    func rewind() {
        offset = 0
        number = 0
    }

    func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard offset < content.count else { return [] }
        return Array(content[offset..<min(content.count, offset + count)])
    }
}

extension Workers {
    /// Real threads, as many as asked for.
    static func threads(_ count: Int) -> Workers {
        Workers(count: count) { count, body in
            DispatchQueue.concurrentPerform(iterations: count, execute: body)
        }
    }
}
