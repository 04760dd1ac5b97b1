import Diagnostics
import PeriodModel
import Vocabulary

/// What is doubtful about the unit of measure of a column or a cell.
struct UnitFault {
    let column: Column
    let place: Place
    let magnitude: Magnitude

    private static let pin = Bilingual(
        vi: "Hỏi lại đơn vị; ghi đơn vị tính vào tên cột, hoặc khai unit_of_measure cho tệp ở mục "
            + "reading của report.yaml (khai cả khi số liệu đã đúng)",
        en: "Ask the office; write the unit of measure into the heading, or give the file's "
            + "unit_of_measure under reading in report.yaml (also when the values are right)"
    )

    private var factor: String { NumberStyle().text(ExactDecimal(magnitude.factor)) }
    private var isLarger: Bool { magnitude.rawValue > 0 }

    func lastYear(count: Int, compared: Int) -> Diagnostic {
        Diagnostic(
            "ingest.unit-of-measure.last-year",
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
            hint: Self.pin
        )
    }

    func usual(count: Int, of all: Int, _ usual: ClosedRange<ExactDecimal>) -> Diagnostic {
        Diagnostic(
            "ingest.unit-of-measure.usual",
            at: place,
            message: Bilingual(
                vi: "\(count) trên \(all) số của cột \(column.label) nằm ngoài mức thường gặp "
                    + "\(words(usual).vi); chia hoặc nhân \(factor) thì nằm trong: có lẽ ghi theo đơn "
                    + "vị tính khác",
                en: "\(count) of \(all) values of the column \(column.label) lie outside the usual "
                    + "\(words(usual).en), and inside when scaled by \(magnitude.factor): it may be in "
                    + "another unit of measure"
            ),
            hint: Self.pin
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
