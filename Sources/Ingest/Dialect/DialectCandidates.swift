/// The dialects that compete for a text.
struct DialectCandidates {
    /// Delimiters that tables are usually written with, and how readily each is believed.
    static let usual: [(byte: UInt8, belief: Double)] = [
        (UInt8(ascii: ","), 1), (UInt8(ascii: ";"), 1), (Byte.tab, 1), (UInt8(ascii: "|"), 1),
        (UInt8(ascii: ":"), 0.85), (Byte.blank, 0.75),
    ]
    /// Others, which must stand in many lines.
    static let unusual: [(byte: UInt8, belief: Double)] =
        [0x01, 0x02, 0x1C, 0x1D, 0x1E, 0x1F].map { ($0, 0.95) }
        + Array("^~".utf8).map { ($0, 0.9) } + Array("#&*=!@".utf8).map { ($0, 0.65) }

    let sample: [UInt8]
    /// Lines that are not blank, and in how many of them each byte stands.
    private let lines: Int
    private let linesWith: [Int]

    init(_ sample: [UInt8]) {
        self.sample = sample
        var lines = 0
        var linesWith = [Int](repeating: 0, count: 256)
        var lastLine = [Int](repeating: -1, count: 256)
        var isBlank = true
        for byte in sample {
            if byte == Byte.lineFeed || byte == Byte.carriageReturn {
                if !isBlank { lines += 1 }
                isBlank = true
                continue
            }
            if byte > Byte.blank { isBlank = false }
            if lastLine[Int(byte)] != lines {
                lastLine[Int(byte)] = lines
                linesWith[Int(byte)] += 1
            }
        }
        self.lines = lines + (isBlank ? 0 : 1)
        self.linesWith = linesWith
    }

    /// Delimiters worth trying, each with its belief.
    func delimiters() -> [(bytes: [UInt8], belief: Double)] {
        var found: [([UInt8], Double)] = []
        for (byte, belief) in Self.usual {
            let count = linesWith[Int(byte)]
            let isColon = byte == UInt8(ascii: ":")
            let isWeak = byte == Byte.blank || isColon
            guard count > 0, count >= (isWeak ? (lines + 1) / 2 : 1) else { continue }
            // One line shows no regularity: blanks and colons stand in any, bars may list parts of a cell.
            if lines == 1, isWeak { continue }
            let isList = lines == 1 && byte == UInt8(ascii: "|") && !found.isEmpty
            found.append(
                ([byte], isColon && areColonsTimes ? belief * 0.6 : isList ? 0.5 : belief)
            )
        }
        for (byte, belief) in Self.unusual where linesWith[Int(byte)] * 3 > lines {
            // Those that no text has, in each line from the first.
            let isEverywhere = belief >= 0.9 && linesWith[Int(byte)] == lines
            if byte == UInt8(ascii: "\\"), isAlwaysEscaped(Byte.quote) { continue }
            guard lines > 1 || isEverywhere && sample.count(where: { $0 == byte }) > 1 else {
                continue
            }
            found.append(([byte], isEverywhere ? 1.15 : belief))
        }
        for (bytes, belief) in found {
            guard let (longer, isPair) = extended(bytes[0]) else { continue }
            // It stands wherever the short one does; a colon with a blank behind it cuts no time of day.
            let own = bytes[0] == UInt8(ascii: ":") ? 0.95 : belief * 1.01
            if isPair { found.removeAll { $0.0 == bytes } }
            found.append((longer, own))
        }
        return found
    }

    /// Delimiters of one blank or two with any number behind them, where most lines have such.
    func alignments() -> [[UInt8]] {
        let blank = Byte.blank
        var aligned = 0
        var isFound = false
        var previous: [UInt8] = [0, 0]
        for byte in sample {
            let isEnd = byte == Byte.lineFeed || byte == Byte.carriageReturn
            if isEnd { isFound = false }
            if !isFound, !isEnd, byte != blank, previous == [blank, blank] {
                isFound = true
                aligned += 1
            }
            previous = [previous[1], isEnd ? 0 : byte]
        }
        return aligned > 2 && aligned * 2 >= lines ? [[blank], [blank, blank]] : []
    }

    /// A delimiter that does not occur, for a table of one column.
    var absentDelimiter: [UInt8] {
        let comma = UInt8(ascii: ",")
        if isOnlyInQuotes(comma) { return [comma] }
        let candidates = Self.usual.map(\.byte).prefix(4) + [0x1F, 0x1E]
        return [candidates.first { linesWith[Int($0)] == 0 } ?? comma]
    }

    private func isOnlyInQuotes(_ byte: UInt8) -> Bool {
        var isQuoted = false
        for current in sample {
            if current == Byte.quote { isQuoted.toggle() }
            if current == byte, !isQuoted { return false }
        }
        return true
    }

