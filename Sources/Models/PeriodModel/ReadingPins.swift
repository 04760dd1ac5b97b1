/// How files are to be read where someone knows better than the program: pinned in `report.yaml` under
/// `reading:`, or by the options of `convert`. What is `nil` is found by the program.
package struct ReadingPins: Sendable, Hashable {
    /// The submission's name, or a pattern with `*`; `nil` for every file.
    package var file: String?
    package var encoding: TextEncoding?
    /// One or more bytes in UTF-8.
    package var delimiter: String?
    package var quote: Pin<UInt8>?
    package var escape: Pin<UInt8>?
    /// Begins lines that are remarks.
    package var comment: Pin<String>?
    /// Heading rows, 0 when the table has none.
    package var headerRows: Int?
    /// The sheet of a workbook.
    package var sheet: String?
    package var numberForm: NumberForm?
    /// Key of the unit of measure in which the file gives money.
    package var unitOfMeasure: String?

    package init(file: String? = nil) {
        self.file = file
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
}
