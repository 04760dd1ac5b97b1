import PeriodModel
import Vocabulary

/// Units of measure by the names that tables give them: their labels and keys in settings, and the other
/// spellings of `reading.yaml`.
struct UnitNames {
    private var units: [String: [UnitOfMeasure]] = [:]
    /// Words of units that have others beside them of another size: where one stands, a size is meant.
    private var telling: Set<String> = []

    init(_ settings: PeriodSettings, words: ReadingWords) {
        let known = settings.unitsOfMeasure
        for unit in known {
            add(unit, as: unit.label)
            add(unit, as: unit.key)
        }
        for spelling in words.unitSpellings {
            let name = Self.folded(spelling.unit)
            for base in known where Self.folded(base.label) == name {
                guard let factor = base.factor.multiplied(by: spelling.times) else { continue }
                let label = spelling.names.first ?? spelling.unit
                // A unit of the settings where they have it; else one that only submissions use.
                let unit =
                    known.first { $0.dimension == base.dimension && $0.factor == factor }
                    ?? UnitOfMeasure(
                        key: label,
                        label: label,
                        dimension: base.dimension,
                        factor: factor
                    )
                for name in spelling.names { add(unit, as: name) }
            }
        }
        let sizes = Dictionary(grouping: units.values.joined(), by: \.dimension)
            .mapValues { Set($0.map(\.factor)).count }
        for unit in known where sizes[unit.dimension, default: 0] > 1 {
            telling.formUnion(Self.words(unit.label))
        }
        for spelling in words.unitSpellings {
            for name in spelling.names { telling.formUnion(Self.words(name)) }
        }
    }

    /// The unit of this name, of `dimension` where one is asked for.
    func find(_ text: some StringProtocol, dimension: String? = nil) -> UnitOfMeasure? {
        units[Self.folded(String(text))]?.first { dimension == nil || $0.dimension == dimension }
    }

    /// Whether a text has a word of units whose size matters, `nghìn`, `đ`; or begins with one.
    func tellsSize(_ text: String, atStart: Bool) -> Bool {
        Self.words(text).prefix(atStart ? 1 : 100).contains(where: telling.contains)
    }

    private mutating func add(_ unit: UnitOfMeasure, as name: String) {
        let folded = Self.folded(name)
        guard !folded.isEmpty, !(units[folded] ?? []).contains(unit) else { return }
        units[folded, default: []].append(unit)
    }

    /// Without blanks, case and dots: `Tr. đồng` is `trđồng`, `1.000 đồng` is `1000đồng`.
    private static func folded(_ name: String) -> String { name.foldedName.filter { $0 != "." } }

    /// The words before what a unit is for: `triệu đồng/người/tháng` has two.
    private static func words(_ name: String) -> [String] {
        name.prefix { $0 != "/" }.split { !$0.isLetter }.map { String($0).foldedName }
    }
}
