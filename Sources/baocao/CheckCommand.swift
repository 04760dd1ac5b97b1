import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Kiểm tra số liệu, thiết lập và văn bản mẫu của một kỳ; không ghi gì.",
        discussion: """
            Ví dụ:
              baocao check so-lieu/2024
              baocao check so-lieu/2024 --explain
              baocao check so-lieu/2024 --format json

            Mã thoát: 0 không có lỗi; 1 có lỗi; 2 không thể tiếp tục.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @OptionGroup var common: CommonOptions

    @Option(help: "Cách in: text, hoặc json (mỗi dòng một đối tượng).")
    var format: Format = .text

    @Flag(
        help:
            "Cho biết mỗi tệp được đọc thế nào: bảng mã, dấu phân cách, kiểu số, dòng để ngoài, tổng khớp."
    )
    var explain = false

    func run() throws {
        var log = DiagnosticLog()
        let result = Pipeline.check(common.source, log: &log)
        switch format {
        case .text:
            if explain {
                write(
                    Pipeline.readingText(result.submissions, language: common.lang),
                    to: .output
                )
            }
            writeDoubts(of: log, in: common.lang, to: .output)
        case .json: write(DiagnosticJSON.lines(log.sorted, language: common.lang), to: .output)
        }
        throw ExitCode(result.outcome.rawValue)
    }
}
