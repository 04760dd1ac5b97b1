import Diagnostics
import PeriodModel
import Vocabulary

/// What is doubtful in `report.yaml` although its keys and types are right.
enum SettingsDoubt {
    static func cutoffOutsideYear(_ day: CalendarDate, year: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.period.cutoff",
            at: place,
            value: day.iso,
            message: Bilingual(
                vi: "Ngày chốt số liệu \(day.vietnamese) không thuộc kỳ báo cáo năm \(year)",
                en: "The cut-off date \(day.iso) does not belong to the year \(year)"
            ),
            hint: Bilingual(
                vi: "Sửa year hoặc cutoff",
                en: "Correct year or cutoff"
            )
        )
    }

    static func repeated(_ name: String, at place: Place, first: Place) -> Diagnostic {
        let (line, column) = (first.line ?? 0, first.column ?? 0)
        return Diagnostic(
            "settings.name.repeated",
            at: place,
            value: name,
            message: Bilingual(
                vi: "“\(name)” đã được dùng ở dòng \(line), cột \(column)",
                en: "“\(name)” is already used at line \(line), column \(column)"
            ),
            hint: Bilingual(
                vi: "Mỗi mã, khóa hay tên gọi khác chỉ được chỉ một mục",
                en: "A code, key or alias must mean one thing only"
            )
        )
    }

    static func unknown(
        _ name: String,
        what: Bilingual,
        among candidates: [String],
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "settings.name.unknown",
            at: place,
            value: name,
            message: Bilingual(
                vi: "Không có \(what.vi) “\(name)”",
                en: "No \(what.en) “\(name)”"
            ),
            hint: hint(for: name, among: candidates)
        )
    }

    static func badTile(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.unit.tile",
            at: place,
            value: text,
            message: Bilingual(
                vi: "Vị trí ô vuông trên bản đồ phải là hai số nguyên từ 1 đến 40",
                en: "The place of a map's square must be two whole numbers from 1 to 40"
            ),
            hint: Bilingual(vi: "Viết tile: [cột, hàng]", en: "Write tile: [column, row]")
        )
    }

    static func missingTile(of name: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.unit.tile",
            at: place,
            value: name,
            message: Bilingual(
                vi: "“\(name)” không có vị trí trên bản đồ ô vuông mà các đơn vị khác thì có",
                en: "“\(name)” has no place on the map of squares while other units have one"
            ),
            hint: Bilingual(
                vi: "Ghi tile cho mọi đơn vị, hoặc bỏ hết",
                en: "Give a tile to every unit, or to none"
            )
        )
    }

    static func unitNotValid(
        code: String,
        name: String,
        on day: CalendarDate,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "settings.unit.not-valid",
            at: place,
            value: code,
            message: Bilingual(
                vi: "Đơn vị \(name) (mã \(code)) không tồn tại vào ngày chốt số liệu "
                    + day.vietnamese,
                en: "The unit \(name) (code \(code)) does not exist on the cut-off date \(day.iso)"
            ),
            hint: Bilingual(
                vi: "Sửa valid_from, valid_to, hoặc bỏ đơn vị khỏi danh sách",
                en: "Correct valid_from or valid_to, or take the unit off the list"
            )
        )
    }

    static func emptyList(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.list.empty",
            at: place,
            value: key,
            message: Bilingual(
                vi: "Danh sách “\(key)” không được để trống",
                en: "The list “\(key)” must not be empty"
            )
        )
    }

    static func badKey(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.value.invalid",
            at: place,
            value: key,
            message: Bilingual(
                vi: "“\(key)” không phải là \(Expected.key.vi)",
                en: "“\(key)” is not \(Expected.key.en)"
            )
        )
    }

    static func reservedKey(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.column.reserved",
            at: place,
            value: key,
            message: Bilingual(
                vi: "“\(key)” đã có nghĩa riêng trong mẫu báo cáo, không thể là khóa của cột này",
                en: "“\(key)” has a meaning of its own in templates and cannot be this column's key"
            ),
            hint: Bilingual(vi: "Chọn khóa khác", en: "Choose another key")
        )
    }

    static func typeOfRole(
        _ role: Column.Role,
        type: Column.ValueType,
        at place: Place
    ) -> Diagnostic {
        let types = role.types.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            "settings.column.type",
            at: place,
            value: type.rawValue,
            message: Bilingual(
                vi: "Cột có vai trò \(role.rawValue) không thể có kiểu \(type.rawValue)",
                en: "A column with the role \(role.rawValue) cannot have the type \(type.rawValue)"
            ),
            hint: Bilingual(vi: "Kiểu được dùng: \(types)", en: "Types that fit: \(types)")
        )
    }

    static func roleCount(_ role: Column.Role, count: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.column.role",
            at: place,
            value: role.rawValue,
            message: Bilingual(
                vi: "Phải có đúng một cột với vai trò \(role.rawValue), ở đây có \(count)",
                en: "Exactly one column must have the role \(role.rawValue); here are \(count)"
            )
        )
    }

    static func needless(_ key: String, role: Column.Role, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.column.needless",
            at: place,
            value: key,
            message: Bilingual(
                vi: "Cột có vai trò \(role.rawValue) không dùng khóa “\(key)”",
                en: "A column with the role \(role.rawValue) has no use for “\(key)”"
            ),
            hint: Bilingual(vi: "Bỏ khóa này", en: "Remove the key")
        )
    }

    static func usualValues(at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.column.usual",
            at: place,
            message: Bilingual(
                vi: "usual phải là hai số dương [thấp, cao], số đầu không lớn hơn số sau",
                en: "usual must be two positive numbers [low, high], the first not above the second"
            )
        )
    }

    static func emptyInterval(
        _ minimum: ExactDecimal,
        _ maximum: ExactDecimal,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "settings.column.interval",
            at: place,
            value: minimum.description,
            message: Bilingual(
                vi: "minimum (\(minimum)) lớn hơn maximum (\(maximum))",
                en: "minimum (\(minimum)) is greater than maximum (\(maximum))"
            )
        )
    }
}

/// "Did you mean …?" with the names most like `name`, or all of them when they are few.
func hint(for name: String, among candidates: [String]) -> Bilingual? {
    let nearest = nearestNames(to: String(name.prefix(80)), among: candidates)
    guard nearest.isEmpty else {
        let list = nearest.map { "“\($0)”" }
        return Bilingual(
            vi: "Có phải là \(list.joined(separator: " hay "))?",
            en: "Did you mean \(list.joined(separator: " or "))?"
        )
    }
    guard !candidates.isEmpty, candidates.count <= 20 else { return nil }
    let list = candidates.joined(separator: ", ")
    return Bilingual(vi: "Được dùng: \(list)", en: "Known: \(list)")
}
