import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao notes`
struct NotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notes",
        abstract: "Làm phiếu trả số liệu cho từng đơn vị, dù số liệu còn lỗi.",
        discussion: """
            Ghi vào phieu/ trong thư mục kết quả của kỳ: mỗi đơn vị một phiếu (PDF, HTML) và một tệp \
            CSV để trả lời; index.html cho biết ai đã gửi gì, công bố được gì.

            Ví dụ:
              baocao notes so-lieu/2024
              baocao notes so-lieu/2024 --output ban-thu

            Mã thoát: 0 không có lỗi; 1 số liệu có lỗi (phiếu vẫn được làm); 2 không thể tiếp tục.
            """
    )

    @OptionGroup var common: CommonOptions

    @OptionGroup var files: FileOptions

    @Option(help: "Thư mục gốc của kết quả.")
    var output = "Output"

    func run() throws {
        var log = DiagnosticLog()
        let options = NotesOptions(
            source: common.source,
            output: output,
            date: dateFromEnvironment(),
            profile: files.profile
        )
        let result = Pipeline.notes(options, log: &log)
        write(DiagnosticText.console(log.sorted, language: common.lang), to: .errors)
        for path in result.written { write("\(path)\n", to: .output) }
        throw ExitCode(result.outcome.rawValue)
    }
}
