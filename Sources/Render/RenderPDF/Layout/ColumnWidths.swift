/// What a column needs, in points with the space inside its cells.
struct ColumnDemand: Equatable {
    /// Its longest word or figure.
    var minimum: Double
    /// All its cells on one line each.
    var preferred: Double
    /// Its longest figure, or one letter: with less, a number would be cut or letters lie on each other.
    var firm = 0.0
}

/// A cell over several columns and the width of its longest word.
struct SpanDemand: Equatable {
    var columns: Range<Int>
    var minimum: Double
}

/// Widths of columns that fill `available`; `fits` is false when a word had to be left too wide,
/// `holdsFigures` when a figure had to be.
struct ColumnWidths: Equatable {
    var widths: [Double]
    var fits: Bool
    /// Whether every column has all that it wants.
    var isAmple: Bool
    /// Whether no figure had to be cut.
    var holdsFigures = true

    /// A column wants at most this part of the table as long as others want room too.
    private static let appetite = 0.45

    init(_ demands: [ColumnDemand], spans: [SpanDemand] = [], available: Double) {
        var demands = demands.map {
            ColumnDemand(
                minimum: $0.minimum,
                preferred: max($0.minimum, min($0.preferred, available * Self.appetite)),
                firm: min($0.minimum, $0.firm)
            )
        }
        for span in spans where !span.columns.isEmpty {
            let lacking =
                span.minimum - demands[span.columns].reduce(0) { $0 + $1.minimum }
            guard lacking > 0 else { continue }
            let share = lacking / Double(span.columns.count)
            for column in span.columns {
                demands[column].minimum += share
                demands[column].preferred = max(
                    demands[column].preferred,
                    demands[column].minimum
                )
            }
        }
        let least = demands.reduce(0) { $0 + $1.minimum }
        let wanted = demands.reduce(0) { $0 + $1.preferred }
        fits = least <= available + 1e-6
        isAmple = wanted <= available
        let firm = demands.reduce(0) { $0 + $1.firm }
        if firm > available + 1e-6 {
            holdsFigures = false
            widths = demands.map { $0.minimum * available / least }
        } else if !fits {
            // Words are cut, figures never.
            let part = (available - firm) / (least - firm)
            widths = demands.map { $0.firm + ($0.minimum - $0.firm) * part }
        } else if wanted > available {
            let part = wanted > least ? (available - least) / (wanted - least) : 0
            widths = demands.map { $0.minimum + ($0.preferred - $0.minimum) * part }
        } else {
            let share = demands.isEmpty ? 0 : (available - wanted) / Double(demands.count)
            widths = demands.map { $0.preferred + share }
        }
    }
}
