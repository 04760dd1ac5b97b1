/// Boxes that keep together, one chunk after the other, made only when they are asked for.
struct FlowChunks {
    /// What is not asked for yet, the next last.
    private var boxes: [FlowBox]
    /// The rows that come before them, and those of them that are set.
    private var rows: RowFlow?
    private var set: ArraySlice<FlowBox> = []
    private var ready: [[FlowBox]] = []

    init(_ boxes: [FlowBox]) {
        self.boxes = boxes.reversed()
    }

    /// `nil` when nothing is left.
    var first: [FlowBox]? {
        mutating get { self[0] }
    }

    /// The one after the first.
    var second: [FlowBox]? {
        mutating get { self[1] }
    }

    mutating func removeFirst() {
        ready.removeFirst()
    }

    /// Puts `chunks` before all others.
    mutating func insert(_ chunks: [[FlowBox]]) {
        ready.insert(contentsOf: chunks, at: 0)
    }

    mutating func removeSecond() {
        ready.remove(at: 1)
    }

    /// The one so many after the first.
    subscript(number: Int) -> [FlowBox]? {
        mutating get {
            while ready.count <= number {
                guard let next = makeChunk() else { return nil }
                ready.append(next)
            }
            return ready[number]
        }
    }

    private mutating func makeChunk() -> [FlowBox]? {
        var open: [FlowBox] = []
        while let box = nextBox() {
            open.append(box)
            if !box.keepsWithNext { break }
        }
        return open.isEmpty ? nil : open
    }

    private mutating func nextBox() -> FlowBox? {
        if let box = set.popFirst() { return box }
        if let more = rows?.next() {
            set = more[...]
            return set.popFirst()
        }
        rows = nil
        var box = boxes.popLast()
        rows = box?.rows
        box?.rows = nil
        return box
    }
}
