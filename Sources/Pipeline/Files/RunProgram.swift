import Glibc

/// How a program that was run came to its end.
struct ProgramEnd {
    /// The exit status; `nil` when a signal ended it, such as one for too much memory or time.
    var status: Int32?
    /// The beginning of what it said of errors.
    var errors: String
}

/// What a program that is run on hostile files may take.
struct ProgramLimits {
    var bytesOfMemory: UInt
    var secondsOfProcessor: UInt

    /// Far above what a report of a thousand pages needs.
    static let reading = ProgramLimits(bytesOfMemory: 3 << 30, secondsOfProcessor: 120)
}

/// Runs a program found on `PATH` and hands on what it prints; `nil` when there is no such program.
func runProgram(
    _ name: String,
    _ arguments: [String],
    limits: ProgramLimits,
    output: ([UInt8]) -> Void
) -> ProgramEnd? {
    var ends: [Int32] = [-1, -1, -1, -1]
    guard openPipe(&ends, at: 0) else { return nil }
    guard openPipe(&ends, at: 2) else {
        closeAll(ends[0..<2])
        return nil
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[3], STDERR_FILENO)

    var words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child: pid_t = 0
    let spawned = limits.whileInForce { posix_spawnp(&child, name, &actions, nil, &words, environ) }
    closeAll([ends[1], ends[3]])
    defer { closeAll([ends[0], ends[2]]) }
    guard spawned == 0 else { return nil }
    let errors = drain(output: ends[0], errors: ends[2], into: output)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let isExit = status & 0x7f == 0
    return ProgramEnd(status: isExit ? (status >> 8) & 0xff : nil, errors: errors)
}

private func openPipe(_ ends: inout [Int32], at index: Int) -> Bool {
    var pair: [Int32] = [-1, -1]
    guard pipe(&pair) == 0 else { return false }
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (ends[index], ends[index + 1]) = (pair[0], pair[1])
    return true
}

private func closeAll(_ descriptors: some Sequence<Int32>) {
    for descriptor in descriptors { close(descriptor) }
}

/// Reads both streams to their ends, so that neither stops the program by being full.
private func drain(output: Int32, errors: Int32, into take: ([UInt8]) -> Void) -> String {
    var text: [UInt8] = []
    var streams = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while streams.contains(where: { $0.fd >= 0 }) {
        guard poll(&streams, nfds_t(streams.count), -1) >= 0 || errno == EINTR else { break }
        for index in streams.indices where streams[index].fd >= 0 && streams[index].revents != 0 {
            let count = read(streams[index].fd, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else {
                streams[index].fd = -1
                continue
            }
            if index == 0 {
                take(Array(buffer[..<count]))
            } else if text.count < 4096 {
                text += buffer[..<count]
            }
        }
    }
    return String(decoding: text, as: UTF8.self)
}

extension ProgramLimits {
    /// Children inherit limits: they are set for the moment of the start and put back after it.
    func whileInForce<Result>(_ start: () -> Result) -> Result {
        let wanted = [
            (Int32(RLIMIT_AS.rawValue), bytesOfMemory),
            (Int32(RLIMIT_CPU.rawValue), secondsOfProcessor),
        ]
        var before: [rlimit] = []
        for (kind, most) in wanted {
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(UInt32(kind)), &limit)
            before.append(limit)
            limit.rlim_cur = min(limit.rlim_max, most)
            setrlimit(__rlimit_resource_t(UInt32(kind)), &limit)
        }
        defer {
            for ((kind, _), limit) in zip(wanted, before) {
                var limit = limit
                setrlimit(__rlimit_resource_t(UInt32(kind)), &limit)
            }
        }
        return start()
    }
}
