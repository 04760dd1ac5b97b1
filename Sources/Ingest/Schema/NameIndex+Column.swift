import PeriodModel

extension NameIndex {
    /// What the cells of a column may name; `nil` for columns that name nothing.
    ///
    /// `abbreviations` are short forms of the types of units, as `ReadingWords` has them.
    init?(
        _ column: Column,
        settings: PeriodSettings,
        abbreviations: [String: String] = [:]
    ) {
        switch column.role {
        case .unit:
            self.init(
                settings.units.map {
                    Entry(code: $0.code, names: [$0.title, $0.name] + $0.aliases)
                },
                abbreviations: abbreviations
            )
        case .sector:
            self.init(
                settings.sectors.map { Entry(code: $0.code, names: [$0.label] + $0.aliases) }
            )
        case .state, .rating:
            self.init(column.codes.map { Entry(code: $0.code, names: [$0.label] + $0.aliases) })
        case .identifier, .name, .measure: return nil
        }
    }
}
