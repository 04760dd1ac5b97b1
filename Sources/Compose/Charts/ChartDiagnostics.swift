import Diagnostics
import Vocabulary

/// The faults of charts, told at the line that asks for them.
extension Diagnostic {
    static func brokenAxis(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.broken-axis",
            at: place,
            value: key,
            message: Bilingual(
                vi: "Trục giá trị không được cắt bớt: thanh phải bắt đầu từ 0 thì độ dài mới đúng.",
                en: "A value axis cannot be cut: lengths are only right when bars start at zero."
            ),
            hint: Bilingual(
                vi: "Bỏ dòng này; khi các số gần nhau, dùng mark: dot, dumbbell hoặc slope.",
                en: "Leave this out; for values close together use mark: dot, dumbbell or slope."
            )
        )
    }

    static func ratiosOfLengths(at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.log",
            at: place,
            value: "log",
            message: Bilingual(
                vi:
                    "Thang lôgarit chỉ dùng cho mark: dot và distribution; độ dài của thanh, cột sẽ sai.",
                en: "A log scale is only for mark: dot and distribution; lengths of bars would lie."
            ),
            hint: Bilingual(
                vi: "Bỏ dòng này, hoặc đổi loại biểu đồ.",
                en: "Leave this out, or take another mark."
            )
        )
    }

    static func noRatios(at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.log-zero",
            .warning,
            at: place,
            message: Bilingual(
                vi:
                    "Có số 0 hoặc số âm, không có chỗ trên thang lôgarit; biểu đồ dùng thang thường.",
                en:
                    "There is a zero or a negative value, which has no place on a log scale; the usual scale is drawn."
            ),
            hint: Bilingual(
                vi: "Bỏ scale: log nếu số liệu có thể bằng 0 hoặc âm.",
                en: "Leave scale: log out where values may be zero or negative."
            )
        )
    }

    static func unnamedRatios(at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.log",
            at: place,
            value: "log",
            message: Bilingual(
                vi: "Trục lôgarit phải được ghi rõ dưới biểu đồ, mà order.yaml chưa có lời đó.",
                en:
                    "A log axis must be declared below the chart, and order.yaml has no words for it."
            ),
            hint: Bilingual(
                vi: "Ghi words: charts: ratio-axis trong order.yaml.",
                en: "Give words: charts: ratio-axis in order.yaml."
            )
        )
    }

    static func tooManySeries(_ count: Int, most: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.too-many",
            at: place,
            value: String(count),
            message: Bilingual(
                vi: "Có \(count) dãy số, loại biểu đồ này chỉ phân biệt được \(most).",
                en: "There are \(count) series; a chart of this kind can show \(most) apart."
            ),
            hint: Bilingual(
                vi: "Gộp hoặc bớt dãy số, hoặc dùng panels.",
                en: "Join or drop series, or use panels."
            )
        )
    }

    static func tooManyCategories(_ count: Int, most: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.too-many",
            at: place,
            value: String(count),
            message: Bilingual(
                vi: "Có \(count) mục, biểu đồ này chỉ đọc được đến \(most) mục.",
                en: "There are \(count) categories; this chart can be read with up to \(most)."
            ),
            hint: Bilingual(
                vi: "Dùng top để lấy các mục đứng đầu, hoặc thay bằng bảng.",
                en: "Use top for the leading ones, or a table instead."
            )
        )
    }

    static func negativePart(at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.negative-part",
            at: place,
            message: Bilingual(
                vi: "Có số âm trong biểu đồ chồng, mà phần của một tổng thì không âm.",
                en: "A stacked bar has a negative value, but no part of a whole is negative."
            ),
            hint: Bilingual(
                vi: "Dùng mark: bar hoặc diverging-bar.",
                en: "Use mark: bar or diverging-bar."
            )
        )
    }

    static func emptyAlternative(at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.no-alternative",
            at: place,
            message: Bilingual(
                vi: "Lời thay cho biểu đồ (alt) không còn chữ nào sau khi điền số liệu.",
                en: "The text in place of the chart (alt) is empty once its figures are filled in."
            ),
            hint: Bilingual(
                vi: "Viết điều biểu đồ cho thấy, cả khi cụm từ trong đó mất đi.",
                en: "Say what the chart shows, also when a phrase in it vanishes."
            )
        )
    }

    static func badColumn(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.chart.column",
            at: place,
            value: key,
            message: Bilingual(
                vi: "“\(key)” không phải cột có số đo từng giá trị một.",
                en: "“\(key)” is no column of single measured values."
            ),
            hint: Bilingual(
                vi: "Ghi khóa của cột kiểu integer, decimal hoặc year trong report.yaml.",
                en: "Give the key of a column of type integer, decimal or year in report.yaml."
            )
        )
    }
}
