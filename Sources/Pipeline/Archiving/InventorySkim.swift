import Archive
import Glibc
import JSONKit

/// Looks through an inventory for its versions' dates, users and messages and steps over everything else,
/// many times faster than reading it by the rules.
struct InventorySkim {
    struct Version {
        var number: Int
        var created = ""
        var user = ""
        var message = ""
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// `nil` when the text is not of the usual shape.
    static func versions(in bytes: [UInt8]) -> [Version]? {
        bytes.withUnsafeBufferPointer { buffer in
            var skim = InventorySkim(buffer)
            var versions: [Version] = []
            var isRead = false
            // Nothing after the versions is asked for: the walk ends there.
            _ = skim.members { key, skim in
                guard key == "versions" else { return skim.skip() }
                isRead = skim.members { key, skim in
                    guard let name = VersionName(key) else { return false }
                    var version = Version(number: name.number)
                    guard skim.read(&version) else { return false }
                    versions.append(version)
                    return true
                }
                return false
            }
            guard isRead else { return nil }
            let sorted = versions.sorted { $0.number < $1.number }
            return sorted.enumerated().allSatisfy { $0 + 1 == $1.number } && !sorted.isEmpty
                ? sorted : nil
        }
    }

    private mutating func read(_ version: inout Version) -> Bool {
        var read = version
        let isRead = members { key, skim in
            switch key {
            case "created": return skim.text(into: &read.created)
            case "message": return skim.text(into: &read.message)
            case "user":
                return skim.members { key, skim in
                    key == "name" ? skim.text(into: &read.user) : skim.skip()
                }
            default: return skim.skip()
            }
        }
        version = read
        return isRead
    }

    /// Goes through an object; false where `body` or the text is not as it must be.
    private mutating func members(_ body: (String, inout InventorySkim) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        while true {
            var key = ""
            guard text(into: &key), take(UInt8(ascii: ":")), body(key, &self) else { return false }
            if take(UInt8(ascii: "}")) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Steps over a string; the range of its inside.
    private mutating func string() -> Range<Int>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = index
        while index < bytes.count, let base = bytes.baseAddress {
            guard let found = memchr(base + index, 0x22, bytes.count - index) else { return nil }
            let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            index = end + 1
            var slashes = 0
            while end - slashes > start, bytes[end - slashes - 1] == 0x5C { slashes += 1 }
            if slashes % 2 == 0 { return start..<end }
        }
        return nil
    }

    private mutating func text(into text: inout String) -> Bool {
        guard let range = string() else { return false }
        let inside = bytes[range]
        guard inside.contains(0x5C) else {
            text = String(decoding: inside, as: UTF8.self)
            return true
        }
        let quoted = Array("[\"".utf8) + inside + Array("\"]".utf8)
        guard let value = try? readJSON(quoted), let read = value.strings?.first else {
            return false
        }
        text = read
        return true
    }

    /// Steps over a value of any kind.
    private mutating func skip() -> Bool {
        var depth = 0
        while true {
            skipBlanks()
            guard index < bytes.count else { return false }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
                continue
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { return false }
                index += 1
                continue
            default:
                while index < bytes.count,
                    ![0x2C, 0x3A, 0x5D, 0x7D, 0x20, 0x0A, 0x0D, 0x09].contains(bytes[index])
                { index += 1 }
            }
            if depth == 0 { return true }
            guard depth > 0 else { return false }
        }
    }
}
