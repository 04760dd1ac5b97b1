import DatasetModel
import Diagnostics
import PeriodModel

/// What is wrong with an answer or a correction.
struct AmendmentFault {
    enum Kind: String {
        case answer
        case correction
    }

    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    init(of amendment: Amendment) {
        kind = amendment.source == .answer ? .answer : .correction
    }

    private func fault(
        _ slug: String,
        _ severity: Diagnostic.Severity = .error,
        at place: Place,
        related: Place? = nil,
        value: String? = nil,
        _ message: Bilingual,
        hint: Bilingual? = nil
    ) -> Diagnostic {
        Diagnostic(
            "ingest.\(kind.rawValue).\(slug)",
            severity,
            at: place,
            related: related,
            value: value.flatMap { $0.isEmpty ? nil : clipped($0) },
            message: message,
            hint: hint
        )
    }

    func noHeadings(_ missing: [String], at place: Place) -> Diagnostic {
        let list = missing.joined(separator: ", ")
        return fault(
            "no-headings",
            at: place,
            Bilingual(
                vi: "Không tìm thấy các cột: \(list)",
                en: "These columns were not found: \(list)"
            ),
            hint: Bilingual(
                vi: "Giữ nguyên dòng tiêu đề của bảng; lưu tệp dạng CSV UTF-8",
                en: "Keep the heading row of the table; save the file as CSV UTF-8"
            )
        )
    }

    func unknownFile(_ text: String, among names: [String], at place: Place) -> Diagnostic {
        fault(
            "unknown-file",
            at: place,
            value: text,
            Bilingual(
                vi: "Trong submissions không có tệp “\(clipped(text))”",
                en: "There is no file “\(clipped(text))” in submissions"
            ),
            hint: Ingest.hint(for: text, among: names)
        )
    }

    func noAddress(_ text: String, at place: Place) -> Diagnostic {
        fault(
            "unknown-cell",
            at: place,
            value: text,
            Bilingual(
                vi: "“\(clipped(text))” không phải địa chỉ của một ô",
                en: "“\(clipped(text))” is no address of a cell"
            ),
            hint: Bilingual(
                vi: "Ghi ô như trong phiếu, ví dụ F17 hoặc Biểu 1!F17; "
                    + "lỗi của cả tệp thì sửa tệp rồi gửi lại",
                en: "Name the cell as the note does, such as F17; "
                    + "a fault of the whole file is mended in the file, which is sent again"
            )
        )
    }

    func noCell(_ amendment: Amendment) -> Diagnostic {
        fault(
            "unknown-cell",
            at: amendment.place,
            related: Place(file: amendment.file),
            value: amendment.cell,
            Bilingual(
                vi: "Tệp “\(amendment.file)” không có ô \(amendment.cell)",
                en: "The file “\(amendment.file)” has no cell \(amendment.cell)"
            ),
            hint: Bilingual(
                vi: "Kiểm tra tên tệp, trang tính và địa chỉ ô",
                en: "Check the file's name, the sheet and the address"
            )
        )
    }

    func unknownAnswer(_ text: String, _ words: AnswerWords, at place: Place) -> Diagnostic {
        fault(
            "unknown-answer",
            at: place,
            value: text,
            Bilingual(
                vi: "Không hiểu trả lời “\(clipped(text))”",
                en: "The answer “\(clipped(text))” is not understood"
            ),
            hint: Self.answerHint(words)
        )
    }

    func noAnswer(_ text: String, _ words: AnswerWords, at place: Place) -> Diagnostic {
        fault(
            "no-answer",
            at: place,
            value: text,
            Bilingual(
                vi: "Có giá trị mới hoặc giải thích nhưng chưa ghi trả lời",
                en: "There is a new value or an explanation, but no answer"
            ),
            hint: Self.answerHint(words)
        )
    }

    private static func answerHint(_ words: AnswerWords) -> Bilingual {
        let list = [words.corrected.first, words.confirmed.first]
            .compactMap { $0.map { "“\($0)”" } }
        return Bilingual(
            vi: "Ghi một trong hai: \(list.joined(separator: ", "))",
            en: "Write one of \(list.joined(separator: ", "))"
        )
    }

    func confirmedAndCorrected(_ text: String, at place: Place) -> Diagnostic {
        fault(
            "contradictory",
            at: place,
            value: text,
            Bilingual(
                vi: "Vừa xác nhận số liệu đúng vừa ghi giá trị mới",
                en: "The value is confirmed, and a new one is given"
            ),
            hint: Bilingual(
                vi: "Xóa giá trị mới, hoặc đổi trả lời thành đã sửa",
                en: "Remove the new value, or answer that it was corrected"
            )
        )
    }

    func noCode(at place: Place) -> Diagnostic {
        fault(
            "no-code",
            at: place,
            Bilingual(
                vi: "Thiếu mã kiểm tra, nên không biết xác nhận điều gì",
                en: "The code of the check is missing: it is not clear what is confirmed"
            ),
            hint: Bilingual(
                vi: "Chép lại mã kiểm tra từ phiếu đã gửi",
                en: "Copy the code from the note"
            )
        )
    }

    func noValue(at place: Place) -> Diagnostic {
        fault(
            "no-value",
            at: place,
            Bilingual(
                vi: "Trả lời là đã sửa nhưng chưa ghi giá trị mới",
                en: "It is answered as corrected, but no new value is given"
            ),
            hint: Bilingual(
                vi: "Ghi giá trị mới như cách viết trong tệp; nếu đã gửi tệp mới thì xóa dòng này",
                en:
                    "Give the new value as the file writes it; remove the row if a new file was sent"
            )
        )
    }

    func noExplanation(_ severity: Diagnostic.Severity, at place: Place) -> Diagnostic {
        fault(
            "no-explanation",
            severity,
            at: place,
            Bilingual(
                vi: severity == .error
                    ? "Xác nhận số liệu đúng phải kèm giải thích" : "Trả lời không kèm giải thích",
                en: severity == .error
                    ? "A confirmation needs an explanation" : "The answer has no explanation"
            ),
            hint: Bilingual(
                vi: "Ghi ngắn gọn căn cứ, ví dụ theo báo cáo tài chính của đơn vị",
                en: "Say shortly why, such as according to which document"
            )
        )
    }

    func unsigned(at place: Place) -> Diagnostic {
        fault(
            "unsigned",
            .warning,
            at: place,
            Bilingual(vi: "Chưa ghi người trả lời", en: "Nobody is named as answering"),
            hint: Bilingual(vi: "Ghi họ tên, chức vụ", en: "Give name and position")
        )
    }

    func date(_ text: String, _ severity: Diagnostic.Severity, at place: Place) -> Diagnostic {
        fault(
            "date",
            severity,
            at: place,
            value: text,
            text.isEmpty
                ? Bilingual(vi: "Chưa ghi ngày", en: "There is no date")
                : Bilingual(
                    vi: "“\(clipped(text))” không phải một ngày",
                    en: "“\(clipped(text))” is no date"
                ),
            hint: Bilingual(
                vi: "Viết ngày/tháng/năm, ví dụ 05/01/2021",
                en: "Write day/month/year, such as 05/01/2021"
            )
        )
    }

    func incomplete(_ heading: String, at place: Place) -> Diagnostic {
        fault(
            "incomplete",
            at: place,
            value: heading,
            Bilingual(
                vi: "Dòng đính chính thiếu “\(heading)”",
                en: "The correction lacks “\(heading)”"
            ),
            hint: Bilingual(vi: "Điền đủ các cột", en: "Fill in every column")
        )
    }
}
