import DatasetModel
package import Diagnostics
package import PeriodModel
import Vocabulary

/// The amendments of a period by the submission that they speak of.
package struct Amendments: Sendable {
    private var byFile: [String: [Amendment]] = [:]

    /// There are none.
    package static let none = Amendments()

    fileprivate init() {}

    /// These alone.
    init(_ amendments: [Amendment]) {
        for amendment in amendments { append(amendment) }
    }

    /// Those of one submission, in the order of files and rows.
    func of(_ path: String) -> [Amendment] { byFile[path] ?? [] }

    fileprivate mutating func append(_ amendment: Amendment) {
        byFile[amendment.file, default: []].append(amendment)
    }
}

/// Reads what units answered and what the office corrected; `submissions` are the paths of the period's
/// files.
///
/// What cannot be understood is an error at its cell, and nothing of that row is applied.
package func readAmendments(
    answers: [SourceText],
    corrections: SourceText?,
    words: AnswerWords,
    submissions: [String],
    log: inout DiagnosticLog
) -> Amendments {
    let reader = AmendmentReader(words: words, submissions: submissions)
    var amendments = Amendments()
    for source in answers {
        for amendment in reader.answers(in: source, log: &log) { amendments.append(amendment) }
    }
    if let corrections {
        for amendment in reader.corrections(in: corrections, log: &log) {
            amendments.append(amendment)
        }
    }
    return amendments
}

/// Reads rows of answers and corrections into amendments.
private struct AmendmentReader {
    let words: AnswerWords
    private let submissions: [String]
    private let paths: [String: String]
    private let corrected: Set<String>
    private let confirmed: Set<String>

