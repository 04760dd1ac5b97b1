import Vocabulary

/// A total with the parts that a sentence lists of it.
struct PartList {
    struct Part {
        var quantity: Quantity
        var share: Quantity?
    }

    /// Whether the parts must be all there are.
    enum Claim { case whole, some, unknown }

    var claim: Claim
    var total: Quantity?
    var parts: [Part] = []
    /// Shares without counts.
    var shares: [Quantity] = []
    /// Something within that is no part and no share: what it adds up to is not known.
    var isBroken = false
    var range: Range<Int>

    /// All shares in their order.
    var allShares: [Quantity] { parts.isEmpty ? shares : parts.compactMap(\.share) }

    /// The sum of the parts as printed, in base units.
    var sum: ExactDecimal? {
        parts.reduce(.some(ExactDecimal.zero)) { sum, part in
            sum.flatMap { sum in part.quantity.base.flatMap { sum.adding($0) } }
        }
    }

    /// What the sum may be, given how the parts are rounded.
    var sumSpan: Span? {
        parts.reduce(.some(Span(exactly: .zero))) { sum, part in
            sum.flatMap { sum in part.quantity.span.flatMap { sum.plus($0) } }
        }
    }
}

extension Quantity {
    /// Whether two figures of one item could both be the part.
    fileprivate func isRival(of part: Quantity) -> Bool {
        position != part.position && depth == 0 && dimension == part.dimension && role == .level
            && part.role == .level && per == part.per && dimension != .percent
    }
}

/// Finds the lists of a sentence.
struct PartListReader {
    let sentence: Sentence
    let words: AuditWords
    private var tokens: [Token] { sentence.tokens }

    init(_ sentence: Sentence, words: AuditWords) {
        self.sentence = sentence
        self.words = words
    }

