import Vocabulary

/// Parts a text into words, numbers and marks, in one pass.
struct TokenScanner {
    private let text: [Unicode.Scalar]
    private var position = 0
    private var tokens: [Token] = []

    static func tokens(of text: [Unicode.Scalar]) -> [Token] {
        var scanner = TokenScanner(text: text)
        return scanner.scan()
    }

    private init(text: [Unicode.Scalar]) { self.text = text }

    private mutating func scan() -> [Token] {
        while position < text.count {
            let scalar = text[position]
            if scalar.isSpace {
                position += 1
            } else if scalar.isDigit {
                scanNumber(from: position, isNegative: false, hasSign: false)
            } else if isSign(at: position) {
                let start = position
                position += 1
                scanNumber(from: start, isNegative: scalar != "+", hasSign: true)
            } else if scalar.isLetter {
                scanWord()
            } else {
                append(.mark, from: position, to: position + 1)
            }
        }
        return tokens
    }

    /// A plus or minus that belongs to the number behind it.
    private func isSign(at index: Int) -> Bool {
        guard "+-−".unicodeScalars.contains(text[index]), scalar(index + 1)?.isDigit == true else {
            return false
        }
        guard let before = index > 0 ? text[index - 1] : nil else { return true }
        if text[index] == "+" { return before.isSpace || before == "(" }
        // `4 -5`: a range in bad spacing; only after an opening mark is it surely a sign.
        guard before.isSpace || before == "(" else { return false }
        if case .number? = tokens.last?.kind { return false }
        return true
    }

    private func scalar(_ index: Int) -> Unicode.Scalar? {
        index < text.count ? text[index] : nil
    }

    private mutating func scanWord() {
        let start = position
        while let next = scalar(position), next.isLetter { position += 1 }
        // `Covid-19`, `H1`, `m2`.
        if scalar(position)?.isDigit == true
            || scalar(position) == "-" && scalar(position + 1)?.isDigit == true
        {
            skipCode()
            append(.code, from: start, to: position)
        } else {
            append(.word, from: start, to: position)
        }
    }

    /// Letters, digits and what holds them together in codes.
    private mutating func skipCode() {
        while let next = scalar(position) {
            let isInside =
                "-/._".unicodeScalars.contains(next)
                && (scalar(position + 1)?.isLetter == true || scalar(position + 1)?.isDigit == true)
            guard next.isLetter || next.isDigit || isInside else { return }
            position += 1
        }
    }

    private mutating func skipDigits() {
        while let next = scalar(position) {
            let isInside = (next == "." || next == ",") && scalar(position + 1)?.isDigit == true
            guard next.isDigit || isInside else { return }
            position += 1
        }
    }

    private mutating func scanNumber(from start: Int, isNegative: Bool, hasSign: Bool) {
        let first = position
        skipDigits()
        let next = scalar(position)
        let after = scalar(position + 1)
        if let date = dottedDate(first..<position) {
            append(.date(date), from: start, to: position)
        } else if next == "/" || next == "-", after?.isDigit == true {
            scanParts(from: start, first: first, separator: next ?? "/")
        } else if next == "/", after?.isUpper == true, !startsUnit(at: position + 1) {
            skipCode()
            append(.code, from: start, to: position)
        } else if next == "-", after?.isLetter == true {
            skipCode()
            append(.code, from: start, to: position)
        } else if next?.isLetter == true, !isUnit(at: position) {
            skipCode()
            append(.code, from: start, to: position)
        } else {
            appendNumber(first..<position, from: start, isNegative, hasSign)
        }
    }

    /// `134/NQ-CP` has a hyphen or another slash behind its letters; `1,2/HTX` has none.
    private func startsUnit(at index: Int) -> Bool {
        var end = index
        while let next = scalar(end), next.isLetter { end += 1 }
        return scalar(end) != "-" && scalar(end)?.isDigit != true
    }

    /// Letters right behind a number that are a unit or a noun: `10ha`, `232HTX`, but not `91C`, `3D`.
    private func isUnit(at index: Int) -> Bool {
        var end = index
        while let next = scalar(end), next.isLetter { end += 1 }
        if scalar(end)?.isDigit == true { return false }
        return end - index >= 2 || !text[index].isUpper
    }

