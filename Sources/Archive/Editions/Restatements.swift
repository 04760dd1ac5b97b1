/// The figures that a reason speaks of: one key, or a key's beginning and `.*`.
package struct FigurePattern: Sendable, Hashable {
    package let text: String
    private let base: String
    private let isPrefix: Bool

    package init(_ text: String) {
        self.text = text
        isPrefix = text.hasSuffix(".*")
        base = isPrefix ? String(text.dropLast(2)) : text
    }

    /// `doanh_thu.sum.*` covers `doanh_thu.sum` and `doanh_thu.sum.883`, not `doanh_thu.summe`.
    package func covers(_ key: String) -> Bool {
        key == base || isPrefix && key.hasPrefix(base + ".")
    }

    /// Of two that cover a key, the one that says more of it counts.
    fileprivate func precedes(_ other: FigurePattern) -> Bool {
        (base.utf8.count, isPrefix ? 0 : 1) > (other.base.utf8.count, other.isPrefix ? 0 : 1)
    }
}

/// Published figures that an edition changes, each with its reason.
package struct Restatements: Sendable, Hashable {
    /// A changed figure and the number of its reason in the list given.
    package struct Explained: Sendable, Hashable {
        package var change: FigureChange
        package var reason: Int
    }

    /// In the order of reasons, then of the changes.
    package private(set) var explained: [Explained] = []
    /// Changed figures of which no reason speaks.
    package private(set) var unexplained: [FigureChange] = []
    /// Reasons of whose figures none changed, by number.
    package private(set) var unused: [Int] = []
    /// Reasons for figures that changed, each of which has a reason that says more of it: they explain none.
    package private(set) var shadowed: [Int] = []

    /// Of all `changes` those that restate a figure; a reason for a key alone counts before one for many.
    package init(_ changes: [FigureChange], reasons: [FigurePattern]) {
        var byReason: [[FigureChange]] = Array(repeating: [], count: reasons.count)
        var isUsed = Array(repeating: false, count: reasons.count)
        for change in changes where change.isRestatement {
            let fitting = reasons.indices.filter { reasons[$0].covers(change.key) }
            for index in fitting { isUsed[index] = true }
            let best = fitting.min { left, right in
                reasons[left].precedes(reasons[right])
                    || !reasons[right].precedes(reasons[left]) && left < right
            }
            if let best { byReason[best].append(change) } else { unexplained.append(change) }
        }
        for (reason, changes) in byReason.enumerated() {
            explained += changes.map { Explained(change: $0, reason: reason) }
        }
        unused = reasons.indices.filter { !isUsed[$0] }
        shadowed = reasons.indices.filter { isUsed[$0] && byReason[$0].isEmpty }
    }
}
