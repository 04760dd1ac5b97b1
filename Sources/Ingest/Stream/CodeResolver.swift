import PeriodModel

/// Finds what a cell of codes names, as the reader of single cells does; asked once for each spelling.
struct CodeResolver {
    /// By position in the file.
    private var indices: [NameIndex?]
    /// Units of which no row is expected in the file.
    private let refusedUnits: Set<Int>
    private let isUnit: [Bool]

    init(_ plan: HeadingPlan, names: [NameIndex?], settings: PeriodSettings, sender: Int?) {
        indices = Array(repeating: nil, count: plan.width)
        var isUnit = Array(repeating: false, count: plan.width)
        for (column, position) in plan.positions.enumerated() {
            guard let position else { continue }
            indices[position] = names[column]
            isUnit[position] = settings.schema.columns[column].role == .unit
        }
        self.isUnit = isUnit
        let missing = Set(settings.missing.map(\.code))
        refusedUnits = Set(
            settings.units.indices.filter { unit in
                missing.contains(settings.units[unit].code) || unit != sender ?? unit
            }
        )
    }

    /// The index in its list, or one of `CodeCache`'s marks.
    mutating func resolve(_ bytes: [UInt8], position: Int) -> Int32 {
        let words = CellTable.words(of: bytes)
        guard !words.isEmpty else { return CodeCache.missing }
        guard !words.unicodeScalars.contains(where: \.isUnreadable),
            case .one(let index)? = indices[position]?.find(words),
            !(isUnit[position] && refusedUnits.contains(index))
        else { return CodeCache.unusual }
        return Int32(truncatingIfNeeded: index)
    }
}
