import ArgumentParser
import Glibc
import Pipeline

/// The program: one command with subcommands.
struct Baocao: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baocao",
        abstract: "Từ biểu số liệu của các đơn vị đến báo cáo cuối năm của tỉnh.",
        discussion: """
            Makes a province's year-end report from the tables that its units submit.

            Ví dụ:
              baocao check so-lieu/2024
              baocao notes so-lieu/2024
              baocao build so-lieu/2024
            """,
        version: Version.number,
        subcommands: [
            BuildCommand.self, CheckCommand.self, NotesCommand.self, ConvertCommand.self,
            DiffCommand.self, RulerCommand.self, ArchiveCommand.self, EditionsCommand.self,
            VerifyCommand.self, ExportCommand.self, DueCommand.self, TraceCommand.self,
            AuditCommand.self, ExplainCommand.self,
        ]
    )

    /// A call without a command is a wrong call, so that a script with an empty variable notices.
    func run() throws {
        let names = Self.configuration.subcommands.compactMap { $0.configuration.commandName }
            .joined(separator: ", ")
        throw ValidationError(
            "Thiếu lệnh; chọn trong: \(names). (A command is missing: take one of these.)"
        )
    }
}

@main
enum Program {
    /// Exit status: 0 done, 1 faults found, 2 cannot go on; a wrong call is 2 as well.
    static func main() {
        // A limit on file sizes is then an error of writing, with its message, not a sudden end.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Baocao.parseAsRoot()
            try command.run()
        } catch {
            let status = Baocao.exitCode(for: error).rawValue
            let text = Baocao.fullMessage(for: error)
            let stream: Stream = status == 0 ? .output : .errors
            if !text.isEmpty { write(text + "\n", to: stream) }
            exit(status == 0 || status == 1 && error is ExitCode ? status : 2)
        }
    }
}
