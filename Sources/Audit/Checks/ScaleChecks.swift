import Diagnostics
import Vocabulary

extension Auditor {
    /// Two values of one thing whose units differ by a thousand or a million: `5,332 tỷ … 5,564 triệu`.
    mutating func checkScales(_ index: Int) {
        let sentence = sentences[index]
        for (first, second) in zip(sentence.quantities, sentence.quantities.dropFirst()) {
            guard first.factor != second.factor, !first.isChange, !second.isChange,
                first.role != .share, second.role != .share,
                first.dimension == second.dimension, first.per == second.per,
                first.isPerPeriod == second.isPerPeriod, !first.isRange, !second.isRange,
                isOther(sentence, first, second)
            else { continue }
            _ = checkScale(index, first, second, second)
        }
    }

    /// Whether the second figure is the first one's of another year or of the plan, and nothing else.
    private func isOther(_ sentence: Sentence, _ first: Quantity, _ second: Quantity) -> Bool {
        let between = first.tokens.upperBound..<second.position
        guard between.count <= 14 else { return false }
        let tokens = sentence.tokens
        let isYear =
            second.year != first.year
            || words[.otherYears].occurs(in: between, of: tokens)
            || words[.compared].occurs(in: between, of: tokens)
        let isFree = between.allSatisfy { index in
            tokens[index].kind != .word || isNeutral(index, sentence)
                || words[.planRatios].length(at: index, in: tokens) != nil
                || words[.plans].length(at: index, in: tokens) != nil
        }
        let isBroken = between.contains { tokens[$0].isMark(";") || tokens[$0].isMark(".") }
        return isYear && isFree && !isBroken
    }

    /// Doubts the second figure where it is a thousandth or a millionth of what is near the first.
    mutating func checkScale(
        _ index: Int,
        _ first: Quantity,
        _ second: Quantity,
        _ printed: Quantity
    ) -> Bool {
        guard case .money = first.dimension, first.factor != second.factor,
            let one = first.base, let other = second.base, one > .zero, other > .zero,
            let ratio = ExactRatio(max(one, other), over: min(one, other))?.rounded(to: 6)
        else { return false }
        for power in [1_000, 1_000_000] {
            let factor = ExactDecimal(power)
            guard let low = factor.dividedExactly(by: ExactDecimal(4)),
                let high = factor.multiplied(by: ExactDecimal(4)), ratio >= low, ratio <= high
            else { continue }
            let scale = ExactRatio(first.factor, over: second.factor)?.exact(within: 12)
            guard let scale, scale == factor || scale.dividesTo(factor) else { continue }
            let unit = sentences[index].printed((first.position + 1)..<first.tokens.upperBound)
            add(
                .unitScale,
                in: sentences[index],
                second.tokens,
                computed: "\(second.number.value.vietnamese(in: second)) \(unit)",
                why: Bilingual(
                    vi:
                        "Hai số của cùng một chỉ tiêu lệch nhau khoảng \(NumberStyle().text(factor)) lần: nhầm đơn vị tính",
                    en: "Two figures of one thing differ some \(power) times: a wrong unit"
                )
            )
            return true
        }
        return false
    }

    /// An average against its total and count.
    mutating func checkMeans(_ index: Int) {
        let sentence = sentences[index]
        for (position, mean) in sentence.quantities.enumerated() {
            guard mean.isAverage, mean.role == .level, !mean.isApproximate, !mean.isRange,
                let noun = perNoun(sentence, mean),
                let printed = mean.span ?? Span(mean.number, times: mean.factor),
                let total = total(of: mean, sentence, before: position), let sum = total.span
            else { continue }
            let spans = Span(mean.number, times: mean.factor) ?? printed
            let counts = counts(of: noun, near: index)
            guard let count = counts.first,
                !counts.contains(where: { spans.mayBe(sum, over: Span(exactly: $0)) ?? true })
            else { continue }
            let scaled = [1_000, 1_000_000].first { factor in
                counts.contains { count in
                    let more = spans.times(ExactDecimal(factor)).map {
                        $0.mayBe(sum, over: Span(exactly: count)) == true
                    }
                    return more == true
                        || spans.mayBe(sum, over: Span(exactly: count), times: factor) == true
                }
            }
            guard
                let value = ExactRatio(total.base ?? .zero, over: count).flatMap({
                    $0.rounded(to: 12)
                }).flatMap({ ExactRatio($0, over: mean.factor) })?.rounded(
                    to: max(mean.number.places, 2)
                )
            else { continue }
            let unit = sentence.printed((mean.position + 1)..<mean.tokens.upperBound)
            add(
                scaled == nil ? .mean : .unitScale,
                in: sentence,
                mean.tokens,
                computed: "\(value.vietnamese) \(unit)",
                why: scaled == nil
                    ? Bilingual(
                        vi: "Số bình quân không bằng tổng chia cho số lượng (\(count.vietnamese))",
                        en: "The average is not the total over the count (\(count.vietnamese))"
                    )
                    : Bilingual(
                        vi:
                            "Số bình quân lệch khoảng một nghìn hoặc một triệu lần: nhầm đơn vị tính",
                        en: "The average is a thousand or a million times off: a wrong unit"
                    )
            )
        }
    }

