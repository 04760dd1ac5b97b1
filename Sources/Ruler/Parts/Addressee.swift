/// To whom a document goes: one addressee behind the label, or several on lines of their own.
struct Addressee: Sendable {
    /// `Kính gửi:`, and whom it names when there is one alone.
    var label: PrintedLine
    /// The lines of each of several addressees.
    var items: [[PrintedLine]] = []
    /// Whether the first of several stands on the label's line.
    var isFirstBesideLabel = false

    var lines: [PrintedLine] { [label] + items.flatMap { $0 } }

    init(_ line: PrintedLine) {
        label = line
        guard let colon = line.words.firstIndex(where: { $0.text.hasSuffix(":") }),
            line.words.indices.contains(colon + 1), Self.isMark(line.words[colon + 1].text)
        else { return }
        label = PrintedLine(words: Array(line.words[...colon]))
        items = [[PrintedLine(words: Array(line.words[(colon + 1)...]))]]
        isFirstBesideLabel = true
    }

    /// Takes the next line when it names an addressee or goes on with one.
    mutating func take(_ line: PrintedLine) -> Bool {
        if let first = line.words.first, Self.isMark(first.text) {
            items.append([line])
            return true
        }
        guard let item = items.last, let last = item.last, !last.text.hasSuffix("."),
            !last.text.hasSuffix(";"), line.left > item[0].left + 3
        else { return false }
        items[items.count - 1].append(line)
        return true
    }

    private static func isMark(_ text: String) -> Bool { ["-", "–", "+"].contains(text) }
}
