import Diagnostics

extension PrintedLine {
    /// How the letters look, in words.
    func look(capitals: Bool) -> Bilingual {
        LetterStyle(
            isBold: isBold ?? false,
            isItalic: isItalic ?? false,
            isCapitals: capitals ? isCapitals : nil
        ).words
    }
}

/// Whether the size of a line's letters keeps a clause.
func sizeFinding(_ clause: Clause, _ line: PrintedLine, page: Int) -> Finding {
    measured(clause, line.size, within: Tolerance.size, page: page)
}

/// Whether a measure lies in the clause's range, `slack` beyond it allowed.
func measured(_ clause: Clause, _ value: Double, within slack: Double, page: Int?) -> Finding {
    guard let range = clause.range else { return .unmeasured(clause, page: page) }
    let holds = value >= range.lowerBound - slack && value <= range.upperBound + slack
    return Finding(clause, .value(value), page: page, holds ? .pass : .fail)
}

/// Whether the letters of a line look as a clause wants; faces without a name are not judged.
func styleFinding(_ clause: Clause, _ line: PrintedLine, page: Int) -> Finding {
    guard let style = clause.style else { return .unmeasured(clause, page: page) }
    let look = line.look(capitals: style.isCapitals != nil)
    if let capitals = style.isCapitals, capitals != line.isCapitals, line.letterCount > 1 {
        return Finding(clause, .words(look), page: page, .fail)
    }
    guard let isBold = line.isBold, let isItalic = line.isItalic else {
        return .unmeasured(clause, page: page)
    }
    let holds = isBold == style.isBold && isItalic == style.isItalic
    return Finding(clause, .words(look), page: page, holds ? .pass : .fail)
}

extension PrintedPage {
    /// The rule under a line of text: the nearest one that lies under its middle.
    func ruleUnder(_ line: PrintedLine, width: Double? = nil) -> RuledLine? {
        let level = rules.filter { rule in
            rule.isHorizontal && rule.y > line.baseline - 1
                && rule.y < line.baseline + 1.6 * line.size
                && rule.box.left < line.right && rule.box.right > line.left
                && rule.length < 1.4 * max(line.width, width ?? 0) + 20
        }
        guard let nearest = level.min(by: { $0.y < $1.y }) else { return nil }
        // Underlines come in pieces, one a word.
        var whole = nearest
        for rule in level where abs(rule.y - nearest.y) < 1 {
            whole.box.left = min(whole.box.left, rule.box.left)
            whole.box.right = max(whole.box.right, rule.box.right)
            whole.isDashed = whole.isDashed || rule.isDashed
        }
        return whole
    }

    /// Whether the rule under centred lines is solid, centred and a third to a half of the text.
    func shortRuleFinding(_ clause: Clause, under lines: [PrintedLine]) -> Finding {
        // The last of several lines may be a short one.
        guard let last = lines.last,
            let rule = ruleUnder(last, width: lines.map(\.width).max())
        else {
            return .absent(clause, page: number)
        }
        let shares = lines.map { rule.length / max(1, $0.width) }
        let share = shares.last ?? 0
        let offset = millimetres(abs(rule.middle - last.middle))
        let isLong = !shares.contains { $0 > 0.30 && $0 < 0.55 }
        let holds = !isLong && offset <= Tolerance.centred && !rule.isDashed
        let (percent, off) = (decimal(share * 100, places: 0), decimal(offset))
        return Finding(
            clause,
            vi: "dài \(percent)% dòng chữ, lệch \(off) mm" + (rule.isDashed ? ", nét đứt" : ""),
            en: "\(percent) % of the text, \(off) mm off" + (rule.isDashed ? ", dashed" : ""),
            page: number,
            holds ? .pass : .fail
        )
    }
}

/// The faults among findings of one clause; without any, the first finding speaks for all.
func faultsOrFirst(_ findings: [Finding], at most: Int = 20) -> [Finding] {
    let faults = findings.filter { $0.verdict != .pass }
    return faults.isEmpty ? Array(findings.prefix(1)) : Array(faults.prefix(most))
}
