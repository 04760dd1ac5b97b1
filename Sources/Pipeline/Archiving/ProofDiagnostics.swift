import Diagnostics

extension Diagnostic {
    static func unreadablePDF(_ path: String) -> Diagnostic {
        Diagnostic(
            "archive.signed.unreadable",
            at: Place(file: path),
            message: Bilingual(
                vi: "“\(path)” không phải PDF, hoặc hỏng đến mức không tìm được nội dung.",
                en: "“\(path)” is no PDF, or so damaged that its contents cannot be found."
            ),
            hint: Bilingual(
                vi: "Lấy lại tệp từ nơi đã ký.",
                en: "Take the file again from where it was signed."
            )
        )
    }

    static func noAnchors(_ path: String) -> Diagnostic {
        Diagnostic(
            "archive.signed.no-anchors",
            at: Place(file: path),
            message: Bilingual(
                vi: "“\(path)” không có chứng thư nào ở dạng PEM.",
                en: "“\(path)” holds no certificate in PEM form."
            ),
            hint: Bilingual(
                vi: "Chỉ tới tệp chứng thư gốc bắt đầu bằng “-----BEGIN CERTIFICATE-----”.",
                en:
                    "Name a file of root certificates that begins with `-----BEGIN CERTIFICATE-----`."
            )
        )
    }

    static func notArchived(_ path: String) -> Diagnostic {
        Diagnostic(
            "archive.signed.not-archived",
            at: Place(file: path),
            message: Bilingual(
                vi: "“\(path)” không bắt đầu bằng nguyên văn một PDF nào đã lưu.",
                en: "“\(path)” begins with the bytes of no archived PDF."
            ),
            hint: Bilingual(
                vi: "Ký thẳng lên PDF đã lưu, không in hay xuất lại; hoặc lưu trữ kỳ này trước đã.",
                en:
                    "Sign the archived PDF itself, neither printed nor exported again; or archive the period first."
            )
        )
    }

    static func altered(_ path: String) -> Diagnostic {
        Diagnostic(
            "archive.file.altered",
            at: Place(file: path),
            message: Bilingual(
                vi: "“\(path)” trong kho đã bị thay đổi: mã SHA-512 không khớp.",
                en: "“\(path)” in the store was altered: its SHA-512 differs."
            ),
            hint: .verifyFirst
        )
    }
}
