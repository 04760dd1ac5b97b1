/// One tag of a trace, its attributes read when they are asked for.
struct TraceTag {
    let bytes: ArraySlice<UInt8>

    /// The tag's name; `/page` for an end.
    var name: String {
        let start = bytes.startIndex + 1
        let end =
            bytes[start...].firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
            ?? bytes.endIndex
        var name = bytes[start..<end]
        if name.last == UInt8(ascii: "/") { name = name.dropLast() }
        return String(decoding: name, as: UTF8.self)
    }

    /// The bytes between the quotes of an attribute.
    func value(_ name: StaticString) -> ArraySlice<UInt8>? {
        name.withUTF8Buffer { wanted in
            var index = bytes.startIndex + 1
            while let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
                guard let close = bytes[(quote + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
                    return nil
                }
                let start = quote - 1 - wanted.count
                if start > bytes.startIndex, bytes[quote - 1] == UInt8(ascii: "="),
                    bytes[start - 1] == UInt8(ascii: " "),
                    bytes[start..<(quote - 1)].elementsEqual(wanted)
                {
                    return bytes[(quote + 1)..<close]
                }
                index = close + 1
            }
            return nil
        }
    }

    func text(_ name: StaticString) -> String? {
        value(name).map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
    }

    /// The numbers of an attribute; what is no number ends them.
    func numbers(_ name: StaticString) -> [Double] {
        guard let value = value(name) else { return [] }
        return value.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
            .compactMap { Double(String(decoding: $0, as: UTF8.self)) }
            .filter { $0.isFinite && abs($0) < 1e7 }
    }

    func number(_ name: StaticString) -> Double? { numbers(name).first }

    func transform(_ name: StaticString) -> Transform {
        let values = numbers(name)
        switch values.count {
        case 6:
            return Transform(
                a: values[0],
                b: values[1],
                c: values[2],
                d: values[3],
                e: values[4],
                f: values[5]
            )
        case 4: return Transform(a: values[0], b: values[1], c: values[2], d: values[3])
        default: return Transform()
        }
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var (result, rest) = ("", text[...])
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            guard let end = rest[mark...].firstIndex(of: ";") else { break }
            result += character(rest[rest.index(after: mark)..<end])
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ entity: Substring) -> String {
        switch entity {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard entity.hasPrefix("#x"), let code = UInt32(entity.dropFirst(2), radix: 16),
                let scalar = Unicode.Scalar(code)
            else { return "\u{FFFD}" }
            return String(Character(scalar))
        }
    }
}
