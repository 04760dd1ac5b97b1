/// A document with its parts found: what the rules look at.
struct Survey: Sendable {
    var document: PrintedDocument
    /// `nil` without running text.
    var column: TextColumn?
    /// The distance of baselines inside paragraphs; `nil` when no paragraph has two lines.
    var pitch: Double?
    var head: Letterhead
    var addressee: Addressee?
    var closing: Closing?
    var annexes: [Annex]
    /// The running text up to the signer, without tables, charts, lists of contents and footnotes.
    var paragraphs: [Paragraph] = []
    /// Lines that are nothing but a page number, by page.
    var pageNumbers: [Int: PrintedLine] = [:]
    /// Pages before the first annex.
    var mainPages: [PrintedPage]

    init(of document: PrintedDocument) {
        var document = document
        document.removeRunningMarks()
        document.removeSignatureMarks()
        self.document = document
        var figures: [Int: [Box]] = [:]
        var tables: [Int: [Box]] = [:]
        for page in document.pages {
            tables[page.number] = page.tableZones()
            figures[page.number] = page.tableZones() + page.drawingZones()
            pageNumbers[page.number] = Self.pageNumber(on: page)
        }
        column = TextColumn(in: document, outside: tables)
        annexes = Annex.all(in: document.pages, pageNumbers: pageNumbers)
        let end = annexes.first.map(\.page) ?? Int.max
        mainPages = document.pages.filter { $0.number < end }
        let first = document.pages.first ?? PrintedPage(number: 1, width: 595, height: 842)
        head = Letterhead(on: first, column: column)
        closing = Closing(in: mainPages, column: column, pageNumbers: pageNumbers)
        readAddressee(first)
        guard let column else { return }
        let flow = textFlow(column, figures: figures)
        pitch = Self.commonPitch(flow, column: column)
        var gathering = ParagraphGathering(column: column, pitch: pitch ?? 18)
        for line in flow {
            if let line { gathering.add(line) } else { gathering.interrupt() }
        }
        paragraphs = gathering.paragraphs
    }

    /// The size of most letters of the running text.
    var bodySize: Double? {
        let words = prose.flatMap { $0.lines.flatMap(\.line.words) }
        return words.isEmpty ? nil : PrintedLine(words: words).size
    }

    /// Paragraphs that are text: not headings in the middle, not captions, notes or sources.
    var prose: [Paragraph] { paragraphs.filter { !$0.isCentred && !$0.isBesideFigure } }

    /// Whether the file's words can be read: a few foreign letters do no harm, a lost table of codes does.
    var isReadable: Bool {
        let letters = document.pages.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.letterCount } }
        let strange = document.pages.reduce(0) { $0 + $1.strangeLetters }
        return letters > 0 && strange * 50 < letters
    }

    // MARK: Finding the parts

    /// The first or last line of a page, when it is a number and stands outside the text.
    private static func pageNumber(on page: PrintedPage) -> PrintedLine? {
        for line in Array(page.lines.prefix(3)) + page.lines.suffix(3)
        where line.baseline < points(25) || line.baseline > page.height - points(25) {
            if numberWords(line) { return line }
        }
        return nil
    }

    /// `2`, `- 2 -`, `Trang 2/5`, `iv`.
    private static func numberWords(_ line: PrintedLine) -> Bool {
        guard line.words.count <= 5 else { return false }
        let letters = line.letters
        let digits = line.text.filter(\.isNumber)
        let isRoman = !letters.isEmpty && letters.allSatisfy { "ivx".contains($0) }
        if digits.isEmpty { return isRoman && line.words.count <= 3 }
        return digits.count <= 8 && (letters.isEmpty || ["trang", "tr", "page"].contains(letters))
            && !line.text.contains(where: { "%,.:".contains($0) })
    }

    private mutating func readAddressee(_ page: PrintedPage) {
        let lines = page.lines.filter { $0.baseline > head.bottom - 1 }
        guard let start = lines.firstIndex(where: { $0.letters.hasPrefix("kínhgửi") }) else {
            return
        }
        addressee = Addressee(lines[start])
        var last = lines[start]
        for line in lines.dropFirst(start + 1) {
            guard line.baseline - last.baseline < 3 * line.size, addressee?.take(line) == true
            else { break }
            last = line
        }
        head.bottom = max(head.bottom, last.baseline)
    }

    /// The lines of the running text in order; `nil` where something else stands between.
    private func textFlow(_ column: TextColumn, figures: [Int: [Box]]) -> [TextLine?] {
        var flow: [TextLine?] = []
        for page in mainPages where !page.isLandscape {
            if let closing, page.number > closing.page { break }
            let zones = figures[page.number] ?? []
            let note = page.footnoteTop(column: column)
            var beside = false
            for line in page.lines {
                if page.number == 1, line.baseline <= head.bottom + 1 { continue }
                if let closing, page.number == closing.page, line.baseline >= closing.top - 2 {
                    break
                }
                if let note, line.baseline > note { break }
                if pageNumbers[page.number].map({ $0.baseline == line.baseline }) == true {
                    continue
                }
                let isInside = zones.contains { $0.spans(line.baseline, slack: 1) }
                guard !isInside, !line.hasLeaders, line.segments(gap: 3).count == 1,
                    line.left > column.left - 20, line.right < column.right + 40
                else {
                    flow.append(nil)
                    beside = isInside
                    continue
                }
                let near = zones.contains { $0.spans(line.baseline, slack: 2.4 * line.size) }
                let isNote = line.beginsAsNote
                if !near, !isNote, !(beside && line.size < 12.6) { beside = false }
                if near || isNote { beside = true }
                // Next to a figure, text of the body's own size and place is still text.
                let isSmall = line.size < 12.6
                flow.append(
                    TextLine(
                        line: line,
                        page: page.number,
                        isBesideFigure: isNote || (beside && isSmall)
                    )
                )
            }
        }
        return flow
    }

    /// The most usual distance of a line that fills the column from the next one.
    private static func commonPitch(_ flow: [TextLine?], column: TextColumn) -> Double? {
        var counts: [(pitch: Double, count: Int)] = []
        for (above, below) in zip(flow, flow.dropFirst()) {
            guard let above, let below, above.page == below.page,
                above.line.right > column.right - 30, abs(below.line.left - column.left) < 4,
                abs(above.line.size - below.line.size) < 0.3
            else { continue }
            let pitch = below.line.baseline - above.line.baseline
            guard pitch < 4 * below.line.size else { continue }
            if let same = counts.firstIndex(where: { abs($0.pitch - pitch) < 0.3 }) {
                counts[same].count += 1
            } else {
                counts.append((pitch, 1))
            }
        }
        return counts.max { $0.count < $1.count }?.pitch
    }
}

