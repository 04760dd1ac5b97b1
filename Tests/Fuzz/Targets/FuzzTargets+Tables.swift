import DatasetModel
import Diagnostics
import Ingest
import PeriodModel

extension FuzzTargets {
    /// `pins`, then delimiter, quote, escape, heading rows and encoding in a byte each, then the file.
    func convert(_ input: [UInt8]) -> String? {
        guard input.starts(with: Array("pins".utf8)), input.count >= 9 else {
            return converted(input, pins: ReadingPins())
        }
        var pins = ReadingPins()
        let settings = Array(input[4..<9])
        // The command line takes ASCII only.
        if settings[0] < 0x80 { pins.delimiter = String(UnicodeScalar(settings[0])) }
        pins.quote = pin(settings[1])
        pins.escape = pin(settings[2])
        pins.headerRows = settings[3] < 0x80 ? Int(settings[3]) : nil
        let encodings = TextEncoding.allCases
        if Int(settings[4]) < encodings.count { pins.encoding = encodings[Int(settings[4])] }
        return converted(Array(input.dropFirst(9)), pins: pins)
    }

    private func pin(_ byte: UInt8) -> ReadingPins.Pin<UInt8>? {
        byte >= 0x80 ? nil : byte == 0 ? ReadingPins.Pin.none : .some(byte)
    }

    /// A file as it is, or, when it begins with `parts`, the parts of an `.xlsx`.
    func workbook(_ input: [UInt8]) -> String? {
        let isParts = input.starts(with: Array("parts".utf8))
        let file = isParts ? packed(input.dropFirst(5)) : input
        return converted(file, pins: ReadingPins())
            ?? submission(SourceText(path: "submissions/1.xlsx", bytes: file))
    }

    private func converted(_ bytes: [UInt8], pins: ReadingPins) -> String? {
        var log = DiagnosticLog()
        let source = SourceText(path: "table", bytes: bytes)
        let conversion = Ingest.convertTable(from: source, words: words, pins: pins, log: &log)
        if let fault = written(log) { return fault }
        guard let conversion else { return log.hasErrors ? nil : "no table, and no word why" }
        _ = conversion.explanation.json(diagnostics: log.sorted, language: .vi)
        return isPlainCSV(conversion.output) ? nil : "the output is not as RFC 4180 says"
    }

    /// A file against the settings of the defects, held against itself as the year before.
    func submission(_ file: SourceText) -> String? {
        var log = DiagnosticLog()
        var dataset = read([file], .none, &log)
        settleConfirmations(in: &dataset, log: &log)
        let period = PeriodData(settings: settings, dataset: dataset)
        checkRegister(of: period, previous: period, log: &log)
        return written(log)
    }

    func read(
        _ files: [SourceText],
        _ amendments: Amendments,
        _ log: inout DiagnosticLog
    ) -> Dataset {
        Ingest.readDataset(
            from: files,
            settings: settings,
            settingsFile: settingsFile,
            words: words,
            amendments: amendments,
            log: &log
        )
    }
}

/// UTF-8 in records of RFC 4180: comma, CRLF, quotes only around whole cells.
private func isPlainCSV(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    var position = 0
    while position < bytes.count {
        if bytes[position] == UInt8(ascii: "\"") {
            position += 1
            while true {
                guard position < bytes.count else { return false }
                if bytes[position] == UInt8(ascii: "\"") {
                    position += 1
                    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                        break
                    }
                }
                position += 1
            }
        } else {
            while position < bytes.count, !Array(",\r\n\"".utf8).contains(bytes[position]) {
                position += 1
            }
        }
        guard position < bytes.count else { return false }
        if bytes[position] == UInt8(ascii: ",") {
            position += 1
            continue
        }
        guard bytes[position...].starts(with: Array("\r\n".utf8)) else { return false }
        position += 2
    }
    return true
}
