import CairoKit

/// How the lines of a block are filled.
enum LineFilling {
    /// Both sides straight, all lines of a paragraph chosen together; the last line stays short.
    case justified
    /// As many words on each line as it holds.
    case ragged
    /// Lines of about equal length: headings.
    case balanced
}

/// Chooses where lines end: ranges of boxes, one for each line.
///
/// Lines end only at blanks, joints and line breaks, so a box that is wider than a line must have
/// been cut before (`cutOverlong`).
func breakLines(
    _ boxes: [TextBox],
    width: Double,
    firstIndent: Double = 0,
    filling: LineFilling
) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < boxes.count {
        let end =
            (boxes[start...].firstIndex { $0.ending == .lineBreak } ?? (boxes.count - 1)) + 1
        let indent = start == 0 ? firstIndent : 0
        let segment = Segment(
            boxes: boxes,
            range: start..<end,
            width: width,
            firstIndent: indent
        )
        switch filling {
        case .ragged: lines += segment.fillGreedily()
        case .justified: lines += segment.fillTogether(stretches: true)
        case .balanced: lines += segment.fillTogether(stretches: false)
        }
        start = end
    }
    return lines
}

/// Boxes between two forced line ends.
private struct Segment {
    let boxes: [TextBox]
    let range: Range<Int>
    let width: Double
    let firstIndent: Double

    /// How much narrower a blank may become, as a part of its width.
    static let shrink = 0.22
    /// How much wider it becomes before the line counts as loose.
    static let stretch = 0.6
    /// Room for rounding of sums.
    static let tolerance = 1e-6

    /// The price of a word alone on a line that is no last line.
    static let worst = 4e12

    func fillGreedily() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        var used = 0.0
        var room = width - firstIndent
        for index in range {
            if index > start, used + boxes[index].width > room + Self.tolerance {
                lines.append(start..<index)
                start = index
                used = 0
                room = width
            }
            used += boxes[index].width + boxes[index].blankWidth
        }
        lines.append(start..<range.upperBound)
        return lines
    }

    /// Total fit (Knuth and Plass 1981) with squared cubes of stretch as the price of a line.
    func fillTogether(stretches: Bool) -> [Range<Int>] {
        let count = range.count
        var price = [Double](repeating: .infinity, count: count + 1)
        var previous = [Int](repeating: 0, count: count + 1)
        price[0] = 0
        for end in 1...count where boxes[range.lowerBound + end - 1].ending != .tied {
            let isLast = end == count
            var natural = 0.0
            var blanks = 0.0
            var start = end - 1
            while start >= 0 {
                let box = boxes[range.lowerBound + start]
                natural += box.width
                if start < end - 1 {
                    natural += box.blankWidth
                    blanks += box.blankWidth
                }
                let room = width - (start == 0 ? firstIndent : 0)
                let narrowest = stretches ? natural - blanks * Self.shrink : natural
                let isAlone = start == end - 1
                if narrowest > room + Self.tolerance, !isAlone { break }
                let line = cost(
                    natural: natural,
                    blanks: blanks,
                    room: room,
                    isLast: isLast,
                    words: end - start,
                    stretches: stretches
                )
                if price[start] + line < price[end] {
                    price[end] = price[start] + line
                    previous[end] = start
                }
                start -= 1
            }
        }
        var lines: [Range<Int>] = []
        var end = count
        while end > 0 {
            let start = previous[end]
            lines.append(range.lowerBound + start..<range.lowerBound + end)
            end = start
        }
        return lines.reversed()
    }

    private func cost(
        natural: Double,
        blanks: Double,
        room: Double,
        isLast: Bool,
        words: Int,
        stretches: Bool
    ) -> Double {
        let slack = room - natural
        guard stretches else {
            // Fewest lines first, then equal ones.
            let ratio = slack / max(room, 1)
            return 10 + ratio * ratio
        }
        if isLast, slack >= 0 {
            // A last line of a single short word looks like a mistake.
            return words == 1 && natural < room / 10 ? 400 : 0
        }
        let give = slack >= 0 ? blanks * Segment.stretch : blanks * Segment.shrink
        guard give > 0 else { return abs(slack) > Segment.tolerance ? Self.worst : 0 }
        let ratio = abs(slack) / give
        let badness = 1 + 100 * ratio * ratio * ratio
        return min(badness * badness, Self.worst / 4)
    }
}

/// Lets lines end inside words that are held together where no line can hold them all.
func releasingOverlongTies(_ boxes: [TextBox], width: Double) -> [TextBox] {
    guard boxes.contains(where: { $0.ending == .tied }) else { return boxes }
    var released = boxes
    var start = 0
    for end in boxes.indices where boxes[end].ending != .tied {
        let group = boxes[start...end]
        let natural =
            group.reduce(0) { $0 + $1.width } + group.dropLast().reduce(0) { $0 + $1.blankWidth }
        if natural > width {
            for index in start..<end { released[index].ending = .blank }
        }
        start = end + 1
    }
    return released
}

/// Cuts boxes that no line can hold, after hyphens and slashes if that is enough, else anywhere.
func cutOverlong(_ boxes: [TextBox], width: Double, shaper: TextShaper) -> [TextBox] {
    guard boxes.contains(where: { $0.width > width }) else { return boxes }
    return boxes.flatMap { box in
        box.width > width ? cut(box, width: width, shaper: shaper) : [box]
    }
}

private func cut(_ box: TextBox, width: Double, shaper: TextShaper) -> [TextBox] {
    var parts: [TextBox] = []
    var open: [TextBox.Fragment] = []
    var used = 0.0
    func close() {
        guard !open.isEmpty else { return }
        parts.append(TextBox(fragments: open, width: used, ending: .joint))
        open = []
        used = 0
    }
    for fragment in box.fragments {
        for piece in pieces(of: fragment, width: width, shaper: shaper) {
            let word = shaper.word(piece, fragment.style.face)
            let added = word.width * fragment.style.size
            if used + added > width { close() }
            open.append(
                TextBox.Fragment(word: word, style: fragment.style, link: fragment.link)
            )
            used += added
        }
    }
    close()
    guard let last = parts.indices.last else { return [box] }
    parts[last].ending = box.ending
    parts[last].blankWidth = box.blankWidth
    parts[last].blankCount = box.blankCount
    return parts
}

/// Parts after which a token may be cut: at its hyphens and slashes, else at each letter.
private func pieces(of fragment: TextBox.Fragment, width: Double, shaper: TextShaper) -> [String] {
    var parts: [[String]] = [[]]
    for cluster in fragment.word.clusterTexts {
        parts[parts.count - 1].append(cluster)
        if cluster == "-" || cluster == "/" || cluster == "_" { parts.append([]) }
    }
    return parts.flatMap { part -> [String] in
        let whole = part.joined()
        if whole.isEmpty { return [] }
        let needed = shaper.word(whole, fragment.style.face).width * fragment.style.size
        return needed > width ? part : [whole]
    }
}
