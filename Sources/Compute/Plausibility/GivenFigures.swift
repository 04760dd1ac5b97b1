import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Given figures by themselves: dates in the future, averages multiplied back.
func checkGiven(_ sums: UnitSums, _ doubts: inout PlausibilityDoubts) {
    let settings = doubts.settings
    let counts = settings.given.isEmpty ? [] : PopulationCount.all(sums)
    let flow = settings.plausibility.flow
    let numbers = Set(
        [flow.before, flow.entered, flow.left].compactMap { $0 }
            + settings.plausibility.ratings.flatMap(\.keys)
    )
    for given in settings.given {
        checkDate(of: given, &doubts)
        guard !numbers.contains(given.key),
            let entry = doubts.rules.entry(.averageGiven, key: given.key)
        else { continue }
        let found = counts.lazy.compactMap { count -> (PopulationCount, RoundAverage)? in
            RoundAverage(
                of: given.value,
                over: count.value,
                digits: entry.count(.digits),
                percent: entry[.chance]
            ).map { (count, $0) }
        }.first
        guard let (count, average) = found else { continue }
        let total = given.value.inVietnamese
        doubts.append(
            .averageGiven,
            entry,
            at: given.place,
            PlausibilityDoubts.Words(
                value: total,
                vi:
                    "“\(given.label)” \(total) đúng bằng \(count.value.inVietnamese) \(count.label) × "
                    + "\(average.average.inVietnamese): giống số bình quân nhân ngược hơn là số cộng "
                    + "từ báo cáo",
                en: "“\(given.label)” \(given.value) is exactly \(count.value) (\(count.label)) × "
                    + "\(average.average): more like an average multiplied back than a sum of reports",
                hint: Bilingual(
                    vi: "Ghi là số bình quân, hoặc lấy số cộng từ báo cáo",
                    en: "Give it as the average that it is, or take the sum of the reports"
                )
            )
        )
    }
}

private func checkDate(of given: GivenFigure, _ doubts: inout PlausibilityDoubts) {
    let cutoff = doubts.settings.period.cutoff
    guard given.date > cutoff, let entry = doubts.rules.entry(.futureGiven, key: given.key),
        cutoff.days(until: given.date) > entry.count(.days)
    else { return }
    doubts.append(
        .futureGiven,
        entry,
        at: given.datePlace ?? given.place,
        PlausibilityDoubts.Words(
            value: given.date.iso,
            vi: "“\(given.label)” là số ngày \(given.date.vietnamese), sau ngày chốt số liệu "
                + cutoff.vietnamese,
            en: "“\(given.label)” is of \(given.date.iso), after the cut-off day \(cutoff.iso)",
            hint: Bilingual(
                vi: "Lấy số tại ngày chốt, hoặc sửa ngày",
                en: "Take the figure of the cut-off day, or correct the date"
            )
        )
    )
}

/// Given figures beside the previous period's of the same key.
func checkGiven(_ pair: PeriodPair, _ doubts: inout PlausibilityDoubts) {
    let previous = pair.before.data.settings
    for given in doubts.settings.given {
        guard let other = previous.given.first(where: { $0.key == given.key }),
            let value = UnitConversion(
                of: other.unitOfMeasure,
                in: previous,
                to: given.unitOfMeasure,
                in: doubts.settings
            )?.convert(other.value)
        else { continue }
        if given.value == value {
            checkStill(given, pair, &doubts)
        } else if let entry = doubts.rules.entry(.scaleGiven, key: given.key),
            let factor = scale(given.value, value, slack: entry[.slack])
        {
            let (last, now) = (value.inVietnamese, given.value.inVietnamese)
            let isMore = given.value.magnitude > value.magnitude
            doubts.append(
                .scaleGiven,
                entry,
                at: given.place,
                PlausibilityDoubts.Words(
                    value: now,
                    vi:
                        "“\(given.label)” là \(now), kỳ trước \(last): \(isMore ? "gấp" : "kém") khoảng "
                        + "\(ExactDecimal(factor).inVietnamese) lần",
                    en:
                        "“\(given.label)” is \(given.value), \(value) in the previous period: about "
                        + "\(factor) times \(isMore ? "more" : "less")",
                    hint: Bilingual(
                        vi: "Kiểm tra đơn vị tính của số khai",
                        en: "Check the unit of measure of the figure"
                    )
                )
            )
        }
    }
}

private func checkStill(
    _ given: GivenFigure,
    _ pair: PeriodPair,
    _ doubts: inout PlausibilityDoubts
) {
    guard pair.isWhole, pair.now.count != pair.before.count,
        let entry = doubts.rules.entry(.stillGiven, key: given.key),
        given.value.significantDigits >= max(1, entry.count(.digits))
    else { return }
    let noun = doubts.settings.wording.organisation
    doubts.append(
        .stillGiven,
        entry,
        at: given.place,
        PlausibilityDoubts.Words(
            value: given.value.inVietnamese,
            vi:
                "“\(given.label)” vẫn đúng là \(given.value.inVietnamese) như kỳ trước, trong khi số "
                + "\(noun) từ \(pair.before.count) thành \(pair.now.count)",
            en:
                "“\(given.label)” is still exactly \(given.value) as in the previous period, while the "
                + "organisations went from \(pair.before.count) to \(pair.now.count)",
            hint: Bilingual(
                vi: "Hỏi lại nơi cung cấp số đã cập nhật chưa",
                en: "Ask who gave it whether it was brought up to date"
            )
        )
    )
}

/// A thousand or a million when one number is so many times the other within a factor of `slack`.
private func scale(_ value: ExactDecimal, _ other: ExactDecimal, slack: ExactDecimal) -> Int? {
    let (small, large) = (
        min(value.magnitude, other.magnitude), max(value.magnitude, other.magnitude)
    )
    guard small > .zero else { return nil }
    return [1_000, 1_000_000].first { factor in
        let middle = small.times(factor)
        guard let least = large.multiplied(by: slack), let most = middle.multiplied(by: slack)
        else {
            return false
        }
        return least >= middle && large <= most
    }
}

/// A number of organisations or people that an average may have been multiplied by.
private struct PopulationCount {
    var value: ExactDecimal
    var label: String

    /// All organisations; those of a state that most are in; sums of whole numbers, such as members.
    static func all(_ sums: UnitSums) -> [PopulationCount] {
        let settings = sums.data.settings
        let noun = settings.wording.organisation
        var counts = [PopulationCount(value: ExactDecimal(sums.count), label: noun)]
        for (index, column) in settings.schema.classColumns.enumerated() where column.role == .state
        {
            for (code, value) in column.codes.enumerated() {
                let count = sums.classes[index][code].reduce(0, +)
                guard count * 2 >= sums.count, count < sums.count else { continue }
                counts.append(
                    PopulationCount(value: ExactDecimal(count), label: "\(noun) (\(value.label))")
                )
            }
        }
        for (index, column) in settings.schema.measureColumns.enumerated()
        where column.type == .integer {
            guard let sum = sums.sum(index), sum > .zero else { continue }
            counts.append(PopulationCount(value: sum, label: "(\(column.label))"))
        }
        return counts
    }
}
