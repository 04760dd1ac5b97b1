import JSONKit

extension InventoryReading {
    /// Content paths: in a version's content folder, without tricks, each once.
    mutating func checkContentPaths(_ inventory: Inventory) {
        var tree = PathTree()
        for path in inventory.manifest.flatMap(\.paths) {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            if path.hasPrefix("/") || path.hasSuffix("/") {
                report(.e100, path)
            } else if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
                report(.e099, path)
            } else if path.utf8.contains(0) || parts.count < 3
                || VersionName(String(parts[0])) == nil
                || parts[1] != inventory.contentFolder
            {
                report(.e042, path)
            } else if !tree.insert(path) {
                report(.e101, path)
            }
        }
        for path in tree.conflicts { report(.e101, path) }
    }

    /// What only the whole tells: paths in versions that are there, digests all used.
    mutating func checkVersions(of inventory: Inventory) {
        let names = Set(inventory.versions.map(\.name))
        for path in inventory.manifest.flatMap(\.paths) {
            guard let slash = path.firstIndex(of: "/") else { continue }
            let name = String(path[..<slash])
            if VersionName(name) != nil, !names.contains(name) { report(.e042, path) }
        }
        guard inventory.specification != "1.0" else { return }
        let used = Set(inventory.versions.flatMap { $0.state.map { $0.digest.lowercased() } })
        for entry in inventory.manifest where !used.contains(entry.digest.lowercased()) {
            report(.e107, entry.paths.first ?? entry.digest)
        }
    }

    /// Logical paths of a version: relative, without tricks, each once.
    mutating func checkLogicalPaths(_ state: [Inventory.DigestPaths], _ version: String) {
        var tree = PathTree()
        for path in state.flatMap(\.paths) {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            if path.hasPrefix("/") || path.hasSuffix("/") {
                report(.e053, "\(version): \(path)")
            } else if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
                report(.e052, "\(version): \(path)")
            } else if !tree.insert(path) {
                report(.e095, "\(version): \(path)")
            }
        }
        for path in tree.conflicts { report(.e095, "\(version): \(path)") }
    }
}

/// Paths of files, to see whether one is also the folder of another.
private struct PathTree {
    private var files: Set<String> = []
    private var folders: Set<String> = []

    /// False when the path is there already.
    mutating func insert(_ path: String) -> Bool {
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            if !folders.insert(String(rest)).inserted { break }
        }
        return files.insert(path).inserted
    }

    /// Files that are folders too.
    var conflicts: [String] { files.intersection(folders).sorted(by: isBefore) }
}
