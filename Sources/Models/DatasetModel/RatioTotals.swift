package import PeriodModel
package import Vocabulary

/// What both parts of a ratio come to in each cell, over the organisations that answered both.
package struct RatioTotals: Sendable, Equatable {
    /// Where the two values of a row stand.
    package struct Parts: Sendable, Equatable {
        /// Index into `Schema.measureColumns`.
        package var of: Int
        /// The same; `nil` where organisations are counted.
        package var per: Int?

        /// Both values of a row; `nil` when one of them is missing.
        package func values(
            _ value: (_ measureColumn: Int) -> Measured
        ) -> (of: ExactDecimal, per: ExactDecimal)? {
            guard case .value(let first) = value(of) else { return nil }
            guard let per else { return (first, ExactDecimal(1)) }
            guard case .value(let second) = value(per) else { return nil }
            return (first, second)
        }
    }

    /// `nil` when the schema lacks a column of the ratio.
    package let parts: Parts?
    package var answers: [Int]
    /// `nil` where a sum is too large to be exact.
    package var of: [ExactDecimal?]
    package var per: [ExactDecimal?]

    package init(_ ratio: RatioIndicator, _ schema: Schema, cellCount: Int) {
        let columns = schema.measureColumns
        let of = columns.firstIndex { $0.key == ratio.of && $0.addsUp }
        let per = columns.firstIndex { $0.key == ratio.per && $0.addsUp }
        let countsOrganisations = ratio.per == RatioIndicator.organisations
        parts = of.flatMap { of in
            countsOrganisations || per != nil
                ? Parts(of: of, per: countsOrganisations ? nil : per) : nil
        }
        answers = Array(repeating: 0, count: cellCount)
        self.of = Array(repeating: .zero, count: cellCount)
        self.per = Array(repeating: .zero, count: cellCount)
    }

    /// Adds one organisation; nothing when it did not answer both.
    package mutating func add(_ values: (of: ExactDecimal, per: ExactDecimal)?, to cell: Int) {
        guard let values else { return }
        add(answers: 1, of: values.of, per: values.per, to: cell)
    }

    /// Takes one organisation away again.
    package mutating func remove(_ values: (of: ExactDecimal, per: ExactDecimal)?, from cell: Int) {
        guard let values else { return }
        add(answers: -1, of: -values.of, per: -values.per, to: cell)
    }

    /// Adds many organisations.
    package mutating func add(
        answers count: Int,
        of: ExactDecimal?,
        per: ExactDecimal?,
        to cell: Int
    ) {
        answers[cell] += count
        self.of[cell] = self.of[cell].flatMap { old in of.flatMap { old.adding($0) } }
        self.per[cell] = self.per[cell].flatMap { old in per.flatMap { old.adding($0) } }
    }

    /// Adds other organisations' totals.
    package mutating func add(_ other: RatioTotals) {
        for cell in answers.indices where other.answers[cell] > 0 {
            add(answers: other.answers[cell], of: other.of[cell], per: other.per[cell], to: cell)
        }
    }
}
