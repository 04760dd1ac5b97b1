package import Archive
package import Diagnostics

/// A line of the list of editions.
package struct EditionSummary: Sendable, Hashable {
    package var name: EditionName
    package var created: String
    package var user: String
    package var message: String
}

extension OpenStore {
    /// Every edition without its files, by period and number.
    ///
    /// Digests are for `verify`: an inventory is only looked through for what the list shows.
    package func summaries(log: inout DiagnosticLog) -> [EditionSummary] {
        let periods = periods(log: &log)
        let lists = SummaryLists(periods.count)
        inParallel(periods.count) { index in
            let file = joined(self.objectPath(periods[index]), "inventory.json")
            guard let bytes = try? readFile(file), let versions = InventorySkim.versions(in: bytes)
            else { return }
            lists[index] = versions.map { version in
                EditionSummary(
                    name: EditionName(period: periods[index], number: version.number),
                    created: version.created,
                    user: version.user,
                    message: version.message
                )
            }
        }
        return periods.indices.flatMap { index in
            // What cannot be looked through is read by the rules, which tell its faults.
            lists[index]
                ?? editions(of: periods[index], log: &log).map {
                    EditionSummary(
                        name: $0.name,
                        created: $0.created,
                        user: $0.user,
                        message: $0.message
                    )
                }
        }
    }
}

// Each place is written by one thread alone and read when all have ended.
private final class SummaryLists: @unchecked Sendable {
    private let storage: UnsafeMutableBufferPointer<[EditionSummary]?>

    init(_ count: Int) {
        storage = .allocate(capacity: count)
        storage.initialize(repeating: nil)
    }

    deinit {
        storage.deinitialize()
        storage.deallocate()
    }

    subscript(index: Int) -> [EditionSummary]? {
        get { storage[index] }
        set { storage[index] = newValue }
    }
}
