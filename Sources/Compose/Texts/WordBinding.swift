import DocumentModel

/// Keeps words on one line that belong together: a number and its unit, `Điều` and `5`, an abbreviation and its
/// name. Their blank becomes U+00A0.
struct WordBinding: Sendable {
    /// Words that a number or letter follows: `Điều`, `tháng`.
    var beforeNumber: Set<String> = []
    /// Units that follow a number, each as its words.
    var afterNumber: [[String]] = []
    /// With their stop: `TP.`
    var abbreviations: Set<String> = []
    /// Words that are one, each as its words: `tổng số`. The last of them leads no number.
    var phrases: [[String]] = []

    /// The same text with those blanks bound, also where one of the words is in another face or a link.
    func bound(_ inlines: [Inline]) -> [Inline] {
        var letters = Letters()
        letters.add(inlines)
        guard letters.hasBlank else { return inlines }
        let places = boundPlaces(letters.all)
        guard !places.isEmpty else { return inlines }
        var position = 0
        return rewritten(inlines, places, &position)
    }

    private struct Letters {
        var all: [Character] = []
        var hasBlank = false

        mutating func add(_ inlines: [Inline]) {
            for inline in inlines {
                switch inline {
                case .text(let text):
                    all += text
                    hasBlank = hasBlank || text.contains(" ")
                case .strong(let children), .emphasis(let children), .link(_, let children):
                    add(children)
                case .lineBreak: all.append("\n")
                }
            }
        }
    }

    private func rewritten(
        _ inlines: [Inline],
        _ places: Set<Int>,
        _ position: inout Int
    ) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            switch inline {
            case .text(let text):
                var bound = ""
                for letter in text {
                    bound.append(places.contains(position) ? "\u{A0}" : letter)
                    position += 1
                }
                result.append(.text(bound))
            case .strong(let children):
                result.append(.strong(rewritten(children, places, &position)))
            case .emphasis(let children):
                result.append(.emphasis(rewritten(children, places, &position)))
            case .link(let target, let children):
                result.append(.link(target, rewritten(children, places, &position)))
            case .lineBreak:
                position += 1
                result.append(.lineBreak)
            }
        }
        return result
    }

    /// A word and the blank before it.
    private struct Word {
        /// Its place; -1 where no single blank is that could be bound.
        var blank: Int
        /// Whether it is bound already.
        var isTied = false
        var text: String

        /// Without brackets, quotes and stops around it.
        var bare: Substring {
            let marks: Set<Character> = ["(", ")", "“", "”", "\"", ",", ".", ";", ":", "!", "?"]
            var text = text[...]
            while let first = text.first, marks.contains(first) { text.removeFirst() }
            while let last = text.last, marks.contains(last) { text.removeLast() }
            return text
        }

        var isPartable: Bool { blank >= 0 || isTied }
        var beginsWithDigit: Bool { bare.first?.isWholeNumber == true }
        var endsWithDigit: Bool { text.last?.isWholeNumber == true }
        var isDash: Bool { text == "-" || text == "–" }

        /// `5`, `30/2020`, `IV`, `a`
        var isNumeral: Bool {
            beginsWithDigit || bare.count == 1 && bare.first?.isLetter == true
                || !bare.isEmpty && bare.allSatisfy { "IVXLC".contains($0) }
        }
    }

    /// Where blanks stand that no line may end at.
    private func boundPlaces(_ letters: [Character]) -> Set<Int> {
        var words: [Word] = []
        var (blank, isTied) = (-1, false)
        var text = ""
        for (position, letter) in letters.enumerated() {
            switch letter {
            case " ", "\n", "\u{A0}":
                words.append(Word(blank: blank, isTied: isTied, text: text))
                // Only single blanks are bound, and no line ends.
                blank = letter == " " && !text.isEmpty ? position : -1
                isTied = letter == "\u{A0}" && !text.isEmpty
                text = ""
            default: text.append(letter)
            }
        }
        words.append(Word(blank: blank, isTied: isTied, text: text))
        var places: Set<Int> = []
        let phraseEnds = boundPhrases(words, &places)
        for index in words.indices.dropFirst() where words[index].isPartable {
            let (before, after) = (words[index - 1], words[index])
            let isBound =
                abbreviations.contains(before.text)
                || beforeNumber.contains(String(before.bare)) && after.isNumeral
                    && !phraseEnds.contains(index - 1)
                || before.endsWithDigit && after.isDash
                || before.isDash && after.beginsWithDigit && places.contains(before.blank)
            if isBound, after.blank >= 0 { places.insert(after.blank) }
            if before.endsWithDigit, before.beginsWithDigit {
                places.formUnion(unitPlaces(words[index...]))
            }
        }
        return places
    }

    /// Binds the blanks inside phrases; the places of their last words.
    private func boundPhrases(_ words: [Word], _ places: inout Set<Int>) -> Set<Int> {
        var ends: Set<Int> = []
        for phrase in phrases {
            for start in words.indices where start + phrase.count <= words.count {
                let own = words[start..<(start + phrase.count)]
                guard zip(own, phrase).allSatisfy({ $0.bare.lowercased() == $1 }),
                    own.dropFirst().allSatisfy(\.isPartable)
                else { continue }
                places.formUnion(own.dropFirst().map(\.blank).filter { $0 >= 0 })
                ends.insert(own.endIndex - 1)
            }
        }
        return ends
    }

    /// The blanks before and inside the unit that these words begin with; the longest one counts.
    private func unitPlaces(_ words: ArraySlice<Word>) -> [Int] {
        let matching = afterNumber.filter { unit in
            let own = words.prefix(unit.count)
            return own.count == unit.count
                && zip(own, unit).allSatisfy { $0.bare == $1 && $0.isPartable }
        }
        guard let longest = matching.map(\.count).max() else { return [] }
        return words.prefix(longest).map(\.blank).filter { $0 >= 0 }
    }
}
