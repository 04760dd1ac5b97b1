import Diagnostics
import StatisticsModel
import Vocabulary

/// A result that does not fit into an exact number; it is told, never cut.
struct Overflow: Error {}

extension ExactRatio {
    /// A quotient that can be printed with the 12 decimals of published data.
    static func printable(
        _ numerator: ExactDecimal,
        over denominator: ExactDecimal
    ) throws(Overflow) -> FigureValue? {
        guard let ratio = ExactRatio(numerator, over: denominator) else { return nil }
        // Fewer than 12 digits over a divisor of few decimals always fit: most need no long division.
        let isSmall =
            numerator.coefficient.magnitude < 1_000_000_000_000
            && denominator.scale <= 12 && numerator.scale <= 12
        guard isSmall || ratio.rounded(to: FigureValue.publishedDecimals) != nil else {
            throw Overflow()
        }
        return .ratio(ratio)
    }
}

extension Computation {
    /// `body` for each cell; where it overflows there is no value, and the log says so once.
    mutating func eachCell<Value>(
        of indicator: String,
        _ body: (_ cell: Int) throws(Overflow) -> Value?
    ) -> [Value?] {
        var overflows = false
        var values: [Value?] = []
        values.reserveCapacity(tally.grid.cellCount)
        for cell in 0..<tally.grid.cellCount {
            do {
                values.append(try body(cell))
            } catch {
                overflows = true
                values.append(nil)
            }
        }
        if overflows { log.append(.overflow(indicator)) }
        return values
    }
}

extension Diagnostic {
    static func overflow(_ indicator: String) -> Diagnostic {
        Diagnostic(
            "compute.figure.overflow",
            at: nil,
            value: indicator,
            message: Bilingual(
                vi: "Số liệu của “\(indicator)” lớn đến mức không tính được chính xác.",
                en: "The values of “\(indicator)” are too large for an exact result."
            ),
            hint: Bilingual(
                vi: "Kiểm tra đơn vị tính và các số quá lớn trong cột này.",
                en: "Check the unit of measure and the largest numbers of this column."
            )
        )
    }
}
