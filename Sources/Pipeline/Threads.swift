import Glibc
package import Ingest

extension Workers {
    /// Threads of the system; as many as processors are at hand when `count` is `nil`.
    package static func threads(_ count: Int?) -> Workers {
        let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        return Workers(count: min(count ?? processors, 64)) { count, body in
            var threads: [pthread_t] = []
            // The first part is the caller's own.
            for index in 1..<max(1, count) {
                var thread = pthread_t()
                let task = Unmanaged.passRetained(ThreadTask { body(index) })
                let status = pthread_create(
                    &thread,
                    nil,
                    { pointer in
                        if let pointer {
                            Unmanaged<ThreadTask>.fromOpaque(pointer).takeRetainedValue().body()
                        }
                        return nil
                    },
                    task.toOpaque()
                )
                if status == 0 {
                    threads.append(thread)
                } else {
                    // No more threads: the work is done all the same.
                    task.takeRetainedValue().body()
                }
            }
            body(0)
            for thread in threads { pthread_join(thread, nil) }
        }
    }
}

extension LargeMemory {
    /// Pages of the system as large as it has them: few faults, and few places to look addresses up.
    package static let pages = LargeMemory(
        take: { size in
            let start = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 2 << 20)
            madvise(start, size, MADV_HUGEPAGE)
            return start
        },
        release: { start, _ in start.deallocate() }
    )
}

/// Runs `other` on a thread of its own while `body` runs here; both have ended when it returns.
///
/// The number of the error when there is no thread to be had: nothing ran then.
func runBeside(_ other: @escaping @Sendable () -> Void, _ body: () -> Void) -> Int32? {
    var thread = pthread_t()
    let task = Unmanaged.passRetained(ThreadTask(other))
    let status = pthread_create(
        &thread,
        nil,
        { pointer in
            if let pointer {
                Unmanaged<ThreadTask>.fromOpaque(pointer).takeRetainedValue().body()
            }
            return nil
        },
        task.toOpaque()
    )
    guard status == 0 else {
        task.release()
        return status
    }
    body()
    pthread_join(thread, nil)
    return nil
}

/// Runs `body` with 0 to below `count` on one thread for each processor, and returns when all have ended.
func inParallel(_ count: Int, _ body: @escaping @Sendable (_ index: Int) -> Void) {
    let processors = min(max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), 8)
    let queue = IndexQueue(count)
    let work: @Sendable () -> Void = { while let index = queue.next() { body(index) } }
    func run(_ threads: Int) {
        guard threads > 1, runBeside(work, { run(threads - 1) }) == nil else { return work() }
    }
    run(min(processors, count))
}

/// Numbers that threads take one by one.
// What changes is touched only under the lock.
private final class IndexQueue: @unchecked Sendable {
    private let count: Int
    private var taken = 0
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init(_ count: Int) {
        self.count = count
        pthread_mutex_init(lock, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    func next() -> Int? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard taken < count else { return nil }
        defer { taken += 1 }
        return taken
    }
}

/// What a thread does.
private final class ThreadTask: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
