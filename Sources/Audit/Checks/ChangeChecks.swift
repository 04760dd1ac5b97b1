import Diagnostics
import Vocabulary

/// A change with the values that it lies between, as far as its sentence names them.
private struct NamedChange {
    var change: Quantity
    var now: Quantity?
    var base: Quantity?
    /// The same change in percent.
    var percent: Quantity?
}

extension Auditor {
    /// Changes against the values before and after, and against their percentage.
    mutating func checkChanges(_ index: Int) {
        let sentence = sentences[index]
        guard sentence.quantities.contains(where: { $0.isChange || $0.role == .to }) else { return }
        checkDirections(index)
        for position in sentence.quantities.indices {
            guard let named = namedChange(sentence, position) else { continue }
            check(named, index)
        }
    }

    private func namedChange(_ sentence: Sentence, _ position: Int) -> NamedChange? {
        let change = sentence.quantities[position]
        guard change.isChange, !change.isApproximate, !change.isRange, !change.isPerPeriod,
            change.dimension != .times, change.whole == nil,
            !words[.averages].occurs(in: change.clause, of: sentence.tokens)
        else { return nil }
        var named = NamedChange(change: change)
        named.percent = percent(of: change, sentence, position)
        named.now =
            level(before: position, sentence)
            ?? level(after: named.percent ?? change, sentence)
        named.base = base(after: named.percent ?? change, sentence, position, now: named.now)
        if let ends = ends(sentence, around: position) {
            named.base = ends.from
            named.now = ends.to
        } else if named.base == nil, let now = named.now {
            named.base =
                earlier(than: now, sentence, before: position)
                ?? announced(before: now, sentence)
        }
        return named
    }

    /// `tăng 34 HTX (tăng 17,17%)`, `tăng 34 HTX, tương ứng 17,17%`.
    private func percent(of change: Quantity, _ sentence: Sentence, _ position: Int) -> Quantity? {
        guard change.dimension != .percent, change.dimension != .points,
            position + 1 < sentence.quantities.count
        else { return nil }
        let next = sentence.quantities[position + 1]
        guard next.dimension == .percent, next.role != .share, !next.isApproximate, !next.isRange
        else {
            return nil
        }
        let between = change.tokens.upperBound..<next.position
        guard between.count <= 6, between.allSatisfy({ isLink($0, in: sentence) }) else {
            return nil
        }
        return next
    }

    private func isLink(_ index: Int, in sentence: Sentence) -> Bool {
        let token = sentence.tokens[index]
        if token.kind == .mark { return "(,".contains(token.word) }
        for list in [AuditWords.List.links, .rises, .falls] {
            for start in max(0, index - 2)...index {
                if let length = words[list].length(at: start, in: sentence.tokens),
                    start + length > index
                {
                    return true
                }
            }
        }
        return false
    }

    /// The level that a change is said of: right before it.
    private func level(before position: Int, _ sentence: Sentence) -> Quantity? {
        let change = sentence.quantities[position]
        for other in sentence.quantities[..<position].reversed() {
            guard change.position - other.tokens.upperBound <= 14,
                !hasBreak(other.tokens.upperBound..<change.position, sentence)
            else { return nil }
            if other.isChange || other.role == .share || other.depth > change.depth { continue }
            guard other.role == .level || other.role == .to, !other.isApproximate, !other.isRange,
                other.whole == nil
            else { return nil }
            return isOfKind(change, of: other) ? other : nil
        }
        return nil
    }

    /// `tăng 157 tỷ đồng (tăng 4,49%), đạt 3.664 tỷ đồng`: right behind it.
    private func level(after change: Quantity, _ sentence: Sentence) -> Quantity? {
        guard
            let other = sentence.quantities.first(where: { $0.position > change.position }),
            other.role == .level || other.role == .to, other.depth == 0, !other.isApproximate,
            !other.isRange, other.whole == nil, isOfKind(change, of: other),
            other.dimension != .percent, !other.isAverage
        else { return nil }
        let between = change.tokens.upperBound..<other.position
        guard between.count <= 4, words[.reached].occurs(in: between, of: sentence.tokens),
            !hasBreak(between, sentence), !isSubject(between, sentence)
        else { return nil }
        return other
    }

