extension Lettering {
    /// The text in lines no wider than `width`, broken at blanks, inside a word only if the word
    /// alone is too wide; what does not fit in `limit` lines ends with `…`.
    func wrapped(_ text: String, to width: Double, limit: Int = .max) -> [String] {
        var lines: [String] = []
        for word in Self.words(of: text) {
            if let line = lines.last, self.width(of: line + " " + word) <= width {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines += pieces(of: word, width: width)
            }
            if lines.count > limit { break }
        }
        guard lines.count > limit else { return lines }
        lines = Array(lines.prefix(limit))
        lines[limit - 1] = shortened(lines[limit - 1], to: width)
        return lines
    }

    /// What stands between blanks; a no-break space joins.
    static func words(of text: String) -> [String] {
        text.split { $0 == " " || $0 == "\t" || $0.isNewline }.map(String.init)
    }

    private func pieces(of word: String, width: Double) -> [String] {
        guard self.width(of: word) > width else { return [word] }
        var pieces: [String] = []
        var piece = ""
        for letter in word {
            if !piece.isEmpty, self.width(of: piece + String(letter)) > width {
                pieces.append(piece)
                piece = ""
            }
            piece.append(letter)
        }
        return pieces + [piece]
    }

    private func shortened(_ line: String, to width: Double) -> String {
        var letters = line
        while !letters.isEmpty, self.width(of: letters + "…") > width {
            letters.removeLast()
        }
        while letters.last == " " || letters.last == "," { letters.removeLast() }
        return letters + "…"
    }
}
