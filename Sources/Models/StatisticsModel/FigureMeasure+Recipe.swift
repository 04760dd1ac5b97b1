/// What a measure is computed from, for tracing it.
package enum Recipe: Sendable {
    /// The rows of its cell alone.
    case rows
    /// Sum by answers.
    case mean
    /// The middle of the ascending values.
    case middle
    /// A part in percent of the whole.
    case share
    /// This period less the previous one.
    case change
    /// The change in percent of the previous period.
    case growth
    /// Organisations that the previous period has nowhere.
    case entered
    /// Organisations of the previous period that this one has nowhere.
    case left
    /// Nothing: someone states it.
    case given
}

extension FigureMeasure {
    /// Every measure states what it is made from; its words stand under its name in `definitions.yaml`.
    package var recipe: Recipe {
        switch self {
        case .count, .sum, .min, .max: .rows
        case .mean: .mean
        case .median: .middle
        case .share: .share
        case .change: .change
        case .growth: .growth
        case .entered: .entered
        case .left: .left
        case .given: .given
        }
    }
}
