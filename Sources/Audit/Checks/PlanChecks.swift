import Diagnostics
import Vocabulary

extension Auditor {
    /// `thực hiện 285 HTX, kế hoạch 290 HTX, đạt 98,28% kế hoạch`.
    mutating func checkPlans(_ index: Int) {
        let sentence = sentences[index]
        for (position, percent) in sentence.quantities.enumerated() {
            guard percent.dimension == .percent, !percent.isApproximate, !percent.isRange,
                !percent.isChange,
                words[.planRatios].length(at: percent.tokens.upperBound, in: sentence.tokens)
                    != nil,
                let printed = Span(percent.number)
            else { continue }
            let before = sentence.quantities[..<position].filter {
                !$0.isChange && $0.role != .share && $0.dimension != .percent && !$0.isRange
            }
            if let pair = before.last, let whole = pair.whole {
                addPlan(
                    index,
                    percent,
                    printed,
                    Span(exactly: pair.number.value),
                    Span(exactly: whole.value)
                )
                continue
            }
            let after = sentence.quantities[(position + 1)...].first {
                $0.position - percent.tokens.upperBound <= 6 && $0.dimension != .percent
                    && $0.role == .level
            }
            guard let done = before.last(where: { !isPlanned($0, sentence) && !$0.isApproximate })
            else { continue }
            let planned = before.last { isPlanned($0, sentence) } ?? after
            guard let planned, planned.dimension == done.dimension, !planned.isApproximate,
                let part = done.span, let whole = planned.span
            else { continue }
            addPlan(index, percent, printed, part, whole)
        }
    }

    private func isPlanned(_ quantity: Quantity, _ sentence: Sentence) -> Bool {
        words[.plans].occurs(in: quantity.clause, of: sentence.tokens)
    }

    private mutating func addPlan(
        _ index: Int,
        _ percent: Quantity,
        _ printed: Span,
        _ done: Span,
        _ planned: Span
    ) {
        guard printed.mayBe(done, over: planned, times: 100) == false else { return }
        let isKnown = isExplained(near: index, before: 2, after: 1) { other in
            guard let span = other.span else { return false }
            return printed.mayBe(done, over: span, times: 100) == true
                || printed.mayBe(span, over: planned, times: 100) == true
        }
        guard !isKnown,
            let value = done.middle.multiplied(by: ExactDecimal(100)).flatMap({
                ExactRatio($0, over: planned.middle)
            })?.rounded(to: percent.number.places)
        else { return }
        add(
            .plan,
            in: sentences[index],
            percent.tokens,
            computed: "\(value.vietnamese(percent.number.places))%",
            why: Bilingual(
                vi: "Tỷ lệ so với kế hoạch không khớp với hai số đã nêu",
                en: "The part of the plan does not follow from the two figures"
            )
        )
    }

    /// `5 - 4 triệu đồng`.
    mutating func checkRanges(_ index: Int) {
        let sentence = sentences[index]
        for (low, high) in zip(sentence.quantities, sentence.quantities.dropFirst())
        where low.isRange && high.isRange && low.dimension == high.dimension {
            guard high.dimension != .bare, high.position - low.tokens.upperBound == 1,
                let first = low.base, let second = high.base, first > second, !low.number.hasSign,
                !words[.falls].occurs(in: low.clause, of: sentence.tokens)
            else { continue }
            add(
                .range,
                in: sentence,
                low.tokens.lowerBound..<high.tokens.upperBound,
                computed:
                    "\(high.number.value.vietnamese(in: high)) - \(low.number.value.vietnamese(in: low))",
                why: Bilingual(
                    vi: "Đầu khoảng lớn hơn cuối khoảng",
                    en: "The range begins above its end"
                )
            )
        }
    }
}
