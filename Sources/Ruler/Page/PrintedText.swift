/// A glyph on a page: its letters, where its origin stands, how large and in what face.
struct PrintedGlyph: Sendable {
    var text: String
    /// The origin; y is the baseline.
    var x: Double
    var y: Double
    var width: Double
    /// The size of the face in points, as it comes out on paper.
    var size: Double
    var face: Face
    var ink: Ink
    /// Slanted or thickened by the program, not by the face.
    var isSlanted = false
    var isThickened = false

    var right: Double { x + width }
    var isBlank: Bool { text.allSatisfy { $0.isWhitespace } }
    var isBold: Bool? { isThickened ? true : face.isBold }
    var isItalic: Bool? { isSlanted ? true : face.isItalic }
}

/// What stands between two blanks, with the look of most of its letters.
struct PrintedWord: Sendable {
    var text: String
    var left: Double
    var right: Double
    var baseline: Double
    var size: Double
    var face: Face
    var ink: Ink
    var isBold: Bool?
    var isItalic: Bool?
}

/// Words on one baseline, or those of several lines where a question is about all of them.
struct PrintedLine: Sendable {
    var words: [PrintedWord]

    var left: Double { words.lazy.map(\.left).min() ?? 0 }
    var right: Double { words.lazy.map(\.right).max() ?? 0 }
    var width: Double { right - left }
    var middle: Double { (left + right) / 2 }
    var baseline: Double { words.max { $0.text.count < $1.text.count }?.baseline ?? 0 }
    var text: String { words.map(\.text).joined(separator: " ") }
    /// Small letters alone, so that spacing, dashes and capitals do not matter.
    var letters: String { lettersOnly(words.map(\.text).joined()) }
    /// The size of most letters.
    var size: Double {
        var counts: [(size: Double, count: Int)] = []
        for word in words {
            if let index = counts.firstIndex(where: { abs($0.size - word.size) < 0.05 }) {
                counts[index].count += word.text.count
            } else {
                counts.append((word.size, word.text.count))
            }
        }
        return counts.max { $0.count < $1.count }?.size ?? 0
    }
    var letterCount: Int { words.reduce(0) { $0 + $1.text.count { $0.isLetter } } }

    /// Whether nine of ten letters are bold; `nil` when the faces do not tell.
    var isBold: Bool? { share { $0.isBold } }
    var isItalic: Bool? { share { $0.isItalic } }
    var isCapitals: Bool {
        let letters = words.flatMap { $0.text.filter(\.isLetter) }
        return !letters.isEmpty && !letters.contains { $0.isLowercase }
    }

    private func share(_ look: (PrintedWord) -> Bool?) -> Bool? {
        var (yes, all) = (0, 0)
        for word in words {
            guard let answer = look(word) else { return nil }
            let count = max(1, word.text.count { $0.isLetter || $0.isNumber })
            all += count
            if answer { yes += count }
        }
        return yes * 10 >= all * 9
    }

    /// The same line further down.
    func moved(down distance: Double) -> PrintedLine {
        PrintedLine(
            words: words.map { word in
                var word = word
                word.baseline += distance
                return word
            }
        )
    }

    /// The words as groups that stand further apart than `gap` times the size.
    func segments(gap: Double = 2) -> [PrintedLine] {
        var groups: [[PrintedWord]] = []
        for word in words {
            if let last = groups.last?.last,
                word.left - last.right <= gap * max(word.size, last.size)
            {
                groups[groups.count - 1].append(word)
            } else {
                groups.append([word])
            }
        }
        return groups.map(PrintedLine.init)
    }

    /// The neighbouring words whose letters are `wanted`; `nil` when they are not on this line.
    func part(lettered wanted: [String]) -> PrintedLine? {
        for start in words.indices {
            var text = ""
            for end in start..<words.count {
                text += lettersOnly(words[end].text)
                if wanted.contains(text) { return PrintedLine(words: Array(words[start...end])) }
                if !wanted.contains(where: { $0.hasPrefix(text) }) { break }
            }
        }
        return nil
    }
}

/// Whether a glyph's letters are no sign of a Vietnamese text: control characters, private or
/// unknown codes, letters of other alphabets. Files whose table of codes was lost are full of them.
func isStrange(_ letters: String) -> Bool {
    letters.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0..<9, 14..<32, 0x7F..<0xA0, 0xFFFD, 0xE000...0xF8FF: true
        case 9..<0x7F: false
        default:
            scalar.properties.isAlphabetic && !vietnameseLetters.contains(scalar)
        }
    }
}

/// The letters with marks, and the marks themselves where a program writes them apart.
private let vietnameseLetters = Set(
    ("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
        + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
        + "ªºﬁﬂﬀﬃﬄ").unicodeScalars
)

/// The letters of a text, small.
func lettersOnly(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

/// A page as it is printed: words on lines, rules, shapes and pictures.
struct PrintedPage: Sendable {
    /// From 1.
    var number: Int
    var width: Double
    var height: Double
    var lines: [PrintedLine] = []
    var rules: [RuledLine] = []
    /// Coloured areas and curves, of which charts are made.
    var shapes: [Box] = []
    var pictures: [Box] = []
    /// Letters that the file does not name, or names as no Vietnamese text would.
    var strangeLetters = 0

    var isLandscape: Bool { width > height }
}

/// A whole file as it is printed.
package struct PrintedDocument: Sendable {
    var pages: [PrintedPage] = []
    /// As the first line of the file says: 1.4, 1.7, 2.0.
    package var version: String?
    /// The program that laid the pages out, where the file names a known one.
    package var maker: Maker?

    package var isEmpty: Bool { pages.isEmpty }
}
