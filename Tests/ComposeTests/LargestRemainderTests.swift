import StatisticsModel
import Testing
import Vocabulary

@testable import Compose

@Suite struct LargestRemainderTests {
    private func shares(of counts: [Int]) -> [FigureValue] {
        let whole = ExactDecimal(counts.reduce(0, +))
        return counts.compactMap {
            ExactRatio(ExactDecimal($0 * 100), over: whole).map(FigureValue.ratio)
        }
    }

    private func rounded(_ counts: [Int], _ places: Int) -> [String]? {
        largestRemainder(shares(of: counts), places: places)?.map(\.description)
    }

    @Test func `adds up to 100 and keeps equal counts equal where all three remainders tie`() {
        // 169, 24 and 24 of 232 all leave 14/29 of a hundredth, and there are two to give.
        #expect(
            rounded([169, 24, 24, 4, 10, 1], 2)
                == ["72.84", "10.35", "10.35", "1.72", "4.31", "0.43"]
        )
        #expect(rounded([169, 24, 24, 4, 10, 1], 0) == ["73", "10", "10", "2", "4", "1"])
    }

    @Test func `gives what is left to the largest remainders`() {
        #expect(rounded([1, 2, 3], 0) == ["17", "33", "50"])
        #expect(rounded([2, 1], 1) == ["66.7", "33.3"])
        #expect(rounded([1, 1], 0) == ["50", "50"])
        #expect(rounded([5], 2) == ["100"])
        #expect(rounded([0, 7], 2) == ["0", "100"])
    }

    @Test func `is none where equal shares cannot stay equal`() {
        #expect(rounded([1, 1, 1], 2) == nil)
        #expect(rounded(Array(repeating: 1, count: 7), 1) == nil)
    }

    @Test func `is none for parts that are not the whole, and for shares of several wholes`() {
        #expect(largestRemainder(Array(shares(of: [1, 2, 4]).dropLast()), places: 1) == nil)
        #expect(largestRemainder(shares(of: [1, 2]) + shares(of: [1, 4]), places: 1) == nil)
        #expect(largestRemainder([], places: 1) == nil)
    }

    @Test func `takes shares of a total with losses`() {
        #expect(rounded([-1, 4], 1) == ["-33.3", "133.3"])
    }

    @Test func `adds up, is off by less than a unit, and treats equals alike, whatever the counts`()
    {
        var generator = SystemRandomNumberGenerator()
        var found = 0
        for _ in 0..<400 {
            let counts = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                Int.random(in: 0...30, using: &generator)
            }
            let places = Int.random(in: 0...3, using: &generator)
            let exact = shares(of: counts)
            guard let rounded = largestRemainder(exact, places: places) else { continue }
            found += 1
            var sum: ExactDecimal? = .zero
            for value in rounded { sum = sum?.adding(value) }
            #expect(sum == ExactDecimal(100), "\(counts), \(places)")
            for (index, count) in counts.enumerated() {
                let difference = exact[index].approximation - rounded[index].approximation
                #expect(abs(difference) * Double(powerOfTen(places)) < 1 + 1e-9, "\(counts)")
                for other in counts.indices where counts[other] == count {
                    #expect(rounded[other] == rounded[index], "\(counts), \(places)")
                }
            }
        }
        #expect(found > 100)
    }
}