    /// The sign with which the first line and others begin that are remarks, while two or more do not.
    var remark: UInt8? {
        guard let first = sample.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "%")
        else { return nil }
        var marked = 0
        var others = 0
        var isLineStart = true
        for byte in sample {
            let isEnd = byte == Byte.lineFeed || byte == Byte.carriageReturn
            if isLineStart, !isEnd {
                if byte == first { marked += 1 } else { others += 1 }
            }
            isLineStart = isEnd
        }
        return marked > 1 && others > 1 ? first : nil
    }

    /// Whether nearly all colons below the first line stand in times of day, such as `10:05`.
    private var areColonsTimes: Bool {
        let end = sample.firstIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
        var start = end ?? 0
        if !sample[start...].contains(UInt8(ascii: ":")) { start = 0 }
        var all = 0
        var times = 0
        for offset in start..<sample.count where sample[offset] == UInt8(ascii: ":") {
            all += 1
            guard offset > 0, offset + 2 < sample.count else { continue }
            let around = [sample[offset - 1], sample[offset + 1], sample[offset + 2]]
            let isLonger = offset + 3 < sample.count && sample[offset + 3] &- 0x30 < 10
            if around.allSatisfy({ $0 &- 0x30 < 10 }), !isLonger { times += 1 }
        }
        return times * 5 >= all * 4
    }

    /// A longer delimiter that stands wherever a byte does, such as `, ` or `||`.
    private func extended(_ byte: UInt8) -> (bytes: [UInt8], isPair: Bool)? {
        let isPairable = byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
        if isPairable || byte == UInt8(ascii: "~"), areRunsEven(of: byte) {
            return ([byte, byte], true)
        }
        guard byte > Byte.blank else { return nil }
        for sign in [Byte.blank, Byte.tab] {
            let (count, followed) = counts(of: byte, before: sign)
            if followed > 0, followed * 10 >= count * 8 { return ([byte, sign], false) }
        }
        return nil
    }

    /// How often a byte stands outside numbers and double quotes, and how often with a sign behind it.
    private func counts(of byte: UInt8, before sign: UInt8) -> (count: Int, followed: Int) {
        var count = 0
        var followed = 0
        var isQuoted = false
        for offset in sample.indices.dropLast() {
            if sample[offset] == Byte.quote {
                isQuoted.toggle()
            } else if sample[offset] == byte, !isQuoted {
                let isInNumber =
                    offset > 0 && sample[offset - 1] &- 0x30 < 10 && sample[offset + 1] &- 0x30 < 10
                if !isInNumber { count += 1 }
                if sample[offset + 1] == sign { followed += 1 }
            }
        }
        return (count, followed)
    }

    private func areRunsEven(of byte: UInt8) -> Bool {
        var length = 0
        for current in sample {
            if current == byte {
                length += 1
            } else if length % 2 == 1 {
                return false
            } else {
                length = 0
            }
        }
        return length % 2 == 0
    }

    /// Quotes that enclose a cell somewhere under this delimiter; `nil` stands for none.
    ///
    /// A double quote before a cell is always one, in order or not; an apostrophe may begin a word.
    func quotes(_ delimiter: [UInt8]) -> [UInt8?] {
        var quotes: [UInt8?] = []
        for quote in [Byte.quote, UInt8(ascii: "'")] where linesWith[Int(quote)] > 0 {
            let (opening, closing) = ends(of: quote, delimiter)
            // Quotes that all have a backslash before them mean quotes, though no cell begins with one.
            if opening == 0 ? isAlwaysEscaped(quote) : quote == Byte.quote || closing > 0 {
                quotes.append(quote)
            }
        }
        return quotes.contains(Byte.quote) ? quotes : quotes + [nil]
    }

    private func isAlwaysEscaped(_ quote: UInt8) -> Bool {
        var count = 0
        for offset in sample.indices where sample[offset] == quote {
            guard offset > 0, sample[offset - 1] == UInt8(ascii: "\\") else { return false }
            count += 1
        }
        return count > 1
    }

    /// Whether two double quotes stand behind a letter, as doubled ones inside a cell do.
    var hasDoubledQuote: Bool {
        guard sample.count > 3 else { return false }
        return (1..<(sample.count - 2)).contains { offset in
            sample[offset] == Byte.quote && sample[offset + 1] == Byte.quote
                && (sample[offset - 1] | 0x20) &- 0x61 < 26
        }
    }

    /// Whether double quotes come in pairs behind letters or digits, three times at least, and never alone.
    private var areDoubleQuotesDoubled: Bool {
        var pairs = 0
        var offset = 0
        while offset < sample.count {
            guard sample[offset] == Byte.quote else {
                offset += 1
                continue
            }
            let before = offset > 0 ? sample[offset - 1] | 0x20 : 0
            let isDigit = offset > 0 && sample[offset - 1] &- 0x30 < 10
            guard isDigit || before &- 0x61 < 26 || before >= 0x80,
                offset + 1 < sample.count, sample[offset + 1] == Byte.quote
            else { return false }
            pairs += 1
            offset += 2
        }
        return pairs >= 3
    }

    /// Escapes to try for a quote: its doubling, a backslash where one stands before it, and doubled
    /// double quotes inside cells in other quotes where no single one is.
    func escapes(_ quote: UInt8?) -> [UInt8?] {
        guard let quote else { return [nil] }
        if quote != Byte.quote, areDoubleQuotesDoubled { return [Byte.quote] }
        let backslash = UInt8(ascii: "\\")
        let isBefore =
            linesWith[Int(backslash)] > 0
            && sample.indices.dropLast().contains {
                sample[$0] == backslash && sample[$0 + 1] == quote
            }
        return isBefore ? [quote, backslash] : [quote]
    }

    /// How often a quote stands at the start and at the end of a cell.
    private func ends(of quote: UInt8, _ delimiter: [UInt8]) -> (opening: Int, closing: Int) {
        let isBlankBefore = delimiter[delimiter.count - 1] == Byte.blank
        var opening = 0
        var closing = 0
        for offset in sample.indices where sample[offset] == quote {
            var start = offset
            while start > 0, sample[start - 1] == Byte.blank, !isBlankBefore { start -= 1 }
            if start == 0 || isLineEnd(sample[start - 1])
                || stands(delimiter, at: start - delimiter.count)
            {
                opening += 1
            }
            let end = offset + 1
            if end == sample.count || isLineEnd(sample[end]) || stands(delimiter, at: end) {
                closing += 1
            }
        }
        return (opening, closing)
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == Byte.lineFeed || byte == Byte.carriageReturn
    }

    private func stands(_ word: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + word.count <= sample.count else { return false }
        return word.indices.allSatisfy { sample[offset + $0] == word[$0] }
    }
}
