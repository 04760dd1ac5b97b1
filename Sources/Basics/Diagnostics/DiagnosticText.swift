/// Writes doubts for people: one block each, in the order given.
///
///     submissions/883.csv:17:24 (F17): lỗi: “12a” không phải là số [ingest.number.not-a-number]
///         đã đọc: 12a
///         cách sửa: Chỉ ghi số
package enum DiagnosticText {
    /// All blocks, each line ended; empty when there is no doubt.
    package static func console(
        _ diagnostics: [Diagnostic],
        language: Language = .vi
    ) -> String {
        diagnostics.reduce(into: "") { text, diagnostic in
            text += block(diagnostic, language: language)
        }
    }

    private static func block(_ diagnostic: Diagnostic, language: Language) -> String {
        let severity: Bilingual =
            switch diagnostic.severity {
            case .error: Bilingual(vi: "lỗi", en: "error")
            case .warning: Bilingual(vi: "cảnh báo", en: "warning")
            }
        let message = visible(diagnostic.message.text(in: language))
        var text = diagnostic.place.map { visible(address(of: $0)) + ": " } ?? ""
        text += "\(severity.text(in: language)): \(message) [\(diagnostic.code)]\n"
        if let value = diagnostic.value {
            let label = Bilingual(vi: "đã đọc", en: "read").text(in: language)
            text += "    \(label): \(visible(value))\n"
        }
        if let hint = diagnostic.hint {
            let label = Bilingual(vi: "cách sửa", en: "to do").text(in: language)
            text += "    \(label): \(visible(hint.text(in: language)))\n"
        }
        return text
    }

    /// `file:line:column (F17)`, as editors and terminals link it.
    private static func address(of place: Place) -> String {
        var text = place.file
        if let line = place.line {
            text += ":\(line)"
            if let column = place.column { text += ":\(column)" }
        }
        if let cell = place.cell { text += " (\(cell))" }
        return text
    }

    /// Text without the control characters by which a submission could steer a terminal.
    private static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case _ where scalar.properties.generalCategory == .control:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                result.append(contentsOf: "\\u{\(hex)}".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
