/// Writes JSON on one line (RFC 8259), keys in the order given.
package indirect enum JSONText: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number in JSON form.
    case decimal(String)
    case string(String)
    case array([JSONText])
    case object([(key: String, value: JSONText)])

    /// `nil` becomes `null`.
    package static func optional(_ text: String?) -> JSONText {
        text.map(JSONText.string) ?? .null
    }

    /// `nil` becomes `null`.
    package static func optional(_ number: Int?) -> JSONText {
        number.map(JSONText.integer) ?? .null
    }

    /// The value as JSON; `indent` spaces a level, or all on one line.
    package func written(indent: Int? = nil) -> String {
        var text = ""
        write(to: &text, indent: indent, level: 0)
        return text
    }

    private func write(to text: inout String, indent: Int?, level: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .decimal(let number): text += number
        case .string(let string): Self.writeQuoted(string, to: &text)
        case .array(let items):
            Self.writeList(items, open: "[", close: "]", to: &text, indent: indent, level: level) {
                $0.write(to: &$1, indent: indent, level: level + 1)
            }
        case .object(let members):
            Self.writeList(members, open: "{", close: "}", to: &text, indent: indent, level: level)
            {
                Self.writeQuoted($0.key, to: &$1)
                $1 += indent == nil ? ":" : ": "
                $0.value.write(to: &$1, indent: indent, level: level + 1)
            }
        }
    }

    private static func writeList<Item>(
        _ items: [Item],
        open: String,
        close: String,
        to text: inout String,
        indent: Int?,
        level: Int,
        writeItem: (Item, inout String) -> Void
    ) {
        text += open
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: " ", count: indent * (level + 1)) }
            writeItem(item, &text)
        }
        if let indent, !items.isEmpty {
            text += "\n" + String(repeating: " ", count: indent * level)
        }
        text += close
    }

    private static func writeQuoted(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
