import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

/// A product that a build can make.
private enum Product: String, CaseIterable {
    case report
    case html
    case data
}

/// What published data may hold of an indicator: the words of the figures' measures.
private enum Measure: String, CaseIterable {
    case count
    case sum
    case mean
    case median
    case q1
    case q3
    case min
    case max
    case share
    case change
    case growth
    case ratio
}

extension MappingReader {
    /// The units in which values are given and printed, in the order of the file.
    mutating func unitsOfMeasure() -> [UnitOfMeasure] {
        mapping("units_of_measure") { map in
            var units: [UnitOfMeasure] = []
            map.forEachKey { map, key, node in
                if !isKey(key) {
                    map.report(SettingsDoubt.badKey(key, at: map.keyPlace(of: key)))
                }
                let unit = map.read(node) { map -> UnitOfMeasure? in
                    let label = map.text("label", allowsEmpty: true)
                    let dimension = map.text("dimension")
                    let factor = map.value("factor", expecting: Expected.factor) {
                        ExactDecimal(plain: $0).flatMap { $0 > .zero ? $0 : nil }
                    }
                    let isTight = map.optionalFlag("tight") ?? false
                    return factor.map {
                        UnitOfMeasure(
                            key: key,
                            label: label,
                            dimension: dimension,
                            factor: $0,
                            isTight: isTight
                        )
                    }
                }
                if let unit { units.append(unit) }
            }
            return units
        } ?? []
    }

    /// A key of `units_of_measure`, checked; no second doubt when those had errors.
    mutating func checkUnitOfMeasure(
        _ key: String,
        under name: String,
        among units: [UnitOfMeasure]
    ) {
        guard !key.isEmpty, !units.isEmpty, !units.contains(where: { $0.key == key }) else {
            return
        }
        report(
            SettingsDoubt.unknown(
                key,
                what: Bilingual(vi: "đơn vị tính có khóa", en: "unit of measure has the key"),
                among: units.map(\.key),
                at: place(of: name)
            )
        )
    }

    /// Figures that rows cannot give.
    mutating func givenFigures(unitsOfMeasure units: [UnitOfMeasure]) -> [GivenFigure] {
        var keys = GivenNames()
        var number = 0
        return optionalMappings("given") { map -> GivenFigure? in
            let key = map.figureKey("key")
            let label = map.text("label")
            let value = map.number("value")
            let unit = map.text("unit")
            let source = map.text("source")
            let date = map.date("date")
            number += 1
            map.reportRepeated(key, owner: number, at: map.place(of: "key"), in: &keys)
            map.checkUnitOfMeasure(unit, under: "unit", among: units)
            guard let value, let date else { return nil }
            return GivenFigure(
                key: key,
                label: label,
                value: value,
                unitOfMeasure: unit,
                source: source,
                date: date,
                place: map.place(of: "value"),
                datePlace: map.place(of: "date")
            )
        }
    }

    /// The products under `make`; all of them when the key is not there.
    mutating func products() -> [String] {
        let words = Product.allCases.map(\.rawValue)
        return chosen("make", Bilingual(vi: "sản phẩm tên", en: "product is called"), among: words)
            ?? words
    }

    /// The measures under `figures`; `nil` when the key is not there.
    mutating func figures() -> [String]? {
        chosen(
            "figures",
            Bilingual(vi: "số liệu tên", en: "figure is called"),
            among: Measure.allCases.map(\.rawValue)
        )
    }

    /// Words under a key, each one of a list and given once; `nil` when the key is not there.
    private mutating func chosen(
        _ key: String,
        _ what: Bilingual,
        among words: [String]
    ) -> [String]? {
        guard has(key) else {
            _ = optionalNode(key)
            return nil
        }
        var chosen: [String] = []
        for node in nodes(key) {
            guard let word = text(of: node, key: key) else { continue }
            if !words.contains(word) {
                report(SettingsDoubt.unknown(word, what: what, among: words, at: node.place))
            } else if chosen.contains(word) {
                report(SettingsDoubt.repeated(word, at: node.place, first: place(of: key)))
            } else {
                chosen.append(word)
            }
        }
        return chosen
    }
}
