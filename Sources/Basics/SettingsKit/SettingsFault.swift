import Diagnostics

/// The faults that a strict reader finds, each in both languages.
enum SettingsFault {
    /// What a value should have been.
    enum Expected {
        case mapping
        case list
        case text
        case flag
        case other(Bilingual)

        var words: Bilingual {
            switch self {
            case .mapping: Bilingual(vi: "một nhóm khóa: giá trị", en: "a mapping (key: value)")
            case .list: Bilingual(vi: "một danh sách", en: "a list")
            case .text: Bilingual(vi: "một chuỗi chữ", en: "text")
            case .flag: Bilingual(vi: "true hoặc false", en: "true or false")
            case .other(let words): words
            }
        }
    }

    static let integer = Bilingual(vi: "một số nguyên", en: "a whole number")

    static func repeatedKey(_ entry: YAMLEntry, first: Place) -> Diagnostic {
        let (line, column) = (first.line ?? 0, first.column ?? 0)
        return Diagnostic(
            "settings.key.repeated",
            at: entry.keyPlace,
            value: entry.key,
            message: Bilingual(
                vi: "Khóa “\(entry.key)” đã có ở dòng \(line), cột \(column)",
                en: "The key “\(entry.key)” is already at line \(line), column \(column)"
            ),
            hint: Bilingual(vi: "Giữ lại một khóa", en: "Keep one of them")
        )
    }

    static func unknownKey(_ entry: YAMLEntry, known: [String]) -> Diagnostic {
        let nearest = nearestNames(to: entry.key, among: known)
        let all = known.joined(separator: ", ")
        return Diagnostic(
            "settings.key.unknown",
            at: entry.keyPlace,
            value: entry.key,
            message: Bilingual(
                vi: "Không có khóa nào tên “\(entry.key)” ở đây",
                en: "No key is called “\(entry.key)” here"
            ),
            hint: nearest.isEmpty
                ? Bilingual(vi: "Các khóa được dùng: \(all)", en: "Known keys: \(all)")
                : didYouMean(nearest)
        )
    }

    static func missingKey(_ key: String, entry: YAMLEntry?, mapping: Place) -> Diagnostic {
        guard let entry else {
            return Diagnostic(
                "settings.key.missing",
                at: mapping,
                message: Bilingual(vi: "Thiếu khóa “\(key)”", en: "The key “\(key)” is missing")
            )
        }
        return Diagnostic(
            "settings.key.missing",
            at: entry.keyPlace,
            value: key,
            message: Bilingual(
                vi: "Khóa “\(key)” chưa có giá trị",
                en: "The key “\(key)” has no value"
            )
        )
    }

    static func wrongType(_ node: YAMLNode, expected: Expected) -> Diagnostic {
        let found: Bilingual =
            switch node.content {
            case .scalar(let scalar) where scalar.isNull:
                Bilingual(vi: "một giá trị trống", en: "nothing")
            case .scalar(let scalar): Bilingual(vi: "“\(scalar.text)”", en: "“\(scalar.text)”")
            case .sequence: Expected.list.words
            case .mapping: Expected.mapping.words
            }
        return Diagnostic(
            "settings.value.type",
            at: node.place,
            value: node.text,
            message: Bilingual(
                vi: "Ở đây phải là \(expected.words.vi), nhưng lại là \(found.vi)",
                en: "\(expected.words.en) should stand here, not \(found.en)"
            )
        )
    }

    static func badValue(_ text: String, at place: Place, expected: Bilingual) -> Diagnostic {
        Diagnostic(
            "settings.value.invalid",
            at: place,
            value: text,
            message: Bilingual(
                vi: "“\(text)” không phải là \(expected.vi)",
                en: "“\(text)” is not \(expected.en)"
            )
        )
    }

    static func emptyText(_ key: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.value.empty",
            at: place,
            message: Bilingual(
                vi: "“\(key)” không được để trống",
                en: "“\(key)” must not be empty"
            )
        )
    }

    static func unknownWord(_ node: YAMLNode, words: [String]) -> Diagnostic {
        let list = words.joined(separator: ", ")
        guard let text = node.text else {
            let expected = Bilingual(vi: "một trong các từ: \(list)", en: "one of: \(list)")
            return wrongType(node, expected: .other(expected))
        }
        let nearest = nearestNames(to: text, among: words)
        return Diagnostic(
            "settings.value.unknown",
            at: node.place,
            value: text,
            message: Bilingual(
                vi: "“\(text)” không thuộc các từ được dùng ở đây: \(list)",
                en: "“\(text)” is not one of the words used here: \(list)"
            ),
            hint: nearest.isEmpty ? nil : didYouMean(nearest)
        )
    }

    private static func didYouMean(_ names: [String]) -> Bilingual {
        let list = names.map { "“\($0)”" }
        return Bilingual(
            vi: "Có phải là \(list.joined(separator: " hay "))?",
            en: "Did you mean \(list.joined(separator: " or "))?"
        )
    }
}