extension PrintedDocument {
    /// Takes away what a digital signature shows above the national heading.
    fileprivate mutating func removeSignatureMarks() {
        guard let page = pages.first,
            let country = page.lines.first(where: {
                $0.part(lettered: Letterhead.countryNames) != nil
            })
        else { return }
        pages[0].lines.removeAll { line in
            line.baseline < country.baseline - 4 && (line.size < 10.6 || line.left > page.width / 2)
                && !line.words.allSatisfy { $0.text.allSatisfy(\.isNumber) }
        }
    }

    /// Takes away words that stand at one place in the margin of most pages, such as the mark of a draft.
    fileprivate mutating func removeRunningMarks() {
        guard pages.count > 1 else { return }
        for index in pages.indices {
            let page = pages[index]
            pages[index].lines = page.lines.flatMap { line in
                page.isInMargin(line) ? line.segments(gap: 3) : [line]
            }
        }
        var counts: [String: Int] = [:]
        for page in pages {
            for key in Set(page.lines.compactMap(page.runningKey)) { counts[key, default: 0] += 1 }
        }
        let marks = counts.filter { $0.value * 2 > pages.count && $0.value > 1 }
        guard !marks.isEmpty else { return }
        for index in pages.indices {
            let page = pages[index]
            pages[index].lines.removeAll { line in
                page.runningKey(line).map { marks[$0] != nil } == true
            }
        }
    }
}

extension PrintedPage {
    /// Whether a line stands where no text may stand.
    fileprivate func isInMargin(_ line: PrintedLine) -> Bool {
        line.baseline < points(19) || line.baseline > height - points(19)
    }

    /// Words and place of a line in the upper or lower margin; `nil` for text and for numbers.
    fileprivate func runningKey(_ line: PrintedLine) -> String? {
        guard isInMargin(line), !line.text.contains(where: \.isNumber), line.letterCount > 2
        else { return nil }
        return "\(line.letters) \(Int(line.baseline / 4))"
    }

    /// The height of the short rule at the left above footnotes.
    func footnoteTop(column: TextColumn) -> Double? {
        rules.first { rule in
            rule.isHorizontal && rule.y > 0.5 * height && rule.length > 30
                && rule.length < 0.45 * column.width && abs(rule.box.left - column.left) < 4
                && lines.contains { $0.baseline > rule.y && $0.baseline < rule.y + 24 }
                && lines.allSatisfy { $0.baseline < rule.y || $0.size < 12.6 }
                && !rules.contains { !$0.isHorizontal && $0.box.spans(rule.y, slack: 2) }
        }?.y
    }
}
