package import Vocabulary

/// A day by which a period's file must be in an archive (Luật Lưu trữ 2024; Nghị định 30/2020/NĐ-CP, Điều 30).
///
/// Both are counted from the end of the year of its work. The law counts the five years from the year of the
/// deposit in the current archive, which no store knows: that is never earlier, so no day here is too late.
package struct Deposit: Sendable, Hashable {
    /// Which archive is to take it.
    package enum Archive: String, Sendable, Hashable, CaseIterable {
        /// Lưu trữ hiện hành, after one year.
        case current
        /// Lưu trữ lịch sử, after five.
        case historical

        var years: Int {
            switch self {
            case .current: 1
            case .historical: 5
            }
        }
    }

    /// How near the day is.
    package enum State: String, Sendable, Hashable {
        /// More than thirty days are left.
        case later
        /// Thirty days or fewer are left, the day itself included.
        case soon
        /// The day has gone by.
        case passed
    }

    /// The object in the store, such as `89-2020`.
    package var period: String
    package var archive: Archive
    /// The last day.
    package var due: CalendarDate

    /// Both deposits of the file whose work ended in `year`; none for a year that no calendar day follows.
    package static func all(of period: String, workOf year: Int) -> [Deposit] {
        Archive.allCases.compactMap { archive in
            CalendarDate(year: year + archive.years, month: 12, day: 31).map {
                Deposit(period: period, archive: archive, due: $0)
            }
        }
    }

    /// The day from which the office is warned.
    package var warnedFrom: CalendarDate { due.adding(days: -30) }

    /// Where the day stands on another day.
    package func state(on day: CalendarDate) -> State {
        day > due ? .passed : day >= warnedFrom ? .soon : .later
    }
}

extension Deposit: Comparable {
    /// The earlier day comes first, then the object, then the current archive.
    package static func < (left: Deposit, right: Deposit) -> Bool {
        if left.due != right.due { return left.due < right.due }
        if left.period != right.period {
            return left.period.utf8.lexicographicallyPrecedes(right.period.utf8)
        }
        return left.archive.years < right.archive.years
    }
}
