import CairoKit
import Diagnostics

/// Gathers the letters that the faces lack, with the block in which they stand.
final class GlyphDoubts {
    private(set) var log = DiagnosticLog()
    /// Where the block that is being set was written.
    var place: Place?

    func collect(from fonts: FontSet) {
        for missing in fonts.takeMissing() {
            let codes = missing.scalars
                .map { "U+" + String(repeating: "0", count: max(0, 4 - hex($0).count)) + hex($0) }
                .joined(separator: " ")
            log.append(
                Diagnostic(
                    "render.glyph.missing",
                    .warning,
                    at: place,
                    value: missing.text,
                    message: Bilingual(
                        vi:
                            "Phông chữ không có ký tự \(codes); trong PDF ký tự thay thế được in vào chỗ đó.",
                        en:
                            "The font has no character \(codes); a substitute is printed in the PDF."
                    ),
                    hint: Bilingual(
                        vi: "Sửa ký tự trong tệp nguồn, hoặc chọn phông chữ khác trong theme.yaml.",
                        en:
                            "Correct the character in the source file, or choose another font in theme.yaml."
                    )
                )
            )
        }
    }

    func append(_ diagnostic: Diagnostic) {
        log.append(diagnostic)
    }

    private func hex(_ scalar: Unicode.Scalar) -> String {
        String(scalar.value, radix: 16, uppercase: true)
    }
}
