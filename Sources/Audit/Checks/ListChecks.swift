import Diagnostics
import Vocabulary

extension Auditor {
    /// Parts against their total, shares against both.
    mutating func checkLists(_ index: Int) {
        let sentence = sentences[index]
        guard sentence.quantities.count > 1 else { return }
        let reader = PartListReader(sentence, words: words)
        checkShareRow(index)
        for var list in reader.lists() {
            if list.total == nil, let part = list.parts.first?.quantity {
                list.total = totalBefore(index, list, of: part, reader)
            }
            let hasRest = words[.rest].occurs(in: list.range, of: sentence.tokens)
            checkSum(index, list, hasRest: hasRest)
            checkParts(index, list)
            checkShareSum(index, list, hasRest: hasRest)
            checkListShares(index, list)
        }
    }

    /// The total of a list that begins its sentence: `Trong đó: …`.
    private func totalBefore(
        _ index: Int,
        _ list: PartList,
        of part: Quantity,
        _ reader: PartListReader
    ) -> Quantity? {
        let isFirst = !sentences[index].quantities.contains {
            $0.tokens.upperBound <= list.range.lowerBound
        }
        guard isFirst, list.range.lowerBound <= 12, index > 0 else { return nil }
        let before = sentences[index - 1]
        guard sentences[index].block - before.block <= 1 else { return nil }
        return before.quantities.last {
            $0.depth == 0 && $0.role == .level && reader.isTotal($0, of: part)
        }
    }

    private mutating func checkSum(_ index: Int, _ list: PartList, hasRest: Bool) {
        let sentence = sentences[index]
        guard let total = list.total, list.parts.count > 1, !list.isBroken,
            sentence.isClosed || list.range.upperBound < sentence.tokens.count,
            ([total] + list.parts.map(\.quantity)).allSatisfy({ !$0.isApproximate && !$0.isRange }),
            list.parts.allSatisfy({ $0.quantity.role == .level && !$0.quantity.isAverage }),
            !total.isAverage,
            let sum = list.sum, let sumSpan = list.sumSpan, let whole = total.span,
            let base = total.base, !sumSpan.meets(whole)
        else { return }
        let isExceeded = sum > base
        let isNear =
            list.parts.count > 2 && isExceeded
            && sum.multiplied(by: ExactDecimal(100)) ?? .zero
                <= base.multiplied(by: ExactDecimal(105)) ?? .zero
        let areSharesWhole =
            list.parts.count > 1 && list.parts.allSatisfy { $0.share != nil }
            && list.shareSum.map { $0 >= ExactDecimal(99) && $0 <= ExactDecimal(101) } == true
        guard list.claim == .whole || hasRest || areSharesWhole || list.claim == .some && isNear
        else { return }
        let isKnown = isExplained(near: index, before: 2, after: 0) { quantity in
            quantity.role != .share && quantity.dimension == total.dimension
                && quantity.span?.meets(sumSpan) == true
        }
        if isKnown { return }
        let factor = total.factor
        let terms = list.parts.map { $0.quantity.number.value.vietnamese(in: $0.quantity) }
        let computed = ExactRatio(sum, over: factor)?.exact(within: 12) ?? sum
        add(
            .sum,
            in: sentence,
            total.tokens,
            computed: "\(computed.vietnamese) (\(terms.joined(separator: " + ")))",
            why: Bilingual(
                vi: "Các phần cộng lại không bằng tổng đã nêu",
                en: "The parts do not add up to the total"
            )
        )
    }

    private mutating func checkParts(_ index: Int, _ list: PartList) {
        guard let total = list.total, list.claim != .unknown, !total.isApproximate,
            !total.isAverage, let whole = total.span
        else { return }
        for part in list.parts {
            let quantity = part.quantity
            guard quantity.dimension == total.dimension, quantity.role == .level,
                !quantity.isAverage, quantity.per.isEmpty, !quantity.isApproximate,
                !quantity.isRange, let span = quantity.span, span.low > whole.high,
                !hasOwnWhole(index, quantity, total)
            else { continue }
            add(
                .part,
                in: sentences[index],
                quantity.tokens,
                computed: "≤ \(sentences[index].printed(total.tokens, or: total))",
                why: Bilingual(
                    vi: "Phần lớn hơn tổng chứa nó",
                    en: "The part is larger than what it is a part of"
                )
            )
        }
    }

    /// Whether a larger figure near is the whole that a part is of.
    private func hasOwnWhole(_ index: Int, _ part: Quantity, _ total: Quantity) -> Bool {
        isExplained(near: index, before: 3, after: 0) { other in
            guard other.dimension == part.dimension, let base = other.base, let own = part.base
            else {
                return false
            }
            return base > own
        }
    }

