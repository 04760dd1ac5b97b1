import Archive
import Diagnostics
import Testing
import Vocabulary

struct DepositTests {
    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    @Test func `falls due one and five years after the end of the year of the work`() {
        let deposits = Deposit.all(of: "89-2020", workOf: 2020)
        #expect(deposits.map(\.archive) == [.current, .historical])
        #expect(deposits.map(\.due.iso) == ["2021-12-31", "2025-12-31"])
        #expect(deposits.map(\.warnedFrom.iso) == ["2021-12-01", "2025-12-01"])
        #expect(Deposit.all(of: "89-9998", workOf: 9998).map(\.due.iso) == ["9999-12-31"])
    }

    @Test(arguments: [
        ("2021-11-30", Deposit.State.later), ("2021-12-01", .soon), ("2021-12-31", .soon),
        ("2022-01-01", .passed),
    ])
    func `is near from thirty days before to its own end`(iso: String, state: Deposit.State) throws
    {
        let deposit = Deposit.all(of: "89-2020", workOf: 2020)[0]
        #expect(deposit.state(on: try day(iso)) == state)
        #expect((deposit.warning(on: try day(iso)) == nil) == (state == .later))
        #expect(deposit.warning(on: try day(iso))?.severity ?? .warning == .warning)
    }

    @Test func `counts a leap day among the days that are left`() throws {
        let deposits = Deposit.all(of: "89-2023", workOf: 2023)
        let leap = try day("2024-02-29")
        #expect(
            deposits.text(on: leap, language: .vi) == """
                31/12/2024  89-2023  lưu trữ hiện hành  còn 306 ngày
                31/12/2028  89-2023  lưu trữ lịch sử  còn 1767 ngày

                """
        )
        #expect(try leap.days(until: day("2025-03-01")) == 366)
    }

    @Test func `stands by day, object and archive`() {
        let all = [("89-2024", 2024), ("89-2020", 2020), ("10-2020", 2020)]
            .flatMap { Deposit.all(of: $0.0, workOf: $0.1) }.sorted()
        #expect(
            all.map { "\($0.due.iso) \($0.period) \($0.archive)" } == [
                "2021-12-31 10-2020 current", "2021-12-31 89-2020 current",
                "2025-12-31 10-2020 historical", "2025-12-31 89-2020 historical",
                "2025-12-31 89-2024 current", "2029-12-31 89-2024 historical",
            ]
        )
    }

    @Test func `is listed for programs with what is left`() throws {
        let text = Deposit.all(of: "89-2020", workOf: 2020).json(on: try day("2025-12-31"))
        #expect(text.contains("\"due\": \"2021-12-31\""))
        #expect(text.contains("\"days_left\": 0"))
        #expect(text.contains("\"days_left\": -1461"))
        #expect(text.contains("\"state\": \"passed\"") && text.contains("\"state\": \"soon\""))
    }
}
