import CairoKit
import Diagnostics

extension Diagnostic {
    /// A face of the theme that cannot be used.
    static func noFont(_ failure: FontFailure) -> Diagnostic {
        Diagnostic(
            "pipeline.font.unusable",
            at: Place(file: "Templates/theme.yaml"),
            value: failure.file,
            message: Bilingual(
                vi: "Không dùng được phông chữ “\(failure.file)”.",
                en: "The font “\(failure.file)” cannot be used."
            ),
            hint: Bilingual(
                vi: "Cài gói fonts-liberation2, hoặc sửa đường dẫn dưới faces trong theme.yaml.",
                en: "Install fonts-liberation2, or correct the paths under faces in theme.yaml."
            )
        )
    }
}
