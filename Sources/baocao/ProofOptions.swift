import ArgumentParser
import Archive
import Diagnostics
import Pipeline

/// What `verify` can be asked beside looking through the store.
struct ProofOptions: ParsableArguments {
    @Option(
        help: "Tệp PDF đã ký số: có bắt đầu bằng nguyên văn bản đã lưu không, ai ký, sau đó sửa gì."
    )
    var signed: String?

    @Option(help: "Tệp PEM của các chứng thư gốc được tin, dùng với --signed.")
    var trust: String?

    @Flag(help: "Làm lại sản phẩm từ đầu vào đã lưu rồi so với bản lưu.")
    var rebuild = false

    @Option(help: "Chỉ với ấn bản này, như 89-2020@v2; dùng với --signed hoặc --rebuild.")
    var edition: String?

    func validate() throws {
        if trust != nil, signed == nil {
            throw ValidationError("--trust đi với --signed. (--trust goes with --signed.)")
        }
        if edition != nil, signed == nil, !rebuild {
            throw ValidationError(
                "--edition đi với --signed hoặc --rebuild. (--edition goes with --signed or --rebuild.)"
            )
        }
        if let edition, EditionName(edition) == nil {
            throw ValidationError(
                "“\(edition)” không phải tên ấn bản. (It is no name of an edition.)"
            )
        }
    }

    /// Does what was asked and tells it; `nil` when nothing was.
    func run(on path: String, in language: Language) -> Outcome? {
        guard signed != nil || rebuild else { return nil }
        var log = DiagnosticLog()
        var outcome = Outcome.done
        var text = ""
        if let store = OpenStore(path, log: &log) {
            let name = edition.flatMap { EditionName($0) }
            if let signed {
                let result = verifySigned(signed, in: store, edition: name, trust: trust, log: &log)
                outcome = result.outcome
                text += result.text.text(in: language)
            }
            if rebuild, outcome != .stopped {
                let result = Pipeline.rebuild(store, edition: name, log: &log)
                outcome = result.outcome == .done ? outcome : result.outcome
                text += result.text.text(in: language)
            }
        } else {
            outcome = .stopped
        }
        write(text, to: .output)
        writeDoubts(of: log, in: language, to: .errors)
        return outcome
    }
}
