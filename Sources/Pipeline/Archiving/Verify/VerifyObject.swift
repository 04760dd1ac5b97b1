import Archive
import Diagnostics

/// The check of one object; `faults` is what was found, `label` its folder below the store.
struct ObjectCheck {
    let folder: String
    let label: String
    var faults: [StoreFault] = []
    /// The inventory that the object goes by; `nil` when nothing can be said of its files.
    private(set) var inventory: Inventory?
    /// Content files with what they must be.
    private var content: [ContentFile] = []
    /// Content files that are missing or altered.
    private(set) var damaged: Set<String> = []
    private(set) var files = 0
    private(set) var bytes = 0
    private var specification = "1.1"
    /// Whether the object's own inventory cannot be trusted and that of its last version stands for it.
    private var isReplaced = false

    init(_ folder: String, label: String) {
        self.folder = folder
        self.label = label
    }

    func path(_ name: String) -> String { label.isEmpty ? name : "\(label)/\(name)" }

    mutating func report(_ rule: StoreRule, _ name: String, _ detail: String = "") {
        faults.append(StoreFault(rule, path(name), detail))
    }

    mutating func run() {
        guard let entries = FolderEntries(folder) else { return report(.a007, "") }
        guard checkDeclaration(entries) else { return }
        var state = objectState(folder)
        if case .unfinished(let version) = state,
            let newest = provenInventory(joined(folder, version))?.inventory,
            StoreLayout.period(ofID: newest.id) != nil
        {
            report(.a009, version)
            inventory = newest
        } else {
            // Only this program's runs are known to be completed by the next.
            if case .unfinished = state { state = .damaged }
            inventory = readInventory("inventory.json", entries, missing: .e063)
            if let newest = newestInventory(entries) {
                // The last version holds the same inventory: by it, all else is checked nonetheless.
                inventory = newest
                isReplaced = true
            }
        }
        checkEntries(entries)
        guard let inventory else { return }
        var olderDigests: [Inventory] = []
        var previous: Inventory?
        for version in inventory.versions {
            let isLast = version.name == inventory.head
            if let older = checkVersion(version, isLast: isLast, state) {
                olderDigests.append(older)
            }
            guard let told = isLast ? inventory : olderDigests.last else { continue }
            if let previous { compare(told, with: previous, version.name) }
            previous = told
        }
        collectContent([inventory] + olderDigests)
        checkFiles()
    }

    // MARK: The object's folder

    /// False when the object is of a version that is not known.
    private mutating func checkDeclaration(_ entries: FolderEntries) -> Bool {
        let declarations = entries.files.filter { $0.hasPrefix("0=") }
        guard let name = declarations.first, declarations.count == 1 else {
            report(.e003, declarations.first ?? "")
            return true
        }
        guard ["0=ocfl_object_1.0", "0=ocfl_object_1.1"].contains(name) else {
            let isNewer = name.hasPrefix("0=ocfl_object_")
            report(isNewer ? .a008 : .e004, name)
            return !isNewer
        }
        specification = String(name.suffix(3))
        if (try? readFile(joined(folder, name))) != Array("\(name.dropFirst(2))\n".utf8) {
            report(.e007, name)
        }
        return true
    }

    /// An inventory and its digest file.
    private mutating func readInventory(
        _ name: String,
        _ entries: FolderEntries,
        missing: StoreRule
    ) -> Inventory? {
        guard entries.files.contains("inventory.json") else {
            report(missing, name)
            return nil
        }
        guard let bytes = try? readFile(joined(folder, name)) else {
            report(.a007, name)
            return nil
        }
        let inventory = Inventory.read(bytes, file: path(name), faults: &faults)
        checkSidecar(of: name, bytes, inventory, entries)
        return inventory
    }

