import Diagnostics

/// A text file split into front matter and CommonMark, with the places of its placeholders.
struct MarkdownSource {
    let file: String
    /// The lines between the two `---`, with the number of the first; empty without front matter.
    private(set) var frontMatter = ""
    /// The CommonMark part.
    private(set) var body: String
    /// Physical line of the body's first line, less 1.
    private(set) var lineOffset = 0
    /// Where each `{{` of the body stands, in order.
    private(set) var placeholderPlaces: [Place] = []

    init(_ source: SourceText) {
        file = source.path
        var text = String(decoding: source.bytes, as: UTF8.self)
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
            frontMatter = lines[1..<end].joined(separator: "\n")
            lineOffset = end + 1
            lines.removeFirst(end + 1)
        }
        body = lines.joined(separator: "\n") + "\n"
        for (index, line) in lines.enumerated() { notePlaceholders(in: line, at: index + 1) }
    }

    private mutating func notePlaceholders(in line: Substring, at number: Int) {
        var column = 0
        var wasBrace = false
        for character in line {
            column += 1
            if character == "{", wasBrace {
                placeholderPlaces.append(
                    Place(file: file, line: number + lineOffset, column: column - 1)
                )
                wasBrace = false
            } else {
                wasBrace = character == "{"
            }
        }
    }
}
