import Diagnostics
import Vocabulary

extension Auditor {
    /// Days that no calendar has, and days of finished counts that were still to come.
    mutating func checkDates(_ index: Int) {
        let sentence = sentences[index]
        for position in sentence.tokens.indices {
            guard let (date, range) = Self.date(at: position, sentence.tokens, words) else {
                continue
            }
            guard date.exists else {
                add(
                    .date,
                    in: sentence,
                    range,
                    computed: "–",
                    why: Bilingual(
                        vi: "Không có ngày này trong lịch",
                        en: "No calendar has this day"
                    )
                )
                continue
            }
            guard let day = date.calendarDate, let written, day > written,
                date.day != nil, isClosed(sentence, before: range.lowerBound)
            else { continue }
            add(
                .futureDate,
                in: sentence,
                range,
                computed: "≤ \(written.vietnamese)",
                why: Bilingual(
                    vi: "Số liệu tính đến một ngày chưa tới khi văn bản được viết",
                    en: "Figures as of a day that had not come when the text was written"
                )
            )
        }
    }

    /// Whether a day is that of figures that are there, and not of a plan.
    private func isClosed(_ sentence: Sentence, before end: Int) -> Bool {
        let start = max(0, end - 6)
        return words[.closed].occurs(in: start..<end, of: sentence.tokens)
            && !words[.plans].occurs(in: sentence.tokens.indices, of: sentence.tokens)
    }

    /// `31/12/2020`, `ngày 31 tháng 12 năm 2020`.
    private static func date(
        at index: Int,
        _ tokens: [Token],
        _ words: AuditWords
    ) -> (PrintedDate, Range<Int>)? {
        if case .date(let date) = tokens[index].kind { return (date, index..<(index + 1)) }
        guard let day = tokens[index].small(upTo: 39), index + 5 <= tokens.count,
            words[.months].length(at: index + 1, in: tokens) == 1,
            let month = tokens[index + 2].small(upTo: 19),
            words[.years].length(at: index + 3, in: tokens) == 1, index + 4 < tokens.count,
            let year = tokens[index + 4].small(upTo: 2200), year >= 1800
        else { return nil }
        return (PrintedDate(day: day, month: month, year: year), index..<(index + 5))
    }

    /// The day of a text: a line that is a date and little else, or the place and date of a letter.
    static func dateOfText(_ sentences: [Sentence], _ words: AuditWords) -> CalendarDate? {
        var latest: CalendarDate?
        for sentence in sentences where sentence.tokens.count <= 24 {
            for index in sentence.tokens.indices {
                guard let (date, range) = date(at: index, sentence.tokens, words), date.day != nil,
                    let day = date.calendarDate, isDateLine(sentence, range, words)
                else { continue }
                latest = max(latest ?? day, day)
            }
        }
        return latest
    }

    private static func isDateLine(
        _ sentence: Sentence,
        _ date: Range<Int>,
        _ words: AuditWords
    ) -> Bool {
        let tokens = sentence.tokens
        let rest = tokens.indices.filter { !date.contains($0) }
        let isPlain = rest.allSatisfy { index in
            switch tokens[index].kind {
            case .mark: true
            case .number: true
            case .word: words[.dateLines].length(at: index, in: tokens) != nil
            default: tokens[index].kind == .code
            }
        }
        if isPlain { return true }
        // `An …, ngày 04 tháng 01 năm 2021`: a name, a comma, the day, and no more.
        guard date.upperBound >= tokens.count - 1, date.lowerBound >= 2 else { return false }
        let head = tokens[..<(date.lowerBound - 1)]
        return tokens[date.lowerBound - 2].isMark(",")
            && words[.dateLines].length(at: date.lowerBound - 1, in: tokens) != nil
            && head.dropLast().count <= 6
            && head.dropLast().allSatisfy {
                $0.kind == .word && $0.isCapital || $0.isMark(".") || $0.kind == .code
                    || $0.isMark("-")
            }
    }
}

extension Token {
    /// A small whole number.
    fileprivate func small(upTo limit: Int) -> Int? {
        guard number?.isPlain == true, let value = Int(word), value <= limit else { return nil }
        return value
    }
}