    /// The lists, each from its announcing word to the next one or the sentence's end.
    func lists() -> [PartList] {
        var marks: [(range: Range<Int>, claim: PartList.Claim)] = []
        var depth = 0
        var index = 0
        while index < tokens.count {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth = max(0, depth - 1) }
            guard depth == 0, let (length, claim) = mark(at: index) else {
                index += 1
                continue
            }
            if let last = marks.last, last.range.upperBound == index {
                // `gồm:`, `trong đó gồm`: one announcement; the stronger claim stays.
                let both = last.claim == .unknown ? claim : last.claim
                marks[marks.count - 1] = (last.range.lowerBound..<(index + length), both)
            } else if claim != .unknown || marks.isEmpty {
                marks.append((index..<(index + length), claim))
            }
            index += length
        }
        return marks.indices.compactMap { position in
            let end =
                position + 1 < marks.count ? marks[position + 1].range.lowerBound : tokens.count
            var list = list(marks[position].range, marks[position].claim, until: end)
            // A list within a list: what the first adds up to is not known.
            if end < tokens.count { list?.isBroken = true }
            return list
        }
    }

    private func mark(at index: Int) -> (Int, PartList.Claim)? {
        if index > 0, let start = words[.without].start(endingBefore: index + 1, in: tokens),
            start < index
        {
            return nil
        }
        if let length = words[.consists].length(at: index, in: tokens) { return (length, .whole) }
        if let length = words[.among].length(at: index, in: tokens) { return (length, .some) }
        return tokens[index].isMark(":") ? (1, .unknown) : nil
    }

    private func list(_ mark: Range<Int>, _ claim: PartList.Claim, until end: Int) -> PartList? {
        var list = PartList(claim: claim, range: mark.lowerBound..<end)
        for item in items(in: mark.upperBound..<end) {
            guard read(item, into: &list) else { break }
        }
        guard list.parts.count + list.shares.count > 1 else {
            guard list.parts.count == 1, claim == .some else { return nil }
            list.total = total(before: mark.lowerBound, for: list.parts[0].quantity)
            return list
        }
        if let first = list.parts.first {
            list.total = total(before: mark.lowerBound, for: first.quantity)
        }
        return list
    }

    /// The last level before the announcing word that counts the same.
    private func total(before end: Int, for part: Quantity) -> Quantity? {
        sentence.quantities.last { quantity in
            quantity.tokens.upperBound <= end && quantity.depth == 0
                && (quantity.role == .level || quantity.role == .to)
                && isTotal(quantity, of: part)
        }
    }

    /// Whether one figure may be the total of another.
    func isTotal(_ total: Quantity, of part: Quantity) -> Bool {
        guard total.whole == nil, !total.isRange, total.per.isEmpty else { return false }
        if total.dimension == part.dimension { return true }
        guard case .counted(let noun) = total.dimension else { return false }
        if part.dimension == .bare { return true }
        guard case .counted = part.dimension else { return false }
        return words.covers(noun)
    }

    /// Ranges of tokens between separators: semicolons where there are any, else commas and `và`.
    private func items(in range: Range<Int>) -> [Range<Int>] {
        var depth = 0
        var semicolons: [Int] = []
        var commas: [Int] = []
        for index in range {
            let token = tokens[index]
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            if token.isMark(";") { semicolons.append(index) }
            if token.isMark(",") || token.kind == .word && isJoining(index) { commas.append(index) }
        }
        let isList = semicolons.contains { $0 < range.upperBound - 1 }
        let cuts = isList ? semicolons : withoutNames(commas, in: range)
        var items: [Range<Int>] = []
        var start = range.lowerBound
        for cut in cuts + [range.upperBound] {
            if cut > start { items.append(start..<cut) }
            start = cut + 1
        }
        return items
    }

    /// `và` before a part, not within a name.
    private func isJoining(_ index: Int) -> Bool {
        words[.joins].length(at: index, in: tokens) == 1
            && words[.ranges].length(at: index, in: tokens) == nil
            && words[.to].length(at: index, in: tokens) == nil
    }

    /// Commas, and those of the joining words that have a figure on both sides: `thương mại và du lịch 10 HTX`
    /// is one part.
    private func withoutNames(_ cuts: [Int], in range: Range<Int>) -> [Int] {
        var kept: [Int] = []
        for (position, cut) in cuts.enumerated() {
            let start = kept.last ?? range.lowerBound
            let end = position + 1 < cuts.count ? cuts[position + 1] : range.upperBound
            let isMark = tokens[cut].kind == .mark
            if isMark || hasFigure(start..<cut) && hasFigure(cut..<max(cut, end)) {
                kept.append(cut)
            }
        }
        return kept
    }

    private func hasFigure(_ range: Range<Int>) -> Bool {
        sentence.quantities.contains { range.contains($0.position) && $0.depth == 0 }
    }

    /// Reads an item; `false` where the list is over.
    private func read(_ item: Range<Int>, into list: inout PartList) -> Bool {
        let inside = sentence.quantities.filter { item.contains($0.position) }
        let isAside = words[.asides].length(at: item.lowerBound, in: tokens) != nil
        let first = inside.first { $0.depth == 0 }
        // A share is the figure right behind what it is of.
        let behind = inside.drop { $0.position < first?.position ?? 0 }
        let share = behind.prefix(first?.dimension == .percent || first?.role == .share ? 1 : 2)
            .first {
                $0.dimension == .percent && !$0.isChange
                    || $0.dimension == .bare && $0.role == .share
            }
        if let first, inside.contains(where: { $0.isRival(of: first) }) { list.isBroken = true }
        if let first, first.dimension != .percent, first.role != .share, !isAside {
            if first.isChange || first.dimension == .points || first.whole != nil {
                list.isBroken = true
                return true
            }
            if let before = list.parts.first?.quantity, !isSibling(first, of: before, list) {
                // Another subject begins: `…, tổng số thành viên 140.749 người`.
                return false
            }
            if !list.shares.isEmpty { list.isBroken = true }
            list.parts.append(PartList.Part(quantity: first, share: share))
            return true
        }
        let isOfLast = words[.shares].length(at: item.lowerBound, in: tokens) != nil
        if let share, !isAside || isOfLast {
            if let last = list.parts.indices.last, list.parts[last].share == nil, isOfLast {
                list.parts[last].share = share
            } else if list.parts.isEmpty {
                list.shares.append(share)
            } else {
                list.isBroken = true
            }
            return true
        }
        if isAside { return true }
        if inside.isEmpty || !list.parts.isEmpty { list.isBroken = true }
        return true
    }

    private func isSibling(_ part: Quantity, of first: Quantity, _ list: PartList) -> Bool {
        if part.dimension == first.dimension { return true }
        if part.dimension == .bare || first.dimension == .bare { return true }
        guard case .counted = part.dimension, case .counted = first.dimension else { return false }
        guard let total = total(before: list.range.lowerBound, for: first),
            case .counted(let noun) = total.dimension
        else { return false }
        return words.covers(noun)
    }
}
