import Foundation
import Testing
import Vocabulary

struct CalendarDateDaysTests {
    @Test(arguments: [
        ("2024-02-28", 1, "2024-02-29"), ("2024-02-29", 1, "2024-03-01"),
        ("2023-02-28", 1, "2023-03-01"), ("2024-03-01", -1, "2024-02-29"),
        ("1900-02-28", 1, "1900-03-01"), ("2000-02-28", 1, "2000-02-29"),
        ("2024-12-31", -30, "2024-12-01"), ("2024-03-30", -30, "2024-02-29"),
        ("1969-12-31", 1, "1970-01-01"), ("2024-02-29", 366, "2025-03-01"),
    ])
    func `adds days over month ends and leap days`(iso: String, count: Int, sum: String) throws {
        let day = try #require(CalendarDate(iso: iso))
        let other = try #require(CalendarDate(iso: sum))
        #expect(day.adding(days: count) == other)
        #expect(day.days(until: other) == count)
        #expect(other.days(until: day) == -count)
    }

    @Test func `numbers days as the calendar does for every 89th day of 9999 years`() throws {
        let last = try #require(CalendarDate(iso: "9999-12-31")).daysSince1970
        let first = try #require(CalendarDate(iso: "0001-01-01")).daysSince1970
        for day in stride(from: first, through: last, by: 89) {
            let date = CalendarDate(secondsSince1970: day * 86_400)
            #expect(date.daysSince1970 == day)
        }
    }

    @Test func `stays among the days that there are`() throws {
        let day = try #require(CalendarDate(iso: "2020-02-29"))
        #expect(day.adding(days: .max).iso == "9999-12-31")
        #expect(day.adding(days: .min).iso == "0001-01-01")
    }
}
