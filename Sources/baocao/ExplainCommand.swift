import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Giải thích mã của một lỗi, cảnh báo hay quy tắc: ý nghĩa, vì sao, cách sửa, ví dụ.",
        discussion: """
            Ví dụ:
              baocao explain ingest.number.not-a-number
              baocao explain plausibility.growth.unit --lang en
              baocao explain

            Không kèm mã thì liệt kê mọi mã theo nhóm. Mã thoát: 0 có giải thích; 1 không có mã này; \
            2 không thể tiếp tục.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "Mã, như in trong ngoặc vuông sau mỗi lỗi.")
    var code: String?

    @Option(help: "Cách in: text hoặc json.")
    var format: Format = .text

    @Option(help: "Ngôn ngữ: vi hoặc en.")
    var lang: Language = .vi

    @Option(help: "Thư mục Templates; mặc định: tìm quanh thư mục đang đứng.")
    var templates: String?

    func run() throws {
        var log = DiagnosticLog()
        let result = Pipeline.explain(code, templates: templates, log: &log)
        writeDoubts(of: log, in: lang, to: .errors)
        switch format {
        case .text:
            if let text = result.explanation?.text(in: lang) ?? result.catalogue?.text(in: lang) {
                write(text, to: .output)
            }
        case .json:
            if let json = result.explanation?.json(in: lang) ?? result.catalogue?.json(in: lang) {
                write(json.written(indent: 2) + "\n", to: .output)
            }
        }
        throw ExitCode(result.outcome.rawValue)
    }
}