    /// `So với năm 2019 (198 HTX), năm 2020 có 232 HTX`.
    private func announced(before now: Quantity, _ sentence: Sentence) -> Quantity? {
        sentence.quantities.last { other in
            other.position < now.position && other.depth > 0 && other.role == .level
                && other.isComparable(to: now) && !other.isApproximate && !other.isRange
                && words[.compared].occurs(
                    in: max(0, other.position - 6)..<other.position,
                    of: sentence.tokens
                )
        }
    }

    private func hasBreak(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
        range.contains { index in
            let token = sentence.tokens[index]
            return token.isMark(";") || token.isMark(":") || token.isMark(".")
        } || words[.among].occurs(in: range, of: sentence.tokens)
            || words[.consists].occurs(in: range, of: sentence.tokens)
    }

    /// Whether a change may be one of a level: in its unit, in percent, or in points of a share.
    private func isOfKind(_ change: Quantity, of level: Quantity) -> Bool {
        switch change.dimension {
        case .percent: level.dimension != .points && level.dimension != .times
        case .points: level.dimension == .percent
        default: change.dimension == level.dimension
        }
    }

    /// `so với năm 2019 (198 HTX)`, `so với 198 HTX`.
    private func base(
        after change: Quantity,
        _ sentence: Sentence,
        _ position: Int,
        now: Quantity?
    ) -> Quantity? {
        guard let now else { return nil }
        for other in sentence.quantities[(position + 1)...] where other.position > change.position {
            let between = change.tokens.upperBound..<other.position
            guard between.count <= 16, !hasBreak(between.droppingYearColons(sentence), sentence)
            else {
                return nil
            }
            let isBase =
                words[.compared].occurs(in: between, of: sentence.tokens)
                || other.depth > 0 && (other.year != now.year || hasEarlier(between, sentence))
            guard isBase, other.role == .level, !other.isApproximate, !other.isRange,
                other.dimension == now.dimension, other.per == now.per || other.per.isEmpty,
                !isSubject(between, sentence)
            else { return nil }
            return other
        }
        return nil
    }

    private func hasEarlier(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
        words[.otherYears].occurs(in: range, of: sentence.tokens)
    }

    /// Whether words stand there that make what follows a figure of its own.
    private func isSubject(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
        range.contains { index in
            sentence.tokens[index].kind == .word && !isNeutral(index, sentence)
        }
    }

    func isNeutral(_ index: Int, _ sentence: Sentence) -> Bool {
        for list in [AuditWords.List.neutral, .compared, .otherYears, .links, .years, .averages] {
            for start in max(0, index - 2)...index {
                if let length = words[list].length(at: start, in: sentence.tokens),
                    start + length > index
                {
                    return true
                }
            }
        }
        return false
    }

    /// `từ 198 HTX lên 232 HTX` around a change.
    private func ends(
        _ sentence: Sentence,
        around position: Int
    ) -> (from: Quantity, to: Quantity)? {
        let change = sentence.quantities[position]
        let near = sentence.quantities[
            max(0, position - 2)...min(sentence.quantities.count - 1, position + 3)
        ]
        guard let from = near.first(where: { $0.role == .from }),
            let to = near.first(where: { $0.role == .to && $0.position > from.position }),
            from.dimension == to.dimension, isOfKind(change, of: to), !from.isApproximate,
            !to.isApproximate
        else { return nil }
        let all = min(change.position, from.position)..<max(change.position, to.position)
        return hasBreak(all, sentence) ? nil : (from, to)
    }

    /// `năm 2019 có 198 HTX, năm 2020 có 232 HTX, tăng …`: the only other level, of an earlier year.
    private func earlier(than now: Quantity, _ sentence: Sentence, before position: Int)
        -> Quantity?
    {
        let levels = sentence.quantities[..<position].filter {
            $0.role == .level && $0.dimension == now.dimension && $0.depth == 0
        }
        guard levels.count == 2, levels[1].position == now.position, let year = now.year,
            let before = levels[0].year, before < year, levels[0].isComparable(to: now),
            !levels[0].isApproximate, isUnqualified(levels[0], sentence),
            isUnqualified(now, sentence),
            !isSubject(now.clause, sentence)
        else { return nil }
        return levels[0]
    }

