import Diagnostics

/// I.3: the margins, from where the text stands on all upright pages.
///
/// A page shows ink, not margins. Left and right are where most lines begin and end. Above and below,
/// programs put a line's leading in different places, so the margin is known between two bounds: it is
/// a fault only when the whole stretch between them lies outside the clause.
func marginFindings(_ survey: Survey) -> [Finding] {
    [top(survey), bottomMarginFinding(survey), left(survey), right(survey)]
}

/// A margin that lies between two bounds, in points.
struct MarginBounds {
    var low: Double
    var high: Double
    /// As the metrics of the face say.
    var likely: Double

    func finding(_ clause: Clause, page: Int, within slack: Double = Tolerance.place) -> Finding {
        guard let range = clause.range else { return .unmeasured(clause) }
        let (low, high) = (millimetres(low), millimetres(high))
        let wanted = (range.lowerBound - slack)...(range.upperBound + slack)
        var value = millimetres(likely)
        // Of the stretch between the bounds, what is nearest to the likely value and to the clause.
        let nearest = min(max(value, range.lowerBound), range.upperBound)
        value = min(max(nearest, low), high)
        let holds = wanted.contains(value)
        if !holds { value = min(max(millimetres(likely), low), high) }
        return Finding(clause, .value(value), page: page, holds ? .pass : .fail)
    }
}

/// The highest lines of the upright pages, page numbers left aside.
private func top(_ survey: Survey) -> Finding {
    var pages: [(bounds: MarginBounds, page: Int)] = []
    for page in survey.document.pages where !page.isLandscape {
        let number = survey.pageNumbers[page.number]?.baseline
        guard let line = page.lines.first(where: { $0.baseline != number && $0.size > 6 }) else {
            continue
        }
        let pitch = page.number == 1 ? headPitch(survey) : survey.pitch
        let leading = max(0, (pitch ?? 0) - FaceMetrics.singleLine * line.size)
        let likely = line.baseline - FaceMetrics.ascent * line.size
        let high = line.baseline - FaceMetrics.capHeight * line.size
        pages.append((MarginBounds(low: likely - leading, high: high, likely: likely), page.number))
    }
    guard var best = pages.min(by: { $0.bounds.high < $1.bounds.high }) else {
        return .unmeasured(.topMargin)
    }
    // Pages that begin as high as the highest one tell of the same margin.
    let same = pages.filter { $0.bounds.high - best.bounds.high < points(Tolerance.place) }
    let low = same.map(\.bounds.low).max() ?? best.bounds.low
    best.bounds.low = min(low, best.bounds.high)
    return best.bounds.finding(.topMargin, page: best.page)
}

private func headPitch(_ survey: Survey) -> Double? {
    guard let country = survey.head.country, let motto = survey.head.motto else { return nil }
    return motto.baseline - country.baseline
}

private func left(_ survey: Survey) -> Finding {
    guard let column = survey.column else { return .unmeasured(.leftMargin) }
    return measured(
        .leftMargin,
        millimetres(column.left),
        within: Tolerance.place,
        page: column.page
    )
}

private func right(_ survey: Survey) -> Finding {
    guard let column = survey.column,
        let sheet = survey.document.pages.first(where: { $0.number == column.page })
    else { return .unmeasured(.rightMargin) }
    let margin = millimetres(sheet.width - column.right)
    // Ragged text does not show where the margin is, only that it is not larger.
    let isRagged = raggedShare(survey).map { $0 > 0.5 } ?? true
    let finding = measured(.rightMargin, margin, within: Tolerance.place, page: column.page)
    if isRagged, finding.verdict == .fail, margin > 20 { return .unmeasured(.rightMargin) }
    return finding
}
