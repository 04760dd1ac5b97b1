import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Reads the cells of one measure column in the form that the file proves.
struct MeasureReader {
    enum Outcome {
        case value(Measured)
        /// Read in the file's form, but unlike what the file writes elsewhere.
        case doubtful(Measured, (NumberFault) -> Diagnostic)
        case empty
        /// Not read because of a fault told elsewhere.
        case unreadable
        case fault((NumberFault) -> Diagnostic)
    }

    let column: Column
    let evidence: FormEvidence
    let conversion: UnitConversion?
    /// Years after it are errors.
    let latestYear: Int

    func read(_ bytes: [UInt8], _ range: Range<Int>) -> Outcome {
        if column.type == .year { return year(bytes, NumberText.trimmed(bytes, range)) }
        let cell = NumberCell(bytes, range, type: column.type)
        switch cell {
        case .empty: return .empty
        case .notNumber: return .fault(\.notNumber)
        case .notWhole: return .fault(\.notWhole)
        case .tooLong: return .fault(\.tooLong)
        case .plain(let value): return checked(value)
        case .oneWay, .ambiguous: break
        }
        // The two proofs that contradict each other are told once for the file.
        guard evidence.contradiction == nil else { return .unreadable }
        if let form = evidence.form, let value = cell.value(in: form) {
            let outcome = checked(value)
            guard case .ambiguous(let point, let comma) = cell,
                evidence.doubts(bytes[range], in: form), case .value(let read) = outcome
            else { return outcome }
            let other = form == .point ? comma : point
            return .doubtful(read) { $0.unusual(value, other: other) }
        }
        guard case .ambiguous(let point, let comma) = cell else { return .fault(\.notNumber) }
        return .fault { $0.ambiguous(point: point, comma: comma) }
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

    private func year(_ bytes: [UInt8], _ range: Range<Int>) -> Outcome {
        guard !range.isEmpty else { return .empty }
        let latest = latestYear
        guard range.count == 4,
            bytes[range].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return .fault { $0.notYear(latest: latest) } }
        let year = bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard (1000...latest).contains(year) else { return .fault { $0.notYear(latest: latest) } }
        return bounded(.value(ExactDecimal(year)))
    }
}
