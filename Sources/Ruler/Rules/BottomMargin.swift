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
    let least = leastBottom(survey)
    // Nothing tells how far a page that ends early might have gone on.
    if least == nil, lowest.edge - tail > points(range.upperBound + Tolerance.place) {
        return .unmeasured(.bottomMargin)
    }
    let high = lowest.edge - (hangs == false ? tail : 0)
    let bounds = MarginBounds(
        low: min(least ?? lowest.edge - tail, high),
        high: high,
        likely: lowest.edge - (hangs == true ? 0 : tail)
    )
    return bounds.finding(.bottomMargin, page: lowest.page)
}

/// The margin is at least this: a paragraph went on overleaf although there was this much room for it.
private func leastBottom(_ survey: Survey) -> Double? {
    guard let column = survey.column, let pitch = survey.pitch, let size = survey.bodySize
    else { return nil }
    // Programs put the leading above a line or below it.
    let leading = max(0, pitch - FaceMetrics.singleLine * size)
    let tail = survey.document.maker?.lettersHang == true ? 0 : FaceMetrics.descent * size + leading
    var least: Double?
    for paragraph in survey.paragraphs {
        for page in Set(paragraph.lines.map(\.page)) {
            let after = paragraph.lines.count { $0.page == page + 1 }
            guard after > 0, let last = paragraph.lines.last(where: { $0.page == page })?.line,
                let sheet = survey.document.pages.first(where: { $0.number == page }),
                let lowest = survey.lowestLine(of: sheet)
            else { continue }
            let edge: Double
            if lowest.baseline > last.baseline + 1 {
                // Footnotes of a full page stand on its margin.
                guard let note = sheet.footnoteTop(column: column), note > last.baseline else {
                    continue
                }
                edge = sheet.height - lowest.baseline - FaceMetrics.descent * lowest.size - 3
            } else {
                let isLast = !(sheet.tableZones() + sheet.drawingZones()).contains {
                    $0.bottom > last.baseline + 0.5 * last.size
                }
                guard isLast else { continue }
                // So that two lines go over together, a rule against widows may have moved one.
                let missing = after == 2 ? 2.0 : 1
                edge = sheet.height - last.baseline - missing * pitch - tail
            }
            least = max(least ?? edge, edge)
        }
    }
    return least
}

extension Survey {
    /// The lowest line of a page, its number left aside.
    fileprivate func lowestLine(of page: PrintedPage) -> PrintedLine? {
        let number = pageNumbers[page.number]?.baseline
        return page.lines.last { $0.baseline != number && $0.size > 6 }
    }
}
