import DatasetModel
import Diagnostics
import PeriodModel

/// Finds how a text separates its cells, by competition between candidates over its first lines.
///
/// A candidate wins by rows of one length whose cells are values, words or texts, and by headings of the
/// schema where `isHeading` knows them. What is pinned does not compete.
func sniffDialect(
    _ text: ReceivedText,
    pins: ReadingPins,
    isHeading: ((String) -> Bool)? = nil
) -> (Dialect, [Reading.Setting]) {
    let competition = DialectCompetition(text.bytes, pins: pins, isHeading: isHeading)
    return (competition.winner.dialect, competition.settings())
}

/// The candidates, the winner and the best of those that lost.
struct DialectCompetition {
    /// A dialect with its score.
    struct Entry {
        var dialect: Dialect
        var score: DialectScore
    }

    /// Bytes that are looked at; cut at the end of a line.
    static let sampleSize = 65_536

    private struct Delimiter {
        var bytes: [UInt8]
        var belief = 1.0
        var takesBlanks = false
        var isOneColumn = false

        /// One that is certain: the text has several columns or, without it, one.
        static func given(_ bytes: [UInt8]) -> [Delimiter] {
            [Delimiter(bytes: bytes), Delimiter(bytes: bytes, isOneColumn: true)]
        }
    }

    private(set) var winner: Entry
    /// The best entry with another delimiter.
    private(set) var runnerUp: Entry?
    let pins: ReadingPins
    /// The file says its delimiter itself.
    private(set) var isDeclared = false

    init(_ bytes: [UInt8], pins: ReadingPins, isHeading: ((String) -> Bool)?) {
        self.pins = pins
        let sample = Self.sample(of: bytes)
        let candidates = DialectCandidates(sample)
        let declared = DeclaredDelimiter(sample)
        let remark = candidates.remark
        let comment =
            pins.comment.map { $0.value.map { Array($0.utf8) } }
            ?? declared?.mark ?? commentMark(of: sample)
        var delimiters = candidates.delimiters().map {
            Delimiter(bytes: $0.bytes, belief: $0.belief)
        }
        delimiters += candidates.alignments().map {
            Delimiter(bytes: $0, belief: 0.95, takesBlanks: true)
        }
        // A table of one column competes as one whose delimiter does not occur.
        delimiters.append(Delimiter(bytes: candidates.absentDelimiter, isOneColumn: true))
        if let pinned = pins.delimiter, !pinned.isEmpty {
            delimiters = Delimiter.given(Array(pinned.utf8))
        } else if let declared {
            delimiters = Delimiter.given([declared.delimiter])
            isDeclared = true
        }
        var entries: [Entry] = []
        for candidate in delimiters {
            let delimiter = candidate.bytes
            let quotes = pins.quote.map { [$0.value] } ?? candidates.quotes(delimiter)
            for quote in quotes {
                let escapes = pins.escape.map { [$0.value] } ?? candidates.escapes(quote)
                for escape in escapes {
                    var dialect = Dialect(
                        delimiter: delimiter,
                        quote: quote,
                        escape: escape,
                        comment: comment
                    )
                    dialect.takesBlanks = candidate.takesBlanks
                    dialect.onlyLineEnd = pins.lineEnd.flatMap(Dialect.LineEnd.init)
                    let score = DialectScore(
                        sample,
                        dialect: dialect,
                        belief: candidate.belief,
                        isOneColumn: candidate.isOneColumn,
                        remark: remark,
                        isHeading: isHeading
                    )
                    entries.append(Entry(dialect: dialect, score: score))
                }
            }
        }
        winner = Self.best(of: entries)
        for entry in entries where entry.dialect.delimiter != winner.dialect.delimiter {
            if entry.score.value > runnerUp?.score.value ?? -1 { runnerUp = entry }
        }
        if bytes.count > sample.count { lookBehindSample(bytes) }
        winner.dialect.width = winner.score.width
        winner.dialect.lineEnd =
            winner.dialect.onlyLineEnd ?? lineEnd(of: sample, dialect: winner.dialect)
    }

