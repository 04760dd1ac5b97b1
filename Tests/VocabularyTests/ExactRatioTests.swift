import Testing
import Vocabulary

struct ExactRatioTests {
    @Test(arguments: [
        (1, 2, 0, "1"), (-1, 2, 0, "-1"), (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (1, 8, 2, "0.13"),
        (-1, 8, 2, "-0.13"), (16_900, 232, 2, "72.84"), (100, 232, 2, "0.43"),
        (3_400, 198, 2, "17.17"), (7, 7, 12, "1"),
    ])
    func `rounds quotients half away from zero`(
        numerator: Int,
        denominator: Int,
        places: Int,
        rounded: String
    ) throws {
        let ratio = try #require(
            ExactRatio(ExactDecimal(numerator), over: ExactDecimal(denominator))
        )
        #expect(ratio.rounded(to: places)?.description == rounded)
    }

    /// The second way: school division, digit by digit, in small numbers.
    private func schoolDivision(_ numerator: Int, _ denominator: Int, places: Int) -> String {
        let (top, bottom) = (numerator.magnitude, denominator.magnitude)
        var digits: [UInt] = []
        var whole = top / bottom
        var rest = top % bottom
        for _ in 0..<places {
            digits.append(rest * 10 / bottom)
            rest = rest * 10 % bottom
        }
        var position = digits.count - 1
        var carries = rest * 2 >= bottom
        while carries, position >= 0 {
            digits[position] = (digits[position] + 1) % 10
            carries = digits[position] == 0
            position -= 1
        }
        if carries { whole += 1 }
        while digits.last == 0 { digits.removeLast() }
        let magnitude =
            digits.isEmpty
            ? "\(whole)" : "\(whole)." + digits.map { String($0) }.joined()
        let isNegative = (numerator < 0) != (denominator < 0)
        return isNegative && magnitude != "0" ? "-" + magnitude : magnitude
    }

    @Test func `agrees with school division`() throws {
        var random = Sequence(seed: 232)
        for _ in 0..<3_000 {
            let numerator = Int(random.below(2_000_001)) - 1_000_000
            let denominator = (Int(random.below(5_000)) + 1) * (random.below(2) == 0 ? 1 : -1)
            let ratio = try #require(
                ExactRatio(ExactDecimal(numerator), over: ExactDecimal(denominator))
            )
            for places in [0, 1, 2, 12] {
                let expected = schoolDivision(numerator, denominator, places: places)
                #expect(ratio.rounded(to: places)?.description == expected)
            }
        }
    }

    @Test func `keeps the quotient of decimals of any scales`() throws {
        let ratio = try #require(
            ExactRatio(ExactDecimal(15, scale: 18), over: ExactDecimal(3, scale: 1))
        )
        #expect(ratio.exact(within: 18)?.description == "0.00000000000000005")
        #expect(ratio.rounded(to: 12) == .zero)
        #expect(ratio.exact(within: 12) == nil)
        let third = try #require(ExactRatio(ExactDecimal(1), over: ExactDecimal(3)))
        #expect(third.exact(within: 18) == nil)
    }

    @Test func `has no quotient by zero and none that does not fit`() throws {
        #expect(ExactRatio(ExactDecimal(1), over: .zero) == nil)
        for numerator in [Int128.max, .min] {
            for denominator in [
                ExactDecimal(1), ExactDecimal(1, scale: 18), ExactDecimal(Int128.max),
            ] {
                let ratio = try #require(ExactRatio(ExactDecimal(numerator), over: denominator))
                for places in [0, 12, 18] {
                    let rounded = ratio.rounded(to: places)
                    let fits = denominator == ExactDecimal(Int128.max)
                    #expect(
                        (rounded != nil)
                            == (fits || (places == 0 && denominator == ExactDecimal(1)))
                    )
                }
            }
        }
    }
}
