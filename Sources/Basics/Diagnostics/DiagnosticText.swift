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
        String(decoding: bytes(diagnostics[...], language: language), as: UTF8.self)
    }

    /// The same in UTF-8: a file of millions of rows may have doubts by the hundred thousand.
    package static func bytes(_ diagnostics: ArraySlice<Diagnostic>, language: Language) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(384 * diagnostics.count)
        for diagnostic in diagnostics { append(diagnostic, to: &text, language: language) }
        return text
    }

    private static func append(
        _ diagnostic: Diagnostic,
        to text: inout [UInt8],
        language: Language
    ) {
        let severity: Bilingual =
            switch diagnostic.severity {
            case .error: Bilingual(vi: "lỗi: ", en: "error: ")
            case .warning: Bilingual(vi: "cảnh báo: ", en: "warning: ")
            }
        if let place = diagnostic.place {
            append(place, to: &text)
            text += ": ".utf8
        }
        text += severity.text(in: language).utf8
        appendVisible(diagnostic.message.text(in: language), to: &text)
        text += " [".utf8
        text += diagnostic.code.utf8
        text += "]\n".utf8
        if let value = diagnostic.value {
            text += Bilingual(vi: "    đã đọc: ", en: "    read: ").text(in: language).utf8
            appendVisible(value, to: &text)
            text += "\n".utf8
        }
        if let hint = diagnostic.hint {
            text += Bilingual(vi: "    cách sửa: ", en: "    to do: ").text(in: language).utf8
            appendVisible(hint.text(in: language), to: &text)
            text += "\n".utf8
        }
    }

    /// `file:line:column (F17)`, as editors and terminals link it.
    private static func append(_ place: Place, to text: inout [UInt8]) {
        appendVisible(place.file, to: &text)
        if let line = place.line {
            text += ":\(line)".utf8
            if let column = place.column { text += ":\(column)".utf8 }
        }
        if let cell = place.cell {
            text += " (".utf8
            appendVisible(cell, to: &text)
            text += ")".utf8
        }
    }

    /// Text without the control characters by which a submission could steer a terminal.
    private static func appendVisible(_ string: String, to text: inout [UInt8]) {
        // Nearly every text is as plain as this; asking each scalar for its category takes long.
        let isPlain = string.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }) else { return false }
            text += bytes
            return true
        }
        if isPlain == true { return }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\n": text += "\\n".utf8
            case "\r": text += "\\r".utf8
            case "\t": text += "\\t".utf8
            case _ where scalar.properties.generalCategory == .control:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                text += "\\u{\(hex)}".utf8
            default: text += String(scalar).utf8
            }
        }
    }
}
