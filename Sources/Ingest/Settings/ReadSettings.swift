package import Diagnostics
package import PeriodModel
import SettingsKit
import Vocabulary

/// Reads `report.yaml`; `nil` when it had an error, all of which are logged.
package func readSettings(
    from source: SourceText,
    log: inout DiagnosticLog
) -> PeriodSettings? {
    guard let root = readYAML(source, log: &log) else { return nil }
    return readMapping(root.composed, log: &log) { map in
        let period = map.mapping("period", period)
        let province = map.mapping("province", province)
        let agency = map.mapping("agency", agency)
        let (units, areComplete) = map.units(validOn: period?.cutoff)
        let missing = map.missingUnits(among: units, areComplete: areComplete)
        let sectors = map.sectors()
        let measures = map.unitsOfMeasure()
        let schema = map.schema(unitsOfMeasure: measures)
        let parts = NamedParts(
            units: units,
            sectors: sectors,
            schema: Schema(columns: schema),
            areComplete: !map.hasErrors
        )
        let sizes = map.sizeClasses(
            validOn: period?.cutoff,
            parts,
            unitsOfMeasure: measures
        )
        let whole = Schema(columns: schema, derived: sizes.map(\.column))
        let populations = map.populations(
            NamedParts(
                units: units,
                sectors: sectors,
                schema: whole,
                areComplete: parts.areComplete && !map.hasErrors
            )
        )
        let ratios = map.ratios(
            whole,
            populations: populations,
            unitsOfMeasure: measures,
            isComplete: parts.areComplete
        )
        let given = map.givenFigures(unitsOfMeasure: measures)
        let reading = map.readingPins(units: units, unitsOfMeasure: measures)
        let rounding = map.optionalMapping("rounding", rounding) ?? RoundingPolicy()
        let wording = map.mapping("wording", wording)
        let source = map.text("source")
        let previous = map.optionalText("previous")
        let deadlines = map.optionalMapping("deadlines") { map in
            Deadlines(
                submissions: map.optionalDate("submissions"),
                answers: map.optionalDate("answers")
            )
        }
        let editions = map.editions()
        let plausibility = map.plausibility(
            columns: schema,
            given: given.map(\.key),
            units: units.map(\.code)
        )
        let template = map.optionalValue("template", expecting: templateName) {
            isWord($0, extra: "-_") ? $0 : nil
        }
        let products = map.products()
        let figures = map.figures()
        let profile: ArchiveProfile? = map.optionalChoice("profile")
        let record = map.optionalMapping("archive_record", readRecordSettings)
        let disclosure = map.disclosure(schema: schema)
        guard let period, let province, let agency, let wording else { return nil }
        var settings = PeriodSettings(
            period: period,
            province: province,
            agency: agency,
            units: units,
            missing: missing,
            sectors: sectors,
            unitsOfMeasure: measures,
            schema: whole,
            given: given,
            reading: reading,
            rounding: rounding,
            wording: wording,
            source: source,
            previous: previous,
            deadlines: deadlines ?? Deadlines(),
            editions: editions,
            plausibility: plausibility,
            template: template ?? "annual-report",
            products: products,
            figures: figures,
            profile: profile ?? .a1a,
            record: record ?? RecordSettings()
        )
        settings.populations = populations
        settings.ratios = ratios
        settings.sizeClasses = sizes
        settings.disclosure = disclosure
        map.checkStrata(of: settings)
        return settings
    }
}

private let templateName = Bilingual(
    vi: "tên một thư mục trong Templates, như annual-report",
    en: "the name of a folder in Templates, such as annual-report"
)

private func period(_ map: inout MappingReader) -> ReportingPeriod? {
    let year = map.value("year", expecting: Expected.year) { text in
        text.utf8.count == 4 ? Int(text).flatMap { $0 >= 1900 ? $0 : nil } : nil
    }
    let cutoff = map.date("cutoff")
    guard let year, let cutoff else { return nil }
    guard cutoff.year == year || cutoff.year == year + 1 else {
        map.report(
            SettingsDoubt.cutoffOutsideYear(cutoff, year: year, at: map.place(of: "cutoff"))
        )
        return nil
    }
    return ReportingPeriod(year: year, cutoff: cutoff)
}

private func province(_ map: inout MappingReader) -> Province? {
    let code = map.code("code")
    let name = map.text("name")
    let type = map.text("type", allowsEmpty: true)
    return Province(code: code, name: name, type: type)
}

private func agency(_ map: inout MappingReader) -> Agency? {
    Agency(
        name: map.text("name"),
        parent: map.optionalText("parent"),
        place: map.text("place"),
        symbol: map.text("symbol"),
        number: map.optionalText("number"),
        date: map.optionalDate("date"),
        authority: map.optionalText("authority"),
        position: map.optionalText("position"),
        signer: map.optionalText("signer"),
        addressees: map.optionalTexts("addressees"),
        recipients: map.optionalTexts("recipients")
    )
}

private func rounding(_ map: inout MappingReader) -> RoundingPolicy? {
    var policy = RoundingPolicy()
    if let decimals = map.decimals("percent") { policy.percent = decimals }
    if let decimals = map.decimals("text") { policy.text = decimals }
    if let decimals = map.decimals("table") { policy.table = decimals }
    if let decimals = map.decimals("mean") { policy.mean = decimals }
    if let shares = map.optionalValue("shares", expecting: Expected.shares, sharesPolicy) {
        policy.shares = shares
    }
    return policy
}

/// `each`, `largest-remainder` or `digits 3`.
private func sharesPolicy(_ text: String) -> RoundingPolicy.Shares? {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("each", 1): return .each
    case ("largest-remainder", 1): return .largestRemainder
    case ("digits", 2): return Int(words[1]).flatMap { (1...12).contains($0) ? .digits($0) : nil }
    default: return nil
    }
}

private func wording(_ map: inout MappingReader) -> Wording? {
    Wording(
        organisation: map.text("organisation"),
        organisationName: map.text("organisation_name"),
        padsCounts: map.optionalFlag("pads_counts") ?? false
    )
}

extension YAMLNode {
    /// The tree with the letters of every text composed; keys compare by meaning as they are.
    fileprivate var composed: YAMLNode {
        var node = self
        switch content {
        case .scalar(var scalar):
            scalar.text = scalar.text.composed
            node.content = .scalar(scalar)
        case .sequence(let items): node.content = .sequence(items.map(\.composed))
        case .mapping(let entries):
            node.content = .mapping(
                entries.map {
                    YAMLEntry(key: $0.key, keyPlace: $0.keyPlace, value: $0.value.composed)
                }
            )
        }
        return node
    }
}
