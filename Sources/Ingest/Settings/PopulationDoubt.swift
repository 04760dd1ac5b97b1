import DatasetModel
import Diagnostics
import PeriodModel

/// What is doubtful in the populations, ratios and classes of size of `report.yaml`.
extension SettingsDoubt {
    static let population = Bilingual(vi: "tập hợp có khóa", en: "population has the key")

    static func noRule(at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.population.no-rule",
            at: place,
            message: Bilingual(
                vi: "Tập hợp này không nói gồm những ai",
                en: "The population does not say who belongs to it"
            ),
            hint: Bilingual(
                vi: "Ghi where: {CỘT: [MÃ, …]}, not, all_of hoặc any_of; where: {} là tất cả",
                en: "Give where: {COLUMN: [CODES]}, not, all_of or any_of; where: {} is everyone"
            )
        )
    }

    static func ofItself(_ cycle: [String], at place: Place) -> Diagnostic {
        let path = cycle.joined(separator: " → ")
        return Diagnostic(
            "settings.population.of-itself",
            at: place,
            value: cycle[0],
            message: Bilingual(
                vi: "Tập hợp “\(cycle[0])” được định nghĩa bằng chính nó: \(path)",
                en: "The population “\(cycle[0])” is made of itself: \(path)"
            ),
            hint: Bilingual(
                vi: "Bỏ một tên trong vòng này, hoặc định nghĩa bằng where",
                en: "Take one name out of the circle, or define it by where"
            )
        )
    }

    static func tooManyPopulations(_ count: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.population.too-many",
            at: place,
            value: String(count),
            message: Bilingual(
                vi: "Có \(count) tập hợp; nhiều nhất là 100",
                en: "There are \(count) populations; 100 are the most"
            )
        )
    }

    static func tooManyStrata(at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.population.too-many",
            at: place,
            message: Bilingual(
                vi: "Các tập hợp dùng quá nhiều mã của quá nhiều cột phân loại cùng lúc",
                en: "The populations ask for too many codes of too many columns of classes at once"
            ),
            hint: Bilingual(
                vi: "Tích của (số mã được dùng + 1) của các cột không được quá \(Strata.most)",
                en:
                    "The product of (codes asked for + 1) over the columns must not pass \(Strata.most)"
            )
        )
    }

    static func notAddable(_ key: String, among keys: [String], at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.ratio.operand",
            at: place,
            value: key,
            message: Bilingual(
                vi: "“\(key)” không phải là cột số cộng được",
                en: "“\(key)” is no column that adds up"
            ),
            hint: hint(for: key, among: keys)
        )
    }

    static func badCondition(_ text: String, among keys: [String], at place: Place) -> Diagnostic {
        let list = keys.joined(separator: ", ")
        return Diagnostic(
            "settings.size.condition",
            at: place,
            value: text,
            message: Bilingual(
                vi: "“\(text)” không phải là một điều kiện về quy mô",
                en: "“\(text)” is no condition on a size"
            ),
            hint: Bilingual(
                vi:
                    "Viết CỘT >= SỐ [ĐƠN VỊ TÍNH], như doanh_thu >= 50 ty_dong; dấu >=, >, <=, <; cột: \(list)",
                en:
                    "Write COLUMN >= NUMBER [UNIT], such as doanh_thu >= 50 ty_dong; signs >=, >, <=, <; columns: \(list)"
            )
        )
    }

    static func noReason(_ sectors: [String], at place: Place) -> Diagnostic {
        let list = sectors.joined(separator: ", ")
        return Diagnostic(
            "settings.size.no-reason",
            at: place,
            value: list,
            message: Bilingual(
                vi: "Không có quy tắc quy mô nào áp dụng cho \(list), và không nói lý do",
                en: "No rule of size applies to \(list), and no reason is given"
            ),
            hint: Bilingual(
                vi: "Thêm nhóm có rules, hoặc ghi reason: vì sao chưa xác định được",
                en: "Add a group with rules, or reason: why it cannot be decided"
            )
        )
    }

    static func openRules(at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.size.no-reason",
            at: place,
            message: Bilingual(
                vi:
                    "Quy tắc cuối có điều kiện, nên có trường hợp không thuộc loại nào mà không nói lý do",
                en:
                    "The last rule has conditions, so that some get no class, and no reason is given"
            ),
            hint: Bilingual(
                vi: "Thêm quy tắc cuối không có điều kiện, hoặc ghi reason",
                en: "Add a last rule without conditions, or a reason"
            )
        )
    }

    static func bothInForce(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.size.both-in-force",
            at: place,
            value: key,
            message: Bilingual(
                vi: "Hai căn cứ về quy mô “\(key)” cùng có hiệu lực vào ngày chốt số liệu",
                en: "Two legal bases of the size “\(key)” are both in force on the cut-off date"
            ),
            hint: Bilingual(
                vi: "Sửa valid_from, valid_to, hoặc dùng khóa khác",
                en: "Correct valid_from or valid_to, or use another key"
            )
        )
    }

    static func noneInForce(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.size.not-in-force",
            .warning,
            at: place,
            value: key,
            message: Bilingual(
                vi: "Không có căn cứ nào về quy mô “\(key)” có hiệu lực vào ngày chốt số liệu: "
                    + "không phân loại",
                en: "No legal basis of the size “\(key)” is in force on the cut-off date: "
                    + "nothing is classified"
            )
        )
    }
}
