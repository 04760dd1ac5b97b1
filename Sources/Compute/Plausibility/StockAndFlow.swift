import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// New and gone organisations that settings give, against those of the lists; and stock = before + new − gone.
func checkFlow(_ pair: PeriodPair?, _ sums: UnitSums, _ doubts: inout PlausibilityDoubts) {
    let flow = doubts.settings.plausibility.flow
    let entered = flow.entered.flatMap(doubts.given)
    let left = flow.left.flatMap(doubts.given)
    let before = flow.before.flatMap(doubts.given)
    var isTold = false
    if let pair, pair.isWhole, pair.keepsRows {
        let new = pair.rows.count { $0 == nil }
        if let entered {
            isTold = compare(.flowEntered, entered, with: new, &doubts) || isTold
        }
        if let left {
            isTold = compare(.flowLeft, left, with: pair.gone.count, &doubts) || isTold
        }
    }
    let known = pair.flatMap { $0.isWhole ? ExactDecimal($0.before.count) : nil }
    guard !isTold, let entered, let left, let start = before?.value ?? known,
        let end = start.adding(entered.value)?.subtracting(left.value),
        end != ExactDecimal(sums.count), let entry = doubts.rules.entry(.flowBalance)
    else { return }
    let sum = "\(start.inVietnamese) + \(entered.value.inVietnamese) − \(left.value.inVietnamese)"
    doubts.append(
        .flowBalance,
        entry,
        at: (before ?? entered).place,
        PlausibilityDoubts.Words(
            value: end.inVietnamese,
            vi: "Đầu kỳ + mới − không còn = \(sum) = \(end.inVietnamese), nhưng cuối kỳ có "
                + "\(sums.count) \(doubts.settings.wording.organisation)",
            en: "Before + new − gone = \(end), but there are \(sums.count) organisations now",
            hint: Bilingual(
                vi: "Đối chiếu từng số với danh sách; nêu rõ trường hợp ngoại lệ",
                en: "Hold each number against the lists; name the exceptions"
            )
        )
    )
}

extension PlausibilityDoubts {
    fileprivate func given(_ key: String) -> GivenFigure? {
        settings.given.first { $0.key == key }
    }
}

/// Whether a doubt was told.
private func compare(
    _ rule: PlausibilityRule,
    _ given: GivenFigure,
    with count: Int,
    _ doubts: inout PlausibilityDoubts
) -> Bool {
    guard given.value != ExactDecimal(count), let entry = doubts.rules.entry(rule, key: given.key)
    else { return false }
    let value = given.value.inVietnamese
    doubts.append(
        rule,
        entry,
        at: given.place,
        PlausibilityDoubts.Words(
            value: value,
            vi:
                "“\(given.label)” khai là \(value), nhưng đối chiếu mã trong danh sách hai kỳ là \(count)",
            en:
                "“\(given.label)” is given as \(given.value), but the identifiers of both periods' lists "
                + "say \(count)",
            hint: Bilingual(
                vi: "Xem tổ chức nào thiếu trong danh sách hoặc đổi mã",
                en: "See who is missing in the lists or changed the identifier"
            )
        )
    )
    return true
}
