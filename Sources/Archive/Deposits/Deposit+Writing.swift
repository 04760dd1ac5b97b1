package import Diagnostics
package import Vocabulary

extension [Deposit] {
    /// One line a deposit for people: day, object, archive, and how it stands on `day`.
    package func text(on day: CalendarDate, language: Language) -> String {
        map { deposit in
            let date = language == .vi ? deposit.due.vietnamese : deposit.due.iso
            let words = [
                date, deposit.period, deposit.archive.words.text(in: language),
                deposit.standing(on: day).text(in: language),
            ]
            return words.joined(separator: "  ") + "\n"
        }.joined()
    }

    /// One list for programs.
    package func json(on day: CalendarDate) -> String {
        JSONText.array(
            map { deposit in
                .object([
                    ("period", .string(deposit.period)),
                    ("archive", .string(deposit.archive.rawValue)),
                    ("due", .string(deposit.due.iso)),
                    ("warned_from", .string(deposit.warnedFrom.iso)),
                    ("days_left", .integer(day.days(until: deposit.due))),
                    ("state", .string(deposit.state(on: day).rawValue)),
                ])
            }
        ).written(indent: 2) + "\n"
    }
}

extension Deposit {
    /// A warning about a deposit that is near or whose day has gone by.
    package func warning(on day: CalendarDate) -> Diagnostic? {
        guard state(on: day) != .later else { return nil }
        let standing = standing(on: day)
        return Diagnostic(
            "archive.deposit.\(state(on: day))",
            .warning,
            at: nil,
            value: period,
            message: Bilingual(
                vi: "Hồ sơ \(period) phải nộp vào \(archive.words.vi) chậm nhất ngày "
                    + "\(due.vietnamese): \(standing.vi).",
                en:
                    "The file \(period) must be in the \(archive.words.en) by \(due.iso): \(standing.en)."
            ),
            hint: Bilingual(
                vi: "Nếu chưa nộp: baocao export KHO \(period) --bag THƯ-MỤC, rồi giao nộp gói.",
                en:
                    "Unless it is there already: baocao export STORE \(period) --bag FOLDER, then hand it over."
            )
        )
    }

    fileprivate func standing(on day: CalendarDate) -> Bilingual {
        let days = day.days(until: due)
        return switch days {
        case 0: Bilingual(vi: "hạn chót là hôm nay", en: "this is the last day")
        case ..<0: Bilingual(vi: "đã qua hạn \(-days) ngày", en: "\(-days) days ago")
        default: Bilingual(vi: "còn \(days) ngày", en: "\(days) days left")
        }
    }
}

extension Deposit.Archive {
    /// Its name in messages.
    package var words: Bilingual {
        switch self {
        case .current: Bilingual(vi: "lưu trữ hiện hành", en: "current archive")
        case .historical: Bilingual(vi: "lưu trữ lịch sử", en: "historical archive")
        }
    }
}