    /// Whether nothing behind a figure narrows what it counts: `169 HTX nông nghiệp`.
    private func isUnqualified(_ quantity: Quantity, _ sentence: Sentence) -> Bool {
        let end = quantity.tokens.upperBound
        guard end < sentence.tokens.count, sentence.tokens[end].kind == .word else { return true }
        return words[.rises].length(at: end, in: sentence.tokens) != nil
            || words[.falls].length(at: end, in: sentence.tokens) != nil
            || isNeutral(end, sentence)
    }

    /// `tăng từ 232 lên 198`.
    private mutating func checkDirections(_ index: Int) {
        let sentence = sentences[index]
        for (from, to) in zip(sentence.quantities, sentence.quantities.dropFirst())
        where from.role == .from && to.role == .to && from.dimension == to.dimension {
            let head = from.clause
            let isRise = words[.rises].occurs(in: head, of: sentence.tokens)
            let isFall = words[.falls].occurs(in: head, of: sentence.tokens)
            guard isRise != isFall, let low = from.base, let high = to.base, low != high,
                isRise != (high > low)
            else { continue }
            add(
                .growth,
                in: sentence,
                from.tokens.lowerBound..<to.tokens.upperBound,
                computed: high > low
                    ? "+" + difference(high, low, to) : "-" + difference(low, high, to),
                why: Bilingual(
                    vi: "Chiều tăng, giảm ngược với hai số đã nêu",
                    en: "The direction is the opposite of the two figures"
                )
            )
        }
    }

    private func difference(_ high: ExactDecimal, _ low: ExactDecimal, _ unit: Quantity) -> String {
        guard let value = high.subtracting(low),
            let printed = ExactRatio(value, over: unit.factor)?.exact(within: 12)
        else { return "" }
        return printed.vietnamese
    }
}

extension Auditor {
    private mutating func check(_ named: NamedChange, _ index: Int) {
        let change = named.change
        if let now = named.now, let base = named.base {
            if now.dimension == .percent {
                checkPoints(index, change, now, base)
            } else if change.dimension == .percent {
                checkRate(index, change, isFall: change.role == .fall, now: now, base: base)
            } else {
                checkDifference(index, change, now, base)
                if let percent = named.percent {
                    checkRate(index, percent, isFall: change.role == .fall, now: now, base: base)
                }
            }
        } else if let percent = named.percent, let now = named.now {
            checkRate(index, percent, of: change, now: now)
        }
    }

    /// The change of a share is one of points; in percent it is another number.
    private mutating func checkPoints(
        _ index: Int,
        _ change: Quantity,
        _ now: Quantity,
        _ base: Quantity
    ) {
        let isFall = change.role == .fall
        guard let high = (isFall ? base : now).span, let low = (isFall ? now : base).span,
            let difference = high.minus(low), let printed = Span(change.number)
        else { return }
        let isDifference = printed.meets(difference)
        let value = difference.middle.vietnamese
        if change.dimension == .points {
            if isDifference || isOtherDifference(index, change, printed) { return }
            add(
                .growth,
                in: sentences[index],
                change.tokens,
                computed: "\(value) điểm phần trăm",
                why: Bilingual(
                    vi: "Mức thay đổi không bằng hiệu hai tỷ lệ",
                    en: "The change is not the difference of the two shares"
                )
            )
        } else if change.dimension == .percent {
            guard let whole = base.span, printed.mayBe(difference, over: whole, times: 100) == false
            else { return }
            add(
                isDifference ? .points : .growth,
                in: sentences[index],
                change.tokens,
                computed: "\(value) điểm phần trăm",
                why: isDifference
                    ? Bilingual(
                        vi: "Hiệu của hai tỷ lệ là điểm phần trăm, không phải %",
                        en: "The difference of two shares is in percentage points, not percent"
                    )
                    : Bilingual(
                        vi: "Mức thay đổi không khớp với hai tỷ lệ",
                        en: "The change does not follow from the two shares"
                    )
            )
        }
    }

