/// How files are to be read where someone knows better than the program: pinned in `report.yaml` under
/// `reading:`, or by the options of `convert`. What is `nil` is found by the program.
package struct ReadingPins: Sendable, Hashable {
    /// The submission's name, or a pattern with `*`; `nil` for every file.
    package var file: String?
    package var encoding: TextEncoding?
    /// An encoding by the C library's name, for one that `encoding` has no word for.
    package var charset: String?
    /// One or more bytes in UTF-8.
    package var delimiter: String?
    package var quote: Pin<UInt8>?
    package var escape: Pin<UInt8>?
    /// Begins lines that are remarks.
    package var comment: Pin<String>?
    /// `lf`, `crlf` or `cr`: the only way in which lines end.
    package var lineEnd: String?
    /// Lines above the table.
    package var preambleLines: Int?
    /// Heading rows, 0 when the table has none.
    package var headerRows: Int?
    /// The sheet of a workbook.
    package var sheet: String?
    package var numberForm: NumberForm?
    /// Key of the unit of measure in which the file gives what that unit measures, such as money; it
    /// answers every doubt about the file's units.
    package var unitOfMeasure: String?
    /// Headings of the file's columns that carry no data of the form.
    package var ignoredHeadings: [String] = []
    /// Code of the unit that sent the file, when its rows do not say.
    package var submitter: String?

    package init(file: String? = nil) {
        self.file = file
    }

    /// Whether these pins are for the file of this name (the part of its path after the last slash).
    package func apply(to name: String) -> Bool {
        guard let file else { return true }
        return matches(Array(name.utf8)[...], pattern: Array(file.utf8)[...])
    }

    /// These pins, and those of `other` where these say nothing.
    package func completed(by other: ReadingPins) -> ReadingPins {
        var pins = self
        pins.encoding = encoding ?? other.encoding
        pins.charset = encoding == nil ? charset ?? other.charset : charset
        pins.delimiter = delimiter ?? other.delimiter
        pins.quote = quote ?? other.quote
        pins.escape = escape ?? other.escape
        pins.comment = comment ?? other.comment
        pins.lineEnd = lineEnd ?? other.lineEnd
        pins.preambleLines = preambleLines ?? other.preambleLines
        pins.headerRows = headerRows ?? other.headerRows
        pins.sheet = sheet ?? other.sheet
        pins.numberForm = numberForm ?? other.numberForm
        pins.unitOfMeasure = unitOfMeasure ?? other.unitOfMeasure
        pins.ignoredHeadings += other.ignoredHeadings
        pins.submitter = submitter ?? other.submitter
        return pins
    }

    /// A setting that may also be pinned to "there is none".
    package enum Pin<Value: Sendable & Hashable>: Sendable, Hashable {
        case some(Value)
        case none

        package var value: Value? {
            guard case .some(let value) = self else { return nil }
            return value
        }
    }
}

/// A name against a pattern in which `*` stands for any bytes.
private func matches(_ name: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>) -> Bool {
    var (place, mark) = (name.startIndex, pattern.startIndex)
    // Where to go on when what follows the last star does not fit.
    var retry: (place: Int, mark: Int)?
    while place < name.endIndex {
        if mark < pattern.endIndex, pattern[mark] == UInt8(ascii: "*") {
            retry = (place, mark + 1)
            mark += 1
        } else if mark < pattern.endIndex, pattern[mark] == name[place] {
            (place, mark) = (place + 1, mark + 1)
        } else if let last = retry {
            retry = (last.place + 1, last.mark)
            (place, mark) = (last.place + 1, last.mark)
        } else {
            return false
        }
    }
    return pattern[mark...].allSatisfy { $0 == UInt8(ascii: "*") }
}

/// How a file writes numbers.
package enum NumberForm: String, Sendable, CaseIterable {
    /// `1,234.5`
    case point
    /// `1.234,5`
    case comma

    package var decimalMark: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    package var groupMark: UInt8 { self == .point ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}

/// The ways in which Vietnamese tables have been written as bytes; raw values are the words of settings,
/// `--encoding` and `--explain`.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// With a byte order mark.
    case utf8Marked = "utf-8-bom"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1258 = "windows-1258"
    case windows1252 = "windows-1252"
    case latin1 = "iso-8859-1"
    case viscii
    /// TCVN 5712 as the ABC fonts have it.
    case tcvn3
    case vni
    case vps
    /// UTF-8 that was read once as Windows-1252 and written as UTF-8 again.
    case utf8Twice = "utf-8-as-windows-1252"

    /// The encoding of this name, or of another that programs give it; capitals do not matter.
    package init?(name: String) {
        let word = name.lowercased()
        if let own = TextEncoding(rawValue: word) {
            self = own
            return
        }
        switch word {
        case "utf8", "ascii", "us-ascii": self = .utf8
        case "utf-8-sig", "utf8-bom": self = .utf8Marked
        case "utf-16", "utf16", "utf16le", "ucs-2", "unicode": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "cp1258", "1258": self = .windows1258
        case "cp1252", "1252", "ansi": self = .windows1252
        case "latin1", "latin-1", "iso8859-1", "iso_8859-1": self = .latin1
        case "abc", "tcvn", "tcvn-3": self = .tcvn3
        default: return nil
        }
    }
}