    private static func best(of entries: [Entry]) -> Entry {
        // Where a usual delimiter cuts all lines alike, colons and blanks are likely to stand inside cells.
        let isCutAlike = entries.contains { entry in
            DialectScore.isUsual(entry.dialect.delimiter) && entry.score.cutsAllAlike
        }
        func standing(_ entry: Entry) -> Double {
            let first = entry.dialect.delimiter[0]
            let isWeak = first == UInt8(ascii: ":") || first == Byte.blank
            return entry.score.value * (isCutAlike && isWeak ? 0.6 : 1)
        }
        var best = entries[0]
        for entry in entries.dropFirst() where standing(entry) > standing(best) { best = entry }
        for entry in entries {
            let (own, other) = (best.dialect.delimiter, entry.dialect.delimiter)
            // `, ` cuts fewer lines than `,` where not all have the blank.
            let isPart =
                own.count == 2 && own.last != own.first && other == [own[0]]
                && entry.score.width == best.score.width
                && entry.score.regular > best.score.regular
            // Names that one delimiter cuts as it cuts all lines below are no title above a table of another.
            let isFitter =
                best.score.width > 1 && best.score.firstWidth == 1 && own != other
                && DialectScore.isUsual(other) && entry.score.cutsAllAlike
                && entry.score.rows > 2 && entry.score.isFirstTight
            if isPart || isFitter { best = entry }
        }
        return best
    }

    /// Quotes, escapes and lines like remarks that stand only behind the sample.
    private mutating func lookBehindSample(_ bytes: [UInt8]) {
        let candidates = DialectCandidates(bytes)
        if pins.comment == nil, !isDeclared, let comment = winner.dialect.comment?.first,
            hasRow(beginningWith: comment, in: bytes)
        {
            winner.dialect.comment = nil
        }
        if pins.quote == nil, winner.score.quotedCells == 0 {
            guard let quote = candidates.quotes(winner.dialect.delimiter).first,
                quote == Byte.quote
            else { return }
            winner.dialect.quote = quote
            winner.dialect.escape = pins.escape.map(\.value) ?? quote
        }
        if pins.escape == nil, winner.score.escapedQuotes == 0,
            candidates.escapes(winner.dialect.quote).count > 1, !candidates.hasDoubledQuote
        {
            winner.dialect.escape = UInt8(ascii: "\\")
        }
    }

    /// Whether a line that begins so has the cells of a row.
    private func hasRow(beginningWith mark: UInt8, in bytes: [UInt8]) -> Bool {
        let delimiter = winner.dialect.delimiter[0]
        return bytes.split(whereSeparator: { $0 == Byte.lineFeed || $0 == Byte.carriageReturn })
            .contains { line in
                line.first == mark && line.count { $0 == delimiter } + 1 == winner.score.width
            }
    }

    /// The first lines, whole.
    private static func sample(of bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > sampleSize else { return bytes }
        var end = sampleSize
        while end > 0, bytes[end - 1] != Byte.lineFeed, bytes[end - 1] != Byte.carriageReturn {
            end -= 1
        }
        return Array(bytes[..<(end == 0 ? sampleSize : end)])
    }
}

/// The delimiter that the first line of a text says, `sep=;`, as spreadsheets write and read it.
struct DeclaredDelimiter {
    let delimiter: UInt8
    /// How that line begins, which is no row.
    let mark: [UInt8]

