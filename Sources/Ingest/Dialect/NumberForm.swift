import Diagnostics

/// How a file writes numbers; decided once for the whole file, from cells that read one way only.
enum NumberForm: Sendable {
    /// `1,234.5`
    case point
    /// `1.234,5`
    case comma

    var decimalMark: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    var groupMark: UInt8 { self == .point ? UInt8(ascii: ",") : UInt8(ascii: ".") }

    var name: Bilingual {
        switch self {
        case .point: Bilingual(vi: "kiểu Anh (1,234.5)", en: "English form (1,234.5)")
        case .comma: Bilingual(vi: "kiểu Việt Nam (1.234,5)", en: "Vietnamese form (1.234,5)")
        }
    }
}

/// What the cells of a file prove about its number form.
struct FormEvidence {
    /// A cell that reads one way only.
    struct Proof {
        var record: RecordSpan
        var column: Int
        var text: String
    }

    private(set) var point: Proof?
    private(set) var comma: Proof?

    /// The one form that is proved; `nil` when none is, or both are.
    var form: NumberForm? {
        switch (point, comma) {
        case (.some, nil): .point
        case (nil, .some): .comma
        default: nil
        }
    }

    /// Keeps the first proof of each form.
    mutating func note(_ form: NumberForm, _ proof: @autoclosure () -> Proof) {
        switch form {
        case .point where point == nil: point = proof()
        case .comma where comma == nil: comma = proof()
        default: break
        }
    }

    /// The proofs of both forms in the order of the file, when they contradict each other.
    var contradiction: (first: Proof, second: Proof)? {
        guard let point, let comma else { return nil }
        let isPointFirst =
            (point.record.number, point.column) < (comma.record.number, comma.column)
        return isPointFirst ? (point, comma) : (comma, point)
    }
}
