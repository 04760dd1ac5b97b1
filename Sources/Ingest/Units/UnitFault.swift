import Diagnostics
import PeriodModel
import Vocabulary

/// What is doubtful about the unit of measure of a column or a cell.
struct UnitFault {
    let column: Column
    let place: Place
    let magnitude: Magnitude
    /// The unit of measure was given in the settings: the doubt is told, and stops nothing.
    var isPinned = false

    private static let pin = Bilingual(
        vi: "Hỏi lại đơn vị; ghi đơn vị tính vào tên cột, hoặc khai unit_of_measure cho tệp ở mục "
            + "reading của report.yaml (khai cả khi số liệu đã đúng)",
        en: "Ask the office; write the unit of measure into the heading, or give the file's "
            + "unit_of_measure under reading in report.yaml (also when the values are right)"
    )

    private static let pinned = Bilingual(
        vi: "Đơn vị tính này khai ở mục reading của report.yaml: đối chiếu với bản gốc, "
            + "sai thì sửa chỗ khai",
        en: "This unit of measure is given under reading in report.yaml: compare with the "
            + "original; if it is wrong, correct it there"
    )

    private var severity: Diagnostic.Severity { isPinned ? .warning : .error }
    private var hint: Bilingual { isPinned ? Self.pinned : Self.pin }
    private var factor: String { NumberStyle().text(ExactDecimal(magnitude.factor)) }
    private var isLarger: Bool { magnitude.rawValue > 0 }

    func lastYear(count: Int, compared: Int) -> Diagnostic {
        Diagnostic(
            "ingest.unit-of-measure.last-year",
            severity,
            at: place,
            message: Bilingual(
                vi:
                    "Cột \(column.label) \(isLarger ? "gấp" : "chỉ bằng một phần") khoảng \(factor) "
                    + "\(isLarger ? "lần " : "")năm trước ở \(count) trên \(compared) tổ chức so được: "
                    + "có lẽ ghi theo đơn vị tính khác",
                en: "The column \(column.label) is about \(magnitude.factor) times "
                    + "\(isLarger ? "larger" : "smaller") than last year for \(count) of \(compared) "
                    + "organisations: it may be in another unit of measure"
            ),
            hint: hint
        )
    }

    func usual(count: Int, of all: Int, _ usual: ClosedRange<ExactDecimal>) -> Diagnostic {
        Diagnostic(
            "ingest.unit-of-measure.usual",
            severity,
            at: place,
            message: Bilingual(
                vi: "\(count) trên \(all) số của cột \(column.label) nằm ngoài mức thường gặp "
                    + "\(words(usual).vi); chia hoặc nhân \(factor) thì nằm trong: có lẽ ghi theo đơn "
                    + "vị tính khác",
                en: "\(count) of \(all) values of the column \(column.label) lie outside the usual "
                    + "\(words(usual).en), and inside when scaled by \(magnitude.factor): it may be in "
                    + "another unit of measure"
            ),
            hint: hint
        )
    }

    func single(_ value: ExactDecimal, before: ExactDecimal) -> Diagnostic {
        Diagnostic(
            "ingest.number.last-year",
            .warning,
            at: place,
            value: NumberStyle(.upTo(12)).text(value),
            message: Bilingual(
                vi: "Số này \(isLarger ? "gấp" : "chỉ bằng một phần") khoảng \(factor) "
                    + "\(isLarger ? "lần " : "")năm trước (\(text(before)), cột \(column.label))",
                en:
                    "The value is about \(magnitude.factor) times \(isLarger ? "larger" : "smaller") "
                    + "than last year's (\(before), column \(column.label))"
            ),
            hint: Bilingual(
                vi: "Kiểm tra đơn vị tính của ô này",
                en: "Check the unit of measure of this cell"
            )
        )
    }

