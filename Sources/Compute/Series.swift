import StatisticsModel
import Vocabulary

/// One measure of one indicator in every cell of the grid.
struct Series {
    var indicator: String
    var measure: FigureMeasure
    /// Key of the unit of measure.
    var unitOfMeasure: String
    /// How many organisations answered, cell by cell.
    var answers: [Int]
    /// How many organisations it speaks of, cell by cell.
    var population: [Int]
    /// Cell by cell; `nil` where there is none.
    var values: [FigureValue?]
}

/// Amounts that add up, cell by cell; `nil` where nothing is known.
typealias Amounts = [ExactDecimal?]

extension Amounts {
    var asValues: [FigureValue?] { map { $0.map(FigureValue.decimal) } }
}
