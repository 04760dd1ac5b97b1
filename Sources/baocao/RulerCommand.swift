import ArgumentParser
import Diagnostics
import Pipeline
import Ruler

/// `baocao ruler`
struct RulerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ruler",
        abstract: "Đo một tệp PDF bất kỳ theo thể thức của Nghị định 30/2020/NĐ-CP.",
        discussion: """
            Ví dụ:
              baocao ruler Output/2024/bao-cao.pdf
              baocao ruler cong-van.pdf --format json

            Mã thoát: 0 không có lỗi; 1 có lỗi thể thức; 2 không đọc được tệp.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "Tệp PDF cần đo.")
    var file: String

    @Option(help: "Cách in: text, hoặc json (một danh sách).")
    var format: Format = .text

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    func run() throws {
        var log = DiagnosticLog()
        let result = Pipeline.measureFile(file, log: &log)
        writeDoubts(of: log, in: lang, to: .errors)
        if result.outcome != .stopped {
            switch format {
            case .text: write(result.findings.text(language: lang), to: .output)
            case .json: write(result.findings.json(language: lang), to: .output)
            }
        }
        throw ExitCode(result.outcome.rawValue)
    }
}
