/// A figure that two editions do not publish alike.
package struct FigureChange: Sendable, Hashable {
    /// What became of it.
    package enum Kind: String, Sendable {
        /// It was not published before.
        case added
        /// It is not published any more.
        case withdrawn
        /// Its value, unit of measure or status is another.
        case changed
        /// It says the same of another number of answers or organisations.
        case coverage
    }

    package var key: String
    package var old: PublishedFigure?
    package var new: PublishedFigure?
    package let kind: Kind

    /// `nil` where the two are equal, or there is none.
    package init?(old: PublishedFigure?, new: PublishedFigure?) {
        guard old != new, let key = new?.key ?? old?.key else { return nil }
        self.key = key
        self.old = old
        self.new = new
        kind =
            switch (old, new) {
            case (nil, _): .added
            case (_, nil): .withdrawn
            case (let old?, let new?): old.saysTheSame(as: new) ? .coverage : .changed
            }
    }

    /// Whether a number that was published is another one now, or gone: what must be explained.
    package var isRestatement: Bool { kind == .changed || kind == .withdrawn }

    /// Figures of the whole come before those of parts; else the order of `tidy.csv` stays.
    package func isBroader(than other: FigureChange) -> Bool { parts < other.parts }

    /// Of how many parts of the whole it speaks: of none, a sector, a unit, a sector of a unit.
    package var parts: Int {
        guard let figure = new ?? old else { return 0 }
        return (figure.unit == "all" ? 0 : 2) + (figure.sector == "all" ? 0 : 1)
    }

    /// What changed between two lists of figures, each key once: in the order of the new list, what is gone
    /// after it in the order of the old one.
    package static func between(
        _ old: [PublishedFigure],
        _ new: [PublishedFigure]
    ) -> [FigureChange] {
        let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let now = Set(new.map(\.key))
        return new.compactMap { FigureChange(old: before[$0.key], new: $0) }
            + old.filter { !now.contains($0.key) }.compactMap { FigureChange(old: $0, new: nil) }
    }
}
