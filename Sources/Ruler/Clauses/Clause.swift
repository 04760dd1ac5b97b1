import Diagnostics

/// In what a clause is measured.
package enum MeasureUnit: String, Sendable {
    case millimetres = "mm"
    case points = "pt"
    /// Multiples of a single line.
    case lines
    case percent = "%"
    case none = ""

    func text(in language: Language) -> String {
        switch self {
        case .lines: language == .vi ? "dòng" : "lines"
        default: rawValue
        }
    }
}

/// How letters shall look.
struct LetterStyle: Sendable {
    var isBold = false
    var isItalic = false
    /// `nil`: capitals and small letters as the words want them.
    var isCapitals: Bool?
}

/// One requirement of Phụ lục I of Nghị định 30/2020/NĐ-CP.
package struct Clause: Sendable {
    /// Where in Phụ lục I it stands: part and number.
    var source: String
    var name: Bilingual
    var required: Bilingual
    var unit = MeasureUnit.none
    var range: ClosedRange<Double>?
    var style: LetterStyle?

    /// A requirement that is a measure between two limits.
    static func measure(
        _ source: String,
        vi: String,
        en: String,
        _ range: ClosedRange<Double>,
        _ unit: MeasureUnit
    ) -> Clause {
        let span =
            range.lowerBound == range.upperBound
            ? decimal(range.lowerBound)
            : range.upperBound == .infinity
                ? "≥ \(decimal(range.lowerBound))"
                : "\(decimal(range.lowerBound))–\(decimal(range.upperBound))"
        return Clause(
            source: source,
            name: Bilingual(vi: vi, en: en),
            required: Bilingual(vi: span, en: span.replacing(",", with: ".")),
            unit: unit,
            range: range
        )
    }

    /// A requirement on the size of letters, in points.
    static func size(_ source: String, vi: String, en: String, _ range: ClosedRange<Double>)
        -> Clause
    {
        measure(source, vi: "\(vi): cỡ chữ", en: "\(en): size", range, .points)
    }

    /// A requirement on the look of letters.
    static func style(_ source: String, vi: String, en: String, _ style: LetterStyle) -> Clause {
        Clause(
            source: source,
            name: Bilingual(vi: "\(vi): kiểu chữ", en: "\(en): style"),
            required: style.words,
            style: style
        )
    }

    /// A requirement in words.
    static func words(
        _ source: String,
        vi: String,
        en: String,
        required: (vi: String, en: String)
    ) -> Clause {
        Clause(
            source: source,
            name: Bilingual(vi: vi, en: en),
            required: Bilingual(vi: required.vi, en: required.en)
        )
    }
}

extension LetterStyle {
    /// The style in words: capitals, bold, upright.
    var words: Bilingual {
        let capitals =
            isCapitals.map { $0 ? ("in hoa, ", "capitals, ") : ("in thường, ", "small letters, ") }
            ?? ("", "")
        return Bilingual(
            vi: capitals.0 + (isItalic ? "nghiêng" : "đứng") + (isBold ? ", đậm" : ", không đậm"),
            en: capitals.1 + (isItalic ? "italic" : "upright") + (isBold ? ", bold" : ", not bold")
        )
    }
}

/// A number with at most one decimal, in Vietnamese form.
func decimal(_ value: Double, places: Int = 1) -> String {
    let scale = places == 0 ? 1.0 : places == 1 ? 10.0 : 100.0
    let scaled = (value.isFinite ? value * scale : 0).rounded()
    guard abs(scaled) < 1e12 else { return "0" }
    let number = Int(abs(scaled))
    let sign = scaled < 0 ? "-" : ""
    let whole = number / Int(scale)
    var fraction = String(number % Int(scale))
    while fraction.count < places { fraction = "0" + fraction }
    while fraction.last == "0" { fraction.removeLast() }
    return sign + String(whole) + (fraction.isEmpty || places == 0 ? "" : "," + fraction)
}
