/// I.3: the bottom margin, from where the text of pages ends.
///
/// The margin is at most what lies below the lowest line of any page. It is at least what a further line
/// would have left below itself on a page whose last paragraph goes on overleaf. The more pages, the
/// closer the two bounds; a margin is wrong when none between them is right.
func bottomMarginFinding(_ survey: Survey) -> Finding {
    let hangs = survey.document.maker?.lettersHang
    var lowest: (edge: Double, line: PrintedLine, page: Int)?
    for page in survey.document.pages where !page.isLandscape {
        guard let line = survey.lowestLine(of: page) else { continue }
        let edge = page.height - line.baseline
        if lowest.map({ edge < $0.edge }) ?? true { lowest = (edge, line, page.number) }
    }
    guard let lowest, let range = Clause.bottomMargin.range else {
        return .unmeasured(.bottomMargin)
    }
    let tail = FaceMetrics.descent * lowest.line.size
    let full = fullPages(survey)
    let slack = hangs == nil ? Tolerance.place : Tolerance.foot
    let limit = points(range.upperBound + slack)
    // Nothing tells how far a page that ends early might have gone on.
    if full.isEmpty, lowest.edge - tail > limit { return .unmeasured(.bottomMargin) }
    let high = min(lowest.edge - (hangs == false ? tail : 0), lowestRule(survey) ?? .infinity)
    let bounds = MarginBounds(
        low: min(full.map(\.least).max() ?? lowest.edge - tail, high),
        high: high,
        likely: min(high, lowest.edge - (hangs == true ? 0 : tail))
    )
    var finding = bounds.finding(.bottomMargin, page: lowest.page, within: slack)
    if finding.verdict == .pass, let pitch = survey.pitch, bounds.likely > limit {
        // Where a full page ends is chance; that none of many comes near the margin is not.
        let each = max(0, (pitch - (bounds.likely - limit)) / pitch)
        let chance = full.reduce(1) { product, _ in product * each }
        if chance < 0.05 {
            finding.measured = .value(millimetres(bounds.likely))
            finding.verdict = .remark
        }
    }
    return finding
}

/// What lies at least below the tables that end pages: their last rule stands under their last line.
private func lowestRule(_ survey: Survey) -> Double? {
    survey.document.pages.filter { !$0.isLandscape }.compactMap { page in
        guard let line = survey.lowestLine(of: page),
            let zone = page.tableZones().last(where: { $0.spans(line.baseline, slack: 1) }),
            zone.bottom - line.baseline < 1.5 * line.size
        else { return nil }
        return page.height - zone.bottom
    }.min()
}

/// Pages that a paragraph went on from, with what the bottom margin is at least: the line that went over
/// would have left this much below itself.
private func fullPages(_ survey: Survey) -> [(page: Int, least: Double)] {
    guard let column = survey.column, let pitch = survey.pitch, let size = survey.bodySize
    else { return [] }
    let leading = max(0, pitch - FaceMetrics.singleLine * size)
    let below = FaceMetrics.descent * size
    let tail =
        switch survey.document.maker {
        case .typesetter, .tex: 0.0
        case .office: below
        case .browser: below + leading / 2
        case .word, nil: below + leading
        }
    var full = footedPages(survey, column: column)
    for paragraph in survey.paragraphs {
        for page in Set(paragraph.lines.map(\.page)).sorted() {
            let after = paragraph.lines.count { $0.page == page + 1 }
            guard after > 0, let last = paragraph.lines.last(where: { $0.page == page })?.line,
                let sheet = survey.document.pages.first(where: { $0.number == page }),
                let lowest = survey.lowestLine(of: sheet), lowest.baseline <= last.baseline + 1,
                !(sheet.tableZones() + sheet.drawingZones()).contains(where: {
                    $0.bottom > last.baseline + 0.5 * last.size
                })
            else { continue }
            // So that two lines go over together, a rule against widows may have moved one.
            let missing = after == 2 ? 2.0 : 1
            full.append((page, sheet.height - last.baseline - missing * pitch - tail))
        }
    }
    return full
}

/// Pages whose footnotes stand on the margin, the last one left aside.
private func footedPages(_ survey: Survey, column: TextColumn) -> [(page: Int, least: Double)] {
    guard let maker = survey.document.maker, maker.footsNotes else { return [] }
    return survey.mainPages.dropLast().filter { !$0.isLandscape }.compactMap { page in
        guard let lowest = survey.lowestLine(of: page),
            let note = page.footnoteTop(column: column), note < lowest.baseline
        else { return nil }
        let tail = (maker.lettersHang ? 0 : FaceMetrics.descent * lowest.size) + 3
        return (page.number, page.height - lowest.baseline - tail)
    }
}

extension Survey {
    /// The lowest line of a page, its number left aside.
    fileprivate func lowestLine(of page: PrintedPage) -> PrintedLine? {
        let number = pageNumbers[page.number]?.baseline
        return page.lines.last { $0.baseline != number && $0.size > 6 }
    }
}
