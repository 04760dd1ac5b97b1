/// Writes doubts for programs: one JSON object a line, all members always there.
package enum DiagnosticJSON {
    /// All lines, each ended; empty when there is no doubt. Unknown members are `null`.
    package static func lines(_ diagnostics: [Diagnostic], language: Language = .vi) -> String {
        diagnostics.reduce(into: "") { text, diagnostic in
            text += object(diagnostic, language: language).written() + "\n"
        }
    }

    /// One doubt as an object, for lists inside other objects.
    package static func object(_ diagnostic: Diagnostic, language: Language) -> JSONText {
        .object([
            ("file", .optional(diagnostic.place?.file)),
            ("line", .optional(diagnostic.place?.line)),
            ("column", .optional(diagnostic.place?.column)),
            ("cell", .optional(diagnostic.place?.cell)),
            ("code", .string(diagnostic.code)),
            ("severity", .string(diagnostic.severity.rawValue)),
            ("value", .optional(diagnostic.value)),
            ("message", .string(diagnostic.message.text(in: language))),
            ("hint", .optional(diagnostic.hint?.text(in: language))),
        ])
    }
}
