import Diagnostics
import Glibc

/// The folder of templates: given, or found near the working folder, the program or the period.
struct TemplateFolder {
    let path: String
    let theme: SourceText
    /// Files of the report's template by name.
    let files: [String: SourceText]

    /// Reads `theme.yaml` and the files of `template`; `nil` when there is no such folder.
    init?(_ path: String, template: String, log: inout DiagnosticLog) {
        self.path = path
        let folder = joined(path, template)
        do throws(FileFailure) {
            theme = SourceText(
                path: "Templates/theme.yaml",
                bytes: try readFile(joined(path, "theme.yaml"))
            )
            var files: [String: SourceText] = [:]
            for name in try namesInFolder(folder)
            where name.hasSuffix(".md") || name.hasSuffix(".yaml") {
                files[name] = SourceText(
                    path: "Templates/\(template)/\(name)",
                    bytes: try readFile(joined(folder, name))
                )
            }
            self.files = files
        } catch {
            log.append(error.diagnostic)
            return nil
        }
    }

    /// Files of the template as inputs of a build, in the order of names.
    var inputs: [InputFile] {
        files.keys.sorted().compactMap { files[$0] }.map(InputFile.text)
    }

    /// The folder that was given, or the nearest; an error when there is none.
    static func path(_ source: Source, log: inout DiagnosticLog) -> String? {
        if let path = source.templates ?? find(near: source.folder) { return path }
        log.append(
            Diagnostic(
                "pipeline.templates.not-found",
                at: nil,
                message: Bilingual(
                    vi: "Không tìm thấy thư mục Templates.",
                    en: "The folder Templates was not found."
                ),
                hint: Bilingual(
                    vi: "Chạy lệnh trong thư mục của chương trình, hoặc chỉ rõ bằng --templates.",
                    en: "Run inside the program's folder, or name it with --templates."
                )
            )
        )
        return nil
    }

    /// The template of return notes.
    static let returnNote = "return-note"

    /// The words of answers, without which none can be read.
    static func answerWords(_ source: Source, log: inout DiagnosticLog) -> SourceText? {
        words("\(returnNote)/answers.yaml", source, log: &log)
    }

    /// The words by which rows and cells of submissions are recognised.
    static func readingWords(_ source: Source, log: inout DiagnosticLog) -> SourceText? {
        words("reading.yaml", source, log: &log)
    }

    /// The words by which figures of texts are understood.
    static func auditWords(_ source: Source, log: inout DiagnosticLog) -> SourceText? {
        words("audit.yaml", source, log: &log)
    }

    static let definitionsName = "definitions.yaml"

    /// The words by which figures are explained; `nil` where templates have none.
    static func definitions(_ source: Source) -> SourceText? {
        guard let path = source.templates ?? find(near: source.folder),
            let bytes = try? readFile(joined(path, definitionsName))
        else { return nil }
        return SourceText(path: "Templates/\(definitionsName)", bytes: bytes)
    }

    /// The rules of plausibility.
    static func rules(_ source: Source, log: inout DiagnosticLog) -> SourceText? {
        words("rules.yaml", source, log: &log)
    }

    /// Whether the templates have rules of plausibility; editions that were archived before have not.
    static func hasRules(_ source: Source) -> Bool {
        guard let path = source.templates ?? find(near: source.folder) else { return false }
        return kind(at: joined(path, "rules.yaml")) != .nothing
    }

    /// What the codes of diagnostics mean.
    static func explanations(_ source: Source, log: inout DiagnosticLog) -> SourceText? {
        words("explanations.yaml", source, log: &log)
    }

    private static func words(
        _ name: String,
        _ source: Source,
        log: inout DiagnosticLog
    ) -> SourceText? {
        guard let path = path(source, log: &log) else { return nil }
        do throws(FileFailure) {
            return SourceText(
                path: "Templates/\(name)",
                bytes: try readFile(joined(path, name))
            )
        } catch {
            log.append(error.diagnostic)
            return nil
        }
    }

    /// The first `Templates` folder at or above the working folder, the program and the period.
    static func find(near period: String) -> String? {
        var starts = [resolvedPath("."), resolvedPath("/proc/self/exe"), resolvedPath(period)]
        starts.removeAll { $0 == nil }
        for case let start? in starts {
            var folder = start
            while true {
                let candidate = joined(folder, "Templates")
                if kind(at: joined(candidate, "theme.yaml")) == .file { return candidate }
                guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
                folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
            }
        }
        return nil
    }
}
