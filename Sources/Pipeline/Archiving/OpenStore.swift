package import Archive
package import Diagnostics

/// A store that can be read: an OCFL storage root with one object for each period.
package struct OpenStore: Sendable {
    package let path: String

    /// An error when `path` is no store, or one that is newer than this program.
    package init?(_ path: String, log: inout DiagnosticLog) {
        self.path = path
        guard kind(at: path) == .folder else {
            log.append(.noStore(path))
            return nil
        }
        if kind(at: joined(path, StoreLayout.declaration)) == .file { return }
        let names = (try? allNamesInFolder(path)) ?? []
        if names.contains("0=ocfl_1.0") { return }
        if let other = names.first(where: { $0.hasPrefix("0=ocfl_") }) {
            log.append(StoreFault(.a008, other).diagnostic(remedy: .newerProgram))
        } else {
            log.append(.noStore(path))
        }
        return nil
    }

    /// The periods that have an object, by name.
    package func periods(log: inout DiagnosticLog) -> [String] {
        do throws(FileFailure) {
            return try allNamesInFolder(path).compactMap(StoreLayout.period(ofFolder:))
                .sorted(by: isBefore)
        } catch {
            log.append(error.diagnostic)
            return []
        }
    }

    /// Every edition with its files, by period and number.
    package func editions(log: inout DiagnosticLog) -> [ArchivedEdition] {
        periods(log: &log).flatMap { editions(of: $0, log: &log) }
    }

    /// The editions of a period, oldest first; none when it has no object.
    package func editions(of period: String, log: inout DiagnosticLog) -> [ArchivedEdition] {
        guard kind(at: joined(path, StoreLayout.folder(of: period))) != .nothing,
            let inventory = inventory(of: period, log: &log)
        else { return [] }
        return Self.editions(in: inventory, of: period)
    }

    /// The edition of a name; an error when there is none.
    package func edition(_ name: EditionName, log: inout DiagnosticLog) -> ArchivedEdition? {
        let all = editions(of: name.period, log: &log)
        let found =
            name.number.map { number in all.first { $0.name.number == number } } ?? all.last
        if found == nil, !log.hasErrors { log.append(.noEdition(name, in: path)) }
        return found
    }

    /// The bytes of a file, its digest proven.
    package func bytes(of file: ArchivedFile, in edition: ArchivedEdition) throws -> [UInt8] {
        let path = path(of: file, in: edition)
        let bytes = try readFile(path)
        guard try sha512(of: bytes) == file.sha512 else { throw AlteredFile(path: path) }
        return bytes
    }

    /// Where the bytes of a file lie.
    package func path(of file: ArchivedFile, in edition: ArchivedEdition) -> String {
        joined(objectPath(edition.name.period), file.content)
    }

    func objectPath(_ period: String) -> String { joined(path, StoreLayout.folder(of: period)) }

    /// The editions that an inventory tells of.
    static func editions(in inventory: Inventory, of period: String) -> [ArchivedEdition] {
        let content = inventory.contentByDigest
        return inventory.versions.enumerated().map { index, version in
            var files: [ArchivedFile] = []
            for entry in version.state {
                let digest = entry.digest.lowercased()
                for path in entry.paths {
                    files.append(
                        ArchivedFile(path: path, sha512: digest, content: content[digest] ?? "")
                    )
                }
            }
            return ArchivedEdition(
                name: EditionName(period: period, number: index + 1),
                created: version.created,
                user: version.userName ?? "",
                address: version.userAddress ?? "",
                message: version.message ?? "",
                files: files.sorted { isBefore($0.path, $1.path) }
            )
        }
    }

    /// The inventory of a period's object, proven by its digest file.
    func inventory(of period: String, log: inout DiagnosticLog) -> Inventory? {
        let folder = StoreLayout.folder(of: period)
        let file = "\(folder)/inventory.json"
        do {
            let bytes = try readFile(joined(path, file))
            var faults: [StoreFault] = []
            let inventory = Inventory.read(bytes, file: file, faults: &faults)
            faults.removeAll { $0.rule.isWarning }
            if faults.isEmpty, let inventory {
                guard try !isProven(bytes, inventory, of: period) else { return inventory }
                faults.append(StoreFault(.e060, file))
            }
            for fault in faults { log.append(fault.diagnostic(remedy: .verifyFirst)) }
        } catch let failure as FileFailure {
            log.append(failure.diagnostic)
        } catch {
            log.append(StoreFault(.a007, file).diagnostic())
        }
        return nil
    }

    /// By the digest file; by the last version's own inventory when an archiving was cut short just before
    /// the digest file was renewed.
    private func isProven(
        _ bytes: [UInt8],
        _ inventory: Inventory,
        of period: String
    ) throws -> Bool {
        let object = objectPath(period)
        let digest = try bytesDigest(bytes, inventory.algorithm)
        for folder in [object, joined(object, inventory.head)] {
            let sidecar = try? readFile(joined(folder, Sidecar.name(inventory.algorithm)))
            if let sidecar, Sidecar.digest(in: sidecar, inventory.algorithm) == digest {
                return true
            }
        }
        return false
    }
}

/// A file of a store that has not the digest noted for it.
package struct AlteredFile: Error, Hashable {
    package var path: String
}

/// The digest of bytes in memory.
func bytesDigest(_ bytes: [UInt8], _ algorithm: DigestAlgorithm) throws -> String {
    let stream = try DigestStream(algorithm)
    try bytes.withUnsafeBytes { try stream.add($0) }
    return try stream.finish()
}
