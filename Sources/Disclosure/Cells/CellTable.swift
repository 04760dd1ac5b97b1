/// One measure of one period by units and sectors, with the totals of both, as an attacker adds it up.
///
/// Rows are units and, last, all of them; columns are sectors and, last, all of them. Each row and each column
/// adds up to its last cell: every cell stands in exactly two sums.
package struct CellTable: Sendable {
    package let rowCount: Int
    package let columnCount: Int
    /// Row by row.
    package var cells: [Cell]
    /// Whether earlier editions of the same period are public, so that cells may move only together with
    /// their like: see `Cell.vintages`.
    package var hasVintages = false

    package init(rowCount: Int, columnCount: Int, cells: [Cell]) {
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.cells = cells
    }

    /// What is published of it, and what is known without it.
    package struct Cell: Sendable {
        package var value: Double
        /// How many organisations it is the sum of; always public.
        package var answers: Int
        /// The largest part of one organisation, without its sign.
        package var largest: Double
        /// Which organisation that is; negative when it is not known.
        package var contributor: Int
        /// What everybody knows of the value beforehand; infinite when nothing.
        package var lower: Double
        package var upper: Double
        /// Whether the value is public whatever is done: a sum of nothing, or published before.
        package var isKnown: Bool
        /// Whether it must stay suppressed.
        package var isHeld: Bool
        /// How far an attacker's interval must reach to either side; 0 where the value is no secret.
        package var limit: Double
        /// What is lost when it is suppressed.
        package var weight: Double
        /// The groups of cells with which it can move while earlier editions still hold, as bits.
        package var vintages: UInt8

        package init(
            value: Double,
            answers: Int,
            largest: Double = 0,
            contributor: Int = -1,
            lower: Double = 0,
            upper: Double = .infinity,
            isKnown: Bool = false,
            isHeld: Bool = false,
            limit: Double = 0,
            weight: Double = 1,
            vintages: UInt8 = 1
        ) {
            self.value = value
            self.answers = answers
            self.largest = largest
            self.contributor = contributor
            self.lower = lower
            self.upper = upper
            self.isKnown = isKnown
            self.isHeld = isHeld
            self.limit = limit
            self.weight = weight
            self.vintages = vintages
        }

        /// How far the value can move to both sides.
        var room: Double { min(value - lower, upper - value) }

        /// The same for the organisation that knows the largest part.
        var insiderRoom: Double {
            if answers <= 1 { return 0 }
            return lower == -.infinity ? room : min(room, max(0, value - largest))
        }

        /// How far an attacker's interval must reach below the value.
        var limitBelow: Double { min(limit, value - lower) }

        /// Whether whoever knows the largest part of `other` is the one who would be found out here.
        func isOfSameContributor(as other: Cell) -> Bool {
            contributor >= 0 && contributor == other.contributor
        }
    }

    func row(of cell: Int) -> Int { cell / columnCount }
    func column(of cell: Int) -> Int { cell % columnCount }

    /// Whether it stands in a total row or a total column, or in both.
    func isTotal(_ cell: Int) -> Bool {
        row(of: cell) == rowCount - 1 || column(of: cell) == columnCount - 1
    }

    /// 1, or -1 where a cell is a total in exactly one of its two sums: then it counts against their parts.
    func sign(of cell: Int) -> Double {
        (row(of: cell) == rowCount - 1) == (column(of: cell) == columnCount - 1) ? 1 : -1
    }

    /// The cells whose values must not be found out, the most protected first.
    var targets: [Int] {
        cells.indices.filter { cells[$0].limit > 0 && !cells[$0].isKnown }
            .sorted { (cells[$1].limit, $0) < (cells[$0].limit, $1) }
    }

    /// What has to be suppressed before anything else is: the secrets themselves.
    var primaryPattern: [Bool] {
        cells.map { !$0.isKnown && ($0.limit > 0 || $0.isHeld) }
    }
}

/// Limits are compared with values that were added up as floating numbers.
let slack = 1e-9
