import Archive
package import Diagnostics
import JSONKit

/// What a look at a store found.
package struct VerifyResult: Sendable {
    package var outcome: Outcome
    /// Every fault with what can be restored from where.
    package var faults: [Diagnostic] = []
    /// The periods with the number of their editions and the last one's chain value.
    package var periods: [Period] = []
    package var files = 0
    package var bytes = 0
    /// One value for the whole store; `nil` when a chain cannot be followed.
    package var head: String?

    /// A period of the store.
    package struct Period: Sendable {
        package var name: String
        package var editions: Int
        package var chain: String?
        /// The value of each edition, oldest first; empty where one does not tell it.
        package var chains: [String] = []
    }
}

/// Checks every file of a store, of a single OCFL object, or of a bag.
package func verify(_ path: String, log: inout DiagnosticLog) -> VerifyResult {
    guard kind(at: path) == .folder, let entries = FolderEntries(path) else {
        log.append(.noStore(path))
        return VerifyResult(outcome: .stopped)
    }
    var check = StoreCheck(path)
    if check.isRoot(entries) {
        check.checkRoot(entries)
    } else if isBag(path) {
        return verifyBag(path)
    } else {
        check.checkObject(path, label: "")
    }
    return check.result()
}

/// Whether `ocfl_layout.json` says what it must.
private func isLayout(_ bytes: [UInt8]) -> Bool {
    guard let root = try? readJSON(bytes) else { return false }
    return root[key: "extension"]?.string != nil && root[key: "description"]?.string != nil
}

/// The check of a whole store.
struct StoreCheck {
    let path: String
    private var faults: [StoreFault] = []
    private var periods: [VerifyResult.Period] = []
    private var files = 0
    private var bytes = 0
    private var isWhole = true
    private var specification = "1.1"

    init(_ path: String) { self.path = path }

    /// Whether the folder is a store, rather than an object; one whose declaration is gone as well.
    func isRoot(_ entries: FolderEntries) -> Bool {
        if entries.files.contains(where: { $0.hasPrefix("0=ocfl_object") }) { return false }
        if entries.files.contains(where: { $0.hasPrefix("0=") })
            || entries.files.contains(StoreLayout.layoutFile)
        {
            return true
        }
        if entries.files.contains("inventory.json") { return false }
        if isBegun(entries) { return true }
        return entries.folders.contains { name in
            let inside = FolderEntries(joined(path, name))?.files ?? []
            return inside.contains { $0.hasPrefix("0=ocfl_object") || $0 == "inventory.json" }
        }
    }

    /// Whether a run was cut short while it made the store, which has no object yet.
    private func isBegun(_ entries: FolderEntries) -> Bool {
        let own = ["extensions", StoreLayout.layoutFile]
        return entries.folders == ["extensions"] && entries.files.allSatisfy(own.contains)
            && entries.others.isEmpty
            && (FolderEntries(joined(path, StoreWriting.stagingFolder)) != nil
                || FolderEntries(joined(path, "extensions"))?.isEmpty == true)
    }

    mutating func checkRoot(_ entries: FolderEntries) {
        if isBegun(entries) {
            faults.append(StoreFault(.a006, StoreWriting.stagingFolder))
            return
        }
        let declarations = entries.files.filter { $0.hasPrefix("0=") }
        if let name = declarations.first, declarations.count == 1 {
            guard ["0=ocfl_1.0", "0=ocfl_1.1"].contains(name) else {
                faults.append(StoreFault(.a008, name))
                return
            }
            specification = String(name.suffix(3))
            if (try? readFile(joined(path, name))) != Array("\(name.dropFirst(2))\n".utf8) {
                faults.append(StoreFault(.e075, name))
            }
        } else {
            faults.append(StoreFault(.e069, declarations.first ?? StoreLayout.declaration))
        }
        checkLayout(entries)
        let isSpecification: (String) -> Bool = {
            $0.hasPrefix("ocfl_1.") || $0.hasPrefix("ocfl_extensions_")
        }
        for name in entries.files
        where !name.hasPrefix("0=") && name != StoreLayout.layoutFile && !isSpecification(name) {
            faults.append(StoreFault(.a010, name))
        }
        for name in entries.others { faults.append(StoreFault(.e090, name)) }
        for name in entries.folders {
            if name == "extensions" {
                checkExtensions()
            } else if name != "lost+found" {
                descend(name)
            }
        }
    }

    private mutating func checkLayout(_ entries: FolderEntries) {
        let isOurs = entries.folders.contains { StoreLayout.period(ofFolder: $0) != nil }
        guard entries.files.contains(StoreLayout.layoutFile) else {
            if isOurs { faults.append(StoreFault(.e070, StoreLayout.layoutFile)) }
            return
        }
        let bytes = (try? readFile(joined(path, StoreLayout.layoutFile))) ?? []
        if isOurs {
            if bytes != Array(StoreLayout.layout.utf8) {
                faults.append(StoreFault(.e070, StoreLayout.layoutFile))
            }
            let configuration = try? readFile(joined(path, StoreLayout.configurationFile))
            if configuration != Array(StoreLayout.configuration.utf8) {
                faults.append(StoreFault(.e070, StoreLayout.configurationFile))
            }
        } else if !isLayout(bytes) {
            faults.append(StoreFault(.e070, StoreLayout.layoutFile))
        }
    }

