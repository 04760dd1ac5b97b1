/// SplitMix64 of Steele, Lea and Flood (2014): the same numbers from a seed on every machine.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func integer(in range: ClosedRange<Int>) -> Int {
        // The small bias of the remainder does not matter for invented figures.
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func chance(_ percent: Int) -> Bool {
        integer(in: 1...100) <= percent
    }

    mutating func element<Value>(of values: [Value]) -> Value {
        values[integer(in: 0...values.count - 1)]
    }
}
