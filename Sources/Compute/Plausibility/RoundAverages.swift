import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// A number that is exactly a count times a short number, and how likely that is by chance.
struct RoundAverage {
    let count: ExactDecimal
    let average: ExactDecimal

    /// `nil` when `total` over `count` has more than `digits` significant digits, when it is a power of
    /// ten, or when more than `percent` percent of all numbers as long as `total` are such products.
    init?(of total: ExactDecimal, over count: ExactDecimal, digits: Int, percent: ExactDecimal) {
        guard total > .zero, count > ExactDecimal(1),
            let average = total.dividedExactly(by: count), average.mantissa != 1
        else { return nil }
        let own = average.significantDigits
        guard own <= digits, own <= 4, total.significantDigits <= 20 else { return nil }
        self.count = count
        self.average = average
        let limit = powerOfTen(total.significantDigits)
        var products: Set<Int128> = []
        let factor = count.mantissa
        for number in 1..<powerOfTen(own) {
            var (product, overflows) = factor.multipliedReportingOverflow(by: number)
            guard !overflows else { continue }
            while product % 10 == 0 { product /= 10 }
            if product < limit { products.insert(product) }
        }
        // Of numbers up to this length nine in ten have no zero at their end.
        let likely = ExactDecimal(products.count * 100)
        guard let most = ExactDecimal(limit / 10 * 9).multiplied(by: percent), likely <= most else {
            return nil
        }
    }
}

/// Total rows that their rows do not add up to, and that are their number times a round average. One that is
/// the sum of its rows is no doubt.
func checkTotals(_ doubts: inout PlausibilityDoubts) {
    for submission in doubts.data.dataset.submissions {
        for proof in submission.reading?.proofs ?? [] where !proof.holds {
            guard
                let entry = doubts.rules.entry(
                    .averageTotal,
                    key: proof.column,
                    unit: submission.sender
                ),
                // Where the decimal mark stands does not matter to digits.
                let stated = ExactDecimal(plain: proof.stated.filter(\.isNumber)),
                let average = RoundAverage(
                    of: stated,
                    over: ExactDecimal(proof.rows),
                    digits: entry.count(.digits),
                    percent: entry[.chance]
                )
            else { continue }
            let label = doubts.settings.schema.column(proof.column)?.label ?? proof.column
            let digits = String(average.average.mantissa)
            doubts.append(
                .averageTotal,
                entry,
                at: proof.place,
                PlausibilityDoubts.Words(
                    value: proof.stated,
                    vi:
                        "Dòng tổng của cột \(label) không phải tổng các dòng (\(proof.computed)) mà đúng "
                        + "bằng \(proof.rows) dòng nhân với một mức bình quân tròn (các chữ số \(digits))",
                    en: "The total of the column \(label) is not the sum of its rows "
                        + "(\(proof.computed)) but exactly \(proof.rows) rows times a round average "
                        + "(digits \(digits))",
                    hint: Bilingual(
                        vi: "Cộng lại từ các dòng, không nhân số bình quân",
                        en: "Add up the rows instead of multiplying an average"
                    )
                )
            )
        }
    }
}
