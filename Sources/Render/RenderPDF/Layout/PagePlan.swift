/// What will stand on a page, before it is placed: until then, charts may still be set closer.
struct PagePlan {
    let columnHeight: Double
    private(set) var boxes: [FlowBox] = []
    /// The same as they are when nothing has to be closer.
    private var natural: [FlowBox] = []
    /// Points from the top of the column to the end of the last box.
    private(set) var height = 0.0
    /// At most so many marks are on the page so far.
    private var marks = 0

    /// Fewer than an array may have: repeated heads, rules and what stands around the text are marks too.
    static let mostMarks = 7_000
    /// How close charts are set, tried one after the other.
    private static let densities = [0.25, 0.5, 0.75, 1]

    init(columnHeight: Double) {
        self.columnHeight = columnHeight
    }

    var isEmpty: Bool { boxes.isEmpty }

    /// What would be left white below the last box, as a part of the column.
    var gap: Double { (columnHeight - height) / columnHeight }

    /// Whether the page has room, and marks left (ISO 19005-1, 6.1.12: arrays of 8,191).
    func fits(_ more: [FlowBox]) -> Bool {
        height + added(more) <= columnHeight + 0.01 && marksFit(more)
    }

    mutating func add(_ more: [FlowBox]) {
        for box in more {
            height += added([box])
            marks += box.mostMarks
            boxes.append(box)
        }
        natural += more
    }

    /// Adds boxes that do not fit, all charts of the page set just as much closer as they need; `false`
    /// when even that does not make the room.
    mutating func addTightening(_ more: [FlowBox]) -> Bool {
        let all = natural + more
        guard marksFit(more), all.contains(where: { $0.tightened != nil }) else { return false }
        for density in Self.densities {
            var tight = PagePlan(columnHeight: columnHeight)
            tight.add(all.map { $0.tightened?(density) ?? $0 })
            if tight.height <= columnHeight + 0.01 {
                self = tight
                natural = all
                return true
            }
        }
        return false
    }

    /// How many of `more` go on this page when a list among them is parted; `nil` when it cannot be.
    func partingPlace(of more: [FlowBox]) -> Int? {
        var place: Int?
        for count in more.indices.dropFirst() where more[count - 1].mayPart {
            guard fits(Array(more[..<count])) else { break }
            place = count
        }
        return place
    }

    private func marksFit(_ more: [FlowBox]) -> Bool {
        marks + more.reduce(0) { $0 + $1.mostMarks } <= Self.mostMarks
    }

    /// What `more` adds to the height.
    private func added(_ more: [FlowBox]) -> Double {
        var sum = 0.0
        for (index, box) in more.enumerated() {
            sum += box.height
            if !(isEmpty && index == 0) { sum += box.spaceBefore }
        }
        // A table that goes on from the page before repeats its head.
        if let first = more.first, let table = first.table, table.kind != .head,
            boxes.last?.table?.frame !== table.frame
        {
            sum += table.frame.headHeight
        }
        return sum
    }
}
