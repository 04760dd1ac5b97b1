import DatasetModel
import Diagnostics

extension CellTable {
    /// Cells above a table that are looked at.
    private static let titleLimit = 1_000

    /// Tells a title or the name of a sheet that names other years than the period's: the table of another
    /// year may have been sent.
    func reportYear(besides year: Int, above layout: TableLayout, log: inout DiagnosticLog) {
        var others: [(text: String, years: [Int], place: Place)] = []
        let titles = layout.kinds.indices.filter { layout.kinds[$0] == .leftOut(.preamble) }
        var cells = 0
        for record in titles.map({ records[$0] }) {
            for column in 0..<record.fields.count where cells < Self.titleLimit {
                cells += 1
                let field = field(column, of: record)
                guard !field.isCovered, !isBlank(field) else { continue }
                let years = words(field).yearsOfTitle
                guard let first = years.min(), let last = years.max() else { continue }
                if (first...last).contains(year) { return }
                others.append((words(field), years, place(column: column, of: record)))
            }
        }
        if let years = sheet?.years, !years.isEmpty, !years.contains(year),
            let first = layout.headings.first
        {
            others.append((sheet ?? "", years, place(column: 0, of: records[first])))
        }
        guard let other = others.first else { return }
        log.append(
            TitleFault.otherYear(other.text, other.years[0], period: year, at: other.place)
        )
    }
}

/// What is doubted about the lines above a table.
enum TitleFault {
    /// The title names another year than the period's.
    static func otherYear(_ text: String, _ found: Int, period: Int, at place: Place) -> Diagnostic
    {
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
                vi:
                    "Hỏi lại đơn vị có gửi nhầm biểu của năm khác không; nếu đúng số liệu thì sửa tên biểu",
                en:
                    "Ask whether the table of another year was sent; if the data are right, correct the title"
            )
        )
    }
}
