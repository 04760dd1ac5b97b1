/// II.6: the running text: size, look, edges, indents and distances.
func bodyFindings(_ survey: Survey) -> [Finding] {
    guard let size = survey.bodySize, !survey.prose.isEmpty else {
        return [
            Clause.bodySize, .bodyOneSize, .bodyStyle, .justified, .indent, .paragraphSpacing,
            .lineSpacing, .ending,
        ].map { .unmeasured($0) }
    }
    let first = survey.prose[0].page
    return [measured(.bodySize, size, within: Tolerance.size, page: first)]
        + oneSize(survey, size: size) + [style(survey)] + justification(survey)
        + indents(survey) + paragraphSpacing(survey, size: size)
        + [lineSpacing(survey, size: size), ending(survey)]
}

/// What can be measured of a text whose words cannot be read.
func bodyShapeFindings(_ survey: Survey) -> [Finding] {
    guard let size = survey.bodySize, !survey.prose.isEmpty else {
        return [Clause.bodySize, .justified, .lineSpacing].map { .unmeasured($0) }
    }
    return [measured(.bodySize, size, within: Tolerance.size, page: survey.prose[0].page)]
        + justification(survey) + [lineSpacing(survey, size: size)]
}

/// Paragraphs of two lines or more whose letters are of another size.
private func oneSize(_ survey: Survey, size: Double) -> [Finding] {
    let others = survey.prose.filter {
        $0.lines.count > 1 && abs($0.size - size) > Tolerance.size
    }
    guard !others.isEmpty else {
        let text = "\(decimal(size)) pt"
        return [Finding(.bodyOneSize, vi: text, en: text, page: survey.prose[0].page, .pass)]
    }
    return others.prefix(10).map {
        let text = "\(decimal($0.size)) pt ≠ \(decimal(size)) pt"
        return Finding(.bodyOneSize, vi: text, en: text, page: $0.page, .fail)
    }
}

private func style(_ survey: Survey) -> Finding {
    var (italic, bold, all) = (0, 0, 0)
    for paragraph in survey.prose where paragraph.lines.count > 1 {
        for word in paragraph.lines.flatMap(\.line.words) {
            guard let isBold = word.isBold, let isItalic = word.isItalic else {
                return .unmeasured(.bodyStyle, page: paragraph.page)
            }
            let count = word.text.count
            all += count
            if isBold { bold += count }
            if isItalic { italic += count }
        }
    }
    guard all > 0 else { return .unmeasured(.bodyStyle) }
    let look = LetterStyle(isBold: bold * 2 > all, isItalic: italic * 2 > all)
    return Finding(
        .bodyStyle,
        .words(look.words),
        page: survey.prose[0].page,
        look.isBold || look.isItalic ? .fail : .pass
    )
}

/// How far a line ends from the right edge, in points; punctuation may hang.
private func distance(_ line: PrintedLine, from edge: Double) -> Double {
    let off = abs(line.right - edge)
    let hangs = line.words.last?.text.last.map { !$0.isLetter && !$0.isNumber } == true
    return hangs && off <= Tolerance.hanging ? 0 : off
}

/// The lines of a paragraph that must reach the right edge: all but the last.
private func fullLines(_ paragraph: Paragraph) -> ArraySlice<TextLine> {
    paragraph.lines.dropLast()
}

/// Of the lines that should be full, the share that are not; `nil` without any.
func raggedShare(_ survey: Survey) -> Double? {
    guard let column = survey.column else { return nil }
    let lines = survey.prose.flatMap { fullLines($0) }
    guard lines.count > 1 else { return nil }
    let ragged = lines.count { distance($0.line, from: column.right) > Tolerance.edge }
    return Double(ragged) / Double(lines.count)
}

private func justification(_ survey: Survey) -> [Finding] {
    guard let column = survey.column, let share = raggedShare(survey) else {
        return [.unmeasured(.justified)]
    }
    // One line may end early by a break that its author set; two in a paragraph are no accident.
    let ragged = survey.prose.filter { paragraph in
        fullLines(paragraph).count { distance($0.line, from: column.right) > Tolerance.edge } > 1
    }
    let holds = ragged.isEmpty && share <= 0.1
    let percent = decimal((1 - share) * 100, places: 0)
    return [
        Finding(
            .justified,
            vi: "\(percent)% số dòng đầy chạm lề phải",
            en: "\(percent) % of full lines reach the right edge",
            page: ragged.first?.page ?? survey.prose[0].page,
            holds ? .pass : .fail
        )
    ]
}

private func indents(_ survey: Survey) -> [Finding] {
    guard let column = survey.column else { return [.unmeasured(.indent)] }
    let findings = survey.prose.filter {
        $0.lines.count > 1 && !$0.mayBeCut && abs($0.lines[1].line.left - column.left) < 4
    }.map { paragraph in
        let indent = millimetres(paragraph.first.left - column.left)
        let holds = [10, 12.7].contains { abs(indent - $0) <= Tolerance.place }
        return Finding(.indent, .value(indent), page: paragraph.page, holds ? .pass : .fail)
    }
    return findings.isEmpty ? [.unmeasured(.indent)] : faultsOrFirst(findings, at: 10)
}

private func paragraphSpacing(_ survey: Survey, size: Double) -> [Finding] {
    guard let column = survey.column, let pitch = survey.pitch else {
        return [.unmeasured(.paragraphSpacing)]
    }
    // Without indents, a paragraph is known by the short line before it alone.
    let isIndented = survey.prose.contains { $0.first.left > column.left + 8 }
    var least: (space: Double, page: Int)?
    for (above, below) in zip(survey.paragraphs, survey.paragraphs.dropFirst()) {
        guard let advance = below.advance, !above.isCentred, !below.isCentred,
            !above.isBesideFigure, !below.isBesideFigure, abs(above.size - size) < 0.6,
            abs(below.size - size) < 0.6, !isIndented || below.first.left > column.left + 4
        else { continue }
        let space = advance - pitch
        if least.map({ space < $0.space }) ?? true { least = (space, below.page) }
    }
    guard let least else { return [.unmeasured(.paragraphSpacing)] }
    return [
        measured(
            .paragraphSpacing,
            least.space,
            within: Tolerance.spacing,
            page: least.page
        )
    ]
}

private func lineSpacing(_ survey: Survey, size: Double) -> Finding {
    guard let pitch = survey.pitch, let range = Clause.lineSpacing.range else {
        return .unmeasured(.lineSpacing)
    }
    let single = survey.prose[0].first.words[0].face.singleLine
    // Of the heights that may be a single line, the one that is nearest to the clause.
    let ems = pitch / size
    let height = ems < single.lowerBound * range.upperBound ? single.lowerBound : single.upperBound
    return measured(
        .lineSpacing,
        ems / height,
        within: Tolerance.lines,
        page: survey.prose[0].page
    )
}

/// The models of Phụ lục III close with `./.`; no clause demands it.
private func ending(_ survey: Survey) -> Finding {
    guard let last = survey.paragraphs.last(where: { !$0.isBesideFigure }), survey.closing != nil
    else {
        return .unmeasured(.ending)
    }
    let closes = last.text.filter { $0 != " " }.hasSuffix("./.")
    return closes
        ? Finding(.ending, vi: "“./.”", en: "“./.”", page: last.page, .pass)
        : .absent(.ending, page: last.page, .remark)
}
