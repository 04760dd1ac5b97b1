/// The head of an annex.
struct Annex: Sendable {
    var page: Int
    var heading: PrintedLine
    var title: [PrintedLine] = []
    var note: [PrintedLine] = []

    /// The Roman number after the word; empty when there is none.
    var number: String { heading.words.dropFirst(2).map(\.text).joined() }

    /// Annexes begin on a page of their own, with the word on a line of its own.
    static func all(in pages: [PrintedPage], pageNumbers: [Int: PrintedLine]) -> [Annex] {
        pages.compactMap { page in
            let number = pageNumbers[page.number]?.baseline
            // A line of the text may begin with the word as well, but does not stand in the middle.
            guard let heading = page.lines.first(where: { $0.baseline != number }),
                isHeading(heading),
                abs(heading.middle - page.width / 2) < 60 || heading.isBold == true
            else { return nil }
            var annex = Annex(page: page.number, heading: heading)
            var last = heading
            for line in page.lines where line.baseline > heading.baseline + 2 {
                guard line.baseline - last.baseline < 2.6 * max(line.size, last.size),
                    abs(line.middle - heading.middle) < 25
                else { break }
                if line.letters.hasPrefix("kèmtheo") || line.letters.hasPrefix("bannhànhkèmtheo")
                    || !annex.note.isEmpty
                {
                    annex.note.append(line)
                    if line.text.hasSuffix(")") { break }
                } else {
                    annex.title.append(line)
                }
                last = line
            }
            return annex
        }
    }

    private static func isHeading(_ line: PrintedLine) -> Bool {
        guard line.words.count <= 3, line.letters.hasPrefix("phụlục") else { return false }
        let tail = line.words.dropFirst(2).map(\.text).joined()
        return tail.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == ":" }
            && tail.count <= 6
    }
}
