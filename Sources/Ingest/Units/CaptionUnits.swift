import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// The units of measure that lines such as `ĐVT: triệu đồng, người` give for a whole table.
struct CaptionUnits {
    /// A unit for each dimension that a line names.
    private(set) var units: [UnitOfMeasure] = []
    /// Where and how it was written.
    private(set) var settings: [Reading.Setting] = []

    /// Reads the unit lines among the lines left out; what is no unit of the settings is told.
    init(
        of table: CellTable,
        layout: TableLayout,
        words: ReadingWords,
        units known: [UnitOfMeasure],
        log: inout DiagnosticLog
    ) {
        let prefixes = words.unitLines.map(\.foldedName)
        for index in layout.records(where: { $0 == .leftOut(.unitLine) }) {
            let record = table.records[index]
            for (column, field) in record.fields.enumerated() {
                let text = table.words(table.fields[field])
                guard !text.isEmpty else { continue }
                take(text, prefixes, known, at: table.place(column: column, of: record), &log)
            }
        }
    }

    /// The unit that a caption gives for a column; `nil` when it says nothing of what the column measures.
    func unit(for column: Column, among known: [UnitOfMeasure]) -> UnitOfMeasure? {
        guard let own = known.first(where: { $0.key == column.unitOfMeasure }) else { return nil }
        return units.first { $0.dimension == own.dimension }
    }

    private mutating func take(
        _ text: String,
        _ prefixes: [String],
        _ known: [UnitOfMeasure],
        at place: Place,
        _ log: inout DiagnosticLog
    ) {
        // `(Đơn vị tính: triệu đồng; người)`
        let inner = text.drop { $0 == "(" }.split(separator: ")").first ?? ""
        for part in inner.split(whereSeparator: { ",;:".contains($0) }) {
            var name = String(part).foldedName
            for prefix in prefixes where name.hasPrefix(prefix) {
                name = String(name.dropFirst(prefix.count))
            }
            while name.first == "." { name.removeFirst() }
            guard !name.isEmpty else { continue }
            guard let found = known.first(where: { $0.label.foldedName == name || $0.key == name })
            else {
                log.append(Self.unknown(String(part), known: known, at: place))
                continue
            }
            if let other = units.first(where: { $0.dimension == found.dimension && $0 != found }) {
                log.append(Self.contradicting(found, other, text: text, at: place))
                continue
            }
            guard !units.contains(found) else { continue }
            units.append(found)
            settings.append(
                Reading.Setting(
                    name: "unit_of_measure",
                    value: found.key,
                    evidence: Bilingual(
                        vi: "“\(clipped(text))” ở ô \(place.cell ?? "")",
                        en: "“\(clipped(text))” in cell \(place.cell ?? "")"
                    )
                )
            )
        }
    }

    private static func unknown(_ text: String, known: [UnitOfMeasure], at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            "ingest.unit-line.unknown",
            .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi:
                    "Không có đơn vị tính “\(clipped(text))” trong thiết lập; dòng này không được dùng",
                en: "The settings have no unit of measure “\(clipped(text))”; the line is not used"
            ),
            hint: hint(for: text, among: known.map(\.label))
        )
    }

    private static func contradicting(
        _ unit: UnitOfMeasure,
        _ other: UnitOfMeasure,
        text: String,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "ingest.unit-line.contradiction",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Tệp nêu hai đơn vị tính cho cùng một loại số: \(other.label) và \(unit.label)",
                en:
                    "The file gives two units for one kind of number: \(other.label) and \(unit.label)"
            ),
            hint: Bilingual(
                vi: "Chỉ giữ một đơn vị tính, hoặc khai unit_of_measure cho tệp ở mục reading",
                en: "Keep one of them, or give the file's unit_of_measure under reading"
            )
        )
    }
}
