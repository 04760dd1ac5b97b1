/// The doubts that a stage found; stages append and go on, only `Pipeline` stops.
package struct DiagnosticLog: Sendable {
    package private(set) var entries: [Diagnostic] = []

    package init() {}

    /// Adds one doubt.
    package mutating func append(_ diagnostic: Diagnostic) {
        entries.append(diagnostic)
    }

    /// Adds the doubts of another log.
    package mutating func append(contentsOf other: DiagnosticLog) {
        entries.append(contentsOf: other.entries)
    }

    /// Takes back what turned out to be no doubt.
    package mutating func removeAll(where isSettled: (Diagnostic) -> Bool) {
        entries.removeAll(where: isSettled)
    }

    package var hasErrors: Bool {
        entries.contains { $0.severity == .error }
    }

    /// Every doubt once, by file, place and code: never in order of arrival.
    package var sorted: [Diagnostic] {
        var seen = Set<Diagnostic>()
        return
            entries
            .filter { seen.insert($0).inserted }
            .sorted { left, right in
                switch (left.place, right.place) {
                case (let first?, let second?) where first != second: first < second
                case (nil, .some): true
                case (.some, nil): false
                default: (left.code, left.message.vi) < (right.code, right.message.vi)
                }
            }
    }
}