    init(words: AnswerWords, submissions: [String]) {
        self.words = words
        self.submissions = submissions
        paths = Dictionary(
            submissions.map { (Self.name(of: $0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        corrected = Set(words.corrected.map(\.foldedName))
        confirmed = Set(words.confirmed.map(\.foldedName))
    }

    /// The file's own name: people leave the folder out.
    private static func name(of path: String) -> String {
        (path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path).composed
    }

    func answers(in source: SourceText, log: inout DiagnosticLog) -> [Amendment] {
        let fault = AmendmentFault(.answer)
        guard
            let table = AmendmentTable(
                source,
                headings: words.headings,
                needed: [.file, .cell, .read, .answer, .newValue],
                kind: .answer,
                log: &log
            )
        else { return [] }
        return table.rows.compactMap { row in
            let answer = table.text(.answer, of: row)
            let new = table.text(.newValue, of: row)
            let explanation = table.text(.explanation, of: row)
            guard !answer.isEmpty else {
                // Not answered yet; words in the wrong column are told, never dropped.
                for field in [AnswerWords.Field.newValue, .explanation]
                where !table.text(field, of: row).isEmpty {
                    let place = table.place(.answer, of: row)
                    log.append(fault.noAnswer(table.text(field, of: row), words, at: place))
                    break
                }
                return nil
            }
            let folded = answer.foldedName
            guard corrected.contains(folded) || confirmed.contains(folded) else {
                let place = table.place(.answer, of: row)
                log.append(fault.unknownAnswer(answer, words, at: place))
                return nil
            }
            let isConfirmed = confirmed.contains(folded)
            let cell = table.text(.cell, of: row)
            guard
                let file = path(
                    table.text(.file, of: row),
                    fault,
                    at: table.place(.file, of: row),
                    &log
                ),
                let address = address(
                    cell,
                    mayBeEmpty: isConfirmed,
                    fault,
                    at: table.place(.cell, of: row),
                    &log
                )
            else { return nil }
            let old = table.text(.read, of: row)
            let decision: Amendment.Decision
            if isConfirmed {
                let code = table.text(.code, of: row)
                if !new.isEmpty, new != old {
                    log.append(
                        fault.confirmedAndCorrected(new, at: table.place(.newValue, of: row))
                    )
                    return nil
                }
                guard !code.isEmpty else {
                    log.append(fault.noCode(at: table.place(.code, of: row)))
                    return nil
                }
                decision = .confirmed(code: code)
            } else {
                guard !new.isEmpty else {
                    log.append(fault.noValue(at: table.place(.newValue, of: row)))
                    return nil
                }
                decision = .replaced(by: new)
            }
            if explanation.isEmpty {
                let place = table.place(.explanation, of: row)
                log.append(fault.noExplanation(isConfirmed ? .error : .warning, at: place))
                if isConfirmed { return nil }
            }
            let who = table.text(.answeredBy, of: row)
            if who.isEmpty { log.append(fault.unsigned(at: table.place(.answeredBy, of: row))) }
            let dateText = table.text(.date, of: row)
            let date = Self.date(dateText)
            if date == nil {
                let place = table.place(.date, of: row)
                log.append(fault.date(dateText, .warning, at: place))
            }
            return Amendment(
                source: .answer,
                file: file,
                cell: address,
                decision: decision,
                old: old,
                reason: explanation,
                who: who,
                date: date,
                place: table.place(isConfirmed ? .answer : .newValue, of: row)
            )
        }
    }

    func corrections(in source: SourceText, log: inout DiagnosticLog) -> [Amendment] {
        let fault = AmendmentFault(.correction)
        guard
            let table = AmendmentTable(
                source,
                headings: words.correctionHeadings,
                needed: AnswerWords.CorrectionField.allCases,
                kind: .correction,
                log: &log
            )
        else { return [] }
        return table.rows.compactMap { row in
            // An empty old text says that the cell was empty.
            for field in [AnswerWords.CorrectionField.new, .reason, .who]
            where table.text(field, of: row).isEmpty {
                let heading = words.correctionHeadings[field]?.first ?? field.rawValue
                log.append(fault.incomplete(heading, at: table.place(field, of: row)))
                return nil
            }
            let dateText = table.text(.date, of: row)
            guard let date = Self.date(dateText) else {
                log.append(fault.date(dateText, .error, at: table.place(.date, of: row)))
                return nil
            }
            guard
                let file = path(
                    table.text(.file, of: row),
                    fault,
                    at: table.place(.file, of: row),
                    &log
                ),
                let address = address(
                    table.text(.cell, of: row),
                    mayBeEmpty: false,
                    fault,
                    at: table.place(.cell, of: row),
                    &log
                )
            else { return nil }
            return Amendment(
                source: .correction,
                file: file,
                cell: address,
                decision: .replaced(by: table.text(.new, of: row)),
                old: table.text(.old, of: row),
                reason: table.text(.reason, of: row),
                who: table.text(.who, of: row),
                date: date,
                place: table.place(.new, of: row)
            )
        }
    }

    private func path(
        _ text: String,
        _ fault: AmendmentFault,
        at place: Place,
        _ log: inout DiagnosticLog
    ) -> String? {
        if let path = paths[Self.name(of: text)] { return path }
        // Looking for the nearest name costs time; a table full of unknown ones is another kind of file.
        let names = log.entries.count < 200 ? submissions.map(Self.name) : []
        log.append(fault.unknownFile(text, among: names, at: place))
        return nil
    }

    private func address(
        _ text: String,
        mayBeEmpty: Bool,
        _ fault: AmendmentFault,
        at place: Place,
        _ log: inout DiagnosticLog
    ) -> String? {
        if text.isEmpty, mayBeEmpty { return "" }
        if let address = CellAddress(text) { return address.text }
        log.append(fault.noAddress(text, at: place))
        return nil
    }

    /// `31/12/2020`, also with `-` or `.`, and `2020-12-31`.
    private static func date(_ text: String) -> CalendarDate? {
        if let date = CalendarDate(iso: text) { return date }
        let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
            parts[2].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
