import JSONKit

extension InventoryReading {
    /// The versions in order; `nil` when they are no sequence.
    mutating func versionMembers(_ value: JSONValue?) -> [JSONValue.Member]? {
        guard let value else {
            report(.e043)
            return nil
        }
        guard let members = value.object else {
            report(.e044)
            return nil
        }
        guard !members.isEmpty else {
            report(.e008)
            return nil
        }
        let names = members.map { VersionName($0.key) }
        guard let first = names.compactMap(\.self).first(where: { $0.number == 1 }) else {
            report(.e009, members[0].key)
            return nil
        }
        if first.width > 0 { report(.w001, first.text) }
        var found: [(number: Int, member: JSONValue.Member)] = []
        for (name, member) in zip(names, members) {
            guard let name else {
                report(.e046, member.key)
                continue
            }
            guard name.width == first.width else {
                report(.e011, member.key)
                continue
            }
            found.append((name.number, member))
        }
        found.sort { $0.number < $1.number }
        for (index, version) in found.enumerated() where version.number != index + 1 {
            report(.e010, version.member.key)
            return nil
        }
        return found.count == members.count ? found.map(\.member) : nil
    }

    /// A version, its digests written exactly as the manifest writes them.
    mutating func version(
        _ member: JSONValue.Member,
        _ algorithm: DigestAlgorithm,
        _ manifest: Set<String>
    ) -> Inventory.Version? {
        guard member.value.object != nil else {
            report(.e047, member.key)
            return nil
        }
        var version = Inventory.Version(
            name: member.key,
            created: created(member),
            message: nil,
            userName: nil,
            userAddress: nil,
            state: []
        )
        if let message = member.value[key: "message"] {
            version.message = message.string
            if message.string == nil { report(.e094, member.key) }
        } else {
            report(.w007, member.key)
        }
        (version.userName, version.userAddress) = user(member)
        version.state = state(member, algorithm, manifest)
        return version
    }

    private mutating func created(_ member: JSONValue.Member) -> String {
        guard let value = member.value[key: "created"] else {
            report(.e048, member.key)
            return ""
        }
        guard let text = value.string, isTimestamp(text) else {
            report(.e049, "\(member.key): \(value.string ?? "")")
            return ""
        }
        return text
    }

    private mutating func user(_ member: JSONValue.Member) -> (String?, String?) {
        guard let user = member.value[key: "user"] else {
            report(.w007, member.key)
            return (nil, nil)
        }
        guard user.object != nil, let name = user[key: "name"]?.string else {
            report(.e054, member.key)
            return (nil, nil)
        }
        guard let address = user[key: "address"] else {
            report(.w008, member.key)
            return (name, nil)
        }
        guard let text = address.string else {
            report(.e054, member.key)
            return (name, nil)
        }
        if !isURI(text) { report(.w009, "\(member.key): \(text)") }
        return (name, text)
    }

    private mutating func state(
        _ member: JSONValue.Member,
        _ algorithm: DigestAlgorithm,
        _ manifest: Set<String>
    ) -> [Inventory.DigestPaths] {
        guard let value = member.value[key: "state"] else {
            report(.e048, "\(member.key): state")
            return []
        }
        guard let members = value.object else {
            report(.e050, "\(member.key): state")
            return []
        }
        let state = digestPaths(members, algorithm, (form: .e050, list: .e050, twice: .e050))
        for entry in state where !manifest.contains(entry.digest) {
            report(.e050, "\(member.key): \(entry.digest)")
        }
        checkLogicalPaths(state, member.key)
        return state
    }
}

/// The name of a version's folder: `v1`, or padded, `v001`.
package struct VersionName: Sendable, Hashable {
    package var text: String
    package var number: Int
    /// Digits of a padded name; 0 for one without padding.
    package var width: Int

    package init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "v"), !digits.isEmpty,
            digits.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text.dropFirst()),
            number > 0
        else { return nil }
        self.text = text
        self.number = number
        width = digits.first == 0x30 ? digits.count : 0
    }
}

/// Whether `text` is a date with time, seconds and zone (RFC 3339).
package func isTimestamp(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20 else { return false }
    for (index, byte) in "dddd-dd-ddTdd:dd:dd".utf8.enumerated() {
        let isRight =
            byte == UInt8(ascii: "d")
            ? (0x30...0x39).contains(bytes[index])
            : bytes[index] == byte || byte == UInt8(ascii: "T") && bytes[index] == 0x74
        guard isRight else { return false }
    }
    func number(_ range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    let days = [31, isLeap(number(0..<4)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(number(5..<7)),
        (1...days[number(5..<7) - 1]).contains(number(8..<10)),
        number(11..<13) < 24, number(14..<16) < 60, number(17..<19) <= 60
    else { return false }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
        let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return false }
        rest = rest.dropFirst(1 + digits.count)
    }
    if rest.count == 1, let zone = rest.first { return zone == 0x5A || zone == 0x7A }
    guard rest.count == 6, let sign = rest.first, sign == 0x2B || sign == 0x2D else { return false }
    let zone = Array(rest.dropFirst())
    guard zone[2] == 0x3A,
        [0, 1, 3, 4].allSatisfy({ (0x30...0x39).contains(zone[$0]) })
    else { return false }
    return (Int(zone[0]) - 48) * 10 + Int(zone[1]) - 48 < 24 && zone[3] < 0x36
}

private func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}