    private mutating func checkShareSum(_ index: Int, _ list: PartList, hasRest: Bool) {
        let shares = list.allShares
        let isOfAll = list.parts.isEmpty || list.parts.allSatisfy { $0.share != nil }
        guard shares.count > 2, isOfAll, !list.isBroken, shares.allSatisfy({ !$0.isApproximate }),
            let sum = list.shareSum
        else { return }
        let addsUp: Bool = {
            guard let total = list.total?.span, let parts = list.sumSpan else { return false }
            return total.meets(parts)
        }()
        checkHundred(
            index,
            shares,
            sum: sum,
            isWhole: addsUp || hasRest || list.claim == .whole
        )
    }

    /// Shares in a row that add up to a little more than 100, whatever announces them.
    private mutating func checkShareRow(_ index: Int) {
        let shares = sentences[index].quantities.filter {
            $0.role == .share && $0.dimension == .percent
        }
        let none: ExactDecimal? = .zero
        guard shares.count > 3, shares.allSatisfy({ !$0.isApproximate && !$0.isRange }),
            Set(shares.map(\.number.places)).count == 1, Set(shares.map(\.depth)).count == 1,
            let sum = shares.reduce(none, { sum, share in sum?.adding(share.number.value) }),
            sum > ExactDecimal(100)
        else { return }
        checkHundred(index, shares, sum: sum, isWhole: false)
    }

    /// Shares of a whole against 100, with what rounding may do to them.
    private mutating func checkHundred(
        _ index: Int,
        _ shares: [Quantity],
        sum: ExactDecimal,
        isWhole: Bool
    ) {
        let hundred = ExactDecimal(100)
        let none: Span? = Span(exactly: .zero)
        let span = shares.reduce(none) { sum, share in
            sum.flatMap { sum in Span(share.number).flatMap { sum.plus($0) } }
        }
        guard let span, sum != hundred, let first = shares.first, let last = shares.last else {
            return
        }
        let isWithin = span.meets(Span(exactly: hundred))
        // What adds up to a little more than 100 was meant as a whole; to much more, it overlaps.
        let isSlip = shares.count > 3 && sum > hundred && sum <= ExactDecimal(102)
        guard isWhole || isSlip || isWithin else { return }
        let slack = span.high.subtracting(sum) ?? .zero
        add(
            .slack,
            isWithin ? .remark : .doubt,
            in: sentences[index],
            first.tokens.lowerBound..<last.tokens.upperBound,
            printed: shares.map { sentences[index].printed($0.tokens) }.joined(separator: " + "),
            computed: "\(sum.vietnamese)%",
            why: isWithin
                ? Bilingual(
                    vi:
                        "Tổng các tỷ trọng khác 100% nhưng trong mức làm tròn cho phép (±\(slack.vietnamese))",
                    en: "The shares miss 100% within what rounding may do (±\(slack.vietnamese))"
                )
                : Bilingual(
                    vi:
                        "Tổng các tỷ trọng khác 100% quá mức làm tròn cho phép (±\(slack.vietnamese))",
                    en: "The shares miss 100% by more than rounding may do (±\(slack.vietnamese))"
                )
        )
    }

    private mutating func checkListShares(_ index: Int, _ list: PartList) {
        guard let sum = list.sum else { return }
        let shareSum = list.shareSum
        let isSetToHundred = shareSum == ExactDecimal(100) && list.parts.count > 2
        let isWhole =
            list.claim == .whole
            || shareSum.map { $0 >= ExactDecimal(98) && $0 <= ExactDecimal(102) } == true
        for part in list.parts {
            guard let share = part.share, share.dimension == .percent || share.role == .share,
                part.quantity.role == .level
            else { continue }
            let total = list.total.flatMap { total -> Quantity? in
                guard
                    total.dimension == part.quantity.dimension || part.quantity.dimension == .bare
                        || {
                            if case .counted(let noun) = total.dimension {
                                return words.covers(noun)
                            }
                            return false
                        }()
                else { return nil }
                return total
            }
            var denominators: [Span] = total?.span.map { [$0] } ?? []
            if isWhole, list.parts.count > 1, !list.isBroken {
                denominators.append(Span(exactly: sum))
            }
            guard !denominators.isEmpty else { continue }
            checkShare(
                index,
                part.quantity,
                share,
                of: denominators,
                isForced: isSetToHundred
            )
        }
    }
}

extension PartList {
    /// What the shares add up to as printed.
    var shareSum: ExactDecimal? {
        allShares.reduce(.some(ExactDecimal.zero)) { sum, share in
            sum.flatMap { $0.adding(share.number.value) }
        }
    }
}

extension ExactDecimal {
    /// The number as a figure prints it.
    func vietnamese(in quantity: Quantity) -> String {
        vietnamese(max(quantity.number.places, scale))
    }
}

extension Sentence {
    /// A figure of this sentence as printed; one of another by its number.
    func printed(_ range: Range<Int>, or quantity: Quantity) -> String {
        let isOwn = quantities.contains { $0.tokens == range && $0.number == quantity.number }
        return isOwn ? printed(range) : quantity.number.value.vietnamese(in: quantity)
    }
}
