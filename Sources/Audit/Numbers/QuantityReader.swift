import Vocabulary

/// Finds the figures of a sentence and what each is of.
struct QuantityReader {
    private let tokens: [Token]
    private let words: AuditWords
    private var quantities: [Quantity] = []

    static func quantities(of tokens: [Token], words: AuditWords) -> [Quantity] {
        var reader = QuantityReader(tokens: tokens, words: words)
        return reader.read()
    }

    private init(tokens: [Token], words: AuditWords) {
        self.tokens = tokens
        self.words = words
    }

    private mutating func read() -> [Quantity] {
        var depth = 0
        var year: Int?
        // A year in brackets ends with them.
        var yearsOutside: [Int?] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.isMark("(") || token.isMark("[") {
                depth += 1
                yearsOutside.append(year)
            }
            if token.isMark(")") || token.isMark("]") {
                depth = max(0, depth - 1)
                if let outside = yearsOutside.popLast() { year = outside }
            }
            if let found = self.year(at: index), !isCompared(index) { year = found }
            if let quantity = quantity(at: index, depth: depth, year: year) {
                quantities.append(quantity)
                index = max(index + 1, quantity.tokens.upperBound)
            } else {
                index += 1
            }
        }
        shareUnits()
        markRanges()
        markDoubledRoles()
        return quantities
    }

    /// The year that is named at a token.
    private func year(at index: Int) -> Int? {
        switch tokens[index].kind {
        case .date(let date): date.year
        case .number(let number): isYear(number, at: index) ? Int(tokens[index].word) : nil
        default: nil
        }
    }

    /// `so với năm 2019`: not the year of what follows.
    private func isCompared(_ index: Int) -> Bool {
        words[.compared].occurs(in: max(0, index - 4)..<index, of: tokens)
    }

    private func isYear(_ number: PrintedNumber, at index: Int) -> Bool {
        guard number.isPlain, !number.hasSign, let value = Int(tokens[index].word),
            (1900...2100).contains(value)
        else { return false }
        if index > 0, words[.years].length(at: index - 1, in: tokens) != nil { return true }
        return unit(at: index + 1) == nil
    }

    private func quantity(at index: Int, depth: Int, year: Int?) -> Quantity? {
        let number: PrintedNumber
        var whole: PrintedNumber?
        switch tokens[index].kind {
        case .number(let found): number = found
        case .fraction(let part, let all): (number, whole) = (part, all)
        default: return nil
        }
        if isYear(number, at: index) || isOrdinal(index) { return nil }
        var end = index + 1
        var factor = ExactDecimal(1)
        var dimension = Quantity.Dimension.bare
        if let unit = unit(at: end) {
            (factor, dimension, end) = (unit.factor, unit.dimension, unit.end)
        }
        let clause = clauseStart(before: index)..<index
        var quantity = Quantity(
            number: number,
            whole: whole,
            factor: factor,
            dimension: dimension,
            depth: depth,
            tokens: index..<end,
            position: index,
            clause: clause,
            year: year
        )
        readPer(from: &end, into: &quantity)
        quantity.tokens = index..<end
        readRole(into: &quantity)
        quantity.isAverage = isAverage(clause) || !quantity.per.isEmpty
        return quantity
    }

    /// Numbers of documents, days, tables and places.
    private func isOrdinal(_ index: Int) -> Bool {
        guard
            let start = words[.ordinals].start(
                endingBefore: index,
                in: tokens,
                notBefore: max(0, index - 3)
            )
        else {
            // `1.`, `2)` at the beginning.
            let isFirst = index == 0 && tokens.count > 1
            return isFirst && (tokens[1].isMark(".") || tokens[1].isMark(")"))
        }
        let isWeak =
            words[.weakOrdinals].start(endingBefore: index, in: tokens, notBefore: start)
            != nil
        if words[.totals].start(endingBefore: index, in: tokens, notBefore: max(0, index - 3))
            != nil
        {
            return false
        }
        if !isWeak { return true }
        return unit(at: index + 1) == nil
    }

    /// A unit behind a number.
    private func unit(
        at start: Int
    ) -> (factor: ExactDecimal, dimension: Quantity.Dimension, end: Int)? {
        guard start < tokens.count else { return nil }
        let one = ExactDecimal(1)
        if let length = words[.points].length(at: start, in: tokens) {
            return (one, .points, start + length)
        }
        if let length = words[.percent].length(at: start, in: tokens) {
            return (one, .percent, start + length)
        }
        var scale: (times: ExactDecimal, length: Int)?
        for candidate in words.scales {
            if let length = candidate.names.length(at: start, in: tokens),
                length > scale?.length ?? 0
            {
                scale = (candidate.times, length)
            }
        }
        let next = start + (scale?.length ?? 0)
        let factor = scale?.times ?? one
        if let length = words[.money].length(at: next, in: tokens) {
            return (factor, .money(""), next + length)
        }
        if let length = words[.currencies].length(at: next, in: tokens) {
            return (factor, .money(tokens[next].word), next + length)
        }
        if let length = words[.times].length(at: start, in: tokens) {
            return (one, .times, start + length)
        }
        if let noun = words.noun(at: next, in: tokens) {
            return (factor, .counted(noun.name), next + noun.length)
        }
        if scale != nil { return (factor, .money(""), next) }
        // Any other noun is taken by its first word.
        guard next < tokens.count, tokens[next].kind == .word,
            words[.notNouns].length(at: next, in: tokens) == nil
        else { return nil }
        return (factor, .counted(tokens[next].word), next + 1)
    }

    /// `/HTX`, `/người/tháng`, `mỗi HTX`.
    private func readPer(from end: inout Int, into quantity: inout Quantity) {
        if case .percent = quantity.dimension, end < tokens.count, !tokens[end].isMark("/") {
            return
        }
        while end < tokens.count, let length = words[.each].length(at: end, in: tokens) {
            let isSlash = tokens[end].isMark("/")
            let next = end + length
            guard next < tokens.count else { return }
            if let period = words[.periods].length(at: next, in: tokens), isSlash || period > 0 {
                quantity.isPerPeriod = true
                end = next + period
            } else if let noun = words.noun(at: next, in: tokens) {
                quantity.per.append(noun.name)
                end = next + noun.length
            } else if isSlash, tokens[next].kind == .word {
                quantity.per.append(tokens[next].word)
                end = next + 1
            } else {
                return
            }
        }
    }

    /// Where the clause of a number begins: behind the mark, bracket or figure before it.
    private func clauseStart(before index: Int) -> Int {
        var start = index
        while start > 0 {
            let token = tokens[start - 1]
            if token.kind == .mark, !"-–%/\"“”".contains(token.word) { break }
            if let last = quantities.last, start <= last.tokens.upperBound { break }
            start -= 1
        }
        return start
    }

    private func readRole(into quantity: inout Quantity) {
        var end = quantity.position
        let first = quantity.clause.lowerBound
        var isTo = false
        while end > first {
            if let start = words[.shares].start(endingBefore: end, in: tokens, notBefore: first) {
                quantity.role = .share
                end = start
                break
            }
            if let start = words[.ratios].start(endingBefore: end, in: tokens, notBefore: first) {
                if quantity.dimension == .percent { quantity.role = .share }
                end = start
                break
            }
            if let start = words[.rises].start(endingBefore: end, in: tokens, notBefore: first) {
                quantity.role = isTo ? .to : .rise
                end = start
                break
            }
            if let start = words[.falls].start(endingBefore: end, in: tokens, notBefore: first) {
                quantity.role = isTo ? .to : .fall
                end = start
                break
            }
            if let start = words[.to].start(endingBefore: end, in: tokens, notBefore: first) {
                isTo = true
                quantity.role = .to
                end = start
            } else if let start = words[.from].start(
                endingBefore: end,
                in: tokens,
                notBefore: first
            ) {
                quantity.role = .from
                end = start
                break
            } else if let start = words[.approximate].start(
                endingBefore: end,
                in: tokens,
                notBefore: first
            ) {
                quantity.isApproximate = true
                end = start
            } else if let start = words[.links].start(
                endingBefore: end,
                in: tokens,
                notBefore: first
            ) {
                end = start
            } else {
                break
            }
        }
    }

    private func isAverage(_ clause: Range<Int>) -> Bool {
        guard words[.averages].occurs(in: clause, of: tokens) else { return false }
        return !words[.notAverages].occurs(in: clause, of: tokens)
    }
}

