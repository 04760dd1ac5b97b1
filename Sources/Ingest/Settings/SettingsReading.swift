import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

extension MappingReader {
    /// `reading:`, how named submissions are to be read.
    mutating func readingPins(
        units: [ReportingUnit],
        unitsOfMeasure: [UnitOfMeasure]
    ) -> [ReadingPins] {
        optionalMappings("reading") { map in
            var pins = ReadingPins(file: map.text("file"))
            pins.encoding = map.optionalValue("encoding", expecting: Expected.encoding) {
                TextEncoding(name: $0)
            }
            pins.delimiter = map.optionalText("delimiter", allowsEmpty: true)
            if pins.delimiter == "" { pins.delimiter = nil }
            pins.quote = map.bytePin("quote")
            pins.escape = map.bytePin("escape")
            pins.comment = map.optionalText("comment").map { $0 == "none" ? .none : .some($0) }
            pins.lineEnd = map.optionalValue("line_end", expecting: Expected.lineEnd) {
                ["lf", "crlf", "cr"].contains($0) ? $0 : nil
            }
            pins.preambleLines = map.optionalValue("preamble", expecting: Expected.preamble) {
                Int($0).flatMap { (0...1000).contains($0) ? $0 : nil }
            }
            pins.headerRows = map.optionalValue("header_rows", expecting: Expected.headerRows) {
                Int($0).flatMap { (0...9).contains($0) ? $0 : nil }
            }
            pins.sheet = map.optionalText("sheet")
            pins.numberForm = map.optionalChoice("number_form")
            pins.unitOfMeasure = map.optionalText("unit_of_measure")
            pins.ignoredHeadings = map.optionalTexts("ignore")
            pins.submitter = map.optionalText("unit")
            if let unit = pins.unitOfMeasure {
                map.checkUnitOfMeasure(unit, under: "unit_of_measure", among: unitsOfMeasure)
            }
            if let code = pins.submitter, !units.isEmpty,
                !units.contains(where: { $0.code == code })
            {
                map.report(
                    SettingsDoubt.unknown(
                        code,
                        what: Bilingual(vi: "đơn vị có mã", en: "unit has the code"),
                        among: units.map(\.code),
                        at: map.place(of: "unit")
                    )
                )
            }
            return pins
        }
    }

    /// One ASCII character, or `none`.
    private mutating func bytePin(_ key: String) -> ReadingPins.Pin<UInt8>? {
        optionalValue(key, expecting: Expected.quote) { text in
            if text == "none" { return ReadingPins.Pin<UInt8>.none }
            let bytes = Array(text.utf8)
            return bytes.count == 1 && bytes[0] < 0x80 ? .some(bytes[0]) : nil
        }
    }
}
