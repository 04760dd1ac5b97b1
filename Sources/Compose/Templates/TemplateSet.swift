package import Diagnostics

/// The files of one template folder, with those of the period folder's `texts/` in their stead.
package struct TemplateSet: Sendable {
    /// Contents by file name, such as `order.yaml` and `summary.md`.
    private let files: [String: SourceText]
    /// The folder, for messages: `Templates/annual-report`.
    package let folder: String

    /// `files` by name; a period's own replaces the template of the same name.
    package init(folder: String, templates: [String: SourceText], own: [String: SourceText] = [:]) {
        self.folder = folder
        files = templates.merging(own) { _, own in own }
    }

    /// The file called `name`, or an error that it is missing.
    func file(_ name: String, log: inout DiagnosticLog) -> SourceText? {
        if let file = files[name] { return file }
        log.append(
            Diagnostic(
                "compose.template.missing",
                at: Place(file: "\(folder)/\(name)"),
                value: name,
                message: Bilingual(
                    vi: "Thiếu tệp mẫu “\(name)”.",
                    en: "The template “\(name)” is missing."
                ),
                hint: Bilingual(
                    vi: "Chép lại tệp này từ bộ mẫu gốc.",
                    en: "Restore it from the original templates."
                )
            )
        )
        return nil
    }

    /// The file called `name`; `nil` when there is none.
    func optionalFile(_ name: String) -> SourceText? { files[name] }

    /// The text `NAME.md`; `nil` when there is none.
    func text(_ name: String) -> SourceText? { files["\(name).md"] }

    /// Every file of the set, by name.
    package var filesUsed: [SourceText] {
        files.keys.sorted().compactMap { files[$0] }
    }

    /// Names of all texts, without their ending.
    var textNames: [String] {
        files.keys.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    }
}
