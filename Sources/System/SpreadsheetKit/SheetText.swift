import Vocabulary

/// The name of each sheet as a workbook takes it: at most 31 UTF-16 units, without `[]:*?/\`, no quote at
/// its ends, unlike the others in more than capitals.
package func sheetNames(_ wanted: [String]) -> [String] {
    var used: Set<String> = ["history"]
    return wanted.map { text in
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "[", "]", ":", "*", "?", "/", "\\": plain.append("-")
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: plain.append(" ")
            default: plain.append(scalar)
            }
        }
        var name = String(plain).trimmedOfQuotes
        if name.isEmpty { name = "-" }
        var number = 1
        while true {
            let ending = number == 1 ? "" : " (\(number))"
            let room = 31 - ending.utf16.count
            let made = name.cut(toUnits: room).trimmedOfQuotes + ending
            if used.insert(made.lowercased()).inserted { return made }
            number += 1
        }
    }
}

extension String {
    /// The beginning of the text that fits into so many UTF-16 units, whole characters only.
    func cut(toUnits room: Int) -> String {
        guard utf16.count > room else { return self }
        var text = ""
        var units = 0
        for character in self {
            units += character.utf16.count
            guard units <= room else { break }
            text.append(character)
        }
        return text
    }

    fileprivate var trimmedOfQuotes: String {
        var text = self[...]
        while let first = text.first, first == "'" || first == " " { text = text.dropFirst() }
        while let last = text.last, last == "'" || last == " " { text = text.dropLast() }
        return String(text)
    }

    /// The text as a cell takes it: without what XML cannot hold, at most 32 767 units, and with what looks
    /// like an escaped letter escaped itself.
    var inCell: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: scalars.append(scalar)
            case 0..<0x20, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        let most = 32_767
        let text = String(scalars).escapingEscapes
        return text.utf16.count <= most ? text : text.cut(toUnits: most - 1) + "…"
    }

    /// `_x0041_` would be read as `A`.
    private var escapingEscapes: String {
        guard utf8.contains(UInt8(ascii: "_")) else { return self }
        let bytes = Array(utf8)
        var made: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            made.append(byte)
            guard byte == UInt8(ascii: "_"), index + 6 < bytes.count,
                bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
                bytes[(index + 2)...(index + 5)].allSatisfy({
                    Character(Unicode.Scalar($0)).isHexDigit
                })
            else { continue }
            made += Array("x005F_".utf8)
        }
        return String(decoding: made, as: UTF8.self)
    }

    /// The text inside of XML.
    var inXML: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
