import ArgumentParser
import Audit
import Diagnostics
import Pipeline
import Vocabulary

/// `baocao audit`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Soi số: thử các con số của một văn bản bất kỳ với nhau và với số liệu của kỳ.",
        discussion: """
            Đọc .txt, .md, .html và .pdf; chỉ ra từng câu có số đáng ngờ và số tính lại.

            Ví dụ:
              baocao audit bai-bao.txt
              baocao audit bao-cao.pdf --against so-lieu/2024
              baocao audit bai-bao.html --format json

            Mã thoát: 0 không có chỗ nghi ngờ (có thể có lưu ý); 1 có chỗ nghi ngờ; 2 không đọc được.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "Văn bản cần soi; “-” là đầu vào chuẩn.")
    var file: String

    @Option(help: "Thư mục của kỳ báo cáo mà các con số phải khớp.")
    var against: String?

    @Option(help: "Ngày viết văn bản khi văn bản không ghi, như 2021-05-21; mặc định: hôm nay.")
    var date: String?

    @Option(help: "Cách in: text, hoặc json (một danh sách).")
    var format: Format = .text

    @Option(help: "Thư mục Templates; mặc định: tìm quanh thư mục đang đứng.")
    var templates: String?

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    private func day() throws -> CalendarDate? {
        guard let date else { return nil }
        guard let day = CalendarDate(iso: date) else {
            throw ValidationError(
                "“\(date)” không phải một ngày như 2021-05-21. (--date is no day.)"
            )
        }
        return day
    }

    func validate() throws { _ = try day() }

    func run() throws {
        var log = DiagnosticLog()
        let result = Pipeline.auditFile(
            AuditOptions(path: file, period: against, templates: templates, date: try day()),
            log: &log
        )
        writeDoubts(of: log, in: lang, to: .errors)
        if result.outcome != .stopped {
            switch format {
            case .text: write(result.doubts.text(file: file, language: lang), to: .output)
            case .json: write(result.doubts.json(language: lang), to: .output)
            }
        }
        throw ExitCode(result.outcome.rawValue)
    }
}
