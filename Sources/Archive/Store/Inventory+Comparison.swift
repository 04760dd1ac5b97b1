extension Inventory {
    /// What an older version's own inventory tells otherwise than this, the object's last one. `file` is
    /// the older one's path.
    package func differences(from older: Inventory, file: String) -> [StoreFault] {
        var faults: [StoreFault] = []
        if older.id != id { faults.append(StoreFault(.e037, file, older.id)) }
        if older.contentDirectory != contentDirectory {
            faults.append(
                StoreFault(.e019, file, contentFolder)
            )
        }
        let known = Dictionary(versions.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let (content, olderContent) = (contentFiles, older.contentFiles)
        for version in older.versions {
            guard let same = known[version.name] else {
                faults.append(StoreFault(.e066, file, version.name))
                continue
            }
            let (now, then) = (same.logicalFiles, version.logicalFiles)
            let changed = Set(now.keys).union(then.keys).filter { path in
                guard let new = now[path], let old = then[path] else { return true }
                if algorithm == older.algorithm { return new != old }
                let (files, olderFiles) = (content[new] ?? [], olderContent[old] ?? [])
                return !olderFiles.isSubset(of: files)
            }
            if let path = changed.min(by: isBefore) {
                faults.append(StoreFault(.e066, file, "\(version.name): \(path)"))
            }
            if (same.created, same.message) != (version.created, version.message)
                || (same.userName, same.userAddress) != (version.userName, version.userAddress)
            {
                faults.append(StoreFault(.w011, file, version.name))
            }
        }
        return faults
    }

    /// Content files of the inventory before that this one has lost.
    package func lostContent(since older: Inventory) -> [String] {
        let known = digestByContent
        return older.manifest.flatMap(\.paths).filter { known[$0] == nil }.sorted(by: isBefore)
    }

    /// The content files of each digest.
    private var contentFiles: [String: Set<String>] {
        Dictionary(
            manifest.map { ($0.digest.lowercased(), Set($0.paths)) },
            uniquingKeysWith: { $0.union($1) }
        )
    }
}

extension Inventory.Version {
    /// The digest of each file, in small letters.
    package var logicalFiles: [String: String] {
        var files: [String: String] = [:]
        for entry in state {
            for path in entry.paths { files[path] = entry.digest.lowercased() }
        }
        return files
    }
}
