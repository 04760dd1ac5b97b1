/// The files at the top of a bag that say what it is.
package enum BagTags {
    package static let declarationName = "bagit.txt"
    package static let infoName = "bag-info.txt"

    /// `bagit.txt`.
    package static let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

    /// Whether the bytes are those of a declaration; lines may end as they like.
    package static func isDeclaration(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
        return text == declaration || text + "\n" == declaration
    }

    /// `bag-info.txt`: one element a line, in the order given; line ends inside a value become spaces.
    package static func info(_ elements: [(label: String, value: String)]) -> String {
        elements.map { element in
            let words = element.value.unicodeScalars.split {
                $0.properties.isWhitespace || $0.value < 0x20
            }
            return "\(element.label): \(words.map { String($0) }.joined(separator: " "))\n"
        }.joined()
    }

    /// Bytes and files of the content: `Payload-Oxum`.
    package static func oxum(bytes: Int, files: Int) -> String { "\(bytes).\(files)" }

    /// The value of `Payload-Oxum` in a `bag-info.txt`; `nil` when it has none.
    package static func oxum(in info: [UInt8]) -> String? {
        let label = "payload-oxum:"
        for line in String(decoding: info, as: UTF8.self).split(whereSeparator: \.isNewline)
        where line.lowercased().hasPrefix(label) {
            return line.dropFirst(label.count).split(separator: " ").joined()
        }
        return nil
    }
}
