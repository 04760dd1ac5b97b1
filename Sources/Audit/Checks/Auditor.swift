import Diagnostics
import StatisticsModel
package import Vocabulary

/// A text with its sentences, and what was doubted so far.
struct Auditor {
    let words: AuditWords
    let reference: PeriodFigures?
    var sentences: [Sentence]
    let tables: [TextTable]
    /// The day on which the text was written, as far as it tells.
    var written: CalendarDate?
    var doubts: [Doubt] = []
    /// Whether the text says that its figures are added from reports.
    var isBacked: Bool
    /// Totals that are the period's own.
    var matched: [(sentence: Int, quantity: Quantity, key: FigureKey)] = []
    /// Whether the text counts other organisations than the period.
    var hasOtherBase = false

    init(
        _ text: AuditedText,
        words: AuditWords,
        reference: PeriodFigures?,
        today: CalendarDate?
    ) {
        self.words = words
        self.reference = reference
        var sentences: [Sentence] = []
        var tables: [TextTable] = []
        for (index, passage) in text.passages.enumerated() {
            switch passage {
            case .block(let block): sentences += block.sentences(block: index, words: words)
            case .table(let table): tables.append(table)
            }
        }
        self.sentences = sentences
        self.tables = tables
        isBacked = sentences.contains {
            words[.backed].occurs(in: $0.tokens.indices, of: $0.tokens)
        }
        written = Self.dateOfText(sentences, words) ?? today
    }

    /// Sentences from `before` ones before to `after` ones behind.
    func neighbours(of index: Int, before: Int, after: Int) -> ArraySlice<Sentence> {
        sentences[max(0, index - before)..<min(sentences.count, index + after + 1)]
    }

    /// Whether any figure near may explain what does not fit.
    func isExplained(
        near index: Int,
        before: Int = 3,
        after: Int = 1,
        by test: (Quantity) -> Bool
    ) -> Bool {
        neighbours(of: index, before: before, after: after).contains {
            $0.quantities.contains(where: test)
        }
    }

    mutating func add(
        _ kind: Doubt.Kind,
        _ severity: Doubt.Severity = .doubt,
        in sentence: Sentence,
        _ range: Range<Int>,
        printed: String? = nil,
        computed: String,
        key: String? = nil,
        why: Bilingual
    ) {
        let place = sentence.place(of: range.lowerBound)
        let doubt = Doubt(
            kind: kind,
            severity: severity,
            sentence: sentence.text,
            printed: printed ?? sentence.printed(range),
            computed: computed,
            why: why,
            line: place.line,
            page: place.page,
            key: key
        )
        // One fault is told once, whatever tests it fails.
        let isTold = doubts.contains {
            $0.line == doubt.line && $0.page == doubt.page && $0.printed == doubt.printed
                && $0.severity == doubt.severity
                && ($0.kind == doubt.kind || $0.computed == doubt.computed)
        }
        if !isTold { doubts.append(doubt) }
    }
}

/// Tests the figures of a text against each other, and against a period where one is given.
package func audit(
    _ text: AuditedText,
    words: AuditWords,
    against reference: PeriodFigures? = nil,
    today: CalendarDate? = nil
) -> [Doubt] {
    var auditor = Auditor(text, words: words, reference: reference, today: today)
    for index in auditor.sentences.indices {
        auditor.checkPercentSigns(index)
        auditor.checkLists(index)
        auditor.checkShares(index)
        auditor.checkChanges(index)
        auditor.checkPlans(index)
        auditor.checkMeans(index)
        auditor.checkScales(index)
        auditor.checkDerivedTotals(index)
        auditor.checkRanges(index)
        auditor.checkDates(index)
        auditor.checkPeriod(index)
    }
    auditor.checkStale()
    for table in auditor.tables { auditor.checkTable(table) }
    return auditor.doubts.sorted {
        ($0.page ?? 0, $0.line) < ($1.page ?? 0, $1.line)
    }
}

extension ExactDecimal {
    /// In the Vietnamese form.
    var vietnamese: String { NumberStyle(.upTo(18)).text(self) }

    /// In the Vietnamese form with so many decimals.
    func vietnamese(_ places: Int) -> String { NumberStyle(.fixed(places)).text(self) }
}
