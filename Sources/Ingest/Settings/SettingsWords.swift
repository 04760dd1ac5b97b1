import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

/// What a value of `report.yaml` should have been, in words.
enum Expected {
    static let year = Bilingual(vi: "một năm có bốn chữ số", en: "a year of four digits")
    static let date = Bilingual(vi: "một ngày như 2020-12-31", en: "a day such as 2020-12-31")
    static let number = Bilingual(
        vi: "một số như 1234.5 (dấu chấm thập phân, không chấm hàng nghìn)",
        en: "a number such as 1234.5 (decimal point, no grouping)"
    )
    static let factor = Bilingual(
        vi: "một số dương như 1000000",
        en: "a positive number such as 1000000"
    )
    static let quote = Bilingual(
        vi: "một ký tự như \" hoặc ', hoặc none",
        en: "one character such as \" or ', or none"
    )
    static let encoding = Bilingual(
        vi: "một bảng mã: " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "),
        en: "an encoding: " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    )
    static let lineEnd = Bilingual(vi: "lf, crlf hoặc cr", en: "lf, crlf or cr")
    static let preamble = Bilingual(
        vi: "số dòng phía trên bảng, từ 0 đến 1000",
        en: "the number of lines above the table, 0 to 1000"
    )
    static let headerRows = Bilingual(
        vi: "số dòng tiêu đề, từ 0 đến 9",
        en: "the number of heading rows, 0 to 9"
    )
    static let digits = Bilingual(
        vi: "số chữ số của mã, từ 1 đến 30",
        en: "the number of digits of a code, 1 to 30"
    )
    static let decimals = Bilingual(
        vi: "cách làm tròn như “fixed 2” hoặc “up-to 2” (tối đa 12 chữ số)",
        en: "a rounding such as “fixed 2” or “up-to 2” (12 decimals at most)"
    )
    static let shares = Bilingual(
        vi:
            "một cách làm tròn tỷ trọng: each, largest-remainder, hoặc “digits 3” (1 đến 12 chữ số)",
        en: "a way of rounding shares: each, largest-remainder, or “digits 3” (1 to 12 digits)"
    )
    static let key = Bilingual(
        vi: "khóa chỉ gồm a-z, 0-9 và _, khác với all",
        en: "a key of a-z, 0-9 and _ other than all"
    )
    static let code = Bilingual(
        vi: "mã chỉ gồm chữ không dấu, chữ số, - và _, khác với all",
        en: "a code of plain letters, digits, - and _ other than all"
    )
}

/// Whether text has only ASCII letters, digits and the `extra` characters, and some of them.
func isWord(_ text: String, extra: String, capitals: Bool = true) -> Bool {
    !text.isEmpty
        && text.unicodeScalars.allSatisfy {
            switch $0 {
            case "a"..."z", "0"..."9": true
            case "A"..."Z": capitals
            default: extra.unicodeScalars.contains($0)
            }
        }
}

/// Whether text is a key of figures: `[a-z0-9_]+`, and not the word for every member.
func isKey(_ text: String) -> Bool {
    isWord(text, extra: "_", capitals: false) && text != "all"
}

extension MappingReader {
    /// A day in ISO 8601.
    mutating func date(_ key: String) -> CalendarDate? {
        value(key, expecting: Expected.date) { CalendarDate(iso: $0) }
    }

    mutating func optionalDate(_ key: String) -> CalendarDate? {
        optionalValue(key, expecting: Expected.date) { CalendarDate(iso: $0) }
    }

    mutating func number(_ key: String) -> ExactDecimal? {
        value(key, expecting: Expected.number) { ExactDecimal(plain: $0) }
    }

    mutating func optionalNumber(_ key: String) -> ExactDecimal? {
        optionalValue(key, expecting: Expected.number) { ExactDecimal(plain: $0) }
    }

    /// A code of a unit, sector or class, as `tidy.csv` prints it.
    mutating func code(_ key: String) -> String {
        value(key, expecting: Expected.code) { text in
            isWord(text, extra: "-_") && text != "all" ? text : nil
        } ?? ""
    }

    /// The key of a column or a given figure.
    mutating func figureKey(_ key: String) -> String {
        value(key, expecting: Expected.key) { isKey($0) ? $0 : nil } ?? ""
    }

    /// `fixed 2` or `up-to 2`.
    mutating func decimals(_ key: String) -> NumberStyle.Decimals? {
        optionalValue(key, expecting: Expected.decimals) { text in
            let words = text.split(separator: " ")
            guard words.count == 2, let places = Int(words[1]), (0...12).contains(places) else {
                return nil
            }
            return switch words[0] {
            case "fixed": .fixed(places)
            case "up-to": .upTo(places)
            default: nil
            }
        }
    }
}
