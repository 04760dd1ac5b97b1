package import Archive
package import Diagnostics
import Glibc

/// What to archive, and where.
package struct ArchiveOptions: Sendable {
    package var source: Source
    /// The root of what `build` made.
    package var output: String
    package var store: String
    /// Who archives, `Name <address>`; the user of the computer when `nil`.
    package var user: String?
    /// Why; the number of the edition when `nil`.
    package var message: String?

    package init(
        source: Source,
        output: String,
        store: String,
        user: String? = nil,
        message: String? = nil
    ) {
        self.source = source
        self.output = output
        self.store = store
        self.user = user
        self.message = message
    }
}

/// What an archiving did.
package struct ArchiveResult: Sendable {
    package var outcome: Outcome
    /// The edition that holds the products now.
    package var edition: EditionName?
    /// False when the last edition holds the very same files.
    package var isNew = false
    /// Short form of the edition's chain value, for the paper register.
    package var chain: String?
}

/// Puts what a build made, and what it read, into a store as a new edition.
///
/// Nothing is archived that has changed since it was built. The last edition is kept, and no new one is
/// made, when nothing is new.
package func archive(_ options: ArchiveOptions, log: inout DiagnosticLog) -> ArchiveResult {
    guard let plan = EditionPlan(options.source, output: options.output, log: &log) else {
        return ArchiveResult(outcome: log.hasErrors ? .faults : .stopped)
    }
    do {
        guard let store = try StoreWriting(options.store, log: &log) else {
            return ArchiveResult(outcome: .stopped)
        }
        guard try store.recover(plan.period, log: &log) else {
            return ArchiveResult(outcome: .stopped)
        }
        let old = try store.inventory(of: plan.period, log: &log)
        if log.hasErrors { return ArchiveResult(outcome: .stopped) }
        do {
            let result = try NewEdition(plan, old, in: store, options).archive(log: &log)
            try store.removeStaging()
            return result
        } catch {
            // What was staged is in the way of a full disk; the store itself is as before.
            try? store.removeStaging()
            throw error
        }
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch let altered as AlteredFile {
        log.append(.damagedObject(altered.path))
    } catch {
        log.append(.failed("\(error)"))
    }
    return ArchiveResult(outcome: .stopped)
}

extension StoreWriting {
    /// The inventory of a period's object; `nil` when there is none, or with an error.
    func inventory(of period: String, log: inout DiagnosticLog) throws -> Inventory? {
        guard kind(at: object(period)) != .nothing, let store = OpenStore(path, log: &log) else {
            return nil
        }
        return store.inventory(of: period, log: &log)
    }
}
