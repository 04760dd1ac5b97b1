import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

extension MappingReader {
    /// `ratios:`, quotients of two sums over the organisations that answered both.
    mutating func ratios(
        _ schema: Schema,
        populations: [Population],
        unitsOfMeasure units: [UnitOfMeasure],
        isComplete: Bool
    ) -> [RatioIndicator] {
        var names = GivenNames()
        for column in schema.columns + schema.derived {
            _ = names.note(column.key, owner: 0, at: place(of: "schema"))
        }
        var number = 0
        return optionalMappings("ratios") { map in
            let ratio = RatioIndicator(
                key: map.figureKey("key"),
                label: map.text("label"),
                of: map.text("of"),
                per: map.text("per"),
                unitOfMeasure: map.text("unit"),
                population: map.populationKey("population", among: populations)
            )
            number += 1
            map.reportRepeated(ratio.key, owner: number, at: map.place(of: "key"), in: &names)
            if isReserved(ratio.key) {
                map.report(SettingsDoubt.reservedKey(ratio.key, at: map.place(of: "key")))
            }
            map.checkUnitOfMeasure(ratio.unitOfMeasure, under: "unit", among: units)
            let keys = schema.columns.filter(\.addsUp).map(\.key)
            for (key, name) in [(ratio.of, "of"), (ratio.per, "per")] where isComplete {
                if key.isEmpty || keys.contains(key) { continue }
                if name == "per", key == RatioIndicator.organisations { continue }
                map.report(SettingsDoubt.notAddable(key, among: keys, at: map.place(of: name)))
            }
            return ratio
        }
    }
}
