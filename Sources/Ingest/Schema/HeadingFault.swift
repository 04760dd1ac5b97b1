import Diagnostics
import PeriodModel

/// What is wrong with the heading row of a submission.
enum HeadingFault {
    static func noHeadings(_ first: String, at place: Place, schema: Schema) -> Diagnostic {
        let labels = schema.columns.map(\.label).joined(separator: ", ")
        return Diagnostic(
            "ingest.heading.none",
            at: place,
            value: clipped(first),
            message: Bilingual(
                vi: "Dòng đầu không phải dòng tiêu đề: không có tên cột nào của biểu mẫu",
                en: "The first row is no heading row: it names no column of the form"
            ),
            hint: Bilingual(
                vi: "Xóa các dòng phía trên dòng tiêu đề; các cột: \(labels)",
                en: "Remove the rows above the headings; the columns: \(labels)"
            )
        )
    }

    static func unknown(_ heading: String, at place: Place, known: [String]) -> Diagnostic {
        let nearest = nearestNames(to: String(heading.prefix(80)), among: known)
        return Diagnostic(
            "ingest.heading.unknown",
            at: place,
            value: clipped(heading),
            message: Bilingual(
                vi: "Biểu mẫu không có cột “\(clipped(heading))”",
                en: "The form has no column “\(clipped(heading))”"
            ),
            hint: nearest.isEmpty
                ? Bilingual(
                    vi: "Sửa tên cột theo biểu mẫu, thêm vào aliases; nếu cột không có số liệu của "
                        + "biểu mẫu thì ghi tên cột vào ignore của tệp ở mục reading",
                    en:
                        "Use the form's heading or add it to the aliases; if the column has no data of "
                        + "the form, list its heading under ignore of the file in reading"
                ) : hint(for: heading, among: known)
        )
    }

    static func moreUnknown(_ count: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.heading.unknown",
            at: place,
            message: Bilingual(
                vi: "Còn \(count) cột nữa không có trong biểu mẫu, từ cột này trở đi",
                en: "From here on \(count) more columns are not in the form"
            )
        )
    }

    static func repeated(_ heading: String, at place: Place, first: String) -> Diagnostic {
        Diagnostic(
            "ingest.heading.repeated",
            at: place,
            value: clipped(heading),
            message: Bilingual(
                vi: "Cột “\(clipped(heading))” đã có ở ô \(first)",
                en: "The column “\(clipped(heading))” is already in cell \(first)"
            ),
            hint: Bilingual(vi: "Giữ lại một cột", en: "Keep one of them")
        )
    }

    static func missing(_ column: Column, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.heading.missing",
            at: place,
            value: column.key,
            message: Bilingual(
                vi: "Thiếu cột “\(column.label)” (\(column.key))",
                en: "The column “\(column.label)” (\(column.key)) is missing"
            ),
            hint: Bilingual(
                vi: "Thêm cột này; chưa có số liệu thì để trống các ô",
                en: "Add the column; leave cells empty where there are no data"
            )
        )
    }

    static func unnamed(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.heading.unnamed",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Ô có giá trị nhưng cột không có tên",
                en: "The cell has a value but its column has no heading"
            ),
            hint: Bilingual(vi: "Đặt tên cột hoặc xóa cột", en: "Name the column or remove it")
        )
    }
}

/// Text short enough for a message.
func clipped(_ text: String) -> String {
    let head = text.prefix(120)
    return head.endIndex == text.endIndex ? text : head + "…"
}