extension QuantityReader {
    /// `72,84; 10,34 và 10,34%`, `198 và 232 HTX`: numbers of a row have the unit of the last.
    private mutating func shareUnits() {
        for index in quantities.indices.dropLast().reversed() {
            let (this, next) = (quantities[index], quantities[index + 1])
            guard this.dimension == .bare, next.dimension != .bare,
                isJoined(this.tokens.upperBound, next)
            else { continue }
            quantities[index].dimension = next.dimension
            quantities[index].factor = next.factor
            quantities[index].per = next.per
            quantities[index].isPerPeriod = next.isPerPeriod
        }
    }

    /// Whether only a joining mark or word stands between.
    private func isJoined(_ end: Int, _ next: Quantity) -> Bool {
        let between = tokens[min(end, next.position)..<next.position]
        guard between.count <= 2 else { return false }
        return between.indices.allSatisfy {
            words[.joins].length(at: $0, in: tokens) == 1
        } && !between.isEmpty
    }

    /// `4 - 5 triệu đồng`, `từ 4 đến 5 triệu đồng`.
    private mutating func markRanges() {
        for index in quantities.indices.dropLast() {
            let next = quantities[index + 1]
            let between = tokens[
                min(quantities[index].tokens.upperBound, next.position)..<next.position
            ]
            let isHyphen = between.count == 1 && "-–—".contains(between.first?.word ?? "")
            let isSpoken =
                between.count == 1
                && words[.ranges].length(at: between.startIndex, in: tokens) == 1
                && !hasChange(before: index)
            guard isHyphen || isSpoken else { continue }
            quantities[index].isRange = true
            quantities[index + 1].isRange = true
        }
    }

    private func hasChange(before index: Int) -> Bool {
        let clause = quantities[index].clause
        return words[.rises].occurs(in: clause, of: tokens)
            || words[.falls].occurs(in: clause, of: tokens)
    }

    /// `từ 198 HTX … lên 232 HTX` needs both; alone, `từ 5 triệu đồng` is a limit.
    private mutating func markDoubledRoles() {
        for index in quantities.indices where quantities[index].role == .from {
            let isDoubled = quantities[(index + 1)...].prefix(2).contains {
                $0.role == .to && $0.dimension == quantities[index].dimension
            }
            if !isDoubled {
                quantities[index].role = .level
                quantities[index].isApproximate = true
            }
        }
    }
}
