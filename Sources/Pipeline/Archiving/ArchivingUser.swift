import Glibc
import Vocabulary

/// Who archives, as a version names them.
struct ArchivingUser {
    var name: String
    /// A URI.
    var address: String

    /// Reads `Name <address>`; what is missing comes from the computer: its user, known there as `acct:`
    /// (RFC 7565).
    init(_ text: String?) {
        let login = Self.environment("USER") ?? Self.environment("LOGNAME") ?? "uid-\(getuid())"
        var host = [CChar](repeating: 0, count: 256)
        let hasHost = gethostname(&host, host.count - 1) == 0
        let machine =
            hasHost ? String(decoding: host.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self) : ""
        (name, address) = (login, "acct:\(login)@\(machine.isEmpty ? "localhost" : machine)")
        guard let text else { return }
        let parts = text.split(separator: "<", maxSplits: 1)
        if let first = parts.first {
            let trimmed = Self.trimmed(first)
            if !trimmed.isEmpty { name = trimmed }
        }
        guard parts.count == 2 else { return }
        let given = Self.trimmed(parts[1].prefix { $0 != ">" })
        if !given.isEmpty { address = given.contains(":") ? given : "mailto:\(given)" }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static func environment(_ name: String) -> String? {
        guard let pointer = getenv(name), pointer.pointee != 0 else { return nil }
        return String(cString: pointer)
    }
}

/// A moment as RFC 3339 writes it, in UTC.
struct Moment {
    var text: String
    /// Its day, `2021-01-15`.
    var day: String

    /// The clock's, or what `SOURCE_DATE_EPOCH` puts in its place.
    static func now() -> Moment {
        let seconds =
            getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } ?? Int(time(nil))
        let day = CalendarDate(secondsSince1970: seconds).iso
        let second = ((seconds % 86_400) + 86_400) % 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
        return Moment(text: "\(day)T\(clock)Z", day: day)
    }
}
