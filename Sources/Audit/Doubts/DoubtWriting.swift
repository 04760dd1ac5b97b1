package import Diagnostics

extension [Doubt] {
    /// Whether any is more than a remark.
    package var hasDoubt: Bool { contains { $0.severity == .doubt } }

    /// All for people, and how many there are.
    package func text(file: String, language: Language) -> String {
        var text = ""
        for doubt in self {
            let page = doubt.page.map { page in
                Bilingual(vi: "trang \(page), dòng ", en: "page \(page), line ").text(in: language)
            }
            let severity =
                doubt.severity == .doubt
                ? Bilingual(vi: "nghi ngờ", en: "doubt") : Bilingual(vi: "lưu ý", en: "remark")
            text += "\(file):\(page ?? "")\(doubt.line): \(severity.text(in: language)): "
            text += "\(doubt.why.text(in: language)) [\(doubt.kind.rawValue)]\n"
            text += Bilingual(vi: "    câu: ", en: "    sentence: ").text(in: language)
            text += doubt.sentence + "\n"
            text += Bilingual(vi: "    đã in: ", en: "    printed: ").text(in: language)
            text += doubt.printed + "\n"
            text += Bilingual(vi: "    tính ra: ", en: "    computed: ").text(in: language)
            text += doubt.computed + "\n"
            if let key = doubt.key {
                text += Bilingual(vi: "    khóa: ", en: "    key: ").text(in: language) + key + "\n"
            }
        }
        let doubts = count { $0.severity == .doubt }
        text += Bilingual(
            vi: "\(doubts) chỗ nghi ngờ, \(count - doubts) lưu ý.\n",
            en: "\(doubts) doubts, \(count - doubts) remarks.\n"
        ).text(in: language)
        return text
    }

    /// One list, indented.
    package func json(language: Language) -> String {
        JSONText.array(
            map { doubt in
                var members: [(key: String, value: JSONText)] = [
                    ("kind", .string(doubt.kind.rawValue)),
                    ("sentence", .string(doubt.sentence)),
                    ("printed", .string(doubt.printed)),
                    ("computed", .string(doubt.computed)),
                    ("severity", .string(doubt.severity.rawValue)),
                    ("line", .integer(doubt.line)),
                    ("why", .string(doubt.why.text(in: language))),
                ]
                if let page = doubt.page { members.append(("page", .integer(page))) }
                if let key = doubt.key { members.append(("key", .string(key))) }
                return .object(members)
            }
        ).written(indent: 2) + "\n"
    }
}
