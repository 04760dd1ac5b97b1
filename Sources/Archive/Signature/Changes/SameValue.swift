/// Tells whether values of two revisions say the same, through all objects that they refer to.
final class SameValue {
    private let before: PDFFile
    private let after: PDFFile
    /// Objects at which a look at something else ends: pages and the catalogue.
    private let borders: Set<Int>
    /// Pairs of objects that were looked at, with what was found of all that hangs on them.
    private var known: Set<Pair> = []

    private struct Pair: Hashable {
        var before: Int
        var after: Int
    }

    /// Entries that lead back to what holds the object.
    private static let backward: Set<String> = ["Parent", "P", "Pg"]

    init(_ before: PDFFile, _ after: PDFFile, borders: Set<Int>) {
        self.before = before
        self.after = after
        self.borders = borders
    }

    /// The objects in which they differ; `nil` when they say the same.
    func difference(_ first: PDFValue?, _ second: PDFValue?) -> [Int]? {
        // A list of open pairs, not calls within calls: chains of objects may be any length.
        var pending: [(PDFValue?, PDFValue?, holder: Int?)] = [(first, second, nil)]
        var seen: [Pair] = []
        var objects: Set<Int> = []
        var differs = false
        while let (first, second, holder) = pending.popLast() {
            var left = first
            var right = second
            var streams: (Range<Int>?, Range<Int>?) = (nil, nil)
            var holder = holder
            if let number = second?.reference { holder = number }
            if case .reference(let one)? = first, case .reference(let other)? = second {
                if one == other, borders.contains(one) { continue }
                let pair = Pair(before: one, after: other)
                guard known.insert(pair).inserted else { continue }
                seen.append(pair)
                // What cannot be read in either is the same only where it is the same bytes.
                if before.object(one) == nil, after.object(other) == nil {
                    guard one != other || !after.holdsSame(one, as: before) else { continue }
                    differs = true
                    objects.insert(other)
                    continue
                }
            }
            if case .reference(let number)? = first {
                let object = before.object(number)
                (left, streams.0) = (object?.value, object?.stream)
            }
            if case .reference(let number)? = second {
                let object = after.object(number)
                (right, streams.1) = (object?.value, object?.stream)
            }
            if same(streams.0, streams.1), descend(left, right, holder, &pending) { continue }
            differs = true
            if let holder { objects.insert(holder) }
        }
        guard differs else { return nil }
        // Only what is the same need not be looked at again.
        known.subtract(seen)
        return objects.sorted()
    }

    private func same(_ first: Range<Int>?, _ second: Range<Int>?) -> Bool {
        guard let first, let second else { return first == nil && second == nil }
        return first == second || before.bytes[first].elementsEqual(after.bytes[second])
    }

    /// Whether two values are alike; what they hold is put on the list.
    private func descend(
        _ first: PDFValue?,
        _ second: PDFValue?,
        _ holder: Int?,
        _ pending: inout [(PDFValue?, PDFValue?, holder: Int?)]
    ) -> Bool {
        switch (first, second) {
        case (.dictionary(let first)?, .dictionary(let second)?):
            guard first.count == second.count else { return false }
            for (key, value) in first where !Self.backward.contains(key) {
                guard let other = second[key] else { return false }
                pending.append((value, other, holder))
            }
            return true
        case (.array(let first)?, .array(let second)?):
            guard first.count == second.count else { return false }
            for (value, other) in zip(first, second) { pending.append((value, other, holder)) }
            return true
        case (nil, nil): return true
        default: return first == second
        }
    }
}
