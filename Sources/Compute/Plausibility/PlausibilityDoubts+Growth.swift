import Diagnostics
import PeriodModel
import Vocabulary

extension PlausibilityDoubts.Words {
    /// `answers` are those who gave the value now, and all.
    static func growth(
        _ change: SumChange,
        of what: String,
        in place: String,
        _ entry: RuleBook.Entry,
        answers: (given: Int, all: Int)? = nil
    ) -> Self {
        let hint = Bilingual(
            vi: "Kiểm tra lại số liệu; nếu đúng thì xác nhận kèm giải thích",
            en: "Check the figures; if they are right, confirm them with the reason"
        )
        if let answers, answers.given == 0 {
            return Self(
                vi: "\(place), \(what): kỳ này không tổ chức nào có số liệu, kỳ trước là "
                    + change.before.inVietnamese,
                en: "\(place), \(what): no organisation gives it now; it was \(change.before)",
                hint: hint
            )
        }
        let percent = change.growth?.rounded(to: 2) ?? .zero
        let style = NumberStyle(.upTo(2), showsPlus: true)
        let share = answers.map { $0.given < $0.all ? "\($0.given)/\($0.all)" : "" } ?? ""
        return Self(
            value: change.now.inVietnamese,
            vi:
                "\(place), \(what): \(change.before.inVietnamese) kỳ trước, \(change.now.inVietnamese) "
                + "kỳ này (\(style.text(percent))%), ngoài khoảng \(entry[.lower].inVietnamese)% đến "
                + "\(style.text(entry[.upper]))%"
                + (share.isEmpty ? "" : "; \(share) tổ chức có số liệu"),
            en: "\(place), \(what): \(change.before) in the previous period, \(change.now) now "
                + "(\(percent)%), outside \(entry[.lower])% to \(entry[.upper])%"
                + (share.isEmpty ? "" : "; \(share) organisations give it"),
            hint: hint
        )
    }
}
