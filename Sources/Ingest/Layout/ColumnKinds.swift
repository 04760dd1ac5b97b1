/// What the columns of a table hold, told from the shapes of the cells below its heading.
struct ColumnKinds {
    /// Kinds of cells that headings are not.
    enum Kind {
        case number
        case time
        case address
        case code
        /// Words, or too little to tell.
        case words
        case empty
    }

    private(set) var kinds: [Kind]
    /// Rows that were looked at.
    private(set) var rows = 0

    private static let rowLimit = 200
    private static let columnLimit = 400

    /// Looks at `rows` of the view, which should be data.
    init(_ view: TableView, rows candidates: ArraySlice<Int>, width: Int) {
        let columns = min(width, Self.columnLimit)
        let step = max(1, candidates.count / Self.rowLimit)
        var sampled: [Int] = []
        var position = candidates.startIndex
        while position < candidates.endIndex {
            sampled.append(candidates[position])
            position += step
        }
        rows = sampled.count
        kinds = (0..<columns).map { column in
            var counts = [0, 0, 0, 0]
            var filled = 0
            for row in sampled {
                let shape = view.shape(row, column)
                if shape == .empty || shape == .mark { continue }
                // `I`, `A.` before the name of a group say nothing about the ordinals of the others.
                if column < 3, shape == .word || shape == .text,
                    isGroupOrdinal(view.words(row, column))
                {
                    continue
                }
                filled += 1
                switch Self.kind(shape) {
                case .number: counts[0] += 1
                case .time: counts[1] += 1
                case .address: counts[2] += 1
                case .code: counts[3] += 1
                case .words, .empty: break
                }
            }
            guard filled > 0 else { return .empty }
            let kinds: [Kind] = [.number, .time, .address, .code]
            for (kind, count) in zip(kinds, counts) where count * 10 >= filled * 7 { return kind }
            return .words
        }
    }

    static func kind(_ shape: CellShape) -> Kind {
        switch shape {
        case .number, .percent, .money: .number
        case .date, .time, .dateTime: .time
        case .address: .address
        case .code: .code
        case .word, .text, .mark, .odd: .words
        case .empty: .empty
        }
    }

    /// Cells of a row that are unlike their column, and that are like it, where the column tells.
    func contrast(of row: Int, in view: TableView) -> (unlike: Int, like: Int) {
        var unlike = 0
        var like = 0
        var years = 0
        let ordinal = groupOrdinal(of: row, in: view)
        for (column, kind) in kinds.enumerated() where kind != .words && kind != .empty {
            let shape = view.shape(row, column)
            if shape == .empty || shape == .mark || column == ordinal { continue }
            let own = Self.kind(shape)
            if own == kind {
                if kind == .number, isYear(view.words(row, column)) { years += 1 }
                like += 1
            } else if own == .words {
                if kind == .code, shape == .text { continue }
                if view.matcher.isMissingMark(view.words(row, column)) { continue }
                unlike += 1
            } else if own == .code, kind != .code {
                // A heading such as `Q1` or `2019*`.
                unlike += 1
            } else if shape.isValue, !isYear(view.words(row, column)) {
                // A value in the wrong column is none the less no name.
                like += 1
            }
        }
        // Years above figures are headings: `2018, 2019, 2020`.
        if years >= 2, years == like, !hasYearsBelow(view, row) { return (unlike + years, 0) }
        return (unlike, like)
    }

    /// The column of `I` or `A.` before the name of a group; `nil` when more cells are such letters.
    private func groupOrdinal(of row: Int, in view: TableView) -> Int? {
        let found = (0..<min(4, kinds.count)).filter { isGroupOrdinal(view.words(row, $0)) }
        return found.count == 1 ? found.first : nil
    }

    private func hasYearsBelow(_ view: TableView, _ row: Int) -> Bool {
        var checked = 0
        var years = 0
        var next = row + 1
        while next < view.rows.count, checked < 30 {
            for (column, kind) in kinds.enumerated().prefix(30) where kind == .number {
                guard !view.words(next, column).isEmpty else { continue }
                checked += 1
                if isYear(view.words(next, column)) { years += 1 }
            }
            next += 1
        }
        return years * 2 > checked
    }

    private func isYear(_ text: String) -> Bool {
        guard text.utf8.count == 4, let year = Int(text) else { return false }
        return (1900...2100).contains(year)
    }
}

/// `I`, `IV.`, `A`, `B)`: what stands before the name of a group of rows.
func isGroupOrdinal(_ text: String) -> Bool {
    var letters = text.utf8[...]
    while let last = letters.last, ".):/".utf8.contains(last) { letters.removeLast() }
    guard !letters.isEmpty, letters.count <= 5 else { return false }
    if letters.count == 1 { return letters.allSatisfy { (0x41...0x5A).contains($0) } }
    return letters.allSatisfy { "IVX".utf8.contains($0) }
}
