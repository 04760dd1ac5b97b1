/// How a text file separates its cells.
struct Dialect: Sendable, Hashable {
    /// How lines end.
    enum LineEnd: String, Sendable, CaseIterable {
        case lf
        case crlf
        case cr
        case mixed
    }

    /// One byte nearly always; never empty.
    var delimiter: [UInt8]
    /// Further blanks behind the delimiter belong to it, as in columns that blanks align.
    var takesBlanks = false
    /// Encloses cells that hold delimiters or line ends; `nil` when no cell is quoted.
    var quote: UInt8?
    /// Before a quote that belongs to a cell's text: the quote itself when quotes are doubled, or such as
    /// a backslash; `nil` when there is none.
    var escape: UInt8?
    var lineEnd = LineEnd.lf
    /// The only way in which lines end, where someone said so; otherwise any of them ends one.
    var onlyLineEnd: LineEnd?
    /// How lines begin that are remarks.
    var comment: [UInt8]?
    /// Cells that rows have, which decides between two readings of a row whose quotes are out of order.
    var width: Int?

    /// RFC 4180 with this delimiter.
    static func standard(_ delimiter: UInt8) -> Dialect {
        Dialect(delimiter: [delimiter], quote: Byte.quote, escape: Byte.quote)
    }
}
