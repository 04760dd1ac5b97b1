/// HTML text under way; whatever goes in is escaped, and elements close themselves.
struct Markup {
    private(set) var bytes: [UInt8] = []

    init() {
        write("<!DOCTYPE html>\n")
    }

    /// An element around what `content` writes.
    mutating func element(
        _ tag: Tag,
        _ attributes: [Attribute] = [],
        content: (inout Markup) -> Void = { _ in }
    ) {
        write("<")
        write(tag.rawValue)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            attribute.name.withUTF8Buffer { bytes.append(contentsOf: $0) }
            write("=\"")
            text(attribute.value)
            write("\"")
        }
        if case .drawn = tag.shape { return write("/>\n") }
        write(">")
        switch tag.shape {
        case .void: return write("\n")
        case .inlineVoid: return
        case .container: write("\n")
        case .inline, .block, .drawn: break
        }
        content(&self)
        write("</")
        write(tag.rawValue)
        write(tag.shape == .inline ? ">" : ">\n")
    }

    /// An element around plain text.
    mutating func element(_ tag: Tag, _ attributes: [Attribute] = [], text: String) {
        element(tag, attributes) { $0.text(text) }
    }

    /// Plain text. Control characters other than blanks, which HTML cannot carry, become U+FFFD.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { letters in
            var start = 0
            for offset in letters.indices {
                guard let code = Self.code(for: letters[offset]) else { continue }
                bytes.append(contentsOf: letters[start..<offset])
                write(code)
                start = offset + 1
            }
            bytes.append(contentsOf: letters[start...])
        }
    }

    /// What stands for a letter that HTML does not take as it is.
    private static func code(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0C, 0x0D: nil
        case 0x00..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }

    /// The style sheet: text that HTML does not unescape, so it must be free of `<`.
    mutating func style(_ sheet: String) {
        element(.style) { element in
            element.write("\n")
            element.bytes.append(contentsOf: sheet.utf8.lazy.filter { $0 != UInt8(ascii: "<") })
        }
    }

    private mutating func write(_ code: String) {
        bytes.append(contentsOf: code.utf8)
    }
}
