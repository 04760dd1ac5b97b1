/// Labels beside an upright edge, as close to their marks as their neighbours allow, in order from the
/// top, with a hairline to the mark where one had to move.
struct SideLabels {
    struct Label {
        let lines: [String]
        /// Where its mark is, below the top.
        let mark: Double
    }

    private let labels: [(label: Label, middle: Double)]
    private let lettering: Lettering

    /// The room that all need below each other.
    static func height(of labels: [Label], lettering: Lettering) -> Double {
        Double(labels.reduce(0) { $0 + $1.lines.count }) * lettering.lineHeight
    }

    /// Between 0 and `height`, which all must fit in.
    init(_ labels: [Label], lettering: Lettering, height: Double) {
        let sorted = labels.enumerated().sorted {
            ($0.element.mark, $0.offset) < ($1.element.mark, $1.offset)
        }.map(\.element)
        let heights = sorted.map { Double($0.lines.count) * lettering.lineHeight }
        // Runs of labels that touch move as one, with the least movement of all their members.
        var runs: [Run] = []
        for (index, label) in sorted.enumerated() {
            runs.append(Run(members: [index], height: heights[index], wish: label.mark))
            while let last = runs.last, let before = runs.dropLast().last,
                before.bottom(in: height) > last.top(in: height)
            {
                runs.removeLast()
                runs[runs.count - 1].append(last)
            }
        }
        var placed: [(label: Label, middle: Double)] = []
        for run in runs {
            var top = run.top(in: height)
            for member in run.members {
                placed.append((sorted[member], top + heights[member] / 2))
                top += heights[member]
            }
        }
        self.labels = placed
        self.lettering = lettering
    }

    /// Texts at `x`, to the side of `anchor`; hairlines reach from there to `edge`.
    func elements(
        x: Double,
        edge: Double,
        top: Double,
        anchor: Scene.TextRun.Anchor
    ) -> [Scene.Element] {
        let gap = lettering.size * (anchor == .start ? -0.15 : 0.15)
        return labels.flatMap { label, middle -> [Scene.Element] in
            let runs = lettering.runs(of: label.lines, x: x, middle: top + middle, anchor: anchor)
            guard abs(middle - label.mark) > lettering.lineHeight * 0.35 else { return runs }
            return [
                .line(
                    Scene.Line(
                        from: Scene.Point(x: edge, y: top + label.mark),
                        to: Scene.Point(x: x + gap, y: top + middle),
                        stroke: Scene.Stroke(.rule, width: 0.35)
                    )
                )
            ] + runs
        }
    }

    /// Labels that touch.
    private struct Run {
        var members: [Int]
        var height: Double
        /// Where its middle would best be.
        var wish: Double

        mutating func append(_ other: Run) {
            let count = Double(members.count + other.members.count)
            // Each run wishes its members to be where their marks are, on average.
            let own = (wish - height / 2) * Double(members.count)
            let others = (other.wish - other.height / 2 - height) * Double(other.members.count)
            height += other.height
            wish = (own + others) / count + height / 2
            members += other.members
        }

        func top(in whole: Double) -> Double { max(0, min(whole - height, wish - height / 2)) }
        func bottom(in whole: Double) -> Double { top(in: whole) + height }
    }
}
