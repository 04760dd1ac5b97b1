import DatasetModel
import PeriodModel
import Vocabulary

/// What the cells of a file's rows are, by their position, for the reader of bytes.
struct StreamPlan: Sendable {
    /// What one cell of each row is.
    struct Cell: Sendable {
        enum Kind: Sendable {
            /// A column that the schema does not have.
            case passed
            /// A column without a heading, whose cells must be empty.
            case blank
            case identifier
            case name
            case unit
            case sector
            /// Index into `Schema.classColumns`.
            case classes(Int)
            /// Index into `Schema.measureColumns`.
            case measure(Int, Column.ValueType)
        }

        var kind: Kind
        /// An empty cell is a fault.
        var isFilled = false
        /// Bounds in multiples of 10⁻⁴.
        var minimum = -NumberBytes.limit
        var maximum = NumberBytes.limit
    }

    var cells: [Cell]
    let delimiter: UInt8
    var assumed: AssumedForm
    let unitCount: Int
    let sectorCount: Int
    /// Classes of each class column.
    let classCounts: [Int]
    let measureCount: Int
    let strata: Strata
    /// Indices of the measures that are single values.
    let singleMeasures: [Int]
    let ratios: [RatioTotals.Parts?]
    let sizes: [StreamSizes]
    let nouns: NounPrefixes
    /// The position of each schema column in the file.
    let positions: [Int?]

    /// `nil` when rows of the file need more than this reader knows.
    init?(
        _ plan: HeadingPlan,
        delimiter: UInt8,
        assumed: AssumedForm,
        settings: PeriodSettings
    ) {
        let schema = settings.schema
        cells = Array(repeating: Cell(kind: .passed), count: plan.width)
        for position in plan.unnamed { cells[position].kind = .blank }
        var (classes, measures) = (0, 0)
        for (index, column) in schema.columns.enumerated() {
            var cell = Cell(kind: .passed, isFilled: column.isFilled)
            switch column.role {
            case .identifier: cell.kind = .identifier
            case .name: cell.kind = .name
            case .unit: cell.kind = .unit
            case .sector: cell.kind = .sector
            case .state, .rating:
                cell.kind = .classes(classes)
                classes += 1
            case .measure:
                cell.kind = .measure(measures, column.type)
                measures += 1
                Self.setBounds(of: column, latestYear: settings.period.year, &cell)
            }
            guard let position = plan.positions[index] else {
                // Without one of these no row says anything.
                if column.mustBeFilled { return nil }
                continue
            }
            // Values in another unit than the schema's are converted one by one; what is held against
            // other rows, or mended, needs the reader of whole files.
            let unit = plan.units[index].unit
            guard unit == nil || unit?.key == column.unitOfMeasure, column.digits == nil else {
                return nil
            }
            cells[position] = cell
        }
        self.delimiter = delimiter
        self.assumed = assumed
        positions = plan.positions
        unitCount = settings.units.count
        sectorCount = settings.sectors.count
        classCounts = schema.classColumns.map(\.codes.count)
        measureCount = measures
        strata = Strata(settings)
        let measureColumns = schema.measureColumns
        singleMeasures = measureColumns.indices.filter { measureColumns[$0].type != .range }
        ratios = settings.ratios.map { RatioTotals($0, schema, cellCount: 0).parts }
        // Derived classes stand behind those that are read.
        sizes = settings.sizeClasses.enumerated().map { index, sizes in
            StreamSizes(sizes, column: classes + index, settings)
        }
        nouns = NounPrefixes(settings.wording)
    }

    private static func setBounds(of column: Column, latestYear: Int, _ cell: inout Cell) {
        let isYear = column.type == .year
        let least =
            column.minimum ?? (column.type == .integer ? ExactDecimal.zero : nil)
        if let least { cell.minimum = multiple(of: least, roundsUp: true) }
        if let most = column.maximum { cell.maximum = multiple(of: most, roundsUp: false) }
        if isYear {
            cell.minimum = max(cell.minimum, multiple(of: ExactDecimal(1000), roundsUp: true))
            cell.maximum = min(
                cell.maximum,
                multiple(of: ExactDecimal(latestYear), roundsUp: false)
            )
        }
    }

    /// The bound in multiples of 10⁻⁴, rounded to its inner side, within what is read here.
    private static func multiple(of bound: ExactDecimal, roundsUp: Bool) -> Int64 {
        let limit = Int128(NumberBytes.limit)
        let least = powerOfTen(NumberBytes.scale)
        let (whole, overflow) = bound.coefficient.multipliedReportingOverflow(by: least)
        guard !overflow else { return bound.isNegative ? -NumberBytes.limit : NumberBytes.limit }
        let divisor = powerOfTen(bound.scale)
        var multiple = whole / divisor
        if whole % divisor != 0 {
            if roundsUp, whole > 0 { multiple += 1 }
            if !roundsUp, whole < 0 { multiple -= 1 }
        }
        return Int64(max(-limit, min(limit, multiple)))
    }
}
