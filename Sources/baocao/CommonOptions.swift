import ArgumentParser
import Diagnostics
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

extension Language: ExpressibleByArgument {}

extension Product: ExpressibleByArgument {}
