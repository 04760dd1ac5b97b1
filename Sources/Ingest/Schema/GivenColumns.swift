import DatasetModel
import Diagnostics
import PeriodModel

/// What a file gives for all of its rows, or for those below a sub-heading, in place of a column.
struct GivenColumns {
    /// The unit that sent the whole file, and what says so.
    private(set) var unit: Int?
    private(set) var unitSetting: Reading.Setting?
    /// Columns of units or sectors that sub-headings give: for each its index in the schema.
    private(set) var fromSubheadings: Set<Int> = []
    /// For each record the entry that the sub-heading above it names, by column.
    private var named: [Int: [Int?]] = [:]

    /// A unit by the pin, else by the code with which the file's name begins.
    init(path: String, pins: ReadingPins, settings: PeriodSettings) {
        if let code = pins.submitter {
            unit = settings.units.firstIndex { $0.code == code }
            unitSetting = Reading.Setting(
                name: "unit",
                value: code,
                evidence: Bilingual(vi: "đã khai trong thiết lập", en: "given in the settings"),
                isPinned: true
            )
            return
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let code = String(name.prefix { $0 != "-" && $0 != "_" && $0 != " " && $0 != "." })
        guard let index = settings.units.firstIndex(where: { $0.code == code }) else { return }
        unit = index
        unitSetting = Reading.Setting(
            name: "unit",
            value: code,
            evidence: Bilingual(
                vi: "tên tệp bắt đầu bằng mã \(code)",
                en: "the file's name begins with the code \(code)"
            )
        )
    }

    /// Takes the sub-headings that name entries of a column that the table lacks.
    mutating func takeSubheadings(
        of table: CellTable,
        layout: TableLayout,
        column: Int,
        find: (String) -> Int?
    ) {
        var current: Int?
        var entries = [Int?](repeating: nil, count: table.records.count)
        var hasData = false
        var isWhole = true
        for (index, kind) in layout.kinds.enumerated() {
            switch kind {
            case .subheading, .subtotal:
                let record = table.records[index]
                let words = record.fields.map { table.words(table.fields[$0]) }
                current = words.compactMap { find(Self.withoutNumber($0)) }.first ?? current
            case .data:
                hasData = true
                isWhole = isWhole && current != nil
                entries[index] = current
            case .heading, .total, .leftOut: break
            }
        }
        guard hasData, isWhole else { return }
        fromSubheadings.insert(column)
        named[column] = entries
    }

    /// What the sub-heading above a record names.
    func entry(column: Int, record: Int) -> Int? {
        named[column].flatMap { record < $0.count ? $0[record] : nil }
    }

    /// `I. Nông nghiệp` without its number.
    static func withoutNumber(_ words: String) -> String {
        guard let mark = words.firstIndex(where: { $0 == "." || $0 == ")" || $0 == "-" }),
            words[..<mark].count <= 5,
            words[..<mark].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return words }
        return words[words.index(after: mark)...].drop { $0 == " " }.description
    }
}
