import Testing
import Vocabulary

struct ExactDecimalTests {
    @Test(arguments: [
        ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("0.49", 0, "0"), ("-0.49", 0, "0"),
        ("2.5", 0, "3"), ("3.5", 0, "4"), ("1.005", 2, "1.01"), ("-1.005", 2, "-1.01"),
        ("1.004999", 2, "1"), ("99.995", 2, "100"), ("12", 3, "12"), ("0.125", 3, "0.125"),
    ])
    func `rounds half away from zero`(text: String, places: Int, rounded: String) throws {
        let value = try #require(ExactDecimal(plain: text))
        #expect(value.rounded(to: places).description == rounded)
    }

    @Test func `rounding moves no value by more than half a unit of the last place`() throws {
        var random = Sequence(seed: 2020)
        for _ in 0..<2_000 {
            let value = ExactDecimal(random.coefficient(), scale: Int(random.below(13)))
            for places in 0...12 {
                let rounded = value.rounded(to: places)
                let distance = try #require(value.subtracting(rounded)).magnitude
                #expect(distance <= ExactDecimal(5, scale: places + 1))
                #expect(rounded.scale <= places)
                // Exactly half-way goes away from zero.
                if distance == ExactDecimal(5, scale: places + 1) {
                    #expect(rounded.magnitude > value.magnitude)
                }
            }
        }
    }

    @Test(arguments: [
        ("0.1", "0.2", "0.3"), ("1.5", "-1.5", "0"),
        ("999999999999999999.999", "0.001", "1000000000000000000"),
        ("-3", "1.25", "-1.75"),
    ])
    func `adds without error`(first: String, second: String, sum: String) throws {
        let (a, b) = (ExactDecimal(plain: first), ExactDecimal(plain: second))
        #expect(try #require(a).adding(try #require(b))?.description == sum)
    }

    @Test func `drops trailing zeros, so that equal values are equal`() {
        #expect(ExactDecimal(1_500, scale: 3) == ExactDecimal(15, scale: 1))
        #expect(ExactDecimal(0, scale: 5) == .zero)
        #expect(ExactDecimal(1_500, scale: 3).description == "1.5")
    }

    @Test func `orders values of any scale`() throws {
        let ascending = [
            "-10", "-9.99", "-0.001", "0", "0.000000000000000001", "1", "1.01", "99999",
        ]
        let values = try ascending.map { try #require(ExactDecimal(plain: $0)) }
        for (left, first) in values.enumerated() {
            for (right, second) in values.enumerated() {
                #expect((first < second) == (left < right))
            }
        }
    }

    @Test(arguments: ["", "-", "+1", "1.", ".5", "1,5", "1.2.3", "1e3", " 1", "1 ", "٣", "--1"])
    func `reads plain digits only`(text: String) {
        #expect(ExactDecimal(plain: text) == nil)
    }

    @Test func `never traps at the ends of its range`() {
        for coefficient in [Int128.max, .min, .min + 1, -.max] {
            for scale in [0, 18] {
                let value = ExactDecimal(coefficient, scale: scale)
                #expect(!value.description.isEmpty)
                #expect(value.magnitude >= .zero)
                #expect((-value).magnitude == value.magnitude)
                #expect(value.adding(value) == nil)
                #expect(value.multiplied(by: value) == nil)
                #expect(value.subtracting(value) == .zero)
                #expect(value.rounded(to: 0).scale == 0)
                #expect(!NumberStyle(.fixed(2)).text(value).isEmpty)
            }
        }
        #expect(ExactDecimal(Int128.max).adding(ExactDecimal(-1, scale: 18)) == nil)
        #expect(ExactDecimal(Int128.min + 1).adding(ExactDecimal(-1)) == nil)
        #expect(ExactDecimal(1, scale: 18).multiplied(by: ExactDecimal(1, scale: 1)) == nil)
    }
}

/// Repeatable numbers for properties (splitmix64).
struct Sequence {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: UInt64) -> UInt64 { next() % limit }

    /// Of very different sizes, either sign, often ending in 5 or 50.
    mutating func coefficient() -> Int128 {
        let size = Int128(next() >> below(60))
        let shaped = below(3) == 0 ? size / 10 * 10 + 5 : size
        return below(2) == 0 ? shaped : -shaped
    }
}
