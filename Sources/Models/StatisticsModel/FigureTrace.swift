/// Where a figure comes from: what it is computed from, and the rows behind it.
package struct FigureTrace: Sendable {
    package var name: FigureName
    package var figure: Figure
    package var operands: [TraceOperand]
    /// In the order of the submissions, those of this period first.
    package var rows: [TracedRow]

    package init(
        name: FigureName,
        figure: Figure,
        operands: [TraceOperand],
        rows: [TracedRow]
    ) {
        self.name = name
        self.figure = figure
        self.operands = operands
        self.rows = rows
    }
}

/// A value that goes into the formula of a figure.
package struct TraceOperand: Sendable, Hashable {
    /// What it is in the formula; its words stand in `definitions.yaml`.
    package enum Role: String, Sendable, CaseIterable {
        case sum
        case part
        case whole
        case now
        case before
        case change
        /// A value of the order, or one of the two between which the figure lies.
        case middle
        /// The sums of a ratio, each in its own unit.
        case dividend
        case divisor
        /// Organisations with an answer (n).
        case answers
        /// Organisations (N).
        case population
    }

    package var role: Role
    /// The figure that it is; `nil` when it has no key.
    package var name: FigureName?
    /// `nil` when it is not known.
    package var value: FigureValue?
    package var unitOfMeasure: String

    package init(
        _ role: Role,
        name: FigureName? = nil,
        value: FigureValue?,
        unitOfMeasure: String
    ) {
        self.role = role
        self.name = name
        self.value = value
        self.unitOfMeasure = unitOfMeasure
    }
}

/// A cell of a period's rows that a figure is made from.
package struct TracedRow: Sendable, Hashable {
    /// Whether it is a row of the period before.
    package var isPrevious: Bool
    /// Index in the period's `RowTable`.
    package var row: Int
    /// Index in `Schema.columns`.
    package var column: Int

    package init(isPrevious: Bool, row: Int, column: Int) {
        self.isPrevious = isPrevious
        self.row = row
        self.column = column
    }
}
