import Diagnostics
import PeriodModel

extension NumberForm {
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
    /// Some cell reads in both forms, as different numbers.
    private(set) var hasAmbiguous = false
    private var pointCount = 0
    private var commaCount = 0
    /// A proof has three decimals or more.
    private var showsThousandths = false
    /// A proof groups its digits by threes; another has four whole digits or more without groups.
    private var showsGroups = false
    private var showsLongRuns = false

    /// Forms proved by cells that were not kept.
    private var seenForms: Set<NumberForm> = []

    /// Whether a proof groups its digits by threes.
    var provesGroups: Bool { showsGroups }

    /// The one form that is proved; `nil` when none is, or both are.
    var form: NumberForm? {
        switch (isProved(.point), isProved(.comma)) {
        case (true, false): .point
        case (false, true): .comma
        default: nil
        }
    }

    /// Notes a cell that the form decides.
    mutating func noteAmbiguous() { hasAmbiguous = true }

    /// Cells that read in one form only.
    func count(of form: NumberForm) -> Int { form == .point ? pointCount : commaCount }
    func isProved(_ form: NumberForm) -> Bool {
        (form == .point ? point : comma) != nil || seenForms.contains(form)
    }

    /// How marks are taken where these cells are all that is known.
    var assumed: AssumedForm {
        AssumedForm(
            form: form,
            takesThousandths: showsThousandths,
            takesGroups: showsGroups || !showsLongRuns
        )
    }

    /// Adds what cells have shown that were read in `form` and not kept.
    mutating func note(_ seen: SeenMarks, in form: NumberForm) {
        if seen.contains(.proof) { seenForms.insert(form) }
        if seen.contains(.thousandths) { showsThousandths = true }
        if seen.contains(.groups) { showsGroups = true }
        if seen.contains(.longRuns) { showsLongRuns = true }
    }

    /// Counts a proof, keeps the first of each form and notes how it writes its digits.
    mutating func note(
        _ form: NumberForm,
        _ digits: ArraySlice<UInt8>,
        _ proof: @autoclosure () -> Proof
    ) {
        switch form {
        case .point:
            pointCount += 1
            if point == nil { point = proof() }
        case .comma:
            commaCount += 1
            if comma == nil { comma = proof() }
        }
        // A range proves its form, but its two numbers are not counted here.
        guard digits.dropFirst().allSatisfy(Self.isDigitOrMark) else { return }
        let parts = digits.split(separator: form.decimalMark, maxSplits: 1)
        if parts.count == 2, parts[1].count >= 3 { showsThousandths = true }
        if digits.contains(form.groupMark) {
            showsGroups = true
        } else if let whole = parts.first, whole.count >= 4 {
            showsLongRuns = true
        }
    }

    private static func isDigitOrMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether a cell that both forms can read is unlike the file's own way of writing in `form`: three
    /// decimals that no proof has, or groups where proofs have long runs of digits instead.
    func doubts(_ digits: ArraySlice<UInt8>, in form: NumberForm) -> Bool {
        digits.contains(form.decimalMark)
            ? !showsThousandths : showsLongRuns && !showsGroups
    }

    /// A proof of each form, the rarer one (or the later of equals) as the odd one out.
    var contradiction: (usual: Proof, odd: Proof)? {
        guard let point, let comma else { return nil }
        if pointCount != commaCount {
            return pointCount > commaCount ? (point, comma) : (comma, point)
        }
        let isPointFirst =
            (point.record.number, point.column) < (comma.record.number, comma.column)
        return isPointFirst ? (point, comma) : (comma, point)
    }
}
