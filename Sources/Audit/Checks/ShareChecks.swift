import Diagnostics
import Vocabulary

extension Auditor {
    /// A share of a count against the wholes that it may be of.
    mutating func checkShare(
        _ index: Int,
        _ part: Quantity,
        _ share: Quantity,
        of denominators: [Span],
        isForced: Bool = false
    ) {
        guard !share.isApproximate, !part.isApproximate, !part.isRange, !share.isRange,
            let span = part.span, var printed = Span(share.number)
        else { return }
        if isForced {
            // Shares that are made to add up to 100 may be off by one in the last place.
            let unit = ExactDecimal(1, scale: share.number.places)
            guard
                let wide = Span(
                    share.number.value.subtracting(unit),
                    share.number.value.adding(unit)
                )
            else { return }
            printed = wide
        }
        func fits(_ whole: Span) -> Bool { printed.mayBe(span, over: whole, times: 100) ?? true }
        if denominators.contains(where: fits) { return }
        let isKnown = isExplained(near: index) { other in
            switch other.dimension {
            case .percent, .points, .times: return false
            default: break
            }
            if let whole = other.whole, fits(Span(exactly: whole.value)) { return true }
            return other.position != part.position && other.span.map(fits) == true
        }
        guard !isKnown, let whole = denominators.first, whole.low > .zero,
            let value = part.base.flatMap({ base in
                base.multiplied(by: ExactDecimal(100)).flatMap {
                    ExactRatio($0, over: whole.middle)
                }
            }), let computed = value.rounded(to: share.number.places)
        else { return }
        let isCut =
            value.rounded(to: share.number.places + 6).map { exact in
                exact.truncated(to: share.number.places) == share.number.value
            } == true
        add(
            .share,
            in: sentences[index],
            share.tokens,
            computed: "\(computed.vietnamese(share.number.places))%",
            why: isCut
                ? Bilingual(
                    vi: "Tỷ trọng bị cắt bớt chữ số thay vì làm tròn",
                    en: "The share is cut off instead of rounded"
                )
                : Bilingual(
                    vi: "Tỷ trọng không bằng phần chia cho tổng",
                    en: "The share is not the part over its whole"
                )
        )
    }

    /// `225/232 HTX, đạt 96,98%`, and a count with a share behind a whole of the same sentence.
    mutating func checkShares(_ index: Int) {
        let quantities = sentences[index].quantities
        for position in quantities.indices.dropLast() {
            let (part, share) = (quantities[position], quantities[position + 1])
            guard share.dimension == .percent, !share.isChange, isShareOf(index, part, share) else {
                continue
            }
            if let whole = part.whole {
                checkShare(index, part, share, of: [Span(exactly: whole.value)])
            } else if let total = wholeOf(index, part, share, in: quantities[..<position]),
                let span = total.span
            {
                checkShare(index, part, share, of: [span])
            }
        }
    }

    /// Whether a percentage right behind a count is said of it.
    private func isShareOf(_ index: Int, _ part: Quantity, _ share: Quantity) -> Bool {
        let tokens = sentences[index].tokens
        let between = part.tokens.upperBound..<share.position
        guard between.count <= 14, part.role == .level, part.per.isEmpty, !part.isAverage,
            !between.contains(where: { tokens[$0].isMark(";") || tokens[$0].isMark(".") })
        else { return false }
        switch part.dimension {
        case .percent, .points, .times: return false
        default: break
        }
        let isBracketed =
            share.depth > part.depth && share.position > 0
            && (tokens[share.position - 1].isMark("(") || share.role == .share)
        let isReached =
            part.whole != nil
            && words[.reached].occurs(in: between, of: tokens)
            && words[.planRatios].length(at: share.tokens.upperBound, in: tokens) == nil
        guard isBracketed || share.role == .share || isReached,
            isBracketed || !hasOwnSubject(between, sentences[index])
        else { return false }
        return part.whole != nil || isOfWhole(index, share)
    }

