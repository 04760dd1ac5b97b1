import Archive
import Diagnostics

extension Diagnostic {
    static func noStore(_ path: String) -> Diagnostic {
        Diagnostic(
            "archive.store.none",
            at: nil,
            value: path,
            message: Bilingual(
                vi: "“\(path)” không phải là kho lưu trữ: không có tệp “0=ocfl_1.1”.",
                en: "“\(path)” is no store: it has no file “0=ocfl_1.1”."
            ),
            hint: Bilingual(
                vi: "Chỉ tới thư mục mà lệnh “archive --to” đã ghi.",
                en: "Name the folder that `archive --to` wrote."
            )
        )
    }

    static func noEdition(_ name: EditionName, in store: String) -> Diagnostic {
        let text = name.text
        return Diagnostic(
            "archive.edition.none",
            at: nil,
            value: text,
            message: Bilingual(
                vi: "Trong kho “\(store)” không có ấn bản “\(text)”.",
                en: "The store “\(store)” has no edition “\(text)”."
            ),
            hint: Bilingual(
                vi: "Xem các ấn bản bằng lệnh “editions”.",
                en: "List the editions with `editions`."
            )
        )
    }
}

extension Bilingual {
    static let newerProgram = Bilingual(
        vi: "Dùng phiên bản mới hơn của chương trình",
        en: "Use a newer version of the program"
    )
    static let verifyFirst = Bilingual(
        vi: "Chạy lệnh “verify” để biết mọi lỗi của kho và lấy lại được gì từ đâu",
        en: "Run `verify` to see all faults of the store, and what can be restored from where"
    )
}
