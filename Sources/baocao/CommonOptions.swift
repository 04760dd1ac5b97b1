import ArgumentParser
import Diagnostics
import PeriodModel
import Pipeline

/// What every command on a period folder takes.
struct CommonOptions: ParsableArguments {
    @Argument(help: "Thư mục của kỳ báo cáo (có report.yaml và submissions/).")
    var periodFolder: String

    @Option(help: "Thư mục Templates; mặc định: tìm quanh thư mục đang đứng.")
    var templates: String?

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    var source: Source { Source(folder: periodFolder, templates: templates) }
}

/// What every command that makes PDF files takes.
struct FileOptions: ParsableArguments {
    @Option(
        help:
            "Dạng lưu trữ của PDF: a-1a (PDF/A-1a), hoặc a-3a (PDF/A-3a, kèm tệp số liệu); mặc định: theo report.yaml, rồi a-1a."
    )
    var profile: ArchiveProfile?
}

extension ArchiveProfile: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension Product: ExpressibleByArgument {}
