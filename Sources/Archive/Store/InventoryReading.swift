import JSONKit

extension Inventory {
    /// Reads an inventory and collects every fault; `nil` when so much is wrong that nothing can be said of
    /// its files. `file` is its path for people.
    package static func read(
        _ bytes: [UInt8],
        file: String,
        faults: inout [StoreFault]
    ) -> Inventory? {
        let root: JSONValue
        do throws(JSONFault) {
            root = try readJSON(bytes)
        } catch {
            faults.append(
                StoreFault(.e033, file, "\(error.line):\(error.column) \(error.reason)")
            )
            return nil
        }
        var reading = InventoryReading(file: file)
        defer { faults += reading.faults }
        return reading.inventory(root)
    }
}

/// One reading of an inventory, with what was found wrong so far.
struct InventoryReading {
    let file: String
    var faults: [StoreFault] = []

    mutating func report(_ rule: StoreRule, _ detail: String = "") {
        faults.append(StoreFault(rule, file, detail))
    }

    mutating func inventory(_ root: JSONValue) -> Inventory? {
        guard root.object != nil else {
            report(.e033)
            return nil
        }
        let id = id(root[key: "id"])
        let specification = specification(root[key: "type"])
        guard let algorithm = algorithm(root[key: "digestAlgorithm"]) else { return nil }
        var inventory = Inventory(id: id, specification: specification, algorithm: algorithm)
        if let value = root[key: "contentDirectory"] {
            inventory.contentDirectory = contentDirectory(value)
        }
        inventory.manifest = manifest(root[key: "manifest"], algorithm)
        checkContentPaths(inventory)
        if let members = versionMembers(root[key: "versions"]) {
            let exact = Set(inventory.manifest.map(\.digest))
            inventory.versions = members.compactMap { version($0, algorithm, exact) }
            guard inventory.versions.count == members.count else { return nil }
        }
        head(root[key: "head"], inventory)
        guard !inventory.versions.isEmpty else { return nil }
        checkVersions(of: inventory)
        if let value = root[key: "fixity"] { inventory.fixity = fixity(value, inventory) }
        return inventory
    }

    private mutating func id(_ value: JSONValue?) -> String {
        guard let value else {
            report(.e036, "id")
            return ""
        }
        guard let id = value.string, !id.isEmpty else {
            report(.e037, "id")
            return ""
        }
        if !isURI(id) { report(.w005, id) }
        return id
    }

    private mutating func specification(_ value: JSONValue?) -> String {
        guard let value else {
            report(.e036, "type")
            return "1.1"
        }
        for known in ["1.0", "1.1"]
        where value.string == "https://ocfl.io/\(known)/spec/#inventory" {
            return known
        }
        report(.e038, value.string ?? "type")
        return "1.1"
    }

    private mutating func algorithm(_ value: JSONValue?) -> DigestAlgorithm? {
        guard let value else {
            report(.e036, "digestAlgorithm")
            return .sha512
        }
        switch value.string {
        case "sha512": return .sha512
        case "sha256":
            report(.w004)
            return .sha256
        default:
            report(.e025, value.string ?? "digestAlgorithm")
            return nil
        }
    }

    private mutating func contentDirectory(_ value: JSONValue) -> String? {
        guard let name = value.string, !name.isEmpty, !name.contains("/") else {
            report(.e017, value.string ?? "")
            return nil
        }
        if name == "." || name == ".." {
            report(.e018, name)
            return nil
        }
        return name
    }

    private mutating func head(_ value: JSONValue?, _ inventory: Inventory) {
        guard let value else { return report(.e036, "head") }
        guard inventory.versions.isEmpty || value.string == inventory.head else {
            return report(.e040, value.string ?? "head")
        }
    }

    private mutating func manifest(
        _ value: JSONValue?,
        _ algorithm: DigestAlgorithm
    ) -> [Inventory.DigestPaths] {
        guard let value else {
            report(.e041)
            return []
        }
        guard let members = value.object else {
            report(.e041)
            return []
        }
        return digestPaths(members, algorithm, (form: .e025, list: .e092, twice: .e096))
    }

    /// Digests and their paths, each digest once in whatever letters.
    mutating func digestPaths(
        _ members: [JSONValue.Member],
        _ algorithm: DigestAlgorithm,
        _ rules: (form: StoreRule, list: StoreRule, twice: StoreRule)
    ) -> [Inventory.DigestPaths] {
        var seen: Set<String> = []
        return members.compactMap { member in
            guard algorithm.isDigest(member.key) else {
                report(rules.form, member.key)
                return nil
            }
            guard let paths = member.value.strings else {
                report(rules.list, member.key)
                return nil
            }
            if !seen.insert(member.key.lowercased()).inserted { report(rules.twice, member.key) }
            return Inventory.DigestPaths(digest: member.key, paths: paths)
        }
    }

    private mutating func fixity(_ value: JSONValue, _ inventory: Inventory) -> [Inventory.Fixity] {
        guard let members = value.object else {
            report(inventory.specification == "1.0" ? .e056 : .e111)
            return []
        }
        let known = inventory.digestByContent
        return members.compactMap { member in
            guard let algorithm = DigestAlgorithm(rawValue: member.key) else {
                report(.e056, member.key)
                return nil
            }
            guard let digests = member.value.object else {
                report(.e057, member.key)
                return nil
            }
            let read = digestPaths(digests, algorithm, (form: .e057, list: .e057, twice: .e097))
            for path in read.flatMap(\.paths) where known[path] == nil {
                report(fixityRule(path), path)
            }
            return Inventory.Fixity(algorithm: member.key, digests: read)
        }
    }

    /// What is wrong with a path of `fixity` that the manifest lacks.
    private func fixityRule(_ path: String) -> StoreRule {
        if path.hasPrefix("/") || path.hasSuffix("/") { return .e100 }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } ? .e099 : .e057
    }
}

/// Whether `text` begins as RFC 3986 lets a URI begin.
func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first,
        isLetter(first), text.utf8.index(after: colon) < text.utf8.endIndex
    else { return false }
    return text.utf8[..<colon].allSatisfy {
        isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
    }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
