import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kiểm tra số liệu, thiết lập và văn bản mẫu của một kỳ; không ghi gì.",
        discussion: """
            Ví dụ:
              baocao check so-lieu/2024
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

    func run() throws {
        var log = DiagnosticLog()
        let outcome = Pipeline.check(common.source, log: &log)
        switch format {
        case .text: writeDoubts(of: log, in: common.lang, to: .output)
        case .json: write(DiagnosticJSON.lines(log.sorted, language: common.lang), to: .output)
        }
        throw ExitCode(outcome.rawValue)
    }
}
