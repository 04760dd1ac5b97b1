import DatasetModel
import Diagnostics
import PeriodModel

func sniffDialect(
    _ text: ReceivedText,
    pins: ReadingPins,
    isHeading: ((String) -> Bool)?
) -> (Dialect, [Reading.Setting]) {
    var best = (matches: -1, cells: 0, dialect: Dialect.standard(UInt8(ascii: ",")))
    for delimiter in Array(",;\t|".utf8) {
        let dialect = Dialect.standard(delimiter)
        let scanned = RecordScanner.scan(text.bytes, dialect: dialect, headOnly: true)
        let cells = scanned.records.last?.fields.count ?? 0
        let matches =
            scanned.records.last?.fields.prefix(1000).count { index in
                let field = scanned.fields[index]
                return isHeading?(
                    String(decoding: text.bytes[field.start..<field.end], as: UTF8.self)
                ) ?? false
            } ?? 0
        if (matches, cells) > (best.matches, best.cells) { best = (matches, cells, dialect) }
    }
    return (best.dialect, [])
}

func tableLayout(
    of table: CellTable,
    words: ReadingWords,
    pins: ReadingPins,
    isHeading: ((String) -> Bool)?
) -> TableLayout {
    var kinds: [RecordKind] = []
    var headings: [Int] = []
    for (index, record) in table.records.enumerated() {
        if table.isBlank(record) {
            kinds.append(.leftOut(.blank))
        } else if headings.isEmpty {
            kinds.append(.heading)
            headings.append(index)
        } else {
            kinds.append(.data)
        }
    }
    return TableLayout(
        kinds: kinds,
        headings: headings,
        width: headings.first.map { table.records[$0].fields.count } ?? 0,
        evidence: Bilingual(vi: "", en: "")
    )
}
