import Archive
import Diagnostics
import Glibc

/// One archiving: from the plan to a new version in its place.
struct NewEdition {
    private let plan: EditionPlan
    private let old: Inventory?
    private let store: StoreWriting
    private let options: ArchiveOptions
    private let number: Int
    private let previous: ArchivedEdition?

    init(
        _ plan: EditionPlan,
        _ old: Inventory?,
        in store: StoreWriting,
        _ options: ArchiveOptions
    ) {
        self.plan = plan
        self.old = old
        self.store = store
        self.options = options
        number = (old?.versions.count ?? 0) + 1
        previous = old.flatMap { OpenStore.editions(in: $0, of: plan.period).last }
    }

    private var version: String { "v\(number)" }
    private var name: EditionName { EditionName(period: plan.period, number: number) }

    /// The staged version's folder: below the staged object when the object is new.
    private var folder: String { joined(store.staging(plan.period), version) }

    func archive(log: inout DiagnosticLog) throws -> ArchiveResult {
        guard var files = try collect(log: &log) else { return ArchiveResult(outcome: .faults) }
        if let previous, isSame(files, previous) {
            return ArchiveResult(
                outcome: .done,
                edition: previous.name,
                chain: try record(of: previous).map { Chain.short($0.chain) }
            )
        }
        let moment = Moment.now()
        guard let ledger = try ledger(moment.day, log: &log) else {
            return ArchiveResult(outcome: .faults)
        }
        files.append(try write(ledger, as: Ledger.path))
        let last = try previous.flatMap(record(of:))
        if previous != nil, last == nil {
            // The chain would begin anew, as if nothing had been before.
            log.append(.damagedObject("\(plan.period)@v\(number - 1): \(EditionRecord.path)"))
            return ArchiveResult(outcome: .faults)
        }
        let before = last?.chain ?? ""
        let user = ArchivingUser(options.user)
        var record = EditionRecord(
            period: plan.period,
            number: number,
            created: moment.text,
            user: user.name,
            address: user.address,
            message: options.message ?? "\(name.text), \(Version.producer)",
            tool: plan.record.tool,
            version: plan.record.version,
            source: Version.source(of: plan.record.version),
            settings: plan.record.settings,
            inputs: plan.files.compactMap { file in
                file.input.map { EditionRecord.Input(file: file.path, path: $0) }
            },
            previousChain: before,
            chain: ""
        )
        record.chain = try Chain.value(
            after: before,
            name,
            files: files,
            record: EditionRecord.Bytes(record.json, chain: "")
        )
        files.append(try write(record.json, as: EditionRecord.path))
        try commit(inventory(files, record))
        return ArchiveResult(
            outcome: .done,
            edition: name,
            isNew: true,
            chain: Chain.short(record.chain)
        )
    }

    // MARK: Content

    /// Every file with its digest, what the object lacks copied; `nil` when one has changed since the build.
    private func collect(log: inout DiagnosticLog) throws -> [ArchivedFile]? {
        let known = old?.contentByDigest ?? [:]
        let sizes = Set((old?.manifest ?? []).flatMap(\.paths).map(sizeInObject))
        var found: [String: ArchivedFile] = [:]
        // A file as long as one in the store may be that one: its digest is taken before it is copied.
        let likely = plan.files.filter { sizes.contains(fileSize($0.source)) }
        for (file, copy) in zip(likely, try read(likely, copies: false, log: &log) ?? []) {
            if let content = known[copy.sha512] {
                found[file.path] = ArchivedFile(
                    path: file.path,
                    sha512: copy.sha512,
                    content: content
                )
            }
        }
        if log.hasErrors { return nil }
        let rest = plan.files.filter { found[$0.path] == nil }
        guard let copies = try read(rest, copies: true, log: &log) else { return nil }
        var staged: [String: String] = known
        for (file, copy) in zip(rest, copies) {
            var content = "\(version)/content/\(file.path)"
            if let same = staged[copy.sha512] {
                // Twice in this edition, or as long as nothing when it was asked.
                try remove(joined(folder, "content/\(file.path)"))
                content = same
            }
            staged[copy.sha512] = content
            found[file.path] = ArchivedFile(path: file.path, sha512: copy.sha512, content: content)
        }
        try removeEmptyFolders(joined(folder, "content"))
        return plan.files.compactMap { found[$0.path] }
    }

    private func sizeInObject(_ content: String) -> Int {
        fileSize(joined(store.object(plan.period), content))
    }

    /// Reads files and holds them against the build's record; `nil` when one differs.
    private func read(
        _ files: [EditionPlan.File],
        copies: Bool,
        log: inout DiagnosticLog
    ) throws -> [CopiedFile]? {
        for file in files where kind(at: file.source) != .file {
            log.append(.goneSinceBuild(file, FileFailure(.read, file.source, errno: ENOENT)))
        }
        if log.hasErrors { return nil }
        let list = try files.map { file in
            let target = joined(folder, "content/\(file.path)")
            if copies, let slash = target.lastIndex(of: "/") {
                try makeFolder(String(target[..<slash]))
            }
            return FileToCopy(source: file.source, target: copies ? target : nil)
        }
        let copied = try copyFiles(list)
        for (file, copy) in zip(files, copied) {
            if let sha256 = file.sha256, sha256 != copy.sha256 {
                log.append(.changedSinceBuild(file))
            }
        }
        return log.hasErrors ? nil : copied
    }

