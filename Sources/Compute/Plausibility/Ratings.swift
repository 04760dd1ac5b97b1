import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Numbers of ratings against the number of organisations.
func checkRatings(_ sums: UnitSums, _ doubts: inout PlausibilityDoubts) {
    for (index, column) in doubts.settings.schema.classColumns.enumerated()
    where column.role == .rating {
        let answered = sums.counts.indices.map { unit in
            sums.classes[index].reduce(0) { $0 + $1[unit] }
        }
        // Where hardly any unit rates, the form does not ask for it.
        guard answered.reduce(0, +) * 2 >= sums.count else { continue }
        for (unit, own) in doubts.settings.units.enumerated() {
            let count = sums.counts[unit]
            let open = count - answered[unit]
            guard open > 0,
                let entry = doubts.rules.entry(.ratingUnanswered, key: column.key, unit: own.code),
                count >= entry.count(.organisations),
                ExactDecimal(open * 100) > entry[.share].times(count)
            else { continue }
            let first = doubts.rows.units.indices.first {
                doubts.rows.units[$0] == unit && doubts.rows.classes[index][$0] == nil
            }
            doubts.append(
                .ratingUnanswered,
                entry,
                at: first.flatMap { doubts.place($0, column) },
                PlausibilityDoubts.Words(
                    vi: "\(own.title): \(open) trên \(count) tổ chức để trống cột \(column.label)",
                    en: "\(own.title): \(open) of \(count) organisations leave the column "
                        + "\(column.label) empty",
                    hint: Bilingual(
                        vi: "Ghi rõ loại, kể cả không xếp loại",
                        en: "Give each its class, those not rated too"
                    )
                )
            )
        }
    }
    for ratings in doubts.settings.plausibility.ratings {
        checkGivenRatings(ratings, sums, &doubts)
    }
}

/// Given numbers of the classes, which with those not rated are all organisations.
private func checkGivenRatings(
    _ ratings: PlausibilitySettings.GivenRatings,
    _ sums: UnitSums,
    _ doubts: inout PlausibilityDoubts
) {
    let given = ratings.keys.compactMap { key in doubts.settings.given.first { $0.key == key } }
    guard given.count == ratings.keys.count, let first = given.first,
        let sum = given.map({ $0.value as ExactDecimal? }).exactSum,
        sum != ExactDecimal(sums.count),
        let entry = doubts.rules.entry(.ratingSum, key: ratings.column)
    else { return }
    let parts = given.map(\.value.inVietnamese).joined(separator: " + ")
    let noun = doubts.settings.wording.organisation
    doubts.append(
        .ratingSum,
        entry,
        at: first.place,
        PlausibilityDoubts.Words(
            value: sum.inVietnamese,
            vi:
                "Số của các loại cộng lại là \(parts) = \(sum.inVietnamese), nhưng có \(sums.count) "
                + noun,
            en: "The numbers of the classes add up to \(sum), but there are \(sums.count) "
                + "organisations",
            hint: Bilingual(
                vi: "Khai đủ các loại, kể cả không xếp loại, tại cùng ngày chốt",
                en: "Give all classes, those not rated too, as of the same day"
            )
        )
    )
}
