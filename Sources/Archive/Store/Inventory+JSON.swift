import Diagnostics

extension Inventory {
    /// The inventory as `inventory.json`: fixed order, a line feed at the end.
    package var json: [UInt8] {
        var members: [(key: String, value: JSONText)] = [
            ("id", .string(id)),
            ("type", .string("https://ocfl.io/\(specification)/spec/#inventory")),
            ("digestAlgorithm", .string(algorithm.rawValue)),
            ("head", .string(head)),
        ]
        if let contentDirectory { members.append(("contentDirectory", .string(contentDirectory))) }
        members.append(
            ("versions", .object(versions.map { ($0.name, Self.object(of: $0)) }))
        )
        members.append(("manifest", Self.object(of: manifest)))
        return Array((JSONText.object(members).written(indent: 1) + "\n").utf8)
    }

    private static func object(of version: Version) -> JSONText {
        var members: [(key: String, value: JSONText)] = [("created", .string(version.created))]
        if let message = version.message { members.append(("message", .string(message))) }
        if let name = version.userName {
            var user: [(key: String, value: JSONText)] = [("name", .string(name))]
            if let address = version.userAddress { user.append(("address", .string(address))) }
            members.append(("user", .object(user)))
        }
        members.append(("state", object(of: version.state)))
        return .object(members)
    }

    private static func object(of digests: [DigestPaths]) -> JSONText {
        .object(
            digests.sorted { isBefore($0.digest, $1.digest) }
                .map { entry in
                    let paths = entry.paths.sorted(by: isBefore)
                    return (entry.digest, .array(paths.map(JSONText.string)))
                }
        )
    }
}
