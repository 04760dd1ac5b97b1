import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// What the words around a figure say that it is.
private struct Subject {
    var columns: Set<String> = []
    var sectors: Set<String> = []
    var units: Set<String> = []
    var classes: Set<String> = []
    var isProvince = false
    var isAverage = false
    var isMedian = false
    var isTotal = false
    /// A word that nobody knows: the figure may be anything.
    var isUnknown = false
}

extension Auditor {
    /// Figures that the period knows by the words around them.
    mutating func checkPeriod(_ index: Int) {
        guard let reference else { return }
        let sentence = sentences[index]
        for quantity in sentence.quantities {
            guard quantity.role == .level, !quantity.isApproximate, !quantity.isRange,
                quantity.whole == nil, quantity.depth == 0, let span = quantity.span,
                !words[.plans].occurs(in: sentence.tokens.indices, of: sentence.tokens),
                let subject = subject(of: quantity, in: index, reference),
                let keys = keys(subject, quantity, reference)
            else { continue }
            let known = keys.compactMap { key -> (FigureKey, FigureValue)? in
                reference.figure(key, year: quantity.year).flatMap(reference.base).map { (key, $0) }
            }
            guard let (key, value) = known.first else { continue }
            if known.contains(where: { $0.1.isPrinted(as: span) }) {
                if key.measure == .sum, quantity.number.value.digits > 2, key.unit == FigureKey.all,
                    key.sector == FigureKey.all
                {
                    matched.append((index, quantity, key))
                }
                continue
            }
            // Told already: an average that is the total.
            let isTold = doubts.contains {
                $0.kind == .derivedTotal && $0.printed == sentence.printed(quantity.tokens)
                    && $0.sentence == sentence.text
            }
            if isTold { continue }
            guard let inUnit = value.converted(from: ExactDecimal(1), to: quantity.factor),
                let computed = inUnit.rounded(to: max(quantity.number.places, 2))
            else { continue }
            let unit = sentence.printed((quantity.position + 1)..<quantity.tokens.upperBound)
            if key == FigureKey(FigureKey.organisations, .count),
                quantity.year == nil
                    || quantity.year == reference.settings.period.year
            {
                hasOtherBase = true
            }
            add(
                .period,
                in: sentence,
                quantity.tokens,
                computed: "\(computed.vietnamese) \(unit)",
                key: key.description,
                why: Bilingual(
                    vi: "Khác với số liệu của kỳ (\(key.description))",
                    en: "It differs from the period's figure (\(key.description))"
                )
            )
        }
    }

    /// Figures that equal the period's to the last digit although the number of organisations does not.
    mutating func checkStale() {
        guard hasOtherBase else { return }
        for (index, quantity, key) in matched {
            add(
                .stale,
                in: sentences[index],
                quantity.tokens,
                computed: "=",
                key: key.description,
                why: Bilingual(
                    vi: "Số đứng yên: bằng đúng số của kỳ trong khi số lượng đã khác",
                    en: "It stood still: equal to the period's figure while the count is another"
                )
            )
        }
    }

    private func keys(
        _ subject: Subject,
        _ quantity: Quantity,
        _ reference: PeriodFigures
    ) -> [FigureKey]? {
        guard subject.sectors.count < 2, subject.units.count < 2, subject.classes.count < 2,
            subject.columns.count < 2
        else { return nil }
        let unit = subject.units.first ?? FigureKey.all
        let sector = subject.sectors.first ?? FigureKey.all
        func key(_ indicator: String, _ measure: FigureMeasure) -> FigureKey {
            FigureKey(indicator, measure, unit: unit, sector: sector)
        }
        if let column = subject.columns.first {
            guard subject.classes.isEmpty, reference.measures(column, quantity, words),
                !quantity.isPerPeriod || !quantity.per.isEmpty
            else { return nil }
            if subject.isMedian { return [key(column, .median)] }
            if subject.isAverage || !quantity.per.isEmpty {
                return subject.isTotal
                    ? [key(column, .mean), key(column, .sum)] : [key(column, .mean)]
            }
            return [key(column, .sum)]
        }
        guard !subject.isAverage, !subject.isMedian, quantity.per.isEmpty,
            case .counted(let noun) = quantity.dimension, isOrganisation(noun, reference)
        else { return nil }
        return [key(subject.classes.first ?? FigureKey.organisations, .count)]
    }