    private mutating func appendNumber(
        _ range: Range<Int>,
        from start: Int,
        _ isNegative: Bool,
        _ hasSign: Bool
    ) {
        let digits = text[range]
        // Phones and codes keep their zeros; `06 lĩnh vực` is a count.
        let isCode = digits.first == "0" && range.count > 2 && digits.allSatisfy(\.isDigit)
        guard !isCode, var number = PrintedNumber(digits) else {
            append(.code, from: start, to: range.upperBound)
            return
        }
        if isNegative { number = number.negative }
        number.hasSign = hasSign
        append(.number(number), from: start, to: range.upperBound)
    }

    /// `31/12/2020`, `12/2020`, `225/232`, `23/2012/QH13`, `31-12-2020`, `4-5`.
    private mutating func scanParts(
        from start: Int,
        first: Int,
        separator: Unicode.Scalar
    ) {
        var parts = [first..<position]
        while scalar(position) == separator, scalar(position + 1)?.isDigit == true,
            parts.count < 6
        {
            position += 1
            let begin = position
            skipDigits()
            parts.append(begin..<position)
        }
        let next = scalar(position)
        if next == "/" || next == "-", scalar(position + 1)?.isLetter == true,
            separator == "/" || next == "/"
        {
            let isPer =
                separator == "-" && next == "/" && scalar(position + 1)?.isUpper != true
            if !isPer {
                skipCode()
                append(.code, from: start, to: position)
                return
            }
        }
        if parts.count == 3, let date = date(parts) {
            append(.date(date), from: start, to: position)
        } else if separator == "-", parts.count == 2 {
            // A range: two numbers with a mark between.
            appendNumber(parts[0], from: start, false, false)
            append(.mark, from: parts[0].upperBound, to: parts[0].upperBound + 1)
            appendNumber(parts[1], from: parts[1].lowerBound, false, false)
        } else if separator == "/", parts.count == 2 {
            appendPair(parts[0], parts[1], from: start)
        } else {
            append(.code, from: start, to: position)
        }
    }

    private mutating func appendPair(_ left: Range<Int>, _ right: Range<Int>, from start: Int) {
        guard let first = PrintedNumber(text[left]), let second = PrintedNumber(text[right]) else {
            append(.code, from: start, to: position)
            return
        }
        let (low, high) = (whole(left), whole(right))
        if let low, let high, (1...12).contains(low), (1900...2100).contains(high) {
            append(.date(PrintedDate(month: low, year: high)), from: start, to: position)
        } else if let low, let high, isDay(low, high, left, right) {
            append(.date(PrintedDate(day: low, month: high)), from: start, to: position)
        } else if first.value.isInteger, second.value.isInteger {
            append(.fraction(first, second), from: start, to: position)
        } else {
            append(.code, from: start, to: position)
        }
    }

    /// A day and month, written as dates are: `09/3`.
    private func isDay(_ day: Int, _ month: Int, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard (1...31).contains(day), (1...12).contains(month) else { return false }
        return text[left].first == "0" || text[right].first == "0"
    }

    private func whole(_ range: Range<Int>) -> Int? {
        guard range.count <= 4, text[range].allSatisfy(\.isDigit) else { return nil }
        return text[range].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }

    private func date(_ parts: [Range<Int>]) -> PrintedDate? {
        guard let day = whole(parts[0]), let month = whole(parts[1]), let year = whole(parts[2]),
            parts[0].count <= 2, parts[1].count <= 2, (1...39).contains(day),
            (1...19).contains(month),
            parts[2].count == 4 && (1800...2200).contains(year)
                || parts[2].count == 2 && day <= 31 && month <= 12
        else { return nil }
        return PrintedDate(
            day: day,
            month: month,
            year: parts[2].count == 4 ? year : 2000 + year
        )
    }

    /// `31.12.2020`.
    private func dottedDate(_ range: Range<Int>) -> PrintedDate? {
        guard (8...10).contains(range.count) else { return nil }
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where text[index] == "." {
            parts.append(start..<index)
            start = index + 1
        }
        parts.append(start..<range.upperBound)
        guard parts.count == 3, parts[2].count == 4 else { return nil }
        return date(parts)
    }

    private mutating func append(_ kind: Token.Kind, from start: Int, to end: Int) {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: text[start..<end])
        let text = String(word)
        tokens.append(
            Token(
                kind: kind,
                word: kind == .word || kind == .code ? text.lowercased() : text,
                range: start..<end,
                isCapital: self.text[start].isUpper
            )
        )
        position = end
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { (0x30...0x39).contains(value) }

    var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }

    var isLetter: Bool {
        if value < 0x80 { return (0x41...0x5A).contains(value & ~0x20) }
        return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
    }

    var isUpper: Bool {
        value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase
    }
}
