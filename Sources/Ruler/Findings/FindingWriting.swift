package import Diagnostics

extension [Finding] {
    /// The findings as one JSON list; measures are numbers in the clause's unit, all else is text.
    package func json(language: Language) -> String {
        let items = map { finding in
            JSONText.object([
                ("clause", .string(finding.clause.title(in: language))),
                ("required", .string(finding.clause.required.text(in: language))),
                ("measured", finding.measuredJSON(language)),
                ("unit", .optional(finding.clause.unitText(in: language))),
                ("page", .optional(finding.page)),
                ("verdict", .string(finding.verdict.rawValue)),
            ])
        }
        return JSONText.array(items).written(indent: 2) + "\n"
    }

    /// The findings as lines for people, and how many there are of each verdict.
    package func text(language: Language) -> String {
        var text = ""
        for finding in self {
            text += finding.verdict.words.text(in: language) + "  "
            text += finding.clause.title(in: language) + ": "
            text += finding.measuredText(language)
            if let page = finding.page {
                text += language == .vi ? " (trang \(page))" : " (page \(page))"
            }
            let required = finding.clause.required.text(in: language)
            let unit = finding.clause.unitText(in: language).map { " " + $0 } ?? ""
            text += language == .vi ? "; quy định: " : "; required: "
            text += required + unit + "\n"
        }
        let counts = Finding.Verdict.ordered.map { verdict in
            let label = verdict.words.text(in: language).split(separator: " ").joined(
                separator: " "
            )
            return "\(label): \(count { $0.verdict == verdict })"
        }
        return text + "\n" + counts.joined(separator: "; ") + "\n"
    }
}

extension Clause {
    fileprivate func title(in language: Language) -> String {
        source + " " + name.text(in: language)
    }

    fileprivate func unitText(in language: Language) -> String? {
        unit == .none ? nil : unit.text(in: language)
    }
}

extension Finding {
    fileprivate func measuredJSON(_ language: Language) -> JSONText {
        switch measured {
        case .value(let value):
            .decimal(decimal(value, places: 2).replacing(",", with: "."))
        case .words(let words): .string(words.text(in: language))
        case .nothing: .null
        }
    }

    /// Lengths in their own unit and in the other one as well.
    fileprivate func measuredText(_ language: Language) -> String {
        func number(_ value: Double, _ places: Int) -> String {
            let text = decimal(value, places: places)
            return language == .vi ? text : text.replacing(",", with: ".")
        }
        switch measured {
        case .value(let value):
            let unit = clause.unit.text(in: language)
            return switch clause.unit {
            case .millimetres: "\(number(value, 1)) \(unit) (\(number(points(value), 1)) pt)"
            case .points: "\(number(value, 1)) \(unit) (\(number(millimetres(value), 1)) mm)"
            default: "\(number(value, 2)) \(unit)"
            }
        case .words(let words): return words.text(in: language)
        case .nothing: return language == .vi ? "không đo được" : "not measured"
        }
    }
}

extension Finding.Verdict {
    fileprivate static let ordered: [Self] = [.pass, .remark, .fail, .notMeasured]

    /// The verdict for people, padded to one width.
    fileprivate var words: Bilingual {
        switch self {
        case .pass: Bilingual(vi: "đạt     ", en: "pass        ")
        case .remark: Bilingual(vi: "lưu ý   ", en: "remark      ")
        case .fail: Bilingual(vi: "sai     ", en: "fail        ")
        case .notMeasured: Bilingual(vi: "chưa đo ", en: "not-measured")
        }
    }
}
