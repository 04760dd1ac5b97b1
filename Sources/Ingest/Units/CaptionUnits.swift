import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// The units of measure that lines outside the table give for all of it: `ĐVT: triệu đồng, người`,
/// `(Nghìn đồng)`, a title with `(đơn vị tính: đồng)` behind it.
struct CaptionUnits {
    /// A unit and the cell that names it.
    private struct Caption {
        var unit: UnitOfMeasure
        var place: Place
        var text: String
    }

    private var captions: [Caption] = []
    private let names: UnitNames
    /// How a unit line begins, the longest first.
    private let prefixes: [Prefix]

    /// Cells that are looked at; forms have a few lines above and below their table.
    private static let limit = 300

    private struct Prefix {
        var folded: String
        /// Another word for a unit line begins with it, so that it may begin other lines as well:
        /// `Đơn vị: Phòng Kinh tế`.
        var isLoose: Bool
    }

    /// Reads the lines above and below the table; a unit of measure that is not known is an error, since
    /// the values would be taken in another.
    init(
        of table: CellTable,
        layout: TableLayout,
        words: ReadingWords,
        names: UnitNames,
        log: inout DiagnosticLog
    ) {
        self.names = names
        let folded = words.unitLines.map(\.foldedName)
        prefixes = folded.map { own in
            Prefix(
                folded: own,
                isLoose: folded.contains { $0.count > own.count && $0.hasPrefix(own) }
            )
        }.sorted { ($1.folded.utf8.count, $0.folded) < ($0.folded.utf8.count, $1.folded) }
        let isAbove = { (index: Int) in index < layout.headings.first ?? 0 }
        var cells = 0
        for index in layout.kinds.indices {
            switch layout.kinds[index] {
            case .leftOut(.unitLine), .leftOut(.preamble), .leftOut(.footnote): break
            // `(đồng)` right below the rows looks as the name of a group does.
            case .subheading where RowView(table.records[index], of: table).filled == 1: break
            default: continue
            }
            let record = table.records[index]
            for (column, field) in record.fields.enumerated() {
                let text = table.words(table.fields[field])
                guard !text.isEmpty, text.utf8.count < 2000, cells < Self.limit else { continue }
                cells += 1
                let place = table.place(column: column, of: record)
                // Below the table words alone may be anything; in parentheses they are said of the table.
                let mayBeBare = isAbove(index) || text.withoutParentheses != text
                take(text, mayBeBare: mayBeBare, at: place, &log)
            }
        }
    }

    /// What a caption gives for a column; `nil` when it says nothing of what the column measures.
    func unit(of dimension: String) -> UnitOfMeasure? {
        captions.first { $0.unit.dimension == dimension }?.unit
    }

    /// Which units were found, and where.
    var settings: [Reading.Setting] {
        captions.map { caption in
            Reading.Setting(
                name: "unit_of_measure",
                value: caption.unit.key,
                evidence: Bilingual(
                    vi: "“\(clipped(caption.text))” ở ô \(caption.place.cell ?? "")",
                    en: "“\(clipped(caption.text))” in cell \(caption.place.cell ?? "")"
                )
            )
        }
    }

    /// The doubt about a caption that every heading of its kind contradicts.
    func contradicted(by unit: UnitOfMeasure) -> Diagnostic? {
        captions.first { $0.unit.dimension == unit.dimension }.map {
            CaptionFault.headingsDiffer($0.unit, unit, text: $0.text, at: $0.place)
        }
    }

    private mutating func take(
        _ text: String,
        mayBeBare: Bool,
        at place: Place,
        _ log: inout DiagnosticLog
    ) {
        // The cell, and what stands in parentheses in it: `(Đơn vị tính: triệu đồng; người)`
        let parts = [text] + text.split { "()[]".contains($0) }.map(String.init)
        for part in parts {
            if let (rest, isLoose) = behindPrefix(part) {
                for name in rest.split(whereSeparator: { ",;()".contains($0) }) {
                    take(name, isLoose: isLoose, text: text, at: place, &log)
                }
                return
            }
        }
        guard mayBeBare else { return }
        for part in parts {
            let units = part.split(whereSeparator: { ",;".contains($0) })
                .map { names.find(String($0).trimmingMarks) }
            guard !units.isEmpty, !units.contains(nil) else { continue }
            for unit in units.compactMap({ $0 }) { add(unit, text: text, at: place, &log) }
            return
        }
    }

    private mutating func take(
        _ name: Substring,
        isLoose: Bool,
        text: String,
        at place: Place,
        _ log: inout DiagnosticLog
    ) {
        let own = String(name).trimmingMarks
        guard !own.isEmpty else { return }
        if let unit = names.find(own) {
            add(unit, text: text, at: place, &log)
        } else if names.tellsSize(own, atStart: isLoose) {
            log.append(CaptionFault.unknown(own, isError: true, at: place))
        } else if !isLoose {
            log.append(CaptionFault.unknown(own, isError: false, at: place))
        }
    }

    private mutating func add(
        _ unit: UnitOfMeasure,
        text: String,
        at place: Place,
        _ log: inout DiagnosticLog
    ) {
        let alike = captions.first { $0.unit.dimension == unit.dimension }
        if let alike {
            guard alike.unit.factor != unit.factor else { return }
            log.append(CaptionFault.contradicting(unit, alike.unit, text: text, at: place))
            return
        }
        captions.append(Caption(unit: unit, place: place, text: text))
    }

    /// What follows the words of a unit line at the start of a text, or behind them and a colon inside it.
    private func behindPrefix(_ text: String) -> (rest: Substring, isLoose: Bool)? {
        let start = text.drop { " ([*-–".contains($0) }
        for prefix in prefixes {
            if let rest = start.behind(prefix.folded) { return (rest, prefix.isLoose) }
        }
        // `… năm 2020. ĐVT: đồng`
        var from = text[...]
        while let colon = from.firstIndex(of: ":") {
            let head = text[..<colon]
            for prefix in prefixes where !prefix.isLoose {
                guard String(head.suffix(40)).foldedName.hasSuffix(prefix.folded) else { continue }
                return (text[text.index(after: colon)...], false)
            }
            from = from[from.index(after: colon)...]
        }
        return nil
    }
}

extension Substring {
    /// The text behind a first part that folds into `name` and ends with its word.
    fileprivate func behind(_ name: String) -> Substring? {
        var end = startIndex
        while end < endIndex, distance(from: startIndex, to: end) <= name.count * 2 + 8 {
            end = index(after: end)
            guard String(self[..<end]).foldedName == name else { continue }
            guard end < endIndex, self[end].isLetter else { return self[end...] }
        }
        return nil
    }
}

extension String {
    fileprivate var trimmingMarks: String {
        var part = self[...]
        while let first = part.first, " \t\u{A0}:.-–()[]*".contains(first) { part.removeFirst() }
        while let last = part.last, " \t\u{A0}:.-–()[]*".contains(last) { part.removeLast() }
        return String(part)
    }
}
