import ArgumentParser
import Archive
import Diagnostics
import Pipeline

/// `baocao verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Kiểm tra từng tệp, bản kê, ấn bản, sổ số liệu và chuỗi mã băm của một kho.",
        discussion: """
            Mỗi lỗi nêu tệp và lấy lại được từ đâu. So mã chuỗi in ra với mã đã chép vào sổ giấy: chỉ sổ \
            giấy mới cho biết cả kho đã bị viết lại.

            Ví dụ:
              baocao verify /luu-tru/bao-cao
              baocao verify /luu-tru/bao-cao --format json
              baocao verify /luu-tru/bao-cao --signed bao-cao-da-ky.pdf --trust goc.pem
              baocao verify /luu-tru/bao-cao --rebuild

            Mã thoát: 0 nguyên vẹn; 1 có lỗi; 2 không đọc được.
            """
    )

    @Argument(help: "Thư mục của kho, của một đối tượng OCFL, hoặc của một gói BagIt.")
    var store: String

    @OptionGroup var proof: ProofOptions

    @Option(help: "Cách in: text hoặc json.")
    var format: CheckCommand.Format = .text

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    func run() throws {
        if let outcome = proof.run(on: store, in: lang) { throw ExitCode(outcome.rawValue) }
        var log = DiagnosticLog()
        let result = Pipeline.verify(store, log: &log)
        writeDoubts(of: log, in: lang, to: .errors)
        if result.outcome != .stopped {
            switch format {
            case .text: writeText(result)
            case .json: write(json(result).written() + "\n", to: .output)
            }
        }
        throw ExitCode(result.outcome.rawValue)
    }

    private func writeText(_ result: VerifyResult) {
        write(DiagnosticText.bytes(result.faults[...], language: lang), to: .output)
        var text = ""
        for period in result.periods {
            let chain = period.chain.map(Chain.short) ?? "?"
            text +=
                lang == .vi
                ? "\(period.name): \(period.editions) ấn bản, mã chuỗi \(chain)\n"
                : "\(period.name): \(period.editions) editions, chain \(chain)\n"
            // Each value was copied when its edition was archived.
            for (index, chain) in period.chains.dropLast().enumerated() {
                let words = lang == .vi ? "mã chuỗi" : "chain"
                text += "  \(period.name)@v\(index + 1): \(words) \(Chain.short(chain))\n"
            }
        }
        text +=
            lang == .vi
            ? "Đã kiểm tra \(result.files) tệp, \(result.bytes) byte.\n"
            : "\(result.files) files, \(result.bytes) bytes checked.\n"
        if let head = result.head {
            text +=
                (lang == .vi ? "Mã đầu chuỗi của cả kho: " : "Head of the chain: ")
                + Chain.short(head)
                + "\n"
        }
        write(text + conclusion(result), to: .output)
    }

    private func conclusion(_ result: VerifyResult) -> String {
        let errors = result.faults.count { $0.severity == .error }
        let warnings = result.faults.count - errors
        switch (lang, errors, warnings) {
        case (.vi, 0, 0): return "Kết luận: nguyên vẹn.\n"
        case (.en, 0, 0): return "Conclusion: intact.\n"
        case (.vi, 0, _): return "Kết luận: nguyên vẹn, có \(warnings) cảnh báo.\n"
        case (.en, 0, _): return "Conclusion: intact, with \(warnings) warnings.\n"
        case (.vi, _, _):
            return "Kết luận: KHÔNG NGUYÊN VẸN, \(errors) lỗi, \(warnings) cảnh báo.\n"
        case (.en, _, _): return "Conclusion: NOT INTACT, \(errors) errors, \(warnings) warnings.\n"
        }
    }

    private func json(_ result: VerifyResult) -> JSONText {
        .object([
            ("store", .string(store)),
            ("intact", .bool(result.outcome == .done)),
            ("files", .integer(result.files)),
            ("bytes", .integer(result.bytes)),
            (
                "periods",
                .array(
                    result.periods.map {
                        .object([
                            ("period", .string($0.name)), ("editions", .integer($0.editions)),
                            ("chain", .optional($0.chain)),
                            ("chains", .array($0.chains.map { .string($0) })),
                        ])
                    }
                )
            ),
            ("head", .optional(result.head)),
            ("head_short", .optional(result.head.map(Chain.short))),
            (
                "faults",
                .array(result.faults.map { DiagnosticJSON.object($0, language: lang) })
            ),
        ])
    }
}
