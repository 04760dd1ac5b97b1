import Archive
import Diagnostics

/// What a run that was cut short left of an object.
enum ObjectState: Equatable {
    /// No object.
    case nothing
    /// As its inventory says.
    case whole
    /// The version is in its place and the object's inventory, or its digest file, is still the old one.
    case unfinished(version: String)
    /// Something that no run leaves behind.
    case damaged
}

/// Compares an object's own inventory with its folders; `folder` is the object's.
func objectState(_ folder: String) -> ObjectState {
    guard kind(at: folder) != .nothing else { return .nothing }
    guard let names = try? allNamesInFolder(folder),
        let bytes = try? readFile(joined(folder, "inventory.json"))
    else { return .damaged }
    let last = names.compactMap(VersionName.init).max { $0.number < $1.number }
    guard let last, let newest = provenInventory(joined(folder, last.text)),
        newest.inventory.head == last.text
    else { return .damaged }
    let isProven = provenInventory(folder) != nil
    if newest.bytes == bytes {
        if isProven { return .whole }
        return hasDigestFile(of: last.number - 1, folder, newest.inventory)
            ? .unfinished(version: last.text) : .damaged
    }
    // The old inventory and its digest file, untouched.
    guard isProven, let old = provenInventory(folder)?.inventory,
        old.versions.count == last.number - 1, old.id == newest.inventory.id,
        old.versions == Array(newest.inventory.versions.dropLast())
    else { return .damaged }
    return .unfinished(version: last.text)
}

/// Whether an object's digest file is still that of the version before.
private func hasDigestFile(of number: Int, _ folder: String, _ inventory: Inventory) -> Bool {
    guard number > 0, inventory.versions.indices.contains(number - 1) else { return false }
    let name = Sidecar.name(inventory.algorithm)
    let before = joined(folder, inventory.versions[number - 1].name)
    guard let now = try? readFile(joined(folder, name)),
        let then = try? readFile(joined(before, name))
    else { return false }
    return now == then
}

/// An inventory that its digest file beside it proves, and that breaks no rule.
func provenInventory(_ folder: String) -> (inventory: Inventory, bytes: [UInt8])? {
    guard let bytes = try? readFile(joined(folder, "inventory.json")) else { return nil }
    var faults: [StoreFault] = []
    guard let inventory = Inventory.read(bytes, file: "", faults: &faults),
        faults.allSatisfy(\.rule.isWarning),
        let sidecar = try? readFile(joined(folder, Sidecar.name(inventory.algorithm))),
        let digest = try? bytesDigest(bytes, inventory.algorithm),
        Sidecar.digest(in: sidecar, inventory.algorithm) == digest
    else { return nil }
    return (inventory, bytes)
}

extension StoreWriting {
    /// Completes or clears what a run that was cut short left; false when an object is damaged otherwise.
    func recover(_ period: String, log: inout DiagnosticLog) throws -> Bool {
        let left = (try? allNamesInFolder(staging)) ?? []
        for other in Set(left.compactMap(StoreLayout.period(ofFolder:)) + [period]) {
            switch objectState(object(other)) {
            case .nothing, .whole: continue
            case .unfinished(let version): try complete(other, version)
            case .damaged:
                // Another period's damage is no reason not to archive this one.
                guard other == period else { continue }
                log.append(.damagedObject(StoreLayout.folder(of: other)))
                return false
            }
        }
        try removeStaging()
        return true
    }

    /// Gives an object the inventory of its last version.
    private func complete(_ period: String, _ version: String) throws {
        let object = object(period)
        guard let newest = provenInventory(joined(object, version)) else { return }
        let folder = joined(staging, "completion")
        try remove(folder)
        try makeFolder(folder)
        let sidecar = Sidecar.name(newest.inventory.algorithm)
        try writeFile(newest.bytes, to: joined(folder, "inventory.json"))
        try writeFile(
            Sidecar.text(try bytesDigest(newest.bytes, newest.inventory.algorithm)),
            to: joined(folder, sidecar)
        )
        try put(joined(folder, "inventory.json"), at: joined(object, "inventory.json"))
        try put(joined(folder, sidecar), at: joined(object, sidecar))
        try settle(object)
    }
}
