import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// The rows taken so far, over all files, and what must not come twice.
struct RowRegister {
    private(set) var rows: RowTable
    /// Indices of the units that some row names, faulty rows included.
    private(set) var unitsHeard: Set<Int> = []
    private var identifiers: [String: Place] = [:]
    private var names: [UnitName: Place] = [:]
    /// Gets the rows where they are not kept.
    private let sink: RowSink?
    private let nouns: [String]

    private struct UnitName: Hashable {
        var unit: Int
        var name: String
    }

    init(_ settings: PeriodSettings, sink: RowSink? = nil) {
        rows = RowTable(schema: settings.schema)
        self.sink = sink
        nouns = settings.wording.nouns
    }

    /// Tells which record's parts come next.
    func begin(_ record: RecordSpan, of submission: Int) { sink?.begin(record, of: submission) }

    mutating func hear(unit: Int) { unitsHeard.insert(unit) }

    /// The place of an earlier row with this identifier; else notes this one.
    mutating func earlierPlace(ofIdentifier text: String, at place: () -> Place) -> Place? {
        if let sink {
            sink.take(identifier: text, at: place)
            return nil
        }
        return Self.earlier(text.foldedName, in: &identifiers, at: place)
    }

    /// The place of an earlier row with this name in the unit; else notes this one.
    mutating func earlierPlace(ofName text: String, unit: Int, at place: () -> Place) -> Place? {
        if let sink {
            sink.take(name: text, unit: unit, at: place)
            return nil
        }
        return Self.earlier(
            UnitName(unit: unit, name: text.folded(without: nouns)),
            in: &names,
            at: place
        )
    }

    private static func earlier<Key>(
        _ key: Key,
        in places: inout [Key: Place],
        at place: () -> Place
    ) -> Place? {
        if let earlier = places[key] { return earlier }
        places[key] = place()
        return nil
    }

    /// Takes a row without faults.
    mutating func append(_ row: Row) {
        if let sink {
            sink.take(row)
            guard sink.keepsRows else { return }
        }
        rows.identifiers.append(row.identifier)
        rows.names.append(row.name)
        rows.units.append(row.unit)
        rows.sectors.append(row.sector)
        for (index, value) in row.classes.enumerated() { rows.classes[index].append(value) }
        for (index, value) in row.measures.enumerated() { rows.measures[index].append(value) }
        rows.origins.append(row.origin)
    }

    /// One organisation, all columns read.
    struct Row {
        var identifier: String
        var name: String
        var unit: Int
        var sector: Int
        var classes: [Int?]
        var measures: [Measured]
        var origin: RowOrigin
    }
}

extension Wording {
    /// What names of organisations begin with, in full and short: `HTX Hòa An` is `Hợp tác xã Hòa An`.
    var nouns: [String] { [organisationName.foldedName, organisation.foldedName] }
}

extension String {
    /// The folded name without one of the nouns before it.
    func folded(without nouns: [String]) -> String {
        let name = foldedName
        guard let noun = nouns.first(where: { name.hasPrefix($0) && name != $0 }) else {
            return name
        }
        return String(name.dropFirst(noun.count))
    }
}

extension Place {
    /// `submissions/883.csv, ô B7`: the place inside a sentence.
    var inWords: (vi: String, en: String) {
        guard let cell else { return (file, file) }
        return ("\(file), ô \(cell)", "\(file), cell \(cell)")
    }
}
