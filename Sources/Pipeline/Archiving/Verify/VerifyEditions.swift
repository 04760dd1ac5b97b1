import Archive

/// The check of a period's editions: what they say of themselves, the chain, the ledger.
struct EditionsCheck {
    /// The object's folder.
    let folder: String
    let period: String
    private(set) var faults: [StoreFault] = []
    /// The last edition's value; `nil` when the chain cannot be followed.
    private(set) var chain: String?
    /// The value of each edition that tells one, oldest first.
    private(set) var chains: [String] = []

    private let label: String
    private let damaged: Set<String>
    private var ledger: (content: String, bytes: [UInt8])?
    private var data: (tidy: String, given: String?, ledger: String)?

    /// `damaged` are content files that are known not to be what they were.
    init(
        _ inventory: Inventory,
        of period: String,
        in folder: String,
        label: String,
        damaged: Set<String>
    ) {
        self.folder = folder
        self.period = period
        self.damaged = damaged
        self.label = label
        var previous: String? = ""
        for edition in OpenStore.editions(in: inventory, of: period) {
            previous = check(edition, after: previous)
        }
        chain = previous
    }

    private mutating func report(_ rule: StoreRule, _ file: String, _ detail: String = "") {
        faults.append(StoreFault(rule, label.isEmpty ? file : "\(label)/\(file)", detail))
    }

    /// The edition's chain value; `nil` when it is not known.
    private mutating func check(_ edition: ArchivedEdition, after previous: String?) -> String? {
        let version = "v\(edition.name.number ?? 0)"
        let files = Dictionary(edition.files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        guard let file = files[EditionRecord.path] else {
            report(.a001, version, EditionRecord.path)
            return nil
        }
        guard let bytes = bytes(of: file) else { return nil }
        guard let record = EditionRecord.read(bytes), record.period == period,
            record.number == edition.name.number, record.created == edition.created,
            record.user == edition.user, record.address == edition.address,
            record.message == edition.message
        else {
            report(.a001, file.content)
            return nil
        }
        for input in record.inputs where files[input.file] == nil {
            report(.a001, file.content, input.file)
        }
        let value = try? Chain.value(
            after: record.previousChain,
            edition.name,
            files: edition.files,
            record: EditionRecord.Bytes(bytes, chain: record.chain)
        )
        if value != record.chain || previous.map({ $0 != record.previousChain }) ?? false {
            report(.a004, file.content, edition.name.text)
        }
        checkLedger(files, version)
        chains.append(record.chain)
        return record.chain
    }

    private mutating func checkLedger(_ files: [String: ArchivedFile], _ version: String) {
        guard let ledgerFile = files[Ledger.path], let tidyFile = files[EditionPlan.tidyPath] else {
            return report(
                .a001,
                version,
                files[Ledger.path] == nil ? Ledger.path : EditionPlan.tidyPath
            )
        }
        let givenFile = files[EditionPlan.givenPath]
        // Two editions may share all: nothing new to see.
        let now = (tidy: tidyFile.content, given: givenFile?.content, ledger: ledgerFile.content)
        if let data, data == now { return }
        guard let bytes = bytes(of: ledgerFile) else {
            ledger = nil
            return
        }
        if let ledger, ledger.content != ledgerFile.content, !bytes.starts(with: ledger.bytes) {
            report(.a002, ledgerFile.content, version)
        }
        ledger = (ledgerFile.content, bytes)
        guard let tidy = self.bytes(of: tidyFile) else { return }
        let given = givenFile.flatMap(self.bytes)
        if givenFile != nil, given == nil { return }
        guard let read = Ledger(bytes),
            let figures = try? PublishedFigure.read(tidy, given: given)
        else {
            return report(.a003, ledgerFile.content, version)
        }
        if let change = read.changes(to: figures).first {
            report(.a003, ledgerFile.content, "\(version): \(change.key)")
        }
        data = now
    }

    /// `nil` for a file that is damaged, which is told already.
    private func bytes(of file: ArchivedFile) -> [UInt8]? {
        guard !file.content.isEmpty, !damaged.contains(file.content) else { return nil }
        return try? readFile(joined(folder, file.content))
    }
}
