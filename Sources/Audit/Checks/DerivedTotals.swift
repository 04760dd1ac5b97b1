import Diagnostics
import Vocabulary

extension Auditor {
    /// Averages that were multiplied back: what is called an average is a count times a round number.
    mutating func checkDerivedTotals(_ index: Int) {
        let sentence = sentences[index]
        for quantity in sentence.quantities {
            guard case .money = quantity.dimension, quantity.role == .level,
                !quantity.isApproximate,
                !quantity.isRange, quantity.per.isEmpty, let base = quantity.base, base > .zero
            else { continue }
            let isCalledAverage =
                quantity.isAverage && perNoun(sentence, quantity) == nil
                && !quantity.isPerPeriod && !hasOwner(sentence, quantity)
            let isCalledTotal = words[.totals].occurs(in: quantity.clause, of: sentence.tokens)
            guard isCalledAverage || isCalledTotal && !quantity.isAverage && !isBacked else {
                continue
            }
            for count in wholes(near: index) {
                guard
                    let mean = roundMean(
                        of: quantity,
                        count,
                        least: isCalledTotal && isCalledAverage ? 3 : 7
                    )
                else { continue }
                if !isCalledAverage {
                    let digits = quantity.number.value.digits
                    guard mean.digits <= 2, digits >= mean.digits + 2, digits >= 4, !isInTable(base)
                    else { continue }
                }
                addDerived(index, quantity, count, mean, isCalledAverage: isCalledAverage)
                break
            }
        }
    }

    private mutating func addDerived(
        _ index: Int,
        _ quantity: Quantity,
        _ count: ExactDecimal,
        _ mean: ExactDecimal,
        isCalledAverage: Bool
    ) {
        let sentence = sentences[index]
        let unit = sentence.printed((quantity.position + 1)..<quantity.tokens.upperBound)
        let known = reference?.sum(of: quantity.base)
        if !isCalledAverage, known == true { return }
        add(
            .derivedTotal,
            isCalledAverage ? .doubt : .remark,
            in: sentence,
            quantity.tokens,
            computed: "\(count.vietnamese) × \(mean.vietnamese) \(unit)",
            why: isCalledAverage
                ? Bilingual(
                    vi: "Gọi là bình quân nhưng bằng đúng số lượng nhân với một số bình quân tròn",
                    en: "Called an average, but it is the count times a round average"
                )
                : Bilingual(
                    vi:
                        "Tổng bằng đúng số lượng nhân với một số tròn: có thể là số bình quân nhân lên",
                    en:
                        "The total is the count times a round number: perhaps an average multiplied back"
                )
        )
    }

    /// `bình quân của HTX`, `bình quân thành viên`: the noun says whose average it is.
    private func hasOwner(_ sentence: Sentence, _ quantity: Quantity) -> Bool {
        guard let mark = words[.averages].first(in: quantity.clause, of: sentence.tokens) else {
            return false
        }
        for index in mark.upperBound..<quantity.position {
            if words.noun(at: index, in: sentence.tokens) != nil { return true }
        }
        let end = quantity.tokens.upperBound
        return words[.each].length(at: end, in: sentence.tokens) != nil
    }

    /// The largest count of each noun around: what a total may be the product of.
    private func wholes(near index: Int) -> [ExactDecimal] {
        var largest: [String: ExactDecimal] = [:]
        for sentence in neighbours(of: index, before: 8, after: 2) {
            for quantity in sentence.quantities {
                guard case .counted(let noun) = quantity.dimension, !quantity.isChange,
                    quantity.per.isEmpty, quantity.factor == ExactDecimal(1)
                else { continue }
                let value = quantity.whole?.value ?? quantity.number.value
                if value > largest[noun] ?? .zero { largest[noun] = value }
            }
        }
        return largest.values.sorted(by: >).filter { $0 >= ExactDecimal(20) && $0.isInteger }
    }

    /// The quotient in the printed unit where it ends within four digits; a count of twos, fives and little
    /// else divides too many numbers to say anything.
    private func roundMean(
        of quantity: Quantity,
        _ count: ExactDecimal,
        least: Int128
    ) -> ExactDecimal? {
        var rest = count.coefficient
        for prime in [2, 5] as [Int128] { while rest > 0, rest % prime == 0 { rest /= prime } }
        guard rest >= least, let mean = quantity.number.value.dividedExactly(by: count),
            mean.digits <= 4, mean != ExactDecimal(1)
        else { return nil }
        return mean
    }

    /// Whether a table of the text has a total of this number with the rows that it is added from.
    private func isInTable(_ base: ExactDecimal) -> Bool {
        tables.contains { table in
            table.rows.contains { row in
                row.cells.contains { cell in
                    guard let value = PrintedNumber(cell.unicodeScalars.filter { !$0.isSpace }[...])
                    else { return false }
                    var number = value.value
                    for _ in 0..<4 {
                        if number == base { return true }
                        guard let next = number.multiplied(by: ExactDecimal(1_000)) else { break }
                        number = next
                    }
                    return false
                }
            }
        }
    }
}

extension ExactDecimal {
    /// Digits between the first and the last that is no zero.
    var digits: Int {
        var rest = coefficient.magnitude
        while rest > 0, rest % 10 == 0 { rest /= 10 }
        return String(rest).utf8.count
    }
}
