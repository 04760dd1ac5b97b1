import Glibc

/// Blocks that one thread fills and another takes, in order: reading and digesting at the same time.
// Everything that changes is touched only under the lock, a block only by whoever holds it.
final class BlockRing: @unchecked Sendable {
    static let blockSize = 1 << 20
    private static let count = 6

    /// A filled block, or the end of a file.
    enum Item {
        case block(UnsafeRawBufferPointer)
        case end(file: Int)
    }

    private let memory = UnsafeMutableRawPointer.allocate(
        byteCount: BlockRing.blockSize * BlockRing.count,
        alignment: 4_096
    )
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// Blocks given and blocks taken back, ever.
    private var filled = 0
    private var freed = 0
    private var items: [Item] = []
    private var isFinished = false

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        pthread_cond_destroy(changed)
        lock.deallocate()
        changed.deallocate()
        memory.deallocate()
    }

    /// An empty block for the filling thread, as soon as there is one.
    func emptyBlock() -> UnsafeMutableRawBufferPointer {
        pthread_mutex_lock(lock)
        while filled - freed == Self.count { pthread_cond_wait(changed, lock) }
        let start = memory + (filled % Self.count) * Self.blockSize
        pthread_mutex_unlock(lock)
        return UnsafeMutableRawBufferPointer(start: start, count: Self.blockSize)
    }

    /// Hands on the block that `emptyBlock` gave.
    func give(_ block: UnsafeRawBufferPointer) {
        pthread_mutex_lock(lock)
        filled += 1
        items.append(.block(block))
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }

    /// Says that a file is over.
    func end(file: Int) {
        pthread_mutex_lock(lock)
        items.append(.end(file: file))
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }

    /// Says that nothing more comes.
    func finish() {
        pthread_mutex_lock(lock)
        isFinished = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }

    /// All that is there, as soon as there is something; `nil` at the end.
    func take() -> [Item]? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while items.isEmpty, !isFinished { pthread_cond_wait(changed, lock) }
        defer { items.removeAll(keepingCapacity: true) }
        return items.isEmpty ? nil : items
    }

    /// Gives a block back once its bytes are done with.
    func free() {
        pthread_mutex_lock(lock)
        freed += 1
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }
}
