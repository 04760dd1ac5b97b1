import Archive
import ArgumentParser
import Diagnostics
import Pipeline
import Vocabulary

/// `baocao due`
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Hạn nộp lưu hồ sơ của các kỳ trong kho: sau 1 năm và sau 5 năm.",
        discussion: """
            Ví dụ:
              baocao due kho
              baocao due kho --on 2025-12-05 --format json

            Mã thoát: 0 xong, kể cả khi có hạn gần hoặc đã qua; 1 kho hỏng; 2 không thể tiếp tục.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "Kho lưu trữ.")
    var store: String

    @Option(help: "Tính đến ngày này, như 2025-12-31; mặc định: hôm nay.")
    var on: String?

    @Option(help: "Cách in: text, hoặc json (một danh sách).")
    var format: Format = .text

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    private func day() throws -> CalendarDate {
        guard let on else { return today() }
        guard let day = CalendarDate(iso: on) else {
            throw ValidationError("“\(on)” không phải một ngày như 2025-12-31. (--on is no day.)")
        }
        return day
    }

    func validate() throws { if on != nil { _ = try day() } }

    func run() throws {
        var log = DiagnosticLog()
        let day = try day()
        let result = Pipeline.dueDeposits(in: store, on: day, log: &log)
        writeDoubts(of: log, in: lang, to: .errors)
        if result.outcome != .stopped {
            switch format {
            case .text: write(result.deposits.text(on: day, language: lang), to: .output)
            case .json: write(result.deposits.json(on: day), to: .output)
            }
        }
        throw ExitCode(result.outcome.rawValue)
    }
}