    /// The last version's inventory, where it is proven and the object's own is not.
    private func newestInventory(_ entries: FolderEntries) -> Inventory? {
        guard provenInventory(folder) == nil,
            let last = entries.folders.compactMap(VersionName.init).max(by: {
                $0.number < $1.number
            }),
            let newest = provenInventory(joined(folder, last.text))?.inventory,
            newest.head == last.text, StoreLayout.period(ofID: newest.id) != nil
        else { return nil }
        return newest
    }

    private mutating func checkSidecar(
        of name: String,
        _ bytes: [UInt8],
        _ inventory: Inventory?,
        _ entries: FolderEntries
    ) {
        let algorithm = inventory?.algorithm ?? .sha512
        let sidecar = "\(name).\(algorithm.rawValue)"
        guard entries.files.contains(Sidecar.name(algorithm)),
            let text = try? readFile(joined(folder, sidecar))
        else { return report(.e058, sidecar) }
        // OCFL lets digests stand in letters of any case; this program writes small ones, and another
        // letter is a bit that was changed.
        let isOurs = inventory.map { StoreLayout.period(ofID: $0.id) != nil } ?? false
        guard let noted = Sidecar.digest(in: text, algorithm),
            !isOurs || text == Sidecar.text(noted)
        else { return report(.e061, sidecar) }
        if (try? bytesDigest(bytes, algorithm)) != noted { report(.e060, name) }
    }

    private mutating func checkEntries(_ entries: FolderEntries) {
        let algorithm = inventory?.algorithm ?? .sha512
        let known = ["inventory.json", Sidecar.name(algorithm)]
        for name in entries.files where !known.contains(name) && !name.hasPrefix("0=") {
            // An inventory that cannot be read does not say how its digest file is called.
            if inventory == nil, name.hasPrefix("inventory.json.") { continue }
            report(.e001, name)
        }
        for name in entries.others { report(.e090, name) }
        let versions = Set(inventory?.versions.map(\.name) ?? [])
        for name in entries.folders where !versions.contains(name) && name != "logs" {
            if name == "extensions" {
                checkExtensions()
            } else if VersionName(name) != nil {
                if inventory != nil { report(.e046, name) }
            } else {
                report(.e001, name)
            }
        }
        for version in inventory?.versions ?? [] where !entries.folders.contains(version.name) {
            report(.e010, version.name)
        }
    }

    private mutating func checkExtensions() {
        guard let entries = FolderEntries(joined(folder, "extensions")) else { return }
        for name in entries.files + entries.others { report(.e067, "extensions/\(name)") }
        for name in entries.folders where !isRegisteredExtension(name) {
            report(.w013, "extensions/\(name)")
        }
    }

    // MARK: Versions

    /// A version's folder and own inventory; the inventory when it is one of an older version.
    private mutating func checkVersion(
        _ version: Inventory.Version,
        isLast: Bool,
        _ state: ObjectState
    ) -> Inventory? {
        guard let last = inventory, let entries = FolderEntries(joined(folder, version.name)) else {
            return nil
        }
        let name = "\(version.name)/inventory.json"
        var own: Inventory?
        if !entries.files.contains("inventory.json") {
            report(.w010, name)
        } else if isLast {
            let bytes = try? readFile(joined(folder, name))
            if isReplaced || state == .whole
                || bytes == (try? readFile(joined(folder, "inventory.json")))
            {
                checkSidecar(of: name, bytes ?? [], last, entries)
            } else if case .unfinished = state {
                // Proven when the state was found.
            } else {
                report(.e064, name)
                checkSidecar(of: name, bytes ?? [], last, entries)
            }
        } else {
            own = readInventory(name, entries, missing: .w010)
        }
        if let own {
            if own.head != version.name { report(.e040, name, own.head) }
            faults += last.differences(from: own, file: path(name))
        }
        checkEntries(entries, of: version.name, (own ?? last).algorithm, last.contentFolder)
        return own
    }

