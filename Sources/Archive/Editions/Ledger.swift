/// Every figure that editions of a period ever published: one row each time its value was new, changed or
/// withdrawn. Rows are only ever added.
///
/// `ledger.csv`: RFC 4180 with CRLF, `key,value,unit,status,edition,date`. Key, value, unit of measure and
/// status are those of `tidy.csv`; a figure that is published no more has the status `withdrawn` and no value.
package struct Ledger: Sendable, Hashable {
    /// A row: what was published of a figure from an edition on.
    package struct Entry: Sendable, Hashable {
        package var key: String
        package var value: String
        package var unitOfMeasure: String
        package var status: String
        /// From 1.
        package var edition: Int
        /// The day of the edition, ISO 8601.
        package var date: String

        fileprivate var fields: [String] {
            [key, value, unitOfMeasure, status, "v\(edition)", date]
        }

        fileprivate func says(_ figure: PublishedFigure) -> Bool {
            (value, unitOfMeasure, status) == (figure.value, figure.unitOfMeasure, figure.status)
        }
    }

    /// What an edition says otherwise of a figure.
    package struct Change: Sendable, Hashable {
        package var key: String
        package var value: String
        package var unitOfMeasure: String
        package var status: String
    }

    /// In the order of editions.
    package private(set) var entries: [Entry] = []
    /// The file as it is written.
    package private(set) var bytes: [UInt8]
    /// The last row of each key.
    private var last: [String: Int] = [:]

    /// Where it lies in an edition.
    package static let path = "ledger.csv"
    /// The status of a figure that is published no more.
    package static let withdrawn = "withdrawn"
    private static let heading = ["key", "value", "unit", "status", "edition", "date"]

    /// A ledger before the first edition.
    package init() {
        bytes = CSVTable.line(Self.heading)
    }

    /// Reads a `ledger.csv`: its rows must be what `extend` can have written, one after the other.
    package init(reading file: [UInt8]) throws(LedgerFault) {
        self.init()
        let table: CSVTable
        do throws(CSVTable.Fault) {
            table = try CSVTable(file)
        } catch {
            throw .notALedger(line: error.line)
        }
        guard table.rows.first?.fields == Self.heading else { throw .notALedger(line: 1) }
        for row in table.rows.dropFirst() {
            guard row.fields.count == Self.heading.count, row.fields[4].first == "v",
                let edition = Int(row.fields[4].dropFirst()), edition > 0,
                row.fields[4] == "v\(edition)"
            else { throw .notALedger(line: row.line) }
            let entry = Entry(
                key: row.fields[0],
                value: row.fields[1],
                unitOfMeasure: row.fields[2],
                status: row.fields[3],
                edition: edition,
                date: row.fields[5]
            )
            if let before = entries.last {
                guard before.edition <= edition else { throw .outOfOrder(line: row.line) }
                guard before.edition < edition || before.date == entry.date else {
                    throw .outOfOrder(line: row.line)
                }
            }
            if let index = last[entry.key] {
                guard entries[index].edition < edition else {
                    throw .repeated(key: entry.key, line: row.line)
                }
                var same = entries[index]
                (same.edition, same.date) = (edition, entry.date)
                guard same != entry else { throw .unchanged(key: entry.key, line: row.line) }
            } else if entry.status == Self.withdrawn {
                throw .unchanged(key: entry.key, line: row.line)
            }
            add(entry)
        }
        guard bytes == file else { throw .notALedger(line: entries.count + 1) }
    }

    /// Adds what the figures of the next edition say otherwise, in their order; then what is withdrawn.
    package mutating func extend(
        with figures: [PublishedFigure],
        edition: Int,
        date: String
    ) throws(LedgerFault) {
        if let last = entries.last, last.edition >= edition {
            throw .outOfOrder(line: entries.count + 2)
        }
        append(changes(to: figures), edition: edition, date: date)
    }

    /// What is to be added for figures, in their order; then what is withdrawn.
    package func changes(to figures: [PublishedFigure]) -> [Change] {
        let now = Set(figures.map(\.key))
        let said = figures.compactMap { figure -> Change? in
            if let index = last[figure.key], entries[index].says(figure) { return nil }
            return Change(
                key: figure.key,
                value: figure.value,
                unitOfMeasure: figure.unitOfMeasure,
                status: figure.status
            )
        }
        let withdrawn = published.filter { !now.contains($0.key) }
        return said
            + withdrawn.map {
                Change(
                    key: $0.key,
                    value: "",
                    unitOfMeasure: $0.unitOfMeasure,
                    status: Self.withdrawn
                )
            }
    }

    /// Adds a row for each change.
    package mutating func append(_ changes: [Change], edition: Int, date: String) {
        for change in changes {
            add(
                Entry(
                    key: change.key,
                    value: change.value,
                    unitOfMeasure: change.unitOfMeasure,
                    status: change.status,
                    edition: edition,
                    date: date
                )
            )
        }
    }

    /// What is published of each figure after the last edition, in the order in which it was last said.
    package var published: [Entry] {
        entries.indices.filter { last[entries[$0].key] == $0 }.map { entries[$0] }
            .filter { $0.status != Self.withdrawn }
    }

    /// Of `figures` those that earlier editions published and the last one did not, as they were published:
    /// a number that was withdrawn and comes back as another one is restated all the same.
    package func withdrawn(among figures: [PublishedFigure]) -> [PublishedFigure] {
        figures.compactMap { figure in
            guard let index = last[figure.key], entries[index].status == Self.withdrawn,
                let entry = history(of: figure.key).dropLast().last
            else { return nil }
            var published = figure
            (published.value, published.unitOfMeasure) = (entry.value, entry.unitOfMeasure)
            published.status = entry.status
            (published.answers, published.population) = ("", "")
            return published
        }
    }

    /// What was published of a figure, edition by edition.
    package func history(of key: String) -> [Entry] { entries.filter { $0.key == key } }

    /// What is wrong with this as the ledger of an edition: it must be the one before (`nil` for the first
    /// edition), and after it exactly what the figures say otherwise.
    package func faults(
        after previous: Ledger?,
        figures: [PublishedFigure],
        edition: Int
    ) -> [LedgerFault] {
        let before = previous ?? Ledger()
        guard bytes.starts(with: before.bytes) else { return [.notContinued] }
        var faults: [LedgerFault] = []
        for entry in entries.dropFirst(before.entries.count) where entry.edition != edition {
            faults.append(.wrongEdition(key: entry.key, edition: entry.edition))
        }
        var said = Dictionary(
            published.map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for figure in figures {
            let entry = said.removeValue(forKey: figure.key)
            if entry?.says(figure) != true {
                faults.append(
                    .differs(key: figure.key, ledger: entry?.value, figures: figure.value)
                )
            }
        }
        for key in said.keys.sorted() {
            faults.append(.differs(key: key, ledger: said[key]?.value, figures: nil))
        }
        return faults
    }

    private mutating func add(_ entry: Entry) {
        last[entry.key] = entries.count
        entries.append(entry)
        bytes += CSVTable.line(entry.fields)
    }
}

extension Ledger {
    /// A ledger from its bytes; `nil` for anything else.
    package init?(_ bytes: [UInt8]) {
        do throws(LedgerFault) {
            try self.init(reading: bytes)
        } catch {
            return nil
        }
    }
}
