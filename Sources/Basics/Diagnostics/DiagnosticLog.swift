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
        if entries.isEmpty { entries = other.entries } else { entries += other.entries }
    }

    /// Takes back what turned out to be no doubt.
    package mutating func removeAll(where isSettled: (Diagnostic) -> Bool) {
        entries.removeAll(where: isSettled)
    }

    /// Changes the doubts from `first` on, as whoever asked for them knows more than who told them.
    package mutating func update(from first: Int, _ change: (inout Diagnostic) -> Void) {
        for index in entries.indices.dropFirst(first) { change(&entries[index]) }
    }

    package var hasErrors: Bool {
        entries.contains { $0.severity == .error }
    }

    /// Every doubt once, by file, place and code: never in order of arrival.
    package var sorted: [Diagnostic] {
        // Logs are mostly written in order, and may be long.
        let isSorted = entries.indices.dropFirst().allSatisfy {
            Self.precedes(entries[$0 - 1], entries[$0])
        }
        if isSorted { return entries }
        let ordered = entries.sorted(by: Self.precedes)
        // Equal doubts have the same place, so that they stand in one run.
        var result: [Diagnostic] = []
        result.reserveCapacity(ordered.count)
        var runStart = 0
        for doubt in ordered {
            if result.count > runStart, Self.precedes(result[runStart], doubt) {
                runStart = result.count
            }
            if !result[runStart...].contains(doubt) { result.append(doubt) }
        }
        return result
    }

    private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        switch (left.place, right.place) {
        case (let first?, let second?) where first != second: first < second
        case (nil, .some): true
        case (.some, nil): false
        default: (left.code, left.message.vi) < (right.code, right.message.vi)
        }
    }
}
