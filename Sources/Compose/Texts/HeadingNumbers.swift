/// Numbers of headings as reports write them: `I.`, `1.`, `a)` (Nghị định 30/2020/NĐ-CP, Phụ lục I).
struct HeadingNumbers {
    private var counts = [0, 0, 0]
    /// Level of the heading before; 0 before the first.
    private(set) var lastLevel = 0

    /// The number of the next heading of `level`, 1…3.
    mutating func next(level: Int) -> String {
        counts[level - 1] += 1
        for deeper in level..<3 { counts[deeper] = 0 }
        lastLevel = level
        switch level {
        case 1: return Self.roman(counts[0]) + "."
        case 2: return "\(counts[1])."
        default: return Self.letter(counts[2]) + ")"
        }
    }

    /// An anchor of the heading just numbered: `section-1-2`.
    var anchor: String {
        "section-" + counts.prefix(lastLevel).map(String.init).joined(separator: "-")
    }

    /// `IV` for 4; 1…3999.
    static func roman(_ number: Int) -> String {
        let signs: [(Int, String)] = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    /// The letters of điểm in the Vietnamese alphabet: a, b, c, d, đ, e, g, …; then aa, bb, ….
    static func letter(_ number: Int) -> String {
        let letters = Array("abcdđeghiklmnopqrstuvxy")
        let letter = String(letters[(number - 1) % letters.count])
        return String(repeating: letter, count: (number - 1) / letters.count + 1)
    }
}
