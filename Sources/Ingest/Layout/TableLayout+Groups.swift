import PeriodModel

extension TableLayout {
    /// Takes rows for groups that the table's own shape does not show to be any: they have no identifier,
    /// name no unit and no sector in its column, and begin with a Roman number or are called as a unit or
    /// a sector is. With figures they are subtotals.
    ///
    /// A row of an organisation that lacks all of these stays data, and is told. One that has them all is
    /// data even when it is called like a total.
    mutating func findGroups(
        in table: CellTable,
        plan: HeadingPlan,
        schema: Schema,
        names: [NameIndex?]
    ) {
        let columns = schema.columns
        guard let identifier = columns.firstIndex(where: { $0.role == .identifier }),
            plan.positions[identifier] != nil
        else { return }
        let mustBeBlank = columns.indices.filter {
            [.identifier, .unit, .sector, .state, .rating].contains(columns[$0].role)
        }.compactMap { plan.positions[$0] }
        let measures = columns.indices.filter { columns[$0].role == .measure }
            .compactMap { plan.positions[$0] }
        let figures = columns.indices.filter {
            columns[$0].role == .measure && [.integer, .decimal].contains(columns[$0].type)
        }.compactMap { plan.positions[$0] }
        var groups = columns.indices.filter { [.unit, .sector].contains(columns[$0].role) }
            .compactMap { names[$0] }
        let named = columns.indices.filter {
            [.identifier, .unit, .sector].contains(columns[$0].role)
        }.compactMap { plan.positions[$0] }
        for index in kinds.indices {
            let record = table.records[index]
            func isFilled(_ position: Int) -> Bool {
                position < record.fields.count && !table.isBlank(table.field(position, of: record))
            }
            if [.total, .subtotal, .subheading].contains(kinds[index]), named.count > 1,
                named.allSatisfy(isFilled)
            {
                kinds[index] = .data
            }
            guard kinds[index] == .data else { continue }
            guard !mustBeBlank.contains(where: isFilled) else { continue }
            let words = (0..<record.fields.count).filter { !measures.contains($0) }
                .map { table.words(table.field($0, of: record)) }.filter { !$0.isEmpty }
            guard let first = words.first else {
                // Figures and nothing else: a total that nobody named. It proves what it sums, or is told.
                if figures.count(where: isFilled) > 1 { kinds[index] = .subtotal }
                continue
            }
            let isGroup =
                first.isRomanNumber
                || words.contains { word in
                    groups.indices.contains { position in
                        guard case .one = groups[position].find(word) else { return false }
                        return true
                    }
                }
            guard isGroup else { continue }
            kinds[index] = measures.contains(where: isFilled) ? .subtotal : .subheading
        }
    }
}

extension String {
    /// `I`, `IV.`, `XII)`
    fileprivate var isRomanNumber: Bool {
        var digits = self[...]
        if digits.last == "." || digits.last == ")" { digits = digits.dropLast() }
        return !digits.isEmpty && digits.allSatisfy { "IVXL".contains($0) }
    }
}
