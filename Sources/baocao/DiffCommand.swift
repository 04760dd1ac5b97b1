import Archive
import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao diff`
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "So sánh hai ấn bản, hoặc một ấn bản với báo cáo vừa làm của một kỳ.",
        discussion: """
            Mỗi bên là KHO:KỲ@vN (ví dụ kho:89-2020@v1; không có @vN là ấn bản cuối), hoặc thư mục của kỳ, so theo
            những gì lệnh build đã làm trong --output.

            Ví dụ:
              baocao diff kho:89-2020@v1 kho:89-2020@v2
              baocao diff kho:89-2020 so-lieu/2020 --format html > khac-nhau.html

            Mã thoát: 0 như nhau; 1 khác nhau; 2 không thể tiếp tục.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case html
    }

    @Argument(help: "Bên cũ: KHO:KỲ@vN hoặc thư mục của kỳ.")
    var old: String

    @Argument(help: "Bên mới: KHO:KỲ@vN hoặc thư mục của kỳ.")
    var new: String

    @Option(help: "Cách in: text, json hoặc html.")
    var format: Format = .text

    @Option(help: "Thư mục gốc của kết quả, nơi lệnh build đã ghi.")
    var output = "Output"

    @Option(help: "Thư mục Templates; mặc định: tìm quanh thư mục đang đứng.")
    var templates: String?

    @Option(help: "Ngôn ngữ: vi hoặc en.")
    var lang: Language = .vi

    func run() throws {
        var log = DiagnosticLog()
        let result = Pipeline.compare(
            ComparedSide(old),
            ComparedSide(new),
            output: output,
            templates: templates,
            log: &log
        )
        writeDoubts(of: log, in: lang, to: .errors)
        if result.outcome != .stopped {
            let difference = result.difference
            switch format {
            case .text: write(difference.text(in: lang), to: .output)
            case .json: write(difference.json, to: .output)
            case .html: write(difference.html(of: old, new, in: lang), to: .output)
            }
        }
        throw ExitCode(result.outcome.rawValue)
    }
}
