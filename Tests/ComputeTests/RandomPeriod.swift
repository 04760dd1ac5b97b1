import Vocabulary

/// The same numbers each time for a seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

extension SmallPeriod {
    /// Rows of every kind of value and of gaps; each unit has some.
    static func random(_ seed: UInt64, rows count: Int = 40) -> SmallPeriod {
        var generator = Seeded(state: seed &* 977 &+ 13)
        func pick(_ words: [String]) -> String {
            words[Int.random(in: 0..<words.count, using: &generator)]
        }
        let rows = (0..<count).map { number -> String in
            let unit = "U\(number % 3 + 1)"
            let members = pick([".", "0", "\(Int.random(in: 1..<400, using: &generator))"])
            let profit = pick([".", "-\(number).5", "\(number * 7).125", "3"])
            return
                "r\(number) \(unit) \(pick(["F", "G"])) \(pick(["open", "idle", "."])) \(members) "
                + "\(profit) \(pick([".", "1999", "20\(10 + number % 10)"])) \(pick([".", "4", "3~6.5"]))"
        }
        return SmallPeriod(rows: rows)
    }
}
