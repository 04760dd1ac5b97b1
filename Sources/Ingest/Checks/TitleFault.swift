import Diagnostics

/// What is doubted about the lines above a table.
enum TitleFault {
    /// The title names another year than the period's.
    static func otherYear(_ text: String, _ found: Int, period: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.title.other-year",
            .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Tên biểu ghi năm \(found), nhưng kỳ báo cáo là năm \(period)",
                en: "The title says \(found), but the period is \(period)"
            ),
            hint: Bilingual(
                vi: "Hỏi lại đơn vị có gửi nhầm biểu của năm khác không; nếu đúng số liệu thì sửa tên biểu",
                en: "Ask whether the table of another year was sent; if the data are right, correct the title"
            )
        )
    }
}