    private func isOrganisation(_ noun: String, _ reference: PeriodFigures) -> Bool {
        let tokens = TokenScanner.tokens(
            of: Array(reference.settings.wording.organisation.unicodeScalars)
        )
        return words.noun(at: 0, in: tokens)?.name == noun || tokens.first?.word == noun
    }

    /// What the clause of a figure says, where every word of it is known.
    private func subject(
        of quantity: Quantity,
        in index: Int,
        _ reference: PeriodFigures
    ) -> Subject? {
        let sentence = sentences[index]
        let tokens = sentence.tokens
        var start = quantity.clause.lowerBound
        // `Quỹ tín dụng: 24 quỹ`: the label stands before the colon.
        if start == quantity.position, start > 1, tokens[start - 1].isMark(":") {
            start -= 1
            while start > 0, tokens[start - 1].kind != .mark, start > quantity.position - 12 {
                start -= 1
            }
        }
        var end = quantity.tokens.upperBound
        while end < tokens.count, tokens[end].kind == .word, end < quantity.tokens.upperBound + 8,
            words[.rises].length(at: end, in: tokens) == nil,
            words[.falls].length(at: end, in: tokens) == nil,
            words[.compared].length(at: end, in: tokens) == nil,
            words[.shares].length(at: end, in: tokens) == nil
        {
            end += 1
        }
        var subject = Subject()
        read(start..<quantity.position, of: sentence, reference, into: &subject)
        read(quantity.tokens.upperBound..<end, of: sentence, reference, into: &subject)
        // The figure's own noun may be a sector's: `24 QTD`.
        guard !subject.isUnknown else { return nil }
        if !subject.isProvince, subject.units.isEmpty, isAboutUnit(index, before: start, reference)
        {
            return nil
        }
        guard isPlain(start, sentence, reference) else { return nil }
        return subject
    }

    private func read(
        _ range: Range<Int>,
        of sentence: Sentence,
        _ reference: PeriodFigures,
        into subject: inout Subject
    ) {
        let tokens = sentence.tokens
        var index = range.lowerBound
        while index < range.upperBound {
            var length = 1
            if let (name, count) = reference.name(at: index, in: tokens),
                index + count <= range.upperBound
            {
                length = count
                switch name {
                case .column(let key): subject.columns.insert(key)
                case .sector(let code): subject.sectors.insert(code)
                case .unit(let code): subject.units.insert(code)
                case .classOf(let key): subject.classes.insert(key)
                case .province: subject.isProvince = true
                case .organisation: break
                }
                if words[.totals].length(at: index, in: tokens) != nil { subject.isTotal = true }
            } else if let count = words[.medians].length(at: index, in: tokens) {
                (length, subject.isMedian) = (count, true)
            } else if let count = words[.averages].length(at: index, in: tokens) {
                (length, subject.isAverage) = (count, true)
            } else if let count = words[.totals].length(at: index, in: tokens) {
                (length, subject.isTotal) = (count, true)
            } else if let count = words[.each].length(at: index, in: tokens) {
                length = count
            } else if tokens[index].kind == .word, !isNeutral(index, sentence) {
                subject.isUnknown = true
            } else if tokens[index].kind == .mark, !"\":".contains(tokens[index].word) {
                subject.isUnknown = true
            }
            index += length
        }
    }

    /// Whether a unit was named before, of which the figure may be.
    private func isAboutUnit(_ index: Int, before end: Int, _ reference: PeriodFigures) -> Bool {
        for sentence in neighbours(of: index, before: 5, after: 0) {
            let isOwn =
                sentence.text == sentences[index].text && sentence.block == sentences[index].block
            let last = isOwn ? end : sentence.tokens.count
            for start in 0..<min(last, sentence.tokens.count) {
                switch reference.name(at: start, in: sentence.tokens)?.name {
                case .unit: return true
                case .sector, .classOf: if isOwn { return true }
                default: continue
                }
            }
        }
        return false
    }

    /// Whether no unknown proper name stands before the clause.
    private func isPlain(_ start: Int, _ sentence: Sentence, _ reference: PeriodFigures) -> Bool {
        var index = 1
        while index < start {
            let token = sentence.tokens[index]
            if let (_, length) = reference.name(at: index, in: sentence.tokens) {
                index += length
                continue
            }
            if let noun = words.noun(at: index, in: sentence.tokens) {
                index += noun.length
                continue
            }
            let isAfterMark = [".", ":", ";", "-"].contains(sentence.tokens[index - 1].word)
            if token.kind == .word, token.isCapital, token.range.count > 1, !isAfterMark,
                index >= start - 14
            {
                return false
            }
            index += 1
        }
        return true
    }
}
