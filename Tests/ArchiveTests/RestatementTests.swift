import Archive
import Testing

struct RestatementTests {
    @Test(arguments: 0..<200)
    func `each changed figure is explained once or not at all`(seed: Int) {
        var numbers = SeededNumbers(seed)
        let changes = FigureChange.between(someFigures(&numbers), someFigures(&numbers))
        let patterns = ["von.*", "von.sum.*", "von.sum.883", "htx.count", "nothing.*"]
            .map(FigurePattern.init)
        let restatements = Restatements(changes, reasons: patterns)
        let restated = changes.filter(\.isRestatement)
        #expect(
            Set(restatements.explained.map(\.change)).union(restatements.unexplained)
                == Set(restated)
        )
        #expect(restatements.explained.count + restatements.unexplained.count == restated.count)
        for explained in restatements.explained {
            #expect(patterns[explained.reason].covers(explained.change.key))
        }
        for change in restatements.unexplained {
            #expect(!patterns.contains { $0.covers(change.key) })
        }
        for (number, pattern) in patterns.enumerated() {
            #expect(
                restatements.unused.contains(number)
                    == !restated.contains { pattern.covers($0.key) }
            )
        }
        #expect(restatements.unused.contains(4))
    }

    @Test func `the reason that says most of a key counts`() {
        let old = [figure("von.sum", "1"), figure("von.sum.883", "1"), figure("von.mean", "1")]
        let new = [figure("von.sum", "2"), figure("von.sum.883", "2"), figure("von.mean", "2")]
        let restatements = Restatements(
            FigureChange.between(old, new),
            reasons: ["von.*", "von.sum.*", "von.sum.883", "von.sum.883"].map(FigurePattern.init)
        )
        #expect(
            restatements.explained.map { "\($0.reason) \($0.change.key)" }
                == ["0 von.mean", "1 von.sum", "2 von.sum.883"]
        )
        #expect(restatements.unexplained.isEmpty)
        #expect(restatements.unused.isEmpty)
        #expect(restatements.shadowed == [3], "its figure has a reason already")
    }

    @Test func `a beginning ends at a dot`() {
        #expect(FigurePattern("von.*").covers("von.sum"))
        #expect(!FigurePattern("von.*").covers("von_dieu_le.sum"))
        #expect(FigurePattern("von.sum.*").covers("von.sum"))
        #expect(!FigurePattern("von.sum").covers("von.sum.883"))
    }
}
