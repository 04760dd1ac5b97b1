/// Finds the reading of one line that has the table's width and needs the fewest stray quotes.
///
/// A cell that begins with a quote may be quoted up to any quote before a delimiter, or be plain text that
/// happens to begin with one. All combinations are weighed from the end of the line to its start.
struct LineSearch {
    /// Steps that may still be taken; hostile files get the plain reading once they are used up.
    private var patience = 20_000_000
    private static let cellLimit = 50_000
    private static let closingLimit = 32

    private struct Choice {
        var cost: Int32
        /// Where the next cell starts; behind the line for the last one.
        var next: Int32
        var field: FieldSpan
    }

    /// The cells of `range` in the best reading of exactly `width` cells; `nil` when there is none.
    mutating func fields(
        of scanner: RecordScanner,
        in range: Range<Int>,
        width: Int
    ) -> [FieldSpan]? {
        guard let quote = scanner.quote, range.count <= 65_536, width > 0 else { return nil }
        var starts = [range.lowerBound]
        var offset = range.lowerBound
        while offset < range.upperBound {
            if scanner.isDelimiter(at: offset) {
                offset += scanner.delimiter.count
                starts.append(offset)
            } else {
                offset += 1
            }
        }
        let size = starts.count * (width + 1)
        guard starts.count >= width, size <= Self.cellLimit, patience > 0 else { return nil }
        patience -= size
        var index: [Int: Int] = [:]
        for (position, start) in starts.enumerated() { index[start] = position }
        // `best[s * (width + 1) + k]`: the text from start `s` on in exactly `k` cells.
        var best = [Choice?](repeating: nil, count: size)
        for position in starts.indices.reversed() {
            let choices = self.choices(
                scanner,
                from: starts[position],
                end: position + 1 < starts.count
                    ? starts[position + 1] - scanner.delimiter.count : range.upperBound,
                lineEnd: range.upperBound,
                quote
            )
            for (field, cost, end) in choices {
                let next = end < range.upperBound ? index[end + scanner.delimiter.count] : nil
                patience -= width
                guard let next else {
                    guard end >= range.upperBound else { continue }
                    let slot = position * (width + 1) + 1
                    if cost < best[slot]?.cost ?? .max {
                        best[slot] = Choice(cost: cost, next: -1, field: field)
                    }
                    continue
                }
                for count in 1..<max(2, width) {
                    guard let rest = best[next * (width + 1) + count] else { continue }
                    let slot = position * (width + 1) + count + 1
                    guard count < width, rest.cost + cost < best[slot]?.cost ?? .max else {
                        continue
                    }
                    best[slot] = Choice(cost: rest.cost + cost, next: Int32(next), field: field)
                }
            }
        }
        return Self.path(best, width: width)
    }

    private static func path(_ best: [Choice?], width: Int) -> [FieldSpan]? {
        var fields: [FieldSpan] = []
        var position = 0
        for count in stride(from: width, to: 0, by: -1) {
            guard position >= 0, let choice = best[position * (width + 1) + count] else {
                return nil
            }
            fields.append(choice.field)
            position = Int(choice.next)
        }
        return fields
    }

    /// The ways in which a cell from `start` can be read: its span, its stray quotes, its end.
    private mutating func choices(
        _ scanner: RecordScanner,
        from start: Int,
        end: Int,
        lineEnd: Int,
        _ quote: UInt8
    ) -> [(FieldSpan, Int32, Int)] {
        let bytes = scanner.bytes
        var opening = start
        while opening < lineEnd, bytes[opening] == Byte.blank { opening += 1 }
        let plainQuotes = bytes[start..<end].count { $0 == quote }
        let isQuoted = opening < lineEnd && bytes[opening] == quote
        var choices: [(FieldSpan, Int32, Int)] = [
            (FieldSpan(start: start, end: end), Int32(2 * plainQuotes + (isQuoted ? 1 : 0)), end)
        ]
        guard isQuoted else { return choices }
        var field = FieldSpan(start: opening + 1, end: opening + 1, isQuoted: true)
        var strays: Int32 = 0
        var position = opening + 1
        while position < lineEnd, choices.count <= Self.closingLimit {
            patience -= 1
            if scanner.isEscaped(at: position, quote) {
                field.hasDoubledQuotes = true
                position += 2
                continue
            }
            guard bytes[position] == quote else {
                position += 1
                continue
            }
            let isDoubled =
                scanner.escape == quote && position + 1 < lineEnd && bytes[position + 1] == quote
            let closing = isDoubled ? position + 1 : position
            if closing + 1 >= lineEnd || scanner.isCellEnd(at: closing + 1) {
                // Of two quotes at the end of a cell, the first may be a letter that nobody doubled.
                field.end = closing
                choices.append((field, strays + (isDoubled ? 1 : 0), closing + 1))
            }
            if isDoubled { field.hasDoubledQuotes = true } else { strays += 2 }
            position += isDoubled ? 2 : 1
        }
        return choices
    }
}
