/// An object of a PDF file as it was read, with all that is not looked at kept as written.
enum PDFValue {
    case integer(Int)
    /// Reals, booleans, `null`, and strings with their delimiters.
    case verbatim(ArraySlice<UInt8>)
    /// Without its slash, escapes kept.
    case name(String)
    case array([PDFValue])
    case dictionary([PDFEntry])
    /// Number of an indirect object; cairo has only generation 0.
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

    var dictionary: PDFDictionary? {
        if case .dictionary(let entries) = self { PDFDictionary(entries: entries) } else { nil }
    }

    var reference: Int? {
        if case .reference(let number) = self { number } else { nil }
    }

    /// Of numbers, for comparisons only.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .verbatim(let bytes): Double(String(decoding: bytes, as: UTF8.self))
        default: nil
        }
    }
}

/// A key of a dictionary with its value.
struct PDFEntry {
    var key: String
    var value: PDFValue
}

/// Entries in the order of the file, so that the same file is always written the same way.
struct PDFDictionary {
    private(set) var entries: [PDFEntry]

    init(entries: [PDFEntry] = []) {
        self.entries = entries
    }

    subscript(key: String) -> PDFValue? {
        get { entries.first { $0.key == key }?.value }
        set {
            let place = entries.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append(PDFEntry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Without looking for an earlier entry of the same key.
    mutating func append(_ key: String, _ value: PDFValue) {
        entries.append(PDFEntry(key: key, value: value))
    }
}

/// An indirect object: a value, and the bytes of a stream if it is one.
struct PDFObject {
    var value: PDFValue
    /// As in the file, still packed.
    var stream: ArraySlice<UInt8>?
}