    func peers(count: Int, of all: Int) -> Diagnostic {
        Diagnostic(
            "ingest.unit-of-measure.peers",
            severity,
            at: place,
            message: Bilingual(
                vi:
                    "\(count) trên \(all) số của cột \(column.label) \(isLarger ? "gấp" : "chỉ bằng một phần") "
                    + "cỡ \(factor) \(isLarger ? "lần " : "")số của các tệp khác cùng lĩnh vực: có lẽ ghi "
                    + "theo đơn vị tính khác",
                en: "\(count) of \(all) values of the column \(column.label) are about "
                    + "\(magnitude.factor) times \(isLarger ? "larger" : "smaller") than other files' in the "
                    + "same sector: it may be in another unit of measure"
            ),
            hint: hint
        )
    }

    func peer(_ value: ExactDecimal, middle: ExactDecimal) -> Diagnostic {
        Diagnostic(
            "ingest.number.peers",
            .warning,
            at: place,
            value: text(value),
            message: Bilingual(
                vi:
                    "Số này \(isLarger ? "lớn" : "nhỏ") hơn hẳn số của các tổ chức cùng lĩnh vực ở tệp khác "
                    + "(mức giữa \(text(middle)), cột \(column.label))",
                en:
                    "The value is far \(isLarger ? "above" : "below") those of the same sector in other "
                    + "files (the middle one is \(middle), column \(column.label))"
            ),
            hint: Bilingual(
                vi: "Kiểm tra lại số liệu và đơn vị tính của ô này",
                en: "Check the figure and the unit of measure of this cell"
            )
        )
    }

    /// Two columns that seem to hold each other's values.
    /// `byPeers` when the other files were asked, and not last year.
    static func swapped(
        _ first: Column,
        _ second: Column,
        count: Int,
        of all: Int,
        byPeers: Bool = false,
        at place: Place
    ) -> Diagnostic {
        let others =
            byPeers
            ? Bilingual(vi: "số của nhau ở các tệp khác", en: "each other's values in other files")
            : Bilingual(vi: "số năm trước của nhau", en: "each other's values of last year")
        return Diagnostic(
            "ingest.column.swapped",
            .warning,
            at: place,
            message: Bilingual(
                vi:
                    "Ở \(count) trên \(all) tổ chức, số của cột \(first.label) và cột \(second.label) gần với "
                    + "\(others.vi) hơn: có lẽ hai cột bị đổi chỗ",
                en:
                    "For \(count) of \(all) organisations the columns \(first.label) and \(second.label) are "
                    + "nearer to \(others.en): they may be swapped"
            ),
            hint: Bilingual(
                vi: "Đối chiếu tên hai cột với số liệu của bản gốc",
                en: "Compare the headings of both columns with the original"
            )
        )
    }

    static func unchanged(count: Int, of all: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.table.unchanged",
            .warning,
            at: place,
            message: Bilingual(
                vi: "\(count) trên \(all) tổ chức có mọi số liệu y như năm trước",
                en: "\(count) of \(all) organisations have all figures just as last year"
            ),
            hint: Bilingual(
                vi: "Hỏi lại đơn vị có gửi nhầm biểu của năm trước không",
                en: "Ask whether last year's table was sent again"
            )
        )
    }

    func unusual(_ value: ExactDecimal, _ usual: ClosedRange<ExactDecimal>) -> Diagnostic {
        Diagnostic(
            "ingest.number.unusual-size",
            .warning,
            at: place,
            value: text(value),
            message: Bilingual(
                vi: "Số này nằm ngoài mức thường gặp \(words(usual).vi) của cột \(column.label)",
                en:
                    "The value lies outside the usual \(words(usual).en) of the column \(column.label)"
            ),
            hint: Bilingual(
                vi: "Kiểm tra lại số liệu và đơn vị tính",
                en: "Check the figure and its unit of measure"
            )
        )
    }

    private func words(_ usual: ClosedRange<ExactDecimal>) -> (vi: String, en: String) {
        (
            "\(text(usual.lowerBound)) - \(text(usual.upperBound))",
            "\(usual.lowerBound) - \(usual.upperBound)"
        )
    }

    private func text(_ number: ExactDecimal) -> String { NumberStyle(.upTo(12)).text(number) }
}