    private mutating func checkDifference(
        _ index: Int,
        _ change: Quantity,
        _ now: Quantity,
        _ base: Quantity
    ) {
        let isFall = change.role == .fall
        guard let high = (isFall ? base : now).span, let low = (isFall ? now : base).span,
            let difference = high.minus(low), let printed = change.span, !printed.meets(difference),
            !isOtherDifference(index, change, printed), let value = difference.middleIfKnown
        else { return }
        let number = ExactRatio(value, over: change.factor)?.exact(within: 12) ?? value
        add(
            .growth,
            in: sentences[index],
            change.tokens,
            computed: number.vietnamese,
            why: Bilingual(
                vi: "Mức tăng, giảm không bằng hiệu hai số đã nêu",
                en: "The change is not the difference of the two figures"
            )
        )
    }

    /// Whether two other figures of the sentence have this difference.
    private func isOtherDifference(_ index: Int, _ change: Quantity, _ printed: Span) -> Bool {
        let levels = sentences[index].quantities.filter { !$0.isChange && $0.whole == nil }.prefix(
            12
        )
        return levels.contains { first in
            levels.contains { second in
                guard first.dimension == second.dimension, isOfKind(change, of: first),
                    let high = first.span, let low = second.span,
                    let difference = high.minus(low)
                else { return false }
                return first.position != second.position && printed.meets(difference)
            }
        }
    }

    /// A percentage against both values.
    private mutating func checkRate(
        _ index: Int,
        _ percent: Quantity,
        isFall: Bool,
        now: Quantity,
        base: Quantity
    ) {
        guard let after = now.span, let before = base.span, let printed = Span(percent.number),
            let difference = isFall ? before.minus(after) : after.minus(before),
            let isRight = printed.mayBe(difference, over: before, times: 100), !isRight
        else { return }
        if checkScale(index, now, base, percent) { return }
        let isKnown = isExplained(near: index) { other in
            guard other.dimension == now.dimension, let span = other.span,
                let change = isFall ? span.minus(after) : after.minus(span)
            else { return false }
            return printed.mayBe(change, over: span, times: 100) == true
        }
        if isKnown { return }
        addRate(index, percent, difference.middle, over: before.middle)
    }

    /// A percentage against the change itself, where what it rose from is not named.
    private mutating func checkRate(
        _ index: Int,
        _ percent: Quantity,
        of change: Quantity,
        now: Quantity
    ) {
        guard let after = now.span, let amount = change.span, let printed = Span(percent.number),
            let before = change.role == .fall ? after.plus(amount) : after.minus(amount),
            let isRight = printed.mayBe(amount, over: before, times: 100), !isRight,
            // Where the level is what it rose from.
            printed.mayBe(amount, over: after, times: 100) == false
        else { return }
        let isKnown = isExplained(near: index) { other in
            guard other.dimension == change.dimension, other.position != change.position,
                let span = other.span
            else { return false }
            return printed.mayBe(amount, over: span, times: 100) == true
        }
        if isKnown { return }
        addRate(index, percent, amount.middle, over: before.middle)
    }

    private mutating func addRate(
        _ index: Int,
        _ percent: Quantity,
        _ change: ExactDecimal,
        over base: ExactDecimal
    ) {
        guard
            let value = change.multiplied(by: ExactDecimal(100)).flatMap({
                ExactRatio($0, over: base)
            })?.rounded(to: percent.number.places)
        else { return }
        add(
            .growth,
            in: sentences[index],
            percent.tokens,
            computed: "\(value.vietnamese(percent.number.places))%",
            why: Bilingual(
                vi: "Tỷ lệ tăng, giảm không khớp với các số đã nêu",
                en: "The rate of change does not follow from the figures"
            )
        )
    }
}

extension Span {
    fileprivate var middleIfKnown: ExactDecimal? { low == high ? low : middle }
}

extension Range<Int> {
    /// Behind the colon of `(năm 2019: 198 HTX)`, which parts nothing.
    fileprivate func droppingYearColons(_ sentence: Sentence) -> Range<Int> {
        guard let last, sentence.tokens[last].isMark(":") else { return self }
        return lowerBound..<last
    }
}
