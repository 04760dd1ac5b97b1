extension RecordScanner {
    /// Reads one cell and stops at the delimiter, the end of its line or of the file.
    mutating func scanField(column: Int) {
        guard let quote else {
            result.fields.append(plainField(from: offset, column: column))
            return
        }
        var opening = offset
        // Blanks before a quote are no text: `1, "a, b"`.
        while opening < bytes.count, bytes[opening] == Byte.blank, !isDelimiter(at: opening) {
            opening += 1
        }
        if opening < bytes.count, bytes[opening] == quote,
            let field = quotedField(from: opening, quote, column: column)
        {
            result.fields.append(field)
        } else {
            result.fields.append(plainField(from: offset, column: column))
        }
    }

    /// A cell without quotes around it; quotes inside it are letters.
    private mutating func plainField(from start: Int, column: Int) -> FieldSpan {
        var field = FieldSpan(start: start, end: start)
        var hasFault = false
        offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == delimiter[0], isDelimiter(at: offset) || isLineEnd(byte) { break }
            if isLineEnd(byte) { break }
            if let escape, byte == escape, escape != quote, offset + 1 < bytes.count,
                isEscapable(at: offset + 1)
            {
                field.hasDoubledQuotes = true
                offset += 2
                continue
            }
            if byte == quote, !hasFault {
                hasFault = true
                note(.insideUnquoted, at: offset, column: column)
            }
            offset += 1
        }
        offset = min(offset, bytes.count)
        field.end = offset
        return field
    }

    /// Whether an escape before this offset belongs to what stands there, in a cell without quotes.
    private func isEscapable(at offset: Int) -> Bool {
        if let quote { return bytes[offset] == quote }
        return bytes[offset] == escape || isDelimiter(at: offset)
    }

    /// A cell in quotes; `nil`, with nothing read, when its opening quote is a letter.
    ///
    /// The quote closes the cell where a cell ends behind it. One that begins a cell itself shows that
    /// the quote before it was astray; any other is a letter.
    private mutating func quotedField(
        from opening: Int,
        _ quote: UInt8,
        column: Int
    ) -> FieldSpan? {
        var field = FieldSpan(start: opening + 1, end: opening + 1, isQuoted: true)
        var position = opening + 1
        var lines = 0
        var stray: Int?
        while position < bytes.count {
            let byte = bytes[position]
            if isLineEnd(byte) {
                if isLimitedToLine { break }
                if byte == Byte.lineFeed || !isBeforeLineFeed(position) { lines += 1 }
            } else if isEscaped(at: position, quote) {
                field.hasDoubledQuotes = true
                position += 2
                continue
            } else if byte == quote {
                let isDoubled =
                    escape == quote && position + 1 < bytes.count && bytes[position + 1] == quote
                if isDoubled {
                    field.hasDoubledQuotes = true
                    position += 2
                    continue
                }
                if let end = closingEnd(behind: position + 1) {
                    field.end = position
                    line += lines
                    offset = end
                    if let stray { note(.textAfterQuote, at: stray, column: column) }
                    return field
                }
                if position > opening + 1, isCellStart(at: position) { break }
                stray = stray ?? position + 1
                // All runs of quotes behind this one were looked at already, from an earlier cell.
                if position < noClosingBefore { break }
            }
            position += 1
        }
        noClosingBefore = max(noClosingBefore, min(position, bytes.count))
        if position >= bytes.count || isLineEnd(bytes[position]) {
            note(.unterminated, at: opening, column: column)
        }
        return nil
    }

    /// Whether an escape other than the quote stands here, with a quote or itself behind it.
    func isEscaped(at position: Int, _ quote: UInt8) -> Bool {
        guard let escape, escape != quote, bytes[position] == escape, position + 1 < bytes.count
        else { return false }
        return bytes[position + 1] == quote || bytes[position + 1] == escape
    }

    /// The end of the cell when what follows its closing quote ends it, blanks between them dropped.
    private func closingEnd(behind position: Int) -> Int? {
        var end = position
        while !isCellEnd(at: end) {
            guard bytes[end] == Byte.blank else { return nil }
            end += 1
        }
        return end
    }
}