    /// What an average is for one of.
    func perNoun(_ sentence: Sentence, _ mean: Quantity) -> String? {
        if let noun = mean.per.first { return noun }
        for index in mean.clause {
            guard let length = words[.each].length(at: index, in: sentence.tokens),
                let noun = words.noun(at: index + length, in: sentence.tokens)
            else { continue }
            return noun.name
        }
        return nil
    }

    /// The total right before an average that names no other subject.
    private func total(of mean: Quantity, _ sentence: Sentence, before position: Int) -> Quantity? {
        guard
            let total = sentence.quantities[..<position].last(where: {
                $0.role == .level && $0.dimension == mean.dimension && $0.per.isEmpty
            }), !total.isAverage, !total.isApproximate, !total.isRange, total.depth == 0,
            mean.tokens.lowerBound - total.tokens.upperBound <= 20,
            words[.totals].occurs(in: wideClause(total, sentence), of: sentence.tokens),
            total.isPerPeriod == mean.isPerPeriod || !mean.isPerPeriod
        else { return nil }
        let between = total.tokens.upperBound..<mean.position
        guard !between.contains(where: { sentence.tokens[$0].isMark(".") }),
            !words[.among].occurs(in: between, of: sentence.tokens)
        else { return nil }
        // Each word of the average's own subject stands in the total's clause as well.
        let subject = Set(wideClause(total, sentence).map { sentence.tokens[$0].word })
        let isSame = mean.clause.allSatisfy { index in
            sentence.tokens[index].kind != .word || isNeutral(index, sentence)
                || subject.contains(sentence.tokens[index].word)
                || isOfEach(index, sentence)
        }
        return isSame ? total : nil
    }

    /// The words before a figure up to a mark, other figures among them.
    private func wideClause(_ quantity: Quantity, _ sentence: Sentence) -> Range<Int> {
        var start = quantity.position
        while start > 0, quantity.position - start < 20,
            sentence.tokens[start - 1].kind != .mark || sentence.tokens[start - 1].word == "-"
        {
            start -= 1
        }
        return start..<quantity.position
    }

    private func isOfEach(_ index: Int, _ sentence: Sentence) -> Bool {
        if words[.each].length(at: index, in: sentence.tokens) != nil { return true }
        for start in max(0, index - 3)...index {
            if let noun = words.noun(at: start, in: sentence.tokens), start + noun.length > index {
                return true
            }
        }
        return false
    }

    /// How many there are of a noun in the sentences around, nearest first.
    private func counts(of noun: String, near index: Int) -> [ExactDecimal] {
        var counts: [ExactDecimal] = []
        for sentence in neighbours(of: index, before: 10, after: 2).reversed() {
            for quantity in sentence.quantities.reversed()
            where quantity.dimension == .counted(noun) && quantity.per.isEmpty && !quantity.isChange
            {
                for number in [quantity.whole, quantity.number] {
                    if let value = number?.value.multiplied(by: quantity.factor),
                        value > ExactDecimal(1),
                        !counts.contains(value)
                    {
                        counts.append(value)
                    }
                }
            }
        }
        // The largest is the whole; a part is named where it explains.
        return counts.sorted(by: >)
    }
}

extension ExactDecimal {
    /// Whether the other number is this one's reciprocal.
    fileprivate func dividesTo(_ factor: ExactDecimal) -> Bool {
        multiplied(by: factor) == ExactDecimal(1)
    }
}
