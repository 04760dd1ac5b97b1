import PeriodModel

extension Record {
    /// The record as XML 1.0 in UTF-8, two spaces a level; a field without a value is an empty element.
    package var xml: [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        Self.write(.group(name, parts), level: 0, to: &text)
        return Array(text.utf8)
    }

    private static func write(_ part: Part, level: Int, to text: inout String) {
        let indent = String(repeating: "  ", count: level)
        switch part {
        case .field(let field, let value) where value.text.isEmpty:
            text += "\(indent)<\(field.name)/>\n"
        case .field(let field, let value):
            text += "\(indent)<\(field.name)>\(escaped(value.text))</\(field.name)>\n"
        case .group(let name, let parts):
            text += "\(indent)<\(name)>\n"
            for part in parts { write(part, level: level + 1, to: &text) }
            text += "\(indent)</\(name)>\n"
        }
    }

    /// Markup and line ends as references: a reader would turn a bare carriage return into a line feed.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\r": result += "&#13;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
