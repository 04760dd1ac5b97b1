import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

/// A name that must belong to one thing only, and where it was given.
struct GivenNames {
    private var owners: [String: (owner: Int, text: String, place: Place)] = [:]

    /// Notes that `owner` has this name; a doubt when another one has it already.
    mutating func note(_ text: String, owner: Int, at place: Place) -> Diagnostic? {
        guard let earlier = owners[text.foldedName] else {
            owners[text.foldedName] = (owner, text, place)
            return nil
        }
        return earlier.owner == owner
            ? nil : SettingsDoubt.repeated(text, at: place, first: earlier.place)
    }
}

extension MappingReader {
    /// The units that must submit, and whether none was left out for a fault of its own; `cutoff` is
    /// the day on which they must exist.
    mutating func units(
        validOn cutoff: CalendarDate?
    ) -> (units: [ReportingUnit], areComplete: Bool) {
        var codes = GivenNames()
        var aliases = GivenNames()
        var tiles = GivenNames()
        var number = 0
        // Two units may share a name (rows then have to give the code), never a code or an alias.
        let units = mappings("units") { map -> ReportingUnit? in
            let code = map.code("code")
            let name = map.text("name")
            let type = map.text("type", allowsEmpty: true)
            let spellings = map.optionalTexts("aliases")
            let from = map.optionalDate("valid_from")
            let to = map.optionalDate("valid_to")
            let tile = map.tile("tile")
            number += 1
            map.reportRepeated(code, owner: number, at: map.place(of: "code"), in: &codes)
            if let tile {
                map.reportRepeated(
                    "tile: [\(tile.column), \(tile.row)]",
                    owner: number,
                    at: map.place(of: "tile"),
                    in: &tiles
                )
            }
            for spelling in spellings {
                map.reportRepeated(
                    spelling,
                    owner: number,
                    at: map.place(of: "aliases"),
                    in: &aliases
                )
            }
            if let cutoff, from.map({ $0 > cutoff }) ?? false || to.map({ $0 < cutoff }) ?? false {
                map.report(
                    SettingsDoubt.unitNotValid(code: code, name: name, on: cutoff, at: map.place)
                )
            }
            return ReportingUnit(
                code: code,
                name: name,
                type: type,
                aliases: spellings,
                validFrom: from,
                validTo: to,
                tile: tile
            )
        }
        if units.contains(where: { $0.tile != nil }),
            let without = units.first(where: { $0.tile == nil })
        {
            report(SettingsDoubt.missingTile(of: without.name, at: place(of: "units")))
        }
        if isEmptyList("units") {
            report(SettingsDoubt.emptyList("units", at: place(of: "units")))
        }
        return (units, units.count == number)
    }

    /// `[column, row]` of a unit on maps of squares, both from 1 to 40.
    private mutating func tile(_ key: String) -> ReportingUnit.Tile? {
        let place = place(of: key)
        let numbers = optionalTexts(key)
        guard !numbers.isEmpty else { return nil }
        let places = numbers.compactMap(Int.init).filter { (1...40).contains($0) }
        guard places.count == 2, numbers.count == 2 else {
            report(SettingsDoubt.badTile(numbers.joined(separator: ", "), at: place))
            return nil
        }
        return ReportingUnit.Tile(column: places[0], row: places[1])
    }

    /// The units that sent nothing; their codes are checked when `units` are complete.
    mutating func missingUnits(
        among units: [ReportingUnit],
        areComplete: Bool
    ) -> [MissingUnit] {
        var seen = GivenNames()
        var number = 0
        return optionalMappings("missing") { map in
            let code = map.text("unit")
            let reason = map.text("reason")
            number += 1
            map.reportRepeated(code, owner: number, at: map.place(of: "unit"), in: &seen)
            if areComplete, !code.isEmpty, !units.contains(where: { $0.code == code }) {
                map.report(
                    SettingsDoubt.unknown(
                        code,
                        what: Bilingual(vi: "đơn vị có mã", en: "unit has the code"),
                        among: units.map(\.code),
                        at: map.place(of: "unit")
                    )
                )
            }
            return MissingUnit(code: code, reason: reason)
        }
    }

    /// The fields of activity.
    mutating func sectors() -> [Sector] {
        var names = GivenNames()
        var number = 0
        if isEmptyList("sectors") {
            report(SettingsDoubt.emptyList("sectors", at: place(of: "sectors")))
        }
        return mappings("sectors") { map in
            let sector = Sector(
                code: map.code("code"),
                label: map.text("label"),
                phrase: map.text("phrase"),
                aliases: map.optionalTexts("aliases")
            )
            number += 1
            map.reportRepeated(sector.code, owner: number, at: map.place(of: "code"), in: &names)
            map.reportRepeated(sector.label, owner: number, at: map.place(of: "label"), in: &names)
            for alias in sector.aliases {
                map.reportRepeated(alias, owner: number, at: map.place(of: "aliases"), in: &names)
            }
            return sector
        }
    }

    /// Says so when the name belongs to something else; an empty one had its own doubt.
    mutating func reportRepeated(
        _ name: String,
        owner: Int,
        at place: Place,
        in names: inout GivenNames
    ) {
        guard !name.isEmpty, let doubt = names.note(name, owner: owner, at: place) else { return }
        report(doubt)
    }
}