    init?(_ bytes: [UInt8]) {
        let line = bytes.prefix(9).prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
        let isQuoted = line.first == Byte.quote
        let text = isQuoted ? line.dropFirst().dropLast() : line
        guard line.count < 9, line.count < bytes.count, text.count == 5, let sign = text.last,
            !isQuoted || line.last == Byte.quote,
            zip(text, "sep=".utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
        else { return nil }
        let isLetter = sign >= 0x80 || (sign | 0x20) &- 0x61 < 26 || sign &- 0x30 < 10
        guard !isLetter, sign != Byte.quote else { return nil }
        delimiter = sign
        mark = Array(line)
    }
}

/// How lines begin that are remarks: `#` or `%`, when the first lines do and no row does.
func commentMark(of sample: [UInt8]) -> [UInt8]? {
    let lines = sample.split { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
    guard let first = sample.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "%") else {
        return commentMarkBetweenRows(lines)
    }
    let marked = lines.prefix { $0.first == first }
    let rest = lines.dropFirst(marked.count).filter { $0.first != first }
    let later = lines.dropFirst(marked.count).filter { $0.first == first }
    guard !rest.isEmpty, later.isEmpty || areNoRows(later, among: rest) else { return nil }
    // The last marked line is the heading row when it has the delimiters of the line below it; those
    // with a blank behind them are a sentence's.
    if let line = marked.last, let next = rest.first {
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), Byte.tab] {
            let tight = tightCount(of: delimiter, in: line)
            if tight > 0, tight == tightCount(of: delimiter, in: next) { return nil }
            let count = line.count { $0 == delimiter }
            let isAlike = tight == tightCount(of: delimiter, in: next)
            if count > 1 || count == 1 && isAlike, count == next.count(where: { $0 == delimiter }) {
                return nil
            }
        }
    }
    return [first]
}

/// `#` where each line that begins so has no delimiter and all others are rows.
private func commentMarkBetweenRows(_ lines: [ArraySlice<UInt8>]) -> [UInt8]? {
    let mark = UInt8(ascii: "#")
    guard lines.contains(where: { $0.first == mark }) else { return nil }
    let rows = lines.filter { $0.first != mark }
    let remarks = lines.filter { $0.first == mark }
    let isTold = DialectCandidates.usual.prefix(4).contains { delimiter, _ in
        func count(_ line: ArraySlice<UInt8>) -> Int { line.count { $0 == delimiter } }
        guard let usual = rows.first.map(count), usual > 0 else { return false }
        return rows.allSatisfy { count($0) == usual } && remarks.allSatisfy { count($0) == 0 }
    }
    return isTold ? [mark] : nil
}

/// Whether lines lack the cells that most other lines have.
private func areNoRows(_ lines: [ArraySlice<UInt8>], among others: [ArraySlice<UInt8>]) -> Bool {
    DialectCandidates.usual.prefix(4).contains { delimiter, _ in
        func count(_ line: ArraySlice<UInt8>) -> Int { line.count { $0 == delimiter } }
        var counts: [Int: Int] = [:]
        for line in others { counts[count(line), default: 0] += 1 }
        guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
            usual.key > 0, usual.value * 5 >= others.count * 3
        else { return false }
        return !lines.contains { count($0) == usual.key }
    }
}

private func tightCount(of delimiter: UInt8, in line: ArraySlice<UInt8>) -> Int {
    line.indices.count { offset in
        line[offset] == delimiter
            && (offset + 1 == line.endIndex || line[offset + 1] != Byte.blank)
    }
}

/// How the records of a text end.
func lineEnd(of bytes: [UInt8], dialect: Dialect) -> Dialect.LineEnd {
    let records = RecordScanner.scan(bytes, dialect: dialect).records
    return lineEnd(of: records, in: bytes)
}

/// How records end, from the bytes before each start.
func lineEnd(of records: [RecordSpan], in bytes: [UInt8]) -> Dialect.LineEnd {
    var found: Dialect.LineEnd?
    func note(_ offset: Int) -> Bool {
        guard offset > 0, offset <= bytes.count else { return true }
        let own: Dialect.LineEnd
        switch bytes[offset - 1] {
        case Byte.carriageReturn: own = .cr
        case Byte.lineFeed:
            own = offset > 1 && bytes[offset - 2] == Byte.carriageReturn ? .crlf : .lf
        default: return true
        }
        if let found, found != own { return false }
        found = own
        return true
    }
    for record in records.dropFirst() where !note(record.start) { return .mixed }
    return note(bytes.count) ? found ?? .lf : .mixed
}
