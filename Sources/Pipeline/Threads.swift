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

/// What a thread does.
private final class ThreadTask: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