    private mutating func checkExtensions() {
        guard let entries = FolderEntries(joined(path, "extensions")) else { return }
        for name in entries.files + entries.others {
            faults.append(StoreFault(.e086, "extensions/\(name)"))
        }
        for name in entries.folders {
            if "extensions/\(name)" == StoreWriting.stagingFolder {
                faults.append(StoreFault(leftover, StoreWriting.stagingFolder))
            } else if !isRegisteredExtension(name) {
                faults.append(StoreFault(.w016, "extensions/\(name)"))
            } else if name == StoreLayout.extension {
                let inside = FolderEntries(joined(path, "extensions/\(name)"))
                for extra in (inside?.files ?? []) + (inside?.folders ?? [])
                    + (inside?.others ?? [])
                where extra != "config.json" {
                    faults.append(StoreFault(.a010, "extensions/\(name)/\(extra)"))
                }
            }
        }
    }

    /// Whether the staging folder still holds what did not come into the store.
    private var leftover: StoreRule {
        let staging = joined(path, StoreWriting.stagingFolder)
        let objects = FolderEntries(staging)?.folders ?? []
        let isBefore = objects.contains { name in
            let inside = FolderEntries(joined(staging, name))
            return inside?.folders.contains { VersionName($0) != nil } ?? false
        }
        return isBefore ? .a006 : .a011
    }

    /// A folder below the root: an object, or one that leads to objects.
    private mutating func descend(_ label: String) {
        let folder = joined(path, label)
        guard let entries = FolderEntries(folder) else {
            faults.append(StoreFault(.a007, label))
            return
        }
        let isObject =
            entries.files.contains { $0.hasPrefix("0=ocfl_object") || $0 == "inventory.json" }
            || entries.folders.contains { VersionName($0) != nil }
        if isObject || StoreLayout.period(ofFolder: label) != nil {
            return checkObject(folder, label: label)
        }
        if entries.isEmpty { faults.append(StoreFault(.e073, label)) }
        for name in entries.files { faults.append(StoreFault(.e072, "\(label)/\(name)")) }
        for name in entries.others { faults.append(StoreFault(.e090, "\(label)/\(name)")) }
        for name in entries.folders { descend("\(label)/\(name)") }
    }

    mutating func checkObject(_ folder: String, label: String) {
        var object = ObjectCheck(folder, label: label)
        object.run()
        faults += object.faults
        files += object.files
        bytes += object.bytes
        let named = StoreLayout.period(ofFolder: label)
        guard let inventory = object.inventory else {
            if let named {
                isWhole = false
                periods.append(VerifyResult.Period(name: named, editions: 0, chain: nil))
            }
            return
        }
        if !label.isEmpty, inventory.specification > specification {
            faults.append(StoreFault(.e081, label))
        }
        guard let period = StoreLayout.period(ofID: inventory.id) ?? named else { return }
        // An object alone may have been copied to a folder of any name.
        if !label.isEmpty, StoreLayout.folder(ofID: inventory.id) != label {
            faults.append(StoreFault(.e083, label, inventory.id))
            return
        }
        let editions = EditionsCheck(
            inventory,
            of: period,
            in: folder,
            label: label,
            damaged: object.damaged
        )
        faults += editions.faults
        if editions.chain == nil { isWhole = false }
        periods.append(
            VerifyResult.Period(
                name: period,
                editions: inventory.versions.count,
                chain: editions.chain,
                chains: editions.chains.count == inventory.versions.count ? editions.chains : []
            )
        )
    }

    func result() -> VerifyResult {
        var seen: Set<StoreFault> = []
        // The one says more than the other.
        let isUnfinished = faults.contains { $0.rule == .a009 }
        let told = isUnfinished ? faults.filter { ![.a006, .a011].contains($0.rule) } : faults
        let unique = told.filter { seen.insert($0).inserted }
            .sorted { ($0.file, $0.rule.rawValue) < ($1.file, $1.rule.rawValue) }
        let remedies = Remedies(for: unique, in: path)
        let hasErrors = unique.contains { !$0.rule.isWarning }
        var head: String?
        if isWhole, !periods.isEmpty {
            head = try? Chain.head(of: periods.map { ($0.name, $0.chain ?? "") })
        }
        return VerifyResult(
            outcome: hasErrors ? .faults : .done,
            faults: unique.map { $0.diagnostic(remedy: remedies.remedy(for: $0)) },
            periods: periods,
            files: files,
            bytes: bytes,
            head: head
        )
    }
}
