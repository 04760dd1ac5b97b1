/// A file on the disk that is read in stretches, not as a whole.
///
/// Reading in order is shared: several threads may ask, each gets the next stretch.
package protocol ByteStream: AnyObject, Sendable {
    /// How people know it.
    var path: String { get }
    var size: Int { get }

    /// Fills `buffer` with the next bytes of the file, gives those back to the stream that are behind
    /// `cut`'s result, and tells which stretch it is; `nil` at the end or when reading failed.
    ///
    /// A text whose last line has no end gets one. `cut` gets all bytes in the buffer and gives how many of
    /// them are whole records; a stretch without any ends the reading.
    func next(
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        cut: (UnsafeBufferPointer<UInt8>) -> Int
    ) -> Block?

    /// Begins again at the first byte.
    func rewind()

    /// The bytes from `offset`, as many as `count` or up to the end; empty when reading failed.
    func bytes(at offset: Int, count: Int) -> [UInt8]

    /// Whether all of the file was given out by `next`, and it did not change meanwhile.
    var isWhole: Bool { get }
}

/// Runs work on several threads.
package struct Workers: Sendable {
    package let count: Int
    private let run: @Sendable (_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void

    /// `run` calls `body` with 0 to below `count`, at the same time, and returns when all have ended.
    package init(
        count: Int,
        run: @escaping @Sendable (_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Void
    ) {
        self.count = max(1, count)
        self.run = run
    }

    /// One thread, the caller's.
    package static let single = Workers(count: 1) { count, body in
        for index in 0..<count { body(index) }
    }

    /// The results of `body` for each of `count` workers, in their order.
    func map<Result>(_ body: @escaping @Sendable (_ worker: Int) -> Result) -> [Result] {
        let results = Results<Result>(count: count)
        run(count) { worker in results[worker] = body(worker) }
        return results.all
    }
}

/// A place for each worker's result.
// Each worker writes its own place only, and nobody reads before all have ended.
private final class Results<Result>: @unchecked Sendable {
    private let places: UnsafeMutablePointer<Result?>
    private let count: Int

    init(count: Int) {
        self.count = count
        places = .allocate(capacity: count)
        places.initialize(repeating: nil, count: count)
    }

    deinit {
        places.deinitialize(count: count)
        places.deallocate()
    }

    subscript(worker: Int) -> Result? {
        get { places[worker] }
        set { places[worker] = newValue }
    }

    var all: [Result] { (0..<count).compactMap { places[$0] } }
}
