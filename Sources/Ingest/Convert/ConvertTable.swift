import DatasetModel
package import Diagnostics
package import PeriodModel

/// A table as `convert` gives it out.
package struct Conversion: Sendable {
    /// The table as CSV.
    package var output: [UInt8]
    /// How it was read.
    package var explanation: Explanation
}

/// Reads any text file or workbook as the tool `baocao convert` does; `nil`, with a doubt, when there is no table.
package func convertTable(
    from source: SourceText,
    words: ReadingWords,
    pins: ReadingPins,
    log: inout DiagnosticLog
) -> Conversion? {
    if FileGuise.isWorkbook(source) {
        let sheets = readWorkbook(source, pins: pins, log: &log)
        guard let sheet = sheetToRead(of: sheets, path: source.path, log: &log) else { return nil }
        let (table, encoding) = sheet.decoded(pinned: pins.encoding, log: &log)
        return conversion(
            of: [table],
            settings: [encoding],
            words: words,
            pins: pins,
            log: &log
        )
    }
    guard
        let text = ReceivedText(
            source,
            pinned: pins.encoding,
            charset: pins.charset,
            isLenient: true,
            log: &log
        )
    else { return nil }
    ConvertDoubts.reportZeroBytes(text, log: &log)
    var (dialect, settings) = sniffDialect(text, pins: pins)
    let table = CellTable(text, dialect: dialect)
    if let row = table.tooWide {
        log.append(RowFault.tooWide(at: table.place(column: 0, of: row)))
        return nil
    }
    dialect.lineEnd = lineEnd(of: table.records, in: table.bytes)
    settings.insert(text.encoding, at: 0)
    return conversion(
        of: [table],
        settings: completed(settings, by: table),
        words: words,
        pins: pins,
        log: &log
    )
}

/// The first of the tables that has rows, or the sheet that is pinned, as CSV.
///
/// `settings` say how the file was decoded and cut; the form of numbers and the heading rows join them.
func conversion(
    of tables: [CellTable],
    settings: [Reading.Setting],
    words: ReadingWords,
    pins: ReadingPins,
    log: inout DiagnosticLog
) -> Conversion? {
    for table in tables {
        let layout = tableLayout(of: table, words: words, pins: pins)
        guard layout.kinds.contains(where: { $0.isKept || $0 == .heading }) else { continue }
        ConvertDoubts.report(table, layout: layout, log: &log)
        return Conversion(
            output: TableCSV(table, layout: layout).bytes,
            explanation: Explanation(of: table, layout: layout, settings: settings, pins: pins)
        )
    }
    log.append(ConvertDoubts.noTable(path: tables.first?.path, sheet: pins.sheet))
    return nil
}

/// What only the whole file tells, where the search looked at its first lines.
private func completed(_ settings: [Reading.Setting], by table: CellTable) -> [Reading.Setting] {
    settings.map { setting in
        var setting = setting
        let isQuoted = table.fields.contains(where: \.isQuoted)
        switch setting.name {
        case "quote" where setting.value == nil && !setting.isPinned && isQuoted:
            guard let quote = table.dialect.quote else { break }
            let mark = String(decoding: [quote], as: UTF8.self)
            setting.value = mark
            setting.evidence = Bilingual(
                vi: "có ô nằm trong dấu \(mark)",
                en: "cells are enclosed in \(mark)"
            )
        case "escape" where setting.value == nil && !setting.isPinned:
            guard table.fields.contains(where: \.hasDoubledQuotes),
                let escape = table.dialect.escape
            else { break }
            let mark = String(decoding: [escape], as: UTF8.self)
            setting.value = mark
            setting.evidence = Bilingual(
                vi: "dấu nháy bên trong ô có \(mark) đứng trước",
                en: "quotes inside cells have \(mark) before them"
            )
        case "line_end":
            let end = lineEnd(of: table.records, in: table.bytes)
            guard end.rawValue != setting.value else { break }
            setting.value = end.rawValue
            setting.evidence = Bilingual(
                vi: "các dòng kết thúc không giống nhau",
                en: "lines end in different ways"
            )
        default: break
        }
        return setting
    }
}