    /// An inventory against that of the version before.
    private mutating func compare(_ new: Inventory, with old: Inventory, _ version: String) {
        let name = "\(version)/inventory.json"
        if new.specification < old.specification { report(.e103, name, new.specification) }
        for path in new.lostContent(since: old) { report(.e023, name, path) }
    }

    private mutating func checkEntries(
        _ entries: FolderEntries,
        of version: String,
        _ algorithm: DigestAlgorithm,
        _ content: String
    ) {
        for name in entries.files
        where name != "inventory.json" && name != Sidecar.name(algorithm) {
            report(.e015, "\(version)/\(name)")
        }
        for name in entries.others { report(.e090, "\(version)/\(name)") }
        for name in entries.folders where name != content { report(.w002, "\(version)/\(name)") }
    }

    // MARK: Content

    /// The files that inventories tell of, with every digest told.
    private mutating func collectContent(_ inventories: [Inventory]) {
        guard let last = inventories.first else { return }
        var expected: [String: Set<ContentFile.Expected>] = [:]
        for inventory in inventories {
            for (path, digest) in inventory.digestByContent {
                expected[path, default: []].insert(
                    .init(algorithm: inventory.algorithm, digest: digest, rule: .e092)
                )
            }
            for fixity in inventory.fixity {
                guard let algorithm = DigestAlgorithm(rawValue: fixity.algorithm) else { continue }
                for entry in fixity.digests {
                    for path in entry.paths {
                        expected[path, default: []].insert(
                            .init(
                                algorithm: algorithm,
                                digest: entry.digest.lowercased(),
                                rule: .e093
                            )
                        )
                    }
                }
            }
        }
        var seen: Set<String> = []
        let folders = Set(FolderEntries(folder)?.folders ?? [])
        for version in last.versions {
            // A link is not followed.
            guard folders.contains(version.name),
                FolderEntries(joined(folder, version.name))?.folders
                    .contains(last.contentFolder) == true
            else { continue }
            let count = seen.count
            let start = "\(version.name)/\(last.contentFolder)"
            walk(start, isTop: true, &seen)
            if seen.count == count { report(.w003, start) }
        }
        for path in seen.sorted(by: isBefore) where expected[path] == nil { report(.e023, path) }
        for path in expected.keys.sorted(by: isBefore) {
            // A path that breaks a rule is never opened.
            guard seen.contains(path) else {
                faults.append(StoreFault(.e092, self.path(path), nature: .missing))
                damaged.insert(path)
                continue
            }
            content.append(ContentFile(path: path, expected: Array(expected[path] ?? [])))
        }
    }

    private mutating func walk(_ start: String, isTop: Bool, _ seen: inout Set<String>) {
        guard let entries = FolderEntries(joined(folder, start)) else {
            return report(.a007, start)
        }
        if entries.isEmpty, !isTop { report(.e024, start) }
        for name in entries.others { report(.e090, "\(start)/\(name)") }
        for name in entries.files { seen.insert("\(start)/\(name)") }
        for name in entries.folders { walk("\(start)/\(name)", isTop: false, &seen) }
    }

    private mutating func checkFiles() {
        for (file, result) in zip(content, checkContent(content, in: folder)) {
            files += 1
            bytes += result.bytes
            if let failure = result.failure {
                report(.a007, file.path, failure.reason.en)
                damaged.insert(file.path)
            }
            for rule in Set(result.broken.map(\.rule)).sorted(by: { $0.rawValue < $1.rawValue }) {
                faults.append(StoreFault(rule, path(file.path), nature: .altered))
                damaged.insert(file.path)
            }
        }
        content = []
    }
}

/// Whether OCFL has registered an extension of this name: its number stands first.
func isRegisteredExtension(_ name: String) -> Bool {
    let digits = name.utf8.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }),
        name.utf8.dropFirst(4).first == UInt8(ascii: "-")
    else { return name == "initial" }
    return (1...13).contains(Int(name.prefix(4)) ?? 0)
}
