import Diagnostics
import PeriodModel
import Vocabulary

/// What is doubted about a line that gives units of measure.
enum CaptionFault {
    /// An error when a size is meant, since the values would be taken in another unit.
    static func unknown(_ text: String, isError: Bool, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.unit-line.unknown",
            isError ? .error : .warning,
            at: place,
            value: clipped(text),
            message: isError
                ? Bilingual(
                    vi:
                        "Chưa biết đơn vị tính “\(clipped(text))”, nên chưa đọc đúng được số của bảng",
                    en:
                        "The unit of measure “\(clipped(text))” is not known, so the values cannot be "
                        + "told"
                )
                : Bilingual(
                    vi: "Không có đơn vị tính “\(clipped(text))” trong thiết lập; dòng này không "
                        + "được dùng",
                    en:
                        "The settings have no unit of measure “\(clipped(text))”; the line is not used"
                ),
            hint: isError
                ? Bilingual(
                    vi:
                        "Thêm cách viết này vào unit_spellings của Templates/reading.yaml, hoặc khai "
                        + "unit_of_measure cho tệp ở mục reading",
                    en: "Add the spelling to unit_spellings in Templates/reading.yaml, or give the "
                        + "file's unit_of_measure under reading"
                ) : nil
        )
    }

    static func contradicting(
        _ unit: UnitOfMeasure,
        _ other: UnitOfMeasure,
        text: String,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "ingest.unit-line.contradiction",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Tệp nêu hai đơn vị tính cho cùng một loại số: \(other.label) và \(unit.label)",
                en:
                    "The file gives two units for one kind of number: \(other.label) and \(unit.label)"
            ),
            hint: Bilingual(
                vi: "Chỉ giữ một đơn vị tính, hoặc khai unit_of_measure cho tệp ở mục reading",
                en: "Keep one of them, or give the file's unit_of_measure under reading"
            )
        )
    }

    /// All headings say another unit than the line does; they are believed, being nearer to the values.
    static func headingsDiffer(
        _ caption: UnitOfMeasure,
        _ heading: UnitOfMeasure,
        text: String,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "ingest.unit-line.headings-differ",
            .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi:
                    "Dòng này ghi \(caption.label), nhưng tên các cột ghi \(heading.label); số được "
                    + "đọc theo tên cột",
                en: "The line says \(caption.label), but the headings say \(heading.label); the "
                    + "values are read as the headings say"
            ),
            hint: Bilingual(
                vi: "Hỏi lại đơn vị gửi; sửa dòng này hoặc tên cột cho thống nhất",
                en: "Ask the office that sent it; make the line and the headings agree"
            )
        )
    }
}
