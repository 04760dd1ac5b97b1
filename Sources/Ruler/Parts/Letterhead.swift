/// What stands above the text on the first page, as far as it was found.
struct Letterhead: Sendable {
    var country: PrintedLine?
    var motto: PrintedLine?
    /// The lines of the left column above the number: the parent body and the issuing body.
    var bodies: [PrintedLine] = []
    var number: PrintedLine?
    var date: PrintedLine?
    /// What an official letter is about, under its number: `V/v …`.
    var subject: [PrintedLine] = []
    var kind: PrintedLine?
    var abstract: [PrintedLine] = []
    /// Below this the text begins.
    var bottom = 0.0

    init(on page: PrintedPage, column: TextColumn?) {
        let half = page.lines.filter { $0.baseline < 0.55 * page.height }
        country =
            half.lazy.compactMap { $0.part(lettered: Self.countryNames) }.first
            ?? Self.wrapped(half, width: page.width)
        motto = half.lazy.compactMap { $0.part(lettered: [Self.mottoName]) }.first
        let split =
            (country ?? motto).map { min($0.left - 2, 0.5 * page.width) } ?? 0.47 * page.width
        readNumberAndDate(half)
        readSubject(half, split: split)
        kind = findKind(half, middle: column?.middle ?? page.width / 2)
        let end = [number, date, kind].compactMap { $0?.baseline }.min() ?? 0.2 * page.height
        for line in half where line.baseline < end - 4 {
            let words = line.words.filter { $0.right <= split + 1 }
            if let heading = country ?? motto, line.baseline < heading.baseline - 30 { continue }
            if !words.isEmpty, !words.allSatisfy({ $0.text.allSatisfy(\.isNumber) }) {
                bodies.append(PrintedLine(words: words))
            }
        }
        bottom =
            [country, motto, number, date, kind, subject.last].compactMap { $0?.baseline }.max()
            ?? 0
        readAbstract(half, on: page, column: column)
    }

    /// The national heading where a narrow column broke it over two lines.
    private static func wrapped(_ lines: [PrintedLine], width: Double) -> PrintedLine? {
        let right = lines.map { line in
            PrintedLine(words: line.words.filter { $0.left > 0.4 * width })
        }.filter { !$0.words.isEmpty }
        return zip(right, right.dropFirst()).lazy.compactMap { above, below in
            PrintedLine(words: above.words + below.words).part(lettered: countryNames)
        }.first
    }

    static let countryNames = [
        "cộnghòaxãhộichủnghĩaviệtnam", "cộnghoàxãhộichủnghĩaviệtnam",
    ]
    static let mottoName = "độclậptựdohạnhphúc"

    /// The number ends with its symbol; what follows on the line is the date.
    private mutating func readNumberAndDate(_ lines: [PrintedLine]) {
        for line in lines {
            var words = line.words[...]
            if number == nil, let first = words.first, lettersOnly(first.text).hasPrefix("số"),
                line.text.contains("/") || line.text.contains(":")
            {
                let end = Self.endOfNumber(words)
                number = PrintedLine(words: Array(words[..<end]))
                words = words[end...]
            }
            let rest = PrintedLine(words: Array(words))
            if date == nil, rest.letters.contains("ngày"), rest.letters.contains("tháng"),
                rest.letters.contains("năm"), rest.left > 200, rest.words.count <= 16,
                abs((number ?? rest).baseline - rest.baseline) < 40,
                rest.letters.hasPrefix("ngày") || rest.text.contains(",")
            {
                date = rest
            }
        }
    }

    /// The lines under the number, in its column, that begin with `V/v`.
    private mutating func readSubject(_ lines: [PrintedLine], split: Double) {
        guard let number else { return }
        var last = number
        for line in lines where line.baseline > number.baseline + 2 {
            let part = PrintedLine(words: line.words.filter { $0.right <= split + 12 })
            guard !part.words.isEmpty, part.baseline - last.baseline < 2.4 * part.size,
                abs(part.middle - number.middle) < 40,
                !subject.isEmpty || part.text.lowercased().hasPrefix("v/v"),
                !part.letters.hasPrefix("kínhgửi")
            else { break }
            subject.append(part)
            last = part
        }
    }

