/// An object of any PDF as it stands in the file (ISO 32000-1, 7.3).
enum PDFValue: Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number with a point, or one too large, as it is written.
    case real([UInt8])
    case string(PDFString)
    /// Without its slash, escapes resolved.
    case name(String)
    case array([PDFValue])
    case dictionary([String: PDFValue])
    case reference(Int)

    var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    var name: String? {
        if case .name(let value) = self { value } else { nil }
    }

    var array: [PDFValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    var dictionary: [String: PDFValue]? {
        if case .dictionary(let entries) = self { entries } else { nil }
    }

    var reference: Int? {
        if case .reference(let number) = self { number } else { nil }
    }

    var string: PDFString? {
        if case .string(let string) = self { string } else { nil }
    }
}

/// A string and where it stands, delimiters included.
struct PDFString: Equatable {
    var bytes: [UInt8]
    var place: Range<Int>

    /// Equal in what they say, wherever they stand.
    static func == (left: PDFString, right: PDFString) -> Bool { left.bytes == right.bytes }

    /// As people read it: UTF-16 with its mark, UTF-8 with its mark, else bytes as Latin letters.
    var text: String {
        if bytes.starts(with: [0xFE, 0xFF]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return String(decoding: bytes.dropFirst(3), as: UTF8.self)
        }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}

/// An indirect object: its value, and the bytes of its stream where it is one.
struct PDFObject: Equatable {
    var value: PDFValue
    /// As in the file, still packed.
    var stream: Range<Int>?
}
