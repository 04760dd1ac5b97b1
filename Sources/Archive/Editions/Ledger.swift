/// Every figure that was ever published of a period, one row each time its value was new or changed
/// (`ledger.csv`): a later edition only adds rows.
package struct Ledger: Sendable {
    package static let path = "ledger.csv"
    private static let header = "key,value,unit,edition,date\n"

    package private(set) var bytes: [UInt8]
    /// What stands published, by key; a figure that was withdrawn is not among them.
    package private(set) var figures: [String: Figure] = [:]
    /// Keys in the order of their first row.
    private var keys: [String] = []

    /// A value as `tidy.csv` writes it, with its unit of measure.
    package struct Figure: Sendable, Hashable {
        package var value: String
        package var unit: String
    }

    /// A figure that differs from what was published.
    package struct Change: Sendable, Hashable {
        package var key: String
        /// `nil` for a new figure.
        package var old: Figure?
        /// `nil` for one that is withdrawn.
        package var new: Figure?
    }

    /// The ledger before the first edition.
    package init() { bytes = Array(Self.header.utf8) }

    /// Reads a ledger; `nil` for anything else.
    package init?(_ bytes: [UInt8]) {
        guard let rows = CSVRows(bytes)?.rows,
            rows.first == ["key", "value", "unit", "edition", "date"]
        else { return nil }
        self.bytes = bytes
        for row in rows.dropFirst() {
            guard row.count == 5 else { return nil }
            set(row[0], row[1].isEmpty ? nil : Figure(value: row[1], unit: row[2]))
        }
    }

    private mutating func set(_ key: String, _ figure: Figure?) {
        if figures[key] == nil, figure != nil { keys.append(key) }
        figures[key] = figure
    }

    /// What `figures` change, in their order; withdrawn ones last.
    package func changes(to figures: [(key: String, figure: Figure)]) -> [Change] {
        var changes: [Change] = []
        var seen: Set<String> = []
        for (key, figure) in figures {
            seen.insert(key)
            let old = self.figures[key]
            if old != figure { changes.append(Change(key: key, old: old, new: figure)) }
        }
        for key in keys where !seen.contains(key) {
            guard let old = self.figures[key], seen.insert(key).inserted else { continue }
            changes.append(Change(key: key, old: old, new: nil))
        }
        return changes
    }

    /// Adds a row for each change.
    package mutating func append(_ changes: [Change], edition: Int, date: String) {
        for change in changes {
            let unit = change.new?.unit ?? change.old?.unit ?? ""
            let row = [change.key, change.new?.value ?? "", unit, "v\(edition)", date]
            bytes += Array((row.map(CSVRows.quoted).joined(separator: ",") + "\n").utf8)
            set(change.key, change.new)
        }
    }

    /// The figures of a `tidy.csv` that have a value, by key; `nil` when it is no such file.
    package static func figures(inTidy bytes: [UInt8]) -> [(key: String, figure: Figure)]? {
        guard let rows = CSVRows(bytes)?.rows, let header = rows.first else { return nil }
        let columns = ["indicator", "measure", "unit", "sector", "value", "unit_of_measure"]
            .compactMap { header.firstIndex(of: $0) }
        guard columns.count == 6 else { return nil }
        var figures: [(key: String, figure: Figure)] = []
        for row in rows.dropFirst() {
            guard row.count == header.count else { return nil }
            let parts = columns.map { row[$0] }
            guard !parts[4].isEmpty else { continue }
            var key = Array(parts[..<4])
            // A figure of the whole is called by its indicator and measure alone, as in texts.
            while key.count > 2, key.last == "all" { key.removeLast() }
            figures.append((key.joined(separator: "."), Figure(value: parts[4], unit: parts[5])))
        }
        return figures
    }
}
