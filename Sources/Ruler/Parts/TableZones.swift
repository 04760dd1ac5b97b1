extension PrintedPage {
    /// Where tables stand: two or more horizontal rules of the same ends, with cells or upright rules between.
    func tableZones() -> [Box] {
        var zones: [Box] = []
        let rules = joinedRules().filter { $0.width >= 60 }.sorted { $0.top < $1.top }
        let uprights = self.rules.filter { !$0.isHorizontal && $0.length > 8 }.map(\.box)
        var used = Set<Int>()
        for (index, rule) in rules.enumerated() where !used.contains(index) {
            var zone = rule
            var count = 1
            for (later, other) in rules.enumerated().dropFirst(index + 1)
            where !used.contains(later) {
                guard abs(other.left - rule.left) < 6, abs(other.right - rule.right) < 6,
                    joins(from: zone.bottom, to: other.top, within: rule, uprights: uprights)
                else { continue }
                zone.bottom = other.bottom
                used.insert(later)
                count += 1
            }
            if count > 1 { zones.append(zone) }
        }
        return zones
    }

    /// Whether what stands between two rules is a row of cells.
    private func joins(from top: Double, to bottom: Double, within rule: Box, uprights: [Box])
        -> Bool
    {
        if bottom - top < 45 { return true }
        let middle = (top + bottom) / 2
        if uprights.contains(where: { $0.spans(middle) && $0.left > rule.left - 6 }) { return true }
        let between = lines.filter { $0.baseline > top && $0.baseline < bottom }
        return between.contains { $0.segments().count > 1 }
    }

    /// The horizontal rules, pieces drawn cell by cell put together.
    private func joinedRules() -> [Box] {
        let level = rules.filter(\.isHorizontal).map(\.box)
            .sorted { ($0.top, $0.left) < ($1.top, $1.left) }
        var joined: [Box] = []
        for box in level {
            let same = joined.lastIndex {
                abs($0.top - box.top) < 1 && box.left <= $0.right + 2 && box.right >= $0.left - 2
            }
            if let same {
                joined[same].right = max(joined[same].right, box.right)
                joined[same].left = min(joined[same].left, box.left)
            } else {
                joined.append(box)
            }
        }
        return joined
    }

    /// Heights at which a chart or a picture stands.
    func drawingZones() -> [Box] {
        let boxes = (pictures + shapes).filter { $0.height > 4 && $0.width > 4 }
            .sorted { $0.top < $1.top }
        var zones: [Box] = []
        for box in boxes {
            if let last = zones.last, box.top <= last.bottom + 30 {
                zones[zones.count - 1].bottom = max(last.bottom, box.bottom)
            } else {
                zones.append(box)
            }
        }
        return zones
    }
}
