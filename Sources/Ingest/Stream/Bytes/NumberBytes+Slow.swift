import PeriodModel

extension NumberBytes {
    /// The number of a cell with blanks around it, with groups, or with many digits.
    @inline(never)
    func readSlowly(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        allowsDecimals: Bool,
        seen: inout Seen
    ) -> Int64 {
        let range = Self.trimmed(bytes, start, end)
        guard !range.isEmpty else { return Self.missing }
        guard let mark = range.first(where: { Self.isMark(bytes[$0]) }) else {
            return Self.parsed(bytes, range, .point, allowsDecimals: false).value ?? Self.unusual
        }
        guard let form = assumed.form,
            case .value(let value) = Self.parsed(
                bytes,
                range,
                form,
                allowsDecimals: allowsDecimals
            )
        else { return Self.unusual }
        let other: NumberForm = form == .point ? .comma : .point
        switch Self.parsed(bytes, range, other, allowsDecimals: allowsDecimals) {
        case .none:
            seen.insert(.proof)
            noteStyle(bytes, start, end, mark: mark, form: form, seen: &seen)
        case .value(value): break
        case .value:
            let hasDecimals = range.contains { bytes[$0] == form.decimalMark }
            guard hasDecimals ? assumed.takesThousandths : assumed.takesGroups else {
                return Self.unusual
            }
            seen.insert(hasDecimals ? .takenThousandths : .takenGroups)
        case .beyond: return Self.unusual
        }
        return value
    }

    /// As `FormEvidence` notes how proofs write their digits.
    private func noteStyle(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        mark: Int,
        form: NumberForm,
        seen: inout Seen
    ) {
        for offset in start + 1..<end
        where !Self.isMark(bytes[offset]) && !Self.isDigit(bytes[offset]) { return }
        var whole = start
        while whole < end, bytes[whole] != form.decimalMark { whole += 1 }
        if whole < end, end - whole - 1 >= 3 { seen.insert(.thousandths) }
        if (start..<end).contains(where: { bytes[$0] == form.groupMark }) {
            seen.insert(.groups)
        } else if whole - start >= 4 {
            seen.insert(.longRuns)
        }
    }

    /// With four decimals they stay below `limit`.
    private static let wholeDigits = 14

    private enum Parsed {
        case value(Int64)
        /// More digits or decimals than are taken here.
        case beyond
        case none

        var value: Int64? {
            guard case .value(let value) = self else { return nil }
            return value
        }
    }

    /// `NumberText.read` in 64 bits: an optional hyphen and digits, grouped by threes or not at all.
    private static func parsed(
        _ bytes: UnsafePointer<UInt8>,
        _ range: Range<Int>,
        _ form: NumberForm,
        allowsDecimals: Bool
    ) -> Parsed {
        var offset = range.lowerBound
        let isNegative = bytes[offset] == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        var value: Int64 = 0
        var (whole, significant) = (0, 0)
        var sinceGroup: Int?
        var decimals: Int?
        while offset < range.upperBound {
            let byte = bytes[offset]
            offset += 1
            if isDigit(byte) {
                if let count = decimals {
                    decimals = count + 1
                } else {
                    whole += 1
                    sinceGroup = sinceGroup.map { $0 + 1 }
                    if significant > 0 || byte != UInt8(ascii: "0") { significant += 1 }
                }
                if significant <= wholeDigits, (decimals ?? 0) <= scale {
                    value = value * 10 + Int64(byte - UInt8(ascii: "0"))
                }
            } else if byte == form.decimalMark, allowsDecimals, decimals == nil, whole > 0,
                (sinceGroup ?? 3) == 3
            {
                decimals = 0
            } else if byte == form.groupMark, decimals == nil {
                let isRight =
                    sinceGroup.map { $0 == 3 }
                    ?? (significant == whole && (1...3).contains(whole))
                guard isRight else { return .none }
                sinceGroup = 0
            } else {
                return .none
            }
        }
        guard whole > 0, decimals != 0, (sinceGroup ?? 3) == 3 else { return .none }
        guard significant <= wholeDigits, (decimals ?? 0) <= scale else { return .beyond }
        for _ in (decimals ?? 0)..<scale { value *= 10 }
        return .value(isNegative ? -value : value)
    }

    /// Both ends of `4 - 5`, or twice the one number; unusual when the first is the greater.
    @inline(__always)
    func readRange(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        seen: inout Seen
    ) -> (low: Int64, high: Int64) {
        guard start < end else { return (Self.missing, Self.missing) }
        var dash = start &+ 1
        while dash < end, bytes[dash] != UInt8(ascii: "-"), bytes[dash] < 0x80 { dash &+= 1 }
        guard dash < end else {
            guard !Self.isPaddedDay(bytes, start, end) else { return (Self.unusual, Self.unusual) }
            let value = read(bytes, start, end, seen: &seen)
            return (value, value)
        }
        var (lowEnd, highStart) = (dash, dash &+ 1)
        if lowEnd > start, bytes[lowEnd &- 1] == Byte.blank { lowEnd &-= 1 }
        if highStart < end, bytes[highStart] == Byte.blank { highStart &+= 1 }
        var own = self.seen()
        guard bytes[dash] == UInt8(ascii: "-"), bytes[start] > Byte.blank else {
            return (Self.unusual, Self.unusual)
        }
        let low = read(bytes, start, lowEnd, seen: &own)
        let high = read(bytes, highStart, end, seen: &own)
        guard low != Self.missing, high != Self.missing, low <= high, high < Self.unusual else {
            return (Self.unusual, Self.unusual)
        }
        // A range proves its form, not how its digits are written.
        seen.insert(own.all.subtracting(.style))
        return (low, high)
    }

    /// Whether a cell may be `05.06`, which `DateText` knows for a day.
    private static func isPaddedDay(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int
    ) -> Bool {
        let range = trimmed(bytes, start, end)
        return range.count == 5 && bytes[range.lowerBound] == UInt8(ascii: "0")
    }

    /// Without blanks and no-break blanks at the ends.
    private static func trimmed(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Range<
        Int
    > {
        NumberText.trimmed(UnsafeBufferPointer(start: bytes, count: end), start..<end)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
}
