import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao trace`
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Cho biết một số liệu từ đâu ra: định nghĩa, công thức, từng dòng của biểu.",
        discussion: """
            Khóa là CHỈ_TIÊU.PHÉP_TÍNH[.ĐƠN_VỊ[.LĨNH_VỰC]] như trong tidy.csv và trong lời văn; previous.KHÓA là số của
            kỳ trước, given.KHÓA là số khai thêm.

            Ví dụ:
              baocao trace so-lieu/2024 doanh_thu.mean.883
              baocao trace so-lieu/2024 htx.share.all.NN --format json
              baocao trace so-lieu/2024 --printed "72,84%"

            Mã thoát: 0 tìm thấy; 1 không có số liệu như vậy; 2 không thể tiếp tục.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "Khóa của số liệu, như doanh_thu.mean.883.")
    var key: String?

    @Option(help: "Tìm khóa của một số như được in, ví dụ “72,84%” hoặc “3.664 tỷ đồng”.")
    var printed: String?

    @Option(help: "Cách in: text, json hoặc csv.")
    var format: TraceFormat = .text

    func validate() throws {
        if (key == nil) == (printed == nil) {
            throw ValidationError(
                "Nêu một khóa hoặc --printed, không cả hai. (Name a key or --printed, not both.)"
            )
        }
    }

    func run() throws {
        var log = DiagnosticLog()
        let question: TraceOptions.Question = printed.map { .printed($0) } ?? .key(key ?? "")
        let result = Pipeline.trace(
            TraceOptions(
                source: common.source,
                question: question,
                format: format,
                language: common.lang
            ),
            log: &log
        )
        writeDoubts(of: log, in: common.lang, to: .errors)
        let isWritten = write(result.output, to: .output)
        throw ExitCode(isWritten ? result.outcome.rawValue : Outcome.stopped.rawValue)
    }
}

extension TraceFormat: ExpressibleByArgument {}
