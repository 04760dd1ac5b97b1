import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

extension MappingReader {
    /// `size_classes:`, those whose rules bind on the cut-off date.
    mutating func sizeClasses(
        validOn cutoff: CalendarDate?,
        _ parts: NamedParts,
        unitsOfMeasure units: [UnitOfMeasure]
    ) -> [SizeClassification] {
        var names = GivenNames()
        for column in parts.schema.columns {
            _ = names.note(column.key, owner: 0, at: place(of: "schema"))
        }
        var owners: [String: Int] = [:]
        var places: [String: Place] = [:]
        let given = optionalMappings("size_classes") { map -> SizeClassification? in
            let sizes = map.sizeClassification(parts, unitsOfMeasure: units)
            let key = sizes?.key ?? ""
            // Versions of one classification share their key.
            let owner = owners[key] ?? owners.count + 1
            owners[key] = owner
            let place = map.place(of: "key")
            map.reportRepeated(key, owner: owner, at: place, in: &names)
            if isReserved(key) { map.report(SettingsDoubt.reservedKey(key, at: place)) }
            if let cutoff, let sizes, sizes.binds(on: cutoff) {
                if places[key] != nil { map.report(SettingsDoubt.bothInForce(key, at: place)) }
                places[key] = place
            }
            return sizes
        }
        guard let cutoff else { return [] }
        var told: Set<String> = []
        for sizes in given where places[sizes.key] == nil && told.insert(sizes.key).inserted {
            report(SettingsDoubt.noneInForce(sizes.key, at: place(of: "size_classes")))
        }
        return given.filter { $0.binds(on: cutoff) }
    }

    private mutating func sizeClassification(
        _ parts: NamedParts,
        unitsOfMeasure units: [UnitOfMeasure]
    ) -> SizeClassification? {
        let key = figureKey("key")
        let label = text("label")
        let short = optionalText("short") ?? label
        let basis = text("legal_basis")
        let from = optionalDate("valid_from")
        let to = optionalDate("valid_to")
        var names = GivenNames()
        var number = 0
        let classes = mappings("classes") { map in
            number += 1
            return map.sizeClass(&names, number)
        }
        if isEmptyList("classes") {
            report(SettingsDoubt.emptyList("classes", at: place(of: "classes")))
        }
        let undecided = mapping("undecided") { map -> (value: CodeValue, reason: String)? in
            number += 1
            return (map.sizeClass(&names, number), map.text("missing"))
        }
        let codes = classes.map(\.code)
        let groups = mappings("groups") { map in
            map.sizeGroup(codes, parts, unitsOfMeasure: units)
        }
        if parts.areComplete {
            let covered = Set(groups.flatMap(\.sectors))
            let others = parts.sectors.map(\.code).filter { !covered.contains($0) }
            if !others.isEmpty, !hasErrors {
                report(SettingsDoubt.noReason(others, at: place(of: "groups")))
            }
        }
        guard let undecided else { return nil }
        return SizeClassification(
            key: key,
            label: label,
            short: short,
            legalBasis: basis,
            validFrom: from,
            validTo: to,
            classes: classes,
            undecided: undecided.value,
            missingReason: undecided.reason,
            groups: groups
        )
    }

    private mutating func sizeClass(_ names: inout GivenNames, _ number: Int) -> CodeValue {
        let value = CodeValue(code: code("code"), label: text("label"))
        reportRepeated(value.code, owner: number, at: place(of: "code"), in: &names)
        reportRepeated(value.label, owner: number, at: place(of: "label"), in: &names)
        return value
    }

    private mutating func sizeGroup(
        _ codes: [String],
        _ parts: NamedParts,
        unitsOfMeasure units: [UnitOfMeasure]
    ) -> SizeClassification.Group {
        // Without a list the rules are those of every sector.
        let sectors =
            optionalNode("sectors") == nil
            ? parts.sectors.map(\.code) : optionalTexts("sectors")
        let known = parts.sectors.map(\.code)
        if parts.areComplete {
            for sector in sectors where !known.contains(sector) {
                report(
                    SettingsDoubt.unknown(
                        sector,
                        what: Bilingual(vi: "lĩnh vực có mã", en: "sector has the code"),
                        among: known,
                        at: place(of: "sectors")
                    )
                )
            }
        }
        let rules = optionalMappings("rules") { map -> SizeClassification.Rule? in
            let code = map.text("class")
            if !code.isEmpty, !codes.contains(code) {
                map.report(
                    SettingsDoubt.unknown(
                        code,
                        what: Bilingual(vi: "loại quy mô có mã", en: "class of size has the code"),
                        among: codes,
                        at: map.place(of: "class")
                    )
                )
            }
            let all = map.sizeConditions("all", parts, units)
            let any = map.sizeConditions("any", parts, units)
            return SizeClassification.Rule(code: code, all: all, any: any)
        }
        let reason = optionalText("reason")
        if reason == nil, !hasErrors {
            if rules.isEmpty {
                report(SettingsDoubt.noReason(sectors, at: place))
            } else if let last = rules.last, !(last.all.isEmpty && last.any.isEmpty) {
                report(SettingsDoubt.openRules(at: place))
            }
        }
        return SizeClassification.Group(sectors: sectors, rules: rules, reason: reason ?? "")
    }

    /// Texts such as `so_thanh_vien >= 300`.
    private mutating func sizeConditions(
        _ key: String,
        _ parts: NamedParts,
        _ units: [UnitOfMeasure]
    ) -> [SizeClassification.Condition] {
        optionalNodes(key).compactMap { node in
            guard let text = text(of: node, key: key) else { return nil }
            if let condition = sizeCondition(text, parts.schema, units) { return condition }
            if parts.areComplete {
                let keys = parts.schema.columns.filter(\.addsUp).map(\.key)
                report(SettingsDoubt.badCondition(text, among: keys, at: node.place))
            }
            return nil
        }
    }
}

/// `COLUMN SIGN NUMBER [UNIT]`, the number in the column's unit of measure or in one of its kind.
private func sizeCondition(
    _ text: String,
    _ schema: Schema,
    _ units: [UnitOfMeasure]
) -> SizeClassification.Condition? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3 || words.count == 4,
        let column = schema.columns.first(where: { $0.key == words[0] && $0.addsUp }),
        let relation = SizeClassification.Condition.Relation(rawValue: words[1]),
        var bound = ExactDecimal(plain: words[2])
    else { return nil }
    if words.count == 4 {
        guard let given = units.first(where: { $0.key == words[3] }),
            let own = units.first(where: { $0.key == column.unitOfMeasure }),
            given.dimension == own.dimension,
            let converted = bound.multiplied(by: given.factor)?.dividedExactly(by: own.factor)
        else { return nil }
        bound = converted
    }
    return SizeClassification.Condition(column: column.key, relation: relation, bound: bound)
}
