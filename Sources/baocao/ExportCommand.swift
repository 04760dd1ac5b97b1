import Archive
import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Xuất một ấn bản từ kho thành gói nộp lưu (BagIt 1.0, XML theo Phụ lục VI).",
        discussion: """
            Ví dụ:
              baocao export kho 01-2024 --bag nop-luu/2024
              baocao export kho 01-2024@v1 --bag nop-luu/2024-v1

            Mã thoát: 0 xong; 1 kho hỏng hoặc có trường không hợp lệ, không ghi gì; 2 không thể tiếp tục.
            """
    )

    @Argument(help: "Kho lưu trữ.")
    var store: String

    @Argument(help: "Kỳ và ấn bản: 01-2024@v2; không nêu @vN là ấn bản cuối.")
    var edition: String

    @Option(help: "Thư mục của gói; phải chưa có hoặc trống.")
    var bag: String

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    private func name() throws -> EditionName {
        guard let name = EditionName(edition) else {
            throw ValidationError(
                "“\(edition)” không phải tên ấn bản; viết như 01-2024 hoặc 01-2024@v2. (No name of an edition.)"
            )
        }
        return name
    }

    func validate() throws { _ = try name() }

    func run() throws {
        var log = DiagnosticLog()
        let options = ExportOptions(store: store, edition: try name(), bag: bag, date: today())
        let outcome = Pipeline.export(options, log: &log)
        writeDoubts(of: log, in: lang, to: .errors)
        if outcome == .done { write("\(bag)\n", to: .output) }
        throw ExitCode(outcome.rawValue)
    }
}
