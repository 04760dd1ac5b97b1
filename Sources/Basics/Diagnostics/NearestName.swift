/// The candidates most like a name that was not found, best first, for "did you mean".
///
/// Likeness is the number of letters to insert, drop, change or swap; names further away than a third
/// of their length (at least 2) are left out, and those that share no letter.
package func nearestNames(
    to name: String,
    among candidates: some Sequence<String>,
    limit: Int = 3
) -> [String] {
    let letters = Array(name.lowercased())
    var seen: Set<String> = []
    return
        candidates
        .filter { seen.insert($0).inserted }
        .map { (distance: editDistance(letters, Array($0.lowercased())), name: $0) }
        .filter {
            let length = max(letters.count, $0.name.count)
            return $0.distance <= max(2, length / 3) && (letters.isEmpty || $0.distance < length)
        }
        .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        .prefix(limit)
        .map(\.name)
}

/// Damerau's restricted edit distance of two words.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    for i in first.indices {
        var current = [i + 1] + [Int](repeating: 0, count: second.count)
        for j in second.indices {
            let change = previous[j] + (first[i] == second[j] ? 0 : 1)
            current[j + 1] = min(change, previous[j + 1] + 1, current[j] + 1)
            if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
            }
        }
        beforePrevious = previous
        previous = current
    }
    return previous[second.count]
}
