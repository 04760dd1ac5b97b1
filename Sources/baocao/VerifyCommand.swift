import ArgumentParser
import Diagnostics
import Pipeline

/// `baocao verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Kiểm tra bản đã ký, hoặc làm lại bản đã lưu.",
        discussion: """
            Ví dụ:
              baocao verify kho --signed bao-cao-da-ky.pdf --trust goc.pem
              baocao verify kho --rebuild

            Mã thoát: 0 đúng; 1 có chỗ không đúng; 2 không thể tiếp tục.
            """
    )

    @Argument(help: "Thư mục của kho.")
    var store: String

    @OptionGroup var proof: ProofOptions

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    func run() throws {
        guard let outcome = proof.run(on: store, in: lang) else {
            throw ValidationError("Thiếu --signed hoặc --rebuild. (Neither was asked for.)")
        }
        throw ExitCode(outcome.rawValue)
    }
}
