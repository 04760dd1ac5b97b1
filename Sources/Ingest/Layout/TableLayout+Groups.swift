import PeriodModel

extension TableLayout {
    /// Takes rows for groups that the table's own shape does not show to be any: they have no identifier,
    /// name no unit and no sector in its column, and begin with a Roman number or are called as a unit or
    /// a sector is, `I. Nông nghiệp`, `Cộng Nông nghiệp`. With figures they are subtotals.
    ///
    /// A row of an organisation that lacks all of these stays data, and is told. One that has them all is
    /// data even when it is called like a total.
    mutating func findGroups(
        in table: CellTable,
        plan: HeadingPlan,
        schema: Schema,
        names: [NameIndex?],
        words: ReadingWords
    ) {
        let columns = schema.columns
        guard let identifier = columns.firstIndex(where: { $0.role == .identifier }),
            let code = plan.positions[identifier]
        else { return }
        let name = columns.firstIndex { $0.role == .name }.flatMap { plan.positions[$0] }
        let matcher = ReadingMatcher(words)
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
            func isNumber(_ position: Int) -> Bool {
                guard isFilled(position) else { return false }
                let field = table.field(position, of: record)
                return ColumnKinds.kind(CellShape(table.bytes, field.start..<field.end)) == .number
            }
            if [.total, .subtotal, .subheading].contains(kinds[index]), named.count > 1,
                named.allSatisfy(isFilled)
            {
                kinds[index] = .data
            }
            guard kinds[index] == .data else { continue }
            let filled = mustBeBlank.filter(isFilled)
            // The first column may hold the group's name, though it is that of codes.
            let isInCode = filled == [code] && !(name.map(isFilled) ?? false)
            guard filled.isEmpty || isInCode else { continue }
            let words = (0..<record.fields.count).filter { !measures.contains($0) }
                .map { table.words(table.field($0, of: record)) }.filter { !$0.isEmpty }
            guard let first = words.first else {
                // Figures and nothing else: a total that nobody named. It proves what it sums, or is told.
                if figures.count(where: isNumber) > 1 { kinds[index] = .subtotal }
                continue
            }
            func names(_ words: String) -> Bool {
                groups.indices.contains { position in
                    guard case .one = groups[position].find(words) else { return false }
                    return true
                }
            }
            let isGroup =
                !isInCode && first.isRomanNumber
                || words.contains { word in
                    let rest = matcher.withoutTotal(word)
                    return names(word) || names(GivenColumns.withoutNumber(word))
                        || rest != word && (names(rest) || rest.isRomanNumber)
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
