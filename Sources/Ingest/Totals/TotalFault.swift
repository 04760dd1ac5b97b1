import Diagnostics
import PeriodModel
import Vocabulary

/// What is wrong with a total that its rows do not add up to.
struct TotalFault {
    let column: Column
    let place: Place
    /// The total as written.
    let value: String
    let stated: ExactDecimal
    let computed: ExactDecimal
    let difference: ExactDecimal
    let rows: Int

    var mismatch: Diagnostic {
        let scale = scaleWords
        return Diagnostic(
            "ingest.total.mismatch",
            at: place,
            value: clipped(value),
            message: Bilingual(
                vi: "Dòng tổng ghi \(vietnamese(stated)) ở cột \(column.label), nhưng \(rows) dòng "
                    + "cộng lại được \(vietnamese(computed)): chênh \(vietnamese(difference))"
                    + (scale?.vi ?? ""),
                en:
                    "The total row says \(stated) in the column \(column.label), but \(rows) rows add "
                    + "up to \(computed): a difference of \(difference)" + (scale?.en ?? "")
            ),
            hint: Bilingual(
                vi: "Tìm dòng thiếu, dòng thừa hoặc ô ghi sai trong cột này; nếu dòng tổng sai thì "
                    + "sửa dòng tổng",
                en: "Look for a missing row, a row too many or a wrong cell of this column; if the "
                    + "total is wrong, correct it"
            )
        )
    }

    /// The difference is no more than the rounding of each row explains: told, not refused.
    var rounding: Diagnostic {
        Diagnostic(
            "ingest.total.rounding",
            .warning,
            at: place,
            value: clipped(value),
            message: Bilingual(
                vi: "Dòng tổng lệch \(vietnamese(difference)) so với \(rows) dòng cộng lại "
                    + "(\(vietnamese(computed))) ở cột \(column.label), trong phạm vi do làm tròn "
                    + "từng dòng",
                en:
                    "The total differs by \(difference) from the sum of \(rows) rows (\(computed)) in "
                    + "the column \(column.label), within what rounding each row explains"
            ),
            hint: Bilingual(
                vi: "Báo cáo dùng số của từng dòng",
                en: "The report uses the rows' own values"
            )
        )
    }

    /// A cell of a total row that is no number of the file's form, so that it proves nothing.
    static func unreadable(_ text: String, _ column: Column, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.total.unreadable",
            .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi:
                    "Không đọc được “\(clipped(text))” của dòng tổng (cột \(column.label)), nên cột này "
                    + "chưa được đối chiếu",
                en:
                    "“\(clipped(text))” of the total row cannot be read (column \(column.label)), so the "
                    + "column was not checked"
            ),
            hint: Bilingual(
                vi: "Sửa ô này của dòng tổng, hoặc để trống",
                en: "Correct this cell of the total row, or leave it empty"
            )
        )
    }

    /// Says so when the two differ by a factor of a thousand or a million.
    private var scaleWords: Bilingual? {
        for factor in [1_000, 1_000_000] {
            let multiplier = ExactDecimal(factor)
            if let product = stated.multiplied(by: multiplier), product == computed {
                return Bilingual(
                    vi: " (đúng \(factor) lần: dòng tổng có lẽ ghi theo đơn vị khác)",
                    en: " (exactly \(factor) times: the total may be in another unit)"
                )
            }
            if let product = computed.multiplied(by: multiplier), product == stated {
                return Bilingual(
                    vi: " (đúng \(factor) lần: các dòng có lẽ ghi theo đơn vị khác)",
                    en: " (exactly \(factor) times: the rows may be in another unit)"
                )
            }
        }
        return nil
    }

    private func vietnamese(_ number: ExactDecimal) -> String {
        NumberStyle(.upTo(18)).text(number)
    }
}
