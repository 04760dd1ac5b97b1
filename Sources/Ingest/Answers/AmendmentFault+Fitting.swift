import DatasetModel
import Diagnostics
import PeriodModel

/// What is wrong between an amendment and the file that it speaks of.
extension AmendmentFault {
    func stale(_ amendment: Amendment, now: String) -> Diagnostic {
        let old = Self.quoted(amendment.old)
        let now = Self.quoted(now)
        return Diagnostic(
            "ingest.\(kind.rawValue).stale",
            at: amendment.place,
            related: Place(file: amendment.file, cell: amendment.cell),
            value: clipped(amendment.old),
            message: Bilingual(
                vi:
                    "Ô \(amendment.cell) của “\(amendment.file)” nay là \(now.vi), không phải \(old.vi)",
                en: "Cell \(amendment.cell) of “\(amendment.file)” is now \(now.en), not \(old.en)"
            ),
            hint: Bilingual(
                vi: "Tệp có thể đã được gửi lại, hoặc phần mềm bảng tính đã đổi cách viết; "
                    + "xem lại ô rồi sửa hoặc xóa dòng này",
                en: "The file may have been sent again, or a spreadsheet rewrote the text; "
                    + "look at the cell, then correct or remove this row"
            )
        )
    }

    /// `owners` are the units that sent the file.
    func otherUnit(
        _ amendment: Amendment,
        answering: ReportingUnit,
        owners: [ReportingUnit]
    ) -> Diagnostic {
        let list = owners.map(\.title).joined(separator: ", ")
        return Diagnostic(
            "ingest.\(kind.rawValue).other-unit",
            at: amendment.place,
            related: Place(file: amendment.file, cell: amendment.cell),
            value: amendment.file,
            message: Bilingual(
                vi:
                    "Tệp trả lời này của \(answering.title), nhưng “\(amendment.file)” là của \(list)",
                en: "The answers are of \(answering.title), but “\(amendment.file)” is of \(list)"
            ),
            hint: Bilingual(
                vi:
                    "Xóa dòng này; để đơn vị gửi tệp tự trả lời, hoặc cơ quan tổng hợp đính chính ở "
                    + "corrections.csv",
                en:
                    "Remove this row; let the unit that sent the file answer, or correct the cell in "
                    + "corrections.csv"
            )
        )
    }

    func alreadyDone(_ amendment: Amendment) -> Diagnostic {
        Diagnostic(
            "ingest.\(kind.rawValue).done-already",
            .warning,
            at: amendment.place,
            related: Place(file: amendment.file, cell: amendment.cell),
            value: clipped(amendment.new ?? ""),
            message: Bilingual(
                vi: "Ô \(amendment.cell) của “\(amendment.file)” đã có giá trị mới",
                en: "Cell \(amendment.cell) of “\(amendment.file)” has the new value already"
            ),
            hint: Bilingual(vi: "Xóa dòng này", en: "Remove this row")
        )
    }

    func contradictory(_ amendment: Amendment, first: Amendment) -> Diagnostic {
        let place = first.place.inWords
        return Diagnostic(
            "ingest.\(kind.rawValue).contradictory",
            at: amendment.place,
            related: first.place,
            value: clipped(amendment.new ?? amendment.old),
            message: Bilingual(
                vi: "Ô \(amendment.cell) của “\(amendment.file)” có trả lời khác ở \(place.vi)",
                en:
                    "Cell \(amendment.cell) of “\(amendment.file)” has another answer at \(place.en)"
            ),
            hint: Bilingual(
                vi: "Hỏi lại đơn vị và giữ một trả lời; chưa trả lời nào được áp dụng",
                en: "Ask the unit and keep one of them; neither was applied"
            )
        )
    }

    func notConfirmable(_ amendment: Amendment, _ doubt: Diagnostic) -> Diagnostic {
        Diagnostic(
            "ingest.\(kind.rawValue).not-confirmable",
            at: amendment.place,
            related: doubt.place,
            value: doubt.code,
            message: Bilingual(
                vi: "Không xác nhận được vì đây là lỗi: \(doubt.message.vi)",
                en: "This is an error and cannot be confirmed: \(doubt.message.en)"
            ),
            hint: Bilingual(
                vi: "Trả lời đã sửa kèm giá trị mới, hoặc sửa tệp rồi gửi lại",
                en: "Answer with a new value, or mend the file and send it again"
            )
        )
    }

    func noDoubt(_ amendment: Amendment, code: String) -> Diagnostic {
        let cell =
            amendment.cell.isEmpty
            ? ("", "") : (", ô \(amendment.cell)", ", cell \(amendment.cell)")
        return Diagnostic(
            "ingest.\(kind.rawValue).no-doubt",
            .warning,
            at: amendment.place,
            related: Place(
                file: amendment.file,
                cell: amendment.cell.isEmpty ? nil : amendment.cell
            ),
            value: code,
            message: Bilingual(
                vi: "Không còn nghi vấn này ở “\(amendment.file)”\(cell.0)",
                en: "There is no such doubt at “\(amendment.file)”\(cell.1)"
            ),
            hint: Bilingual(vi: "Xóa dòng này", en: "Remove this row")
        )
    }

    private static func quoted(_ text: String) -> (vi: String, en: String) {
        text.isEmpty ? ("ô trống", "empty") : ("“\(clipped(text))”", "“\(clipped(text))”")
    }
}