    private static func endOfNumber(_ words: ArraySlice<PrintedWord>) -> Int {
        var seenSymbol = false
        for index in words.indices {
            let text = words[index].text
            if let slash = text.firstIndex(of: "/") {
                seenSymbol = true
                if text[slash...].contains(where: \.isLetter) {
                    // A symbol with blanks in it goes on.
                    var end = index + 1
                    while end < words.endIndex, ["-", "–"].contains(words[end].text.prefix(1)),
                        words[end].left - words[end - 1].right < 12
                    {
                        end += words[end].text.count == 1 ? 2 : 1
                    }
                    return min(end, words.endIndex)
                }
            } else if seenSymbol, text.contains(where: \.isLetter) {
                return index + 1
            }
        }
        // Without a symbol: up to the widest gap.
        let gaps = words.indices.dropFirst().map { ($0, words[$0].left - words[$0 - 1].right) }
        guard let widest = gaps.max(by: { $0.1 < $1.1 }), widest.1 > 20 else {
            return words.endIndex
        }
        return widest.0
    }

    /// A line in the middle that names a kind; else the first one in capitals below the number.
    private func findKind(_ lines: [PrintedLine], middle: Double) -> PrintedLine? {
        let centred = lines.filter { abs($0.middle - middle) < 40 }
        let named = centred.first { DocumentKinds.names.contains($0.letters) }
        guard named == nil, subject.isEmpty, let above = (number ?? date)?.baseline else {
            return named
        }
        return centred.first {
            $0.baseline > above + 4 && $0.baseline < above + 90 && $0.isCapitals
                && $0.letterCount > 3
        }
    }

    /// The centred lines under the kind, up to a rule, a wide gap or the first line of the text.
    private mutating func readAbstract(
        _ lines: [PrintedLine],
        on page: PrintedPage,
        column: TextColumn?
    ) {
        guard let kind else { return }
        var last = kind
        let middle = column?.middle ?? page.width / 2
        for line in lines where line.baseline > kind.baseline + 2 {
            let isRuled = page.rules.contains {
                $0.isHorizontal && $0.y > last.baseline && $0.y < line.baseline - 0.5 * line.size
                    && $0.length < 0.5 * page.width && last.baseline != kind.baseline
            }
            guard line.baseline - last.baseline < 2.6 * line.size, !isRuled,
                abs(line.middle - middle) < 40, !line.letters.hasPrefix("kínhgửi"),
                !line.letters.hasPrefix("căncứ")
            else { break }
            abstract.append(line)
            last = line
        }
        // Paragraphs of text are no abstract: they reach both edges and their first line is indented.
        if let column, abstract.contains(where: { $0.left < column.left + 4 && $0.isBold == false })
        {
            abstract = abstract.filter { column.centres($0) && $0.left > column.left + 15 }
        }
        bottom = max(bottom, abstract.last?.baseline ?? 0)
    }
}

/// The kinds of administrative documents (Nghị định 30/2020/NĐ-CP, Điều 7, Phụ lục III).
enum DocumentKinds {
    static let names: Set<String> = [
        "nghịquyết", "quyếtđịnh", "chỉthị", "quychế", "quyđịnh", "thôngcáo", "thôngbáo", "hướngdẫn",
        "chươngtrình", "kếhoạch", "phươngán", "đềán", "dựán", "báocáo", "biênbản", "tờtrình",
        "hợpđồng", "côngđiện", "bảnghinhớ", "bảnthỏathuận", "bảnthoảthuận", "giấyủyquyền",
        "giấyuỷquyền", "giấymời", "giấygiớithiệu", "giấynghỉphép", "phiếugửi", "phiếuchuyển",
        "phiếubáo",
    ]
}
