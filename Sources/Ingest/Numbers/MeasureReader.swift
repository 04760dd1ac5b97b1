import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary
import WorkbookKit

/// Reads the cells of one measure column in the form that was decided for the file.
struct MeasureReader {
    enum Outcome {
        case value(Measured)
        /// Read in the file's form, but with a doubt to tell.
        case doubtful(Measured, (NumberFault) -> Diagnostic)
        case empty
        /// A mark that says that there is no value.
        case missing(Reading.MissingMark.Meaning)
        /// Not read because of a fault told elsewhere.
        case unreadable
        case fault((NumberFault) -> Diagnostic)
    }

    let column: Column
    let form: FormDecision
    let marks: MissingMarks
    let conversion: UnitConversion?
    /// The column is in percent, so that its cells may carry the sign.
    let isPercent: Bool
    /// Years after it are errors.
    let latestYear: Int

    /// `kind` is what a workbook says of the cell: a number there is written with a decimal point and no
    /// groups.
    func read(_ bytes: [UInt8], _ range: Range<Int>, kind: CellKind? = nil) -> Outcome {
        var range = NumberText.trimmed(bytes, range)
        guard !range.isEmpty else { return .empty }
        if let meaning = marks.meaning(bytes, range) { return .missing(meaning) }
        if column.type == .year { return year(bytes, range) }
        // People see another number than the one that is stored.
        if kind == .scaledNumber { return .fault(\.scaled) }
        if kind == .percent { return percent(bytes, range) }
        if bytes[range.upperBound - 1] == UInt8(ascii: "%") {
            guard isPercent else { return .fault(\.percentSign) }
            range = NumberText.trimmed(bytes, range.lowerBound..<range.upperBound - 1)
        }
        if column.type == .range, kind != .number, DateText.isPaddedDay(bytes, range) {
            return .fault(\.dateForRange)
        }
        let cell = NumberCell(bytes, range, type: column.type)
        switch cell {
        case .empty: return .empty
        case .notNumber:
            return column.type == .range && DateText.looksLikeDay(bytes, range)
                ? .fault(\.dateForRange) : .fault(\.notNumber)
        case .notWhole: return .fault(\.notWhole)
        case .tooLong: return .fault(\.tooLong)
        case .plain(let value): return checked(value)
        case .oneWay, .ambiguous: break
        }
        if kind != nil, kind != .text {
            guard let value = cell.value(in: .point) else { return .fault(\.notWhole) }
            guard kind == .number, form.doubtsStored(bytes[range]),
                case .value(let read) = checked(value), case .value(let number) = value,
                let other = number.multiplied(by: ExactDecimal(1000))
            else { return checked(value) }
            return .doubtful(read) { $0.unusual(value, other: .value(other)) }
        }
        // The two proofs that contradict each other are told once for the file.
        guard form.contradiction == nil else { return .unreadable }
        if let decided = form.form, let value = cell.value(in: decided) {
            let outcome = checked(value)
            guard case .ambiguous(let point, let comma) = cell, form.doubts(bytes[range]),
                case .value(let read) = outcome
            else { return outcome }
            let other = decided == .point ? comma : point
            return form.makesThousandth(bytes[range])
                ? .fault { $0.unlikely(value, other: other, form: decided) }
                : .doubtful(read) { $0.unusual(value, other: other) }
        }
        guard case .ambiguous(let point, let comma) = cell else {
            // A mark that cannot group in the decided form, in a column of whole numbers.
            return .fault(column.type == .integer ? \.notWhole : \.notNumber)
        }
        return .fault { $0.ambiguous(point: point, comma: comma) }
    }

    /// A share that the sheet shows as a percentage: the column's unit must be the percent.
    private func percent(_ bytes: [UInt8], _ range: Range<Int>) -> Outcome {
        guard isPercent else { return .fault(\.percentSign) }
        guard case .value(let share)? = NumberCell(bytes, range, type: .decimal).value(in: .point),
            let value = share.multiplied(by: ExactDecimal(100))
        else { return .fault(\.notNumber) }
        return checked(.value(value))
    }

    private func checked(_ value: Measured) -> Outcome {
        if case .range(let low, let high) = value, low > high { return .fault(\.reversedRange) }
        guard let conversion else { return bounded(value) }
        guard let converted = conversion.convert(value) else {
            return .fault { $0.notConvertible(conversion) }
        }
        if column.type == .integer, case .value(let number) = converted, !number.isInteger {
            return .fault(\.notWhole)
        }
        return bounded(converted)
    }

    private func bounded(_ value: Measured) -> Outcome {
        // Whole numbers count people and things: without a minimum it is 0.
        let minimum = column.minimum ?? (column.type == .integer ? ExactDecimal.zero : nil)
        if let minimum, let low = value.low, low < minimum {
            return .fault { $0.outside(minimum, isMinimum: true) }
        }
        if let maximum = column.maximum, let high = value.high, high > maximum {
            return .fault { $0.outside(maximum, isMinimum: false) }
        }
        return .value(value)
    }

    /// A year of four digits, or the year of a month or a day; a day by its serial number is told.
    private func year(_ bytes: [UInt8], _ range: Range<Int>) -> Outcome {
        let latest = latestYear
        var range = range
        if let whole = NumberText.withoutZeroDecimals(bytes, range) { range = whole }
        let isNumber = bytes[range].allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        let date: CalendarDate?
        if isNumber, range.count == 5 {
            let serial = bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            date = DateText.day(ofSerial: serial)
        } else {
            let text = String(decoding: bytes[range], as: UTF8.self)
            date =
                DateText.year(text).flatMap { CalendarDate(year: $0, month: 1, day: 1) }
                ?? DateText.read(text, latestYear: latestYear)
        }
        guard let date, (1000...latest).contains(date.year) else {
            return .fault { $0.notYear(latest: latest) }
        }
        let outcome = bounded(.value(ExactDecimal(date.year)))
        guard isNumber, range.count == 5, case .value(let value) = outcome else { return outcome }
        return .doubtful(value) { $0.serialDate(date) }
    }
}
