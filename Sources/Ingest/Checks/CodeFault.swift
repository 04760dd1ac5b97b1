import Diagnostics

/// What a spreadsheet does to codes that look like numbers.
enum CodeFault {
    /// Zeros that were dropped are put back, and told.
    static func zerosRestored(_ text: String, _ code: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.code.zeros",
            .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "“\(clipped(text))” được đọc là mã “\(code)”: Excel đã bỏ số 0 ở đầu",
                en:
                    "“\(clipped(text))” was read as the code “\(code)”: a spreadsheet dropped the zeros"
            ),
            hint: Bilingual(
                vi: "Định dạng cột mã là Văn bản (Text) trước khi nhập",
                en: "Format the column of codes as text before typing"
            )
        )
    }

    /// Digits are lost; the code cannot be known.
    static func scientific(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.code.scientific",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi:
                    "Mã “\(clipped(text))” đã bị Excel rút gọn thành dạng khoa học, mất các chữ số cuối",
                en:
                    "The code “\(clipped(text))” was shortened by a spreadsheet; its last digits are lost"
            ),
            hint: Bilingual(
                vi: "Nhập lại mã với cột định dạng Văn bản (Text)",
                en: "Type the code again in a column formatted as text"
            )
        )
    }
}
