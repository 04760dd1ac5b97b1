package import Diagnostics

extension RecordField.Fault {
    /// The fault in words: the field, what its value is, the limit, and the `key` of `report.yaml` under which
    /// it is set.
    package func diagnostic(
        of text: String,
        in field: RecordField,
        key: String,
        at place: Place
    ) -> Diagnostic {
        let value = String(text.prefix(80))
        return Diagnostic(
            "archive.record.\(slug)",
            at: place,
            value: text,
            message: Bilingual(
                vi: "Trường \(field.name) không nhận “\(value)”: \(reason(field).vi).",
                en: "The field \(field.name) does not take “\(value)”: \(reason(field).en)."
            ),
            hint: Bilingual(
                vi: "Sửa “\(key)” trong report.yaml (Nghị định 30/2020/NĐ-CP, Phụ lục VI).",
                en: "Correct `\(key)` in report.yaml (Nghị định 30/2020/NĐ-CP, Phụ lục VI)."
            )
        )
    }

    private var slug: String {
        switch self {
        case .tooLong: "too-long"
        case .notNumber: "not-a-number"
        case .notDate: "not-a-date"
        case .forbidden: "bad-character"
        }
    }

    private func reason(_ field: RecordField) -> Bilingual {
        let limit = field.limit ?? 0
        switch self {
        case .tooLong(let count):
            return field.kind == .number
                ? Bilingual(
                    vi: "có \(count) chữ số, nhiều nhất là \(limit)",
                    en: "it has \(count) digits, \(limit) at most"
                )
                : Bilingual(
                    vi: "dài \(count) ký tự, nhiều nhất là \(limit)",
                    en: "it is \(count) characters long, \(limit) at most"
                )
        case .notNumber:
            return Bilingual(
                vi: "phải là số, nhiều nhất \(limit) chữ số",
                en: "it must be a number of \(limit) digits at most"
            )
        case .notDate:
            return Bilingual(
                vi: "phải là một ngày như 2020-12-31",
                en: "it must be a day such as 2020-12-31"
            )
        case .forbidden(let scalar):
            let hex = String(scalar, radix: 16, uppercase: true)
            return Bilingual(
                vi: "có ký tự U+\(hex) mà XML không ghi được",
                en: "it has the character U+\(hex), which XML cannot hold"
            )
        }
    }
}
