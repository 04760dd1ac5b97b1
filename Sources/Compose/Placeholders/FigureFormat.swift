import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// How a placeholder or a table cell wants its figure written.
struct FigureFormat: Sendable {
    enum Sign: Sendable {
        /// A minus where it is due.
        case plain
        /// A plus as well.
        case signed
        /// None: the words say whether it rose or fell.
        case size
    }

    enum Content: Sendable {
        case value
        /// `n/N`: answers of population.
        case answers
        /// What the organisations are called of which it speaks.
        case population
    }

    var content = Content.value
    var sign = Sign.plain
    var showsUnit = true
    /// Exactly so many decimals instead of the rounding policy's.
    var places: Int?
    /// The unit to convert into.
    var unit: UnitOfMeasure?

    /// The settings' own way, with the unit.
    init() {}

    /// Reads formats such as `ty_dong 1`, `number`, `size`; what is unknown is an error at `place`.
    init(
        _ formats: [String],
        units: [UnitOfMeasure],
        showsUnit: Bool,
        at place: Place,
        log: inout DiagnosticLog
    ) {
        self.showsUnit = showsUnit
        for format in formats {
            let words = format.split(separator: " ").map(String.init)
            guard let name = words.first else {
                log.append(.unknownFormat(format, units: units, at: place))
                continue
            }
            switch name {
            case "number": self.showsUnit = false
            case "unit": self.showsUnit = true
            case "size": sign = .size
            case "signed": sign = .signed
            case "answers": content = .answers
            case "population": content = .population
            default:
                guard let unit = units.first(where: { $0.key == name }) else {
                    log.append(.unknownFormat(name, units: units, at: place))
                    continue
                }
                self.unit = unit
            }
            if words.count > 1 {
                if words.count == 2, let places = Int(words[1]), (0...12).contains(places) {
                    self.places = places
                } else {
                    log.append(.unknownFormat(format, units: units, at: place))
                }
            }
        }
    }

    /// The words that are no units of measure.
    static let names = ["number", "unit", "size", "signed", "answers", "population"]
}
