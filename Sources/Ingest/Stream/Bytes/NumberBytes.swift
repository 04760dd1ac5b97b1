import PeriodModel

/// How marked numbers are taken while a large file is read, before all of its cells have been seen.
///
/// It is what a first look at the file proves; when the whole file proves otherwise, the file is read again.
struct AssumedForm: Sendable, Hashable {
    /// `nil` when no cell with a mark can be taken at once.
    var form: NumberForm?
    /// Takes cells of three decimals that the other form reads as thousands.
    var takesThousandths = false
    /// Takes groups that the other form reads as decimals.
    var takesGroups = false
}

/// What cells with marks prove about a file's number form.
struct SeenMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// Readable in the assumed form only.
    static let proof = SeenMarks(rawValue: 1)
    static let thousandths = SeenMarks(rawValue: 2)
    static let groups = SeenMarks(rawValue: 4)
    static let longRuns = SeenMarks(rawValue: 8)
    /// Taken because `AssumedForm` said so.
    static let takenThousandths = SeenMarks(rawValue: 16)
    static let takenGroups = SeenMarks(rawValue: 32)
    /// How a proof writes its digits.
    static let style: SeenMarks = [.thousandths, .groups, .longRuns]
}

/// Reads numbers from bytes as whole multiples of 10⁻⁴, those that are written as nearly all are.
///
/// It never judges: what it does not read is `unusual` and goes to the reader of single cells. What it
/// reads has the same value there; tests read whole files both ways.
struct NumberBytes: Sendable {
    static let scale = 4
    static let missing = Int64.min
    static let unusual = Int64.max
    /// Values of greater magnitude are unusual; sums of a whole block then fit into 64 bits.
    static let limit: Int64 = 10_000_000_000_000

    let assumed: AssumedForm
    private let decimalMark: UInt8

    init(_ assumed: AssumedForm) {
        self.assumed = assumed
        // A byte that no text has.
        decimalMark = assumed.form?.decimalMark ?? 0xFF
    }

    /// The number in a cell: a minus and up to eight digits with one decimal mark, or what `readSlowly` reads.
    @inline(__always)
    func read(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        allowsDecimals: Bool,
        seen: inout SeenMarks
    ) -> Int64 {
        guard start < end else { return Self.missing }
        let isNegative = bytes[start] == UInt8(ascii: "-")
        let first = isNegative ? start &+ 1 : start
        let length = end &- first
        guard (1...8).contains(length) else {
            return readSlowly(bytes, start, end, allowsDecimals: allowsDecimals, seen: &seen)
        }
        // The text at the upper end of the word, its last byte highest.
        var word = ByteWord.load(bytes, first) &<< UInt64(64 &- 8 &* length)
        let marks = ByteWord.marks(of: decimalMark, in: word)
        var digitCount = length
        var factor: Int64 = 10_000
        if marks & ByteWord.highBits &<< UInt64(64 &- 8 &* length) != 0 {
            let position = marks.trailingZeroBitCount &>> 3
            let decimals = 7 &- position
            let whole = length &- 1 &- decimals
            guard allowsDecimals, assumed.form != nil, whole > 0, (1...4).contains(decimals) else {
                return readSlowly(bytes, start, end, allowsDecimals: allowsDecimals, seen: &seen)
            }
            if decimals == 3, whole <= 3, bytes[first] != UInt8(ascii: "0") {
                guard assumed.takesThousandths else { return Self.unusual }
                seen.insert(.takenThousandths)
            } else {
                seen.insert(.proof)
                if decimals >= 3 { seen.insert(.thousandths) }
                if whole &+ first &- start >= 4 { seen.insert(.longRuns) }
            }
            // Takes the mark's byte out: what stands before it moves up.
            let below = (1 as UInt64) &<< UInt64(8 &* position) &- 1
            word = (word & below) &<< 8 | word & ~(below &<< 8 | 0xFF)
            digitCount &-= 1
            factor = Self.factor(decimals)
        }
        let filler = (ByteWord.ones &* 0x30) &>> UInt64(8 &* (digitCount &- 1))
        word |= filler &>> 8
        guard let number = ByteWord.number(word) else {
            return readSlowly(bytes, start, end, allowsDecimals: allowsDecimals, seen: &seen)
        }
        let value = number &* factor
        return isNegative ? 0 &- value : value
    }

    /// 10⁴ less so many decimals.
    @inline(__always)
    private static func factor(_ decimals: Int) -> Int64 {
        switch decimals {
        case 0: 10_000
        case 1: 1000
        case 2: 100
        case 3: 10
        default: 1
        }
    }
}
