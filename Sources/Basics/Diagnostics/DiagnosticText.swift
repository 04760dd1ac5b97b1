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
            append(diagnostic, to: &text, language: language)
        }
    }

    // Piece by piece into one text: a file of millions of rows may have doubts by the hundred thousand.
    private static func append(
        _ diagnostic: Diagnostic,
        to text: inout String,
        language: Language
    ) {
        let severity: Bilingual =
            switch diagnostic.severity {
            case .error: Bilingual(vi: "lỗi: ", en: "error: ")
            case .warning: Bilingual(vi: "cảnh báo: ", en: "warning: ")
            }
        if let place = diagnostic.place {
            append(place, to: &text)
            text += ": "
        }
        text += severity.text(in: language)
        text += visible(diagnostic.message.text(in: language))
        text += " ["
        text += diagnostic.code
        text += "]\n"
        if let value = diagnostic.value {
            text += Bilingual(vi: "    đã đọc: ", en: "    read: ").text(in: language)
            text += visible(value)
            text += "\n"
        }
        if let hint = diagnostic.hint {
            text += Bilingual(vi: "    cách sửa: ", en: "    to do: ").text(in: language)
            text += visible(hint.text(in: language))
            text += "\n"
        }
    }

    /// `file:line:column (F17)`, as editors and terminals link it.
    private static func append(_ place: Place, to text: inout String) {
        text += visible(place.file)
        if let line = place.line {
            text += ":"
            text += String(line)
            if let column = place.column {
                text += ":"
                text += String(column)
            }
        }
        if let cell = place.cell {
            text += " ("
            text += visible(cell)
            text += ")"
        }
    }

    /// Text without the control characters by which a submission could steer a terminal.
    private static func visible(_ text: String) -> String {
        // Nearly every text is as plain as this; asking each scalar for its category takes long.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }
        }
        if isPlain == true { return text }
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