    /// `…, nữ 956 người, thành thị chiếm 35,9%`: words behind the comma say what the share is of.
    private func hasOwnSubject(_ between: Range<Int>, _ sentence: Sentence) -> Bool {
        guard let comma = between.last(where: { sentence.tokens[$0].isMark(",") }) else {
            return false
        }
        return (comma + 1..<between.upperBound).contains { index in
            guard sentence.tokens[index].kind == .word, !isNeutral(index, sentence) else {
                return false
            }
            return [AuditWords.List.shares, .ratios, .approximate, .reached].allSatisfy { list in
                (max(comma + 1, index - 2)...index).allSatisfy { start in
                    words[list].length(at: start, in: sentence.tokens).map { start + $0 <= index }
                        ?? true
                }
            }
        }
    }

    /// Whether nothing behind a share names another whole: `chiếm 38,66% số HTX đang hoạt động`.
    private func isOfWhole(_ index: Int, _ share: Quantity) -> Bool {
        let tokens = sentences[index].tokens
        var end = share.tokens.upperBound
        guard end < tokens.count else { return true }
        if let length = words[.totals].length(at: end, in: tokens) {
            end += length
            if let noun = words.noun(at: end, in: tokens) { end += noun.length }
        }
        return end >= tokens.count || tokens[end].kind == .mark
    }

    /// The figure before a part that it is said to be of.
    private func wholeOf(
        _ index: Int,
        _ part: Quantity,
        _ share: Quantity,
        in before: ArraySlice<Quantity>
    ) -> Quantity? {
        let tokens = sentences[index].tokens
        let own = before.last { whole in
            isWhole(whole, of: part)
                && (words[.among].occurs(in: whole.tokens.upperBound..<part.position, of: tokens)
                    || words[.consists].occurs(
                        in: whole.tokens.upperBound..<part.position,
                        of: tokens
                    )
                    || words[.ofWhole].occurs(in: whole.clause, of: tokens)
                    || isOfAll(whole, sentences[index]))
        }
        if own != nil { return own }
        if words[.totals].length(at: share.tokens.upperBound, in: tokens) != nil {
            // `chiếm 73,73% tổng số HTX`: of the whole that the sentences before name.
            for earlier in neighbours(of: index, before: 2, after: 0).dropLast().reversed()
            where earlier.block == sentences[index].block {
                let whole = earlier.quantities.last {
                    isWhole($0, of: part) && isOfAll($0, earlier)
                }
                if whole != nil { return whole }
            }
        }
        guard index > 0, sentences[index].block == sentences[index - 1].block,
            words[.among].length(at: 0, in: sentences[index].tokens) != nil
        else { return nil }
        return sentences[index - 1].quantities.last { isWhole($0, of: part) }
    }

    /// `toàn tỉnh có 232 HTX`, `tổng số 232 HTX`.
    private func isOfAll(_ quantity: Quantity, _ sentence: Sentence) -> Bool {
        words[.totals].occurs(in: quantity.clause, of: sentence.tokens)
            || words[.totalRows].occurs(in: quantity.clause, of: sentence.tokens)
    }

    private func isWhole(_ whole: Quantity, of part: Quantity) -> Bool {
        guard whole.dimension == part.dimension, whole.role == .level, !whole.isApproximate,
            whole.whole == nil, whole.per.isEmpty, !whole.isAverage, let all = whole.base,
            let own = part.base
        else { return false }
        return all > own
    }
}

extension Span {
    /// The printed value itself.
    var middle: ExactDecimal {
        low.adding(high).flatMap { ExactRatio($0, over: ExactDecimal(2)) }?.exact(within: 18) ?? low
    }
}

extension ExactDecimal {
    /// Without the decimals beyond `places`.
    func truncated(to places: Int) -> ExactDecimal {
        guard scale > places else { return self }
        var coefficient = coefficient
        for _ in places..<scale { coefficient /= 10 }
        return ExactDecimal(coefficient, scale: places)
    }
}
