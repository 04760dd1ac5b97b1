import DatasetModel
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// What a name that is no figure stands for; `nil` when it is none of these.
    func word(_ name: String, in scope: Scope) -> String? {
        memberWord(name, in: scope) ?? amendmentWord(name, in: scope)
            ?? revisionWord(name, in: scope) ?? ruleWord(name, in: scope) ?? periodWord(name)
            ?? givenWord(name) ?? columnWord(name) ?? statisticsWord(name, in: scope)
    }

    private func periodWord(_ name: String) -> String? {
        switch name {
        case "period.year": String(settings.period.year)
        case "period.cutoff": settings.period.cutoff.vietnamese
        case "period.previous-year": String(material.previous?.year ?? settings.period.year - 1)
        case "province.name": settings.province.name
        case "province.title": settings.province.title
        case "province.code": settings.province.code
        case "agency.name": settings.agency.name
        case "agency.parent": settings.agency.parent ?? ""
        case "agency.symbol": settings.agency.symbol
        case "agency.issuer": settings.agency.issuer
        case "agency.place": settings.agency.place
        case "units.count": count(settings.units.count)
        case "units.submitted": count(settings.units.count - settings.missing.count)
        case "units.missing": count(settings.missing.count)
        case "sectors.count": count(sectorsInUse)
        case "organisation": settings.wording.organisation
        case "organisation.name": settings.wording.organisationName
        case "organisation.title": settings.wording.organisationName.capitalisingFirst
        case "source": settings.source
        case "document.kind": order.kind
        case "tool": material.producer
        case "amendments.count": count(material.dataset.amendments.count)
        case "suppressed.count":
            NumberStyle().text(
                ExactDecimal(material.statistics.figures.count { $0.status == .suppressed })
            )
        default: nil
        }
    }

    private func memberWord(_ name: String, in scope: Scope) -> String? {
        switch name {
        case "unit.name": scope.unit?.name
        case "unit.title": scope.unit?.title
        case "unit.code": scope.unit?.code
        case "sector.label": scope.sector?.label
        case "sector.phrase": scope.sector?.phrase
        case "sector.code": scope.sector?.code
        case "class.label": scope.classValue?.value.label
        case "class.phrase": scope.classValue?.value.label.decapitalisingFirst
        case "class.code": scope.classValue?.value.code
        case "missing.reason": scope.missing?.reason
        case "measure.label": scope.measure?.label
        case "measure.unit":
            scope.measure.map { column in
                column.unitOfMeasure.flatMap { settings.unitOfMeasure($0)?.label } ?? ""
            }
        case "given.label": scope.given?.label
        case "given.source": scope.given?.source
        case "given.date": scope.given?.date.vietnamese
        case "source.exhibit": scope.sourceKey?.exhibit
        case "source.part": scope.sourceKey?.part
        case "source.key": scope.sourceKey?.key
        case "chart-data": scope.chartData
        case "chart-message": scope.chartMessage
        default: nil
        }
    }

    /// What an amended cell was and became; the order's own words say what nobody told.
    private func amendmentWord(_ name: String, in scope: Scope) -> String? {
        guard let amendment = scope.amendment else { return nil }
        func known(_ text: String?) -> String {
            text.map(\.printable).flatMap { $0.isEmpty ? nil : $0 } ?? order.words.unknown
        }
        switch name {
        case "amendment.file": return amendment.file.lastPathComponent.printable
        case "amendment.cell": return known(amendment.cell)
        case "amendment.old":
            return amendment.old.isEmpty ? order.words.empty : amendment.old.printable
        case "amendment.new": return amendment.new?.printable ?? order.words.confirmed
        case "amendment.reason": return known(amendment.reason)
        case "amendment.who": return known(amendment.who)
        case "amendment.date": return known(amendment.date?.vietnamese)
        default: return nil
        }
    }

    /// `column.KEY.unit`: the unit in which the submissions give a column.
    private func columnWord(_ name: String) -> String? {
        let parts = name.split(separator: ".")
        guard parts.count == 3, parts[0] == "column", parts[2] == "unit",
            let unit = settings.schema.column(String(parts[1]))?.unitOfMeasure
        else { return nil }
        return settings.unitOfMeasure(unit)?.label
    }

    private func givenWord(_ name: String) -> String? {
        for given in settings.given {
            switch name {
            case "given.\(given.key).label": return given.label
            case "given.\(given.key).source": return given.source
            case "given.\(given.key).date": return given.date.vietnamese
            default: continue
            }
        }
        return nil
    }

    /// The names of `word(_:in:)`, for "did you mean".
    func wordNames(in scope: Scope) -> [String] {
        [
            "period.year", "period.cutoff", "period.previous-year", "province.name",
            "province.title", "province.code", "agency.name", "agency.parent", "agency.symbol",
            "agency.issuer", "agency.place", "units.count", "units.submitted", "units.missing",
            "sectors.count",
            "organisation", "organisation.name", "organisation.title", "source", "document.kind",
            "tool", "amendments.count", "suppressed.count", "amendment.file", "amendment.cell",
            "amendment.old",
            "amendment.new", "amendment.reason", "amendment.who", "amendment.date", "unit.name",
            "unit.title", "unit.code", "sector.label", "sector.phrase",
            "sector.code", "class.label", "class.phrase", "class.code", "missing.reason",
            "restatements.count", "restatement.figure", "restatement.place", "restatement.unit",
            "restatement.old", "restatement.new", "restatement.reason", "restatement.source",
            "restatement.key", "replaced.number", "replaced.date", "form-change.name",
            "form-change.old", "form-change.new",
            "rule.code", "rule.change", "rule.scope", "rule.reason",
            "measure.label", "measure.unit", "given.label",
            "source.exhibit", "source.part", "source.key", "given.value", "given.source",
            "given.date", "chart-data", "population.label", "population.phrase",
            "population.key", "rounding.note",
        ]
    }

    /// A number of things in a sentence, padded as the wording style says.
    private func count(_ number: Int) -> String {
        NumberStyle(padsCounts: settings.wording.padsCounts).text(ExactDecimal(number))
    }

    private var sectorsInUse: Int {
        settings.sectors.filter { sector in
            let key = FigureKey(FigureKey.organisations, .count, sector: sector.code)
            return (material.statistics[key]?.population ?? 0) > 0
        }.count
    }
}

extension String {
    /// The first letter small.
    var decapitalisingFirst: String {
        prefix(1).lowercased() + dropFirst()
    }

    /// The first letter as a capital.
    var capitalisingFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
