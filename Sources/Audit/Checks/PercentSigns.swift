import Diagnostics
import Vocabulary

extension Auditor {
    /// Shares and rates with nothing behind their number.
    mutating func checkPercentSigns(_ index: Int) {
        let sentence = sentences[index]
        for (position, quantity) in sentence.quantities.enumerated()
        where quantity.dimension == .bare && quantity.whole == nil
            && quantity.number.value.magnitude <= ExactDecimal(1000)
        {
            guard
                isShare(sentence, quantity) || isAmongShares(sentence, position)
                    || isPlanRatio(sentence, quantity)
            else { continue }
            add(
                .missingPercent,
                in: sentence,
                quantity.position..<(quantity.position + 1),
                computed: "\(quantity.number.value.vietnamese(in: quantity))%",
                why: Bilingual(
                    vi: "Tỷ trọng thiếu dấu %",
                    en: "The share has no percent sign"
                )
            )
        }
    }

    /// `chiếm 0,43)`: behind a word for shares, before a mark.
    private func isShare(_ sentence: Sentence, _ quantity: Quantity) -> Bool {
        guard quantity.number.value <= ExactDecimal(100), endsThere(sentence, quantity) else {
            return false
        }
        if quantity.role == .share { return true }
        guard quantity.number.places > 0, !quantity.isChange else { return false }
        // `tỷ lệ … 34,3`: with decimals it can be nothing else.
        return words[.ratios].start(
            endingBefore: quantity.position,
            in: sentence.tokens,
            notBefore: quantity.clause.lowerBound
        ) != nil
    }

    private func endsThere(_ sentence: Sentence, _ quantity: Quantity) -> Bool {
        let end = quantity.tokens.upperBound
        guard end < sentence.tokens.count else { return true }
        let next = sentence.tokens[end]
        if words[.totals].length(at: end, in: sentence.tokens) != nil { return true }
        return next.kind == .mark && ").;,]".contains(next.word)
    }

    /// `(72,84%); … (0,43)`: alone in brackets where the others have the sign.
    private func isAmongShares(_ sentence: Sentence, _ position: Int) -> Bool {
        let quantity = sentence.quantities[position]
        guard quantity.number.places > 0, quantity.number.value <= ExactDecimal(100),
            isAlone(sentence, quantity)
        else { return false }
        let others = sentence.quantities.filter { $0.depth > 0 && isAlone(sentence, $0) }
        let signed = others.count { $0.dimension == .percent }
        return signed > 1 && signed == others.count - 1
            && others.allSatisfy { $0.number.places == quantity.number.places }
    }

    private func isAlone(_ sentence: Sentence, _ quantity: Quantity) -> Bool {
        let (start, end) = (quantity.position - 1, quantity.tokens.upperBound)
        return start >= 0 && end < sentence.tokens.count && sentence.tokens[start].isMark("(")
            && sentence.tokens[end].isMark(")")
    }

    /// `đạt 98,5 kế hoạch`.
    private func isPlanRatio(_ sentence: Sentence, _ quantity: Quantity) -> Bool {
        guard quantity.number.places > 0 || quantity.number.value >= ExactDecimal(50),
            quantity.number.value <= ExactDecimal(500),
            words[.planRatios].length(at: quantity.tokens.upperBound, in: sentence.tokens) != nil
        else { return false }
        return words[.reached].start(
            endingBefore: quantity.position,
            in: sentence.tokens,
            notBefore: quantity.clause.lowerBound
        ) != nil
    }
}