    /// A file that the archiving itself makes.
    private func write(_ bytes: [UInt8], as path: String) throws -> ArchivedFile {
        let content = "\(version)/content/\(path)"
        let digest = try sha512(of: bytes)
        if let same = old?.contentByDigest[digest] {
            return ArchivedFile(path: path, sha512: digest, content: same)
        }
        let target = joined(folder, "content/\(path)")
        try makeFolder(joined(folder, "content"))
        try writeFile(bytes, to: target)
        return ArchivedFile(path: path, sha512: digest, content: content)
    }

    private func removeEmptyFolders(_ path: String) throws {
        guard kind(at: path) == .folder else { return }
        for name in try allNamesInFolder(path) { try removeEmptyFolders(joined(path, name)) }
        if try allNamesInFolder(path).isEmpty { try remove(path) }
    }

    /// Whether the last edition holds these very files, beside what an archiving itself makes.
    private func isSame(_ files: [ArchivedFile], _ edition: ArchivedEdition) -> Bool {
        let own = [Ledger.path, EditionRecord.path]
        let before = edition.files.filter { !own.contains($0.path) }
        return Set(before.map { "\($0.sha512) \($0.path)" })
            == Set(files.map { "\($0.sha512) \($0.path)" })
    }

    // MARK: Ledger and records

    /// The ledger with what this edition changes; `nil` when a change is refused.
    private func ledger(_ day: String, log: inout DiagnosticLog) throws -> [UInt8]? {
        var ledger = Ledger()
        if let bytes = try previousBytes(Ledger.path) {
            guard let read = Ledger(bytes) else {
                log.append(.damagedObject("\(plan.period)@v\(number - 1): \(Ledger.path)"))
                return nil
            }
            ledger = read
        }
        guard let tidy = plan.files.first(where: { $0.path == EditionPlan.tidyPath }),
            let figures = try? PublishedFigure.read(
                try readFile(tidy.source),
                given: plan.files.first { $0.path == EditionPlan.givenPath }
                    .map { try readFile($0.source) }
            )
        else {
            log.append(.strangePath(EditionPlan.tidyPath, in: EditionPlan.recordPath))
            return nil
        }
        let changes = ledger.changes(to: figures)
        if let previous, let before = try bytes(EditionPlan.tidyPath, of: previous) {
            let step = EditionStep(
                from: previous.name,
                before,
                given: try bytes(EditionPlan.givenPath, of: previous),
                ledger,
                to: plan
            )
            guard step.isAllowed(figures, log: &log) else { return nil }
        }
        ledger.append(changes, edition: number, date: day)
        return ledger.bytes
    }

    private func record(of edition: ArchivedEdition) throws -> EditionRecord? {
        try bytes(EditionRecord.path, of: edition).flatMap(EditionRecord.read)
    }

    private func previousBytes(_ path: String) throws -> [UInt8]? {
        guard let previous else { return nil }
        return try bytes(path, of: previous)
    }

    private func bytes(_ path: String, of edition: ArchivedEdition) throws -> [UInt8]? {
        guard let file = edition.files.first(where: { $0.path == path }) else { return nil }
        let bytes = try readFile(joined(store.object(plan.period), file.content))
        guard try sha512(of: bytes) == file.sha512 else {
            throw AlteredFile(path: joined(store.object(plan.period), file.content))
        }
        return bytes
    }

    // MARK: The new version

    private func inventory(_ files: [ArchivedFile], _ record: EditionRecord) throws -> Inventory {
        var state: [String: [String]] = [:]
        for file in files { state[file.sha512, default: []].append(file.path) }
        var inventory = old ?? Inventory(id: StoreLayout.id(of: plan.period))
        inventory.specification = StoreLayout.specification
        inventory.versions.append(
            Inventory.Version(
                name: version,
                created: record.created,
                message: record.message,
                userName: record.user,
                userAddress: record.address,
                state: state.map { Inventory.DigestPaths(digest: $0.key, paths: $0.value) }
            )
        )
        let known = old?.contentByDigest ?? [:]
        var added: Set<String> = []
        for file in files where known[file.sha512] == nil && added.insert(file.sha512).inserted {
            inventory.manifest.append(
                Inventory.DigestPaths(digest: file.sha512, paths: [file.content])
            )
        }
        return inventory
    }

    /// Brings everything to the disk, then into its place: first the version's folder, then the object's
    /// inventory and its digest file.
    private func commit(_ inventory: Inventory) throws {
        let (bytes, object) = (inventory.json, store.object(plan.period))
        let sidecar = Sidecar.text(try sha512(of: bytes))
        let staged = store.staging(plan.period)
        for folder in [folder, staged] {
            try writeFile(bytes, to: joined(folder, "inventory.json"))
            try writeFile(sidecar, to: joined(folder, Sidecar.name(.sha512)))
        }
        guard old != nil else {
            try writeFile(
                Array("ocfl_object_1.1\n".utf8),
                to: joined(staged, StoreLayout.objectDeclaration)
            )
            try store.settleStaging()
            try store.putNew(staged, at: object)
            return try store.settle(store.path)
        }
        try store.settleStaging()
        try store.putNew(folder, at: joined(object, version))
        try store.settle(object)
        for name in ["inventory.json", Sidecar.name(.sha512)] {
            try store.put(joined(staged, name), at: joined(object, name))
        }
        try store.settle(object)
    }
}
