import CairoKit
import Diagnostics

extension Diagnostic {
    /// A face of the theme that cannot be used.
    static func noFont(_ failure: FontFailure, namedIn theme: SourceText) -> Diagnostic {
        let (file, vi, en) =
            switch failure {
            case .unreadable(let file): (file, "không đọc được tệp", "the file cannot be read")
            case .otherFamily(let file, let found, let wanted):
                (
                    file, "là phông “\(found)”, không phải “\(wanted)”",
                    "it is “\(found)”, not “\(wanted)”"
                )
            case .unusable(let file):
                (file, "tệp không dùng được làm phông", "the file is no usable font")
            }
        return Diagnostic(
            "pipeline.font.unusable",
            at: place(of: file, in: theme),
            value: file,
            message: Bilingual(
                vi: "Không dùng được phông chữ “\(file)”: \(vi).",
                en: "The font “\(file)” cannot be used: \(en)."
            ),
            hint: Bilingual(
                vi: "Cài gói fonts-liberation2, hoặc sửa đường dẫn dưới faces trong theme.yaml.",
                en: "Install fonts-liberation2, or correct the paths under faces in theme.yaml."
            )
        )
    }

    /// Where a path is first written in a settings file.
    private static func place(of path: String, in source: SourceText) -> Place {
        let lines = String(decoding: source.bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            var rest = line
            while !rest.isEmpty {
                if rest.hasPrefix(path) {
                    let column = line.count - rest.count + 1
                    return Place(file: source.path, line: index + 1, column: column)
                }
                rest = rest.dropFirst()
            }
        }
        return Place(file: source.path)
    }
}
