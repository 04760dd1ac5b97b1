import Foundation
import Testing
import Vocabulary

struct CalendarDateTests {
    @Test(arguments: [
        ("2020-03-09", "09/3/2020"), ("2021-01-05", "05/01/2021"), ("2020-12-31", "31/12/2020"),
        ("2020-02-29", "29/02/2020"), ("2020-10-01", "01/10/2020"),
    ])
    func `writes days and months as Nghị định 30 wants`(iso: String, shown: String) throws {
        let date = try #require(CalendarDate(iso: iso))
        #expect(date.vietnamese == shown)
        #expect(date.iso == iso)
    }

    @Test(arguments: [
        "2021-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-04-31", "0000-01-01",
        "2020-1-01", "20-01-01", "+020-01-01", "2020-+1-01", "2020/01/01", "", "2020-01-01 ",
    ])
    func `refuses days that are not`(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func `agrees with the calendar of Foundation on every 97th day of 400 years`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -100_000, to: 46_000, by: 97) {
            let seconds = day * 86_400 + 86_399
            let parts = calendar.dateComponents(
                [.year, .month, .day],
                from: Date(timeIntervalSince1970: TimeInterval(seconds))
            )
            let date = CalendarDate(secondsSince1970: seconds)
            #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
        }
    }

    @Test func `never traps on a moment out of range`() {
        #expect(CalendarDate(secondsSince1970: .max).iso == "9999-12-31")
        #expect(CalendarDate(secondsSince1970: .min).iso == "0001-01-01")
    }
}
