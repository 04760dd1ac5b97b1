/// Puts the glyphs of a page, in whatever order and pieces a program drew them, on lines of words.
func gatherLines(_ glyphs: [PrintedGlyph]) -> [PrintedLine] {
    var rows: [[PrintedGlyph]] = []
    for glyph in glyphs.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
        if let last = rows.last?.last, abs(glyph.y - last.y) <= 0.12 * max(glyph.size, last.size) {
            rows[rows.count - 1].append(glyph)
        } else {
            rows.append([glyph])
        }
    }
    let lines = rows.compactMap { row in line(of: row.sorted { $0.x < $1.x }) }
    return withoutRaisedMarks(lines)
}

/// One baseline's glyphs as words; blanks and wide gaps part them.
private func line(of glyphs: [PrintedGlyph]) -> PrintedLine? {
    let row = withoutDoubles(glyphs)
    let seen = row.filter { !$0.isBlank }
    guard !seen.isEmpty else { return nil }
    // A program that writes its blanks is believed, but it may jump after the number of a list. Letters
    // that all stand apart are spaced, not words.
    let writesBlanks = (row.count - seen.count) * 16 >= seen.count && row.count > seen.count
    let gaps = zip(row, row.dropFirst()).filter { !$0.isBlank && !$1.isBlank }
        .map { ($1.x - $0.right) / $1.size }.sorted()
    let usualGap = gaps.isEmpty ? 0 : min(max(gaps[gaps.count / 2], 0), 1)
    let widestGap = usualGap + (writesBlanks ? 0.3 : 0.17)
    var words: [[PrintedGlyph]] = []
    var isApart = true
    for glyph in row {
        if glyph.isBlank {
            isApart = true
            continue
        }
        if let last = words.last?.last, glyph.x - last.right > widestGap * glyph.size {
            isApart = true
        }
        if isApart { words.append([glyph]) } else { words[words.count - 1].append(glyph) }
        isApart = false
    }
    return PrintedLine(words: words.map(word))
}

/// Glyphs printed twice a hair apart are one thick glyph.
private func withoutDoubles(_ glyphs: [PrintedGlyph]) -> [PrintedGlyph] {
    var kept: [PrintedGlyph] = []
    for glyph in glyphs {
        let twin = kept.lastIndex {
            $0.text == glyph.text && abs($0.x - glyph.x) < 0.1 * glyph.size
        }
        if let twin, !glyph.isBlank, twin >= kept.count - 2 {
            kept[twin].isThickened = true
        } else {
            kept.append(glyph)
        }
    }
    return kept
}

private func word(of glyphs: [PrintedGlyph]) -> PrintedWord {
    var looks: [(glyph: PrintedGlyph, count: Int)] = []
    for glyph in glyphs {
        let same = looks.firstIndex {
            $0.glyph.isBold == glyph.isBold && $0.glyph.isItalic == glyph.isItalic
                && abs($0.glyph.size - glyph.size) < 0.05 && $0.glyph.ink == glyph.ink
        }
        if let same { looks[same].count += 1 } else { looks.append((glyph, 1)) }
    }
    let look = looks.max { $0.count < $1.count }?.glyph ?? glyphs[0]
    return PrintedWord(
        text: glyphs.map(\.text).joined(),
        left: glyphs[0].x,
        right: glyphs.map(\.right).max() ?? glyphs[0].right,
        baseline: look.y,
        size: look.size,
        face: look.face,
        ink: look.ink,
        isBold: look.isBold,
        isItalic: look.isItalic
    )
}

/// Marks of notes and exponents belong to the line that they stand on, and say nothing of its form.
private func withoutRaisedMarks(_ lines: [PrintedLine]) -> [PrintedLine] {
    lines.filter { small in
        !lines.contains { large in
            small.size < 0.8 * large.size
                && small.width < 3 * large.size
                && abs(small.baseline - large.baseline) < 0.6 * large.size
                && abs(small.baseline - large.baseline) > 0
                // The mark of a footnote stands before it.
                && small.left > large.left - large.size && small.right < large.right + large.size
        }
    }
}
