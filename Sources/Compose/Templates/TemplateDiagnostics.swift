import Diagnostics
import StatisticsModel
import Vocabulary

/// The code of a figure that a sentence wants and that has no value.
package let noValueCode = "compose.figure.no-value"

/// The faults of templates, each with what to do about it.
extension Diagnostic {
    static func unclosedPlaceholder(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.placeholder.unclosed",
            at: place,
            value: String(text.prefix(60)),
            message: Bilingual(
                vi: "Chỗ điền số liệu mở bằng “{{” nhưng không có “}}” trên cùng một dòng.",
                en: "A placeholder opens with “{{” but has no “}}” on the same line."
            ),
            hint: Bilingual(
                vi: "Viết trọn trên một dòng, ví dụ {{ htx.count }}.",
                en: "Write it on one line, such as {{ htx.count }}."
            )
        )
    }

    static func unknownName(
        _ name: String,
        among names: some Sequence<String>,
        at place: Place
    ) -> Diagnostic {
        let nearest = nearestNames(to: name, among: names)
        return Diagnostic(
            "compose.placeholder.unknown",
            at: place,
            value: name,
            message: Bilingual(
                vi: "“\(name)” không phải tên của số liệu, câu chữ, bảng hay biểu đồ nào.",
                en: "“\(name)” is the name of no figure, word, table or chart."
            ),
            hint: .suggestion(nearest)
        )
    }

    static func noValue(_ name: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.figure.no-value",
            at: place,
            value: name,
            message: Bilingual(
                vi: "Không tính được “\(name)” từ số liệu của kỳ này, nên không thể in vào câu.",
                en:
                    "“\(name)” cannot be computed from this period's data, so no sentence can print it."
            ),
            hint: Bilingual(
                vi:
                    "Bỏ câu này, đặt điều kiện (when:) cho đoạn, hoặc dùng cụm câu (phrases.yaml) tự ẩn khi thiếu số liệu.",
                en:
                    "Drop the sentence, put a condition (when:) on the paragraph, or use a phrase that vanishes."
            )
        )
    }

    static func wrongUnit(_ name: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.figure.unit",
            at: place,
            value: name,
            message: Bilingual(
                vi: "Không đổi được “\(name)” sang đơn vị tính đã chọn.",
                en: "“\(name)” cannot be converted into the unit asked for."
            ),
            hint: Bilingual(
                vi: "Chọn đơn vị cùng loại trong units_of_measure của report.yaml.",
                en: "Choose a unit of the same dimension from units_of_measure in report.yaml."
            )
        )
    }

    static func unknownFormat(
        _ format: String,
        units: [UnitOfMeasure],
        at place: Place
    ) -> Diagnostic {
        let nearest = nearestNames(to: format, among: FigureFormat.names + units.map(\.key))
        return Diagnostic(
            "compose.placeholder.format",
            at: place,
            value: format,
            message: Bilingual(
                vi: "“\(format)” không phải cách viết số nào.",
                en: "“\(format)” is no number format."
            ),
            hint: .suggestion(nearest)
        )
    }

    static func unknownCondition(
        _ text: String,
        among names: [String],
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "compose.condition.unknown",
            at: place,
            value: text,
            message: Bilingual(
                vi: "Điều kiện “\(text)” không có trong danh sách điều kiện.",
                en: "“\(text)” is none of the conditions."
            ),
            hint: .suggestion(nearestNames(to: text, among: names))
        )
    }

    static func markup(_ what: Bilingual, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.text.markup",
            at: place,
            message: Bilingual(
                vi: "Văn bản mẫu không dùng \(what.vi).",
                en: "Texts do not take \(what.en)."
            ),
            hint: Bilingual(
                vi:
                    "Chỉ dùng tiêu đề, đoạn văn, danh sách, chữ nghiêng, chữ đậm, liên kết, bảng và biểu đồ gọi theo tên.",
                en:
                    "Use headings, paragraphs, lists, emphasis, strong, links, and tables and charts called by name."
            )
        )
    }

    static func skippedHeading(_ level: Int, after previous: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "compose.heading.skipped",
            at: place,
            message: Bilingual(
                vi: "Tiêu đề cấp \(level) đứng ngay sau cấp \(previous): thiếu một cấp.",
                en: "A heading of level \(level) follows level \(previous): a level is skipped."
            ),
            hint: Bilingual(
                vi: "Bớt dấu # của tiêu đề, hoặc thêm tiêu đề cấp trên.",
                en: "Use fewer #, or add the heading between."
            )
        )
    }

    static func missingText(_ name: String, at place: Place, among names: [String]) -> Diagnostic {
        Diagnostic(
            "compose.text.missing",
            at: place,
            value: name,
            message: Bilingual(
                vi: "Không có văn bản mẫu “\(name).md”.",
                en: "There is no text “\(name).md”."
            ),
            hint: .suggestion(nearestNames(to: name, among: names))
        )
    }

    static func badSpecification(
        _ message: Bilingual,
        hint: Bilingual? = nil,
        value: String? = nil,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "compose.specification.invalid",
            at: place,
            value: value,
            message: message,
            hint: hint
        )
    }
}

extension Bilingual {
    /// “Did you mean …?”, or `nil` without a candidate.
    static func suggestion(_ names: [String]) -> Bilingual? {
        guard !names.isEmpty else { return nil }
        let list = names.map { "“\($0)”" }.joined(separator: ", ")
        return Bilingual(vi: "Có phải là \(list)?", en: "Did you mean \(list)?")
    }
}

extension Bilingual? {
    /// “Did you mean …?”, or `nil` without a candidate.
    static func suggestion(_ names: [String]) -> Bilingual? {
        Bilingual.suggestion(names)
    }
}
