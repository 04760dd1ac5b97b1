import ArgumentParser
import Archive
import Diagnostics
import Pipeline

/// `baocao editions`
struct EditionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "editions",
        abstract: "Liệt kê các ấn bản trong một kho lưu trữ.",
        discussion: """
            Ví dụ:
              baocao editions /luu-tru/bao-cao

            Mã thoát: 0 xong; 1 có kỳ không đọc được; 2 không phải là kho.
            """
    )

    @Argument(help: "Thư mục của kho.")
    var store: String

    @Option(help: "Cách in: text, hoặc json (mỗi dòng một đối tượng).")
    var format: CheckCommand.Format = .text

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    func run() throws {
        var log = DiagnosticLog()
        guard let open = OpenStore(store, log: &log) else {
            writeDoubts(of: log, in: lang, to: .errors)
            throw ExitCode(Outcome.stopped.rawValue)
        }
        var text = ""
        for edition in open.summaries(log: &log) {
            switch format {
            case .text:
                text += "\(edition.name.text)\t\(edition.created)\t\(Self.line(edition.user))"
                text += "\t\(Self.line(edition.message))\n"
            case .json:
                text +=
                    JSONText.object([
                        ("edition", .string(edition.name.text)),
                        ("created", .string(edition.created)),
                        ("user", .string(edition.user)), ("message", .string(edition.message)),
                    ]).written() + "\n"
            }
        }
        write(text, to: .output)
        writeDoubts(of: log, in: lang, to: .errors)
        throw ExitCode(log.hasErrors ? Outcome.faults.rawValue : Outcome.done.rawValue)
    }

    /// On one line, without marks that a terminal obeys.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
            )
        )
    }
}
