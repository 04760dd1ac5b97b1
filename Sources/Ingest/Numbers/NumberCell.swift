import DatasetModel
import PeriodModel
import Vocabulary

/// What a cell of a number column can mean.
enum NumberCell {
    case empty
    /// The same in both forms.
    case plain(Measured)
    /// Readable in one form only; it proves that form.
    case oneWay(NumberForm, Measured)
    /// Readable in both forms, as different values.
    case ambiguous(point: Measured, comma: Measured)
    case tooLong
    /// A number, but not a whole one in a column of whole numbers.
    case notWhole
    case notNumber

    /// The value in a form; `nil` when the form does not fit or there is no value.
    func value(in form: NumberForm) -> Measured? {
        switch self {
        case .plain(let value): value
        case .oneWay(let own, let value): own == form ? value : nil
        case .ambiguous(let point, let comma): form == .point ? point : comma
        case .empty, .tooLong, .notWhole, .notNumber: nil
        }
    }

    init(_ bytes: [UInt8], _ range: Range<Int>, type: Column.ValueType) {
        let range = NumberText.trimmed(bytes, range)
        guard !range.isEmpty else {
            self = .empty
            return
        }
        let allowsDecimals = type != .integer
        let point = Self.read(bytes, range, type: type, form: .point, allowsDecimals)
        guard NumberText.hasMark(bytes, range) else {
            self = Self.merged(point, point)
            return
        }
        let comma = Self.read(bytes, range, type: type, form: .comma, allowsDecimals)
        self = Self.merged(point, comma)
        if case .notNumber = self, !allowsDecimals {
            if let whole = NumberText.withoutZeroDecimals(bytes, range) {
                self = NumberCell(bytes, whole, type: type)
                return
            }
            let asDecimal = [NumberForm.point, .comma].contains { form in
                Self.read(bytes, range, type: type, form: form, true).measured != nil
            }
            if asDecimal { self = .notWhole }
        }
    }

    private enum Outcome {
        case value(Measured)
        case tooLong
        case none

        var measured: Measured? {
            guard case .value(let value) = self else { return nil }
            return value
        }
    }

    private static func merged(_ point: Outcome, _ comma: Outcome) -> NumberCell {
        switch (point, comma) {
        case (.value(let first), .value(let second)):
            first == second ? .plain(first) : .ambiguous(point: first, comma: second)
        case (.value(let value), .none): .oneWay(.point, value)
        case (.none, .value(let value)): .oneWay(.comma, value)
        case (.none, .none): .notNumber
        default: .tooLong
        }
    }

    private static func read(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        type: Column.ValueType,
        form: NumberForm,
        _ allowsDecimals: Bool
    ) -> Outcome {
        func number(_ part: Range<Int>) -> NumberText.Reading {
            NumberText.read(bytes, part, form: form, allowsDecimals: allowsDecimals)
        }
        guard type == .range, let sides = NumberText.sides(bytes, range) else {
            return switch number(range) {
            case .value(let value): .value(.value(value))
            case .tooLong: .tooLong
            case .none: .none
            }
        }
        return switch (number(sides.low), number(sides.high)) {
        case (.value(let low), .value(let high)): .value(.range(low: low, high: high))
        case (.none, _), (_, .none): .none
        default: .tooLong
        }
    }
}
