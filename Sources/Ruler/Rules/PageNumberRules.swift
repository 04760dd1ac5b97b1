/// I.7: page numbers.
func pageNumberFindings(_ survey: Survey) -> [Finding] {
    guard let first = survey.document.pages.first else { return [] }
    var findings = [
        survey.pageNumbers[first.number] == nil
            ? Finding(
                .firstPageNumber,
                vi: "không hiển thị",
                en: "hidden",
                page: first.number,
                .pass
            )
            : Finding(.firstPageNumber, vi: "có", en: "shown", page: first.number, .fail)
    ]
    var orders: [Finding] = []
    var places: [Finding] = []
    var sizes: [Finding] = []
    var styles: [Finding] = []
    for page in survey.document.pages.dropFirst() {
        let start = survey.annexes.last { $0.page <= page.number }?.page ?? first.number
        let expected = page.number - start + 1
        guard let line = survey.pageNumbers[page.number] else {
            if expected > 1 { orders.append(.absent(.pageNumber, page: page.number)) }
            continue
        }
        let isRight = line.text == String(expected)
        orders.append(
            Finding(
                .pageNumber,
                vi: line.text,
                en: line.text,
                page: page.number,
                isRight ? .pass : .fail
            )
        )
        places.append(place(of: line, on: page, survey))
        sizes.append(sizeFinding(.pageNumberSize, line, page: page.number))
        styles.append(styleFinding(.pageNumberStyle, line, page: page.number))
    }
    if orders.isEmpty { orders = [.unmeasured(.pageNumber)] }
    if places.isEmpty { places = [.unmeasured(.pageNumberPlace)] }
    for group in [orders, places, sizes, styles] {
        findings += faultsOrFirst(group, at: 3)
    }
    return findings
}

private func place(of line: PrintedLine, on page: PrintedPage, _ survey: Survey) -> Finding {
    if line.baseline > page.height / 2 {
        return Finding(
            .pageNumberPlace,
            vi: "ở lề dưới",
            en: "in the bottom margin",
            page: page.number,
            .fail
        )
    }
    // The middle of the text or of the paper; pages that lie across have margins of their own.
    let text = page.isLandscape ? page.width / 2 : survey.column?.middle ?? page.width / 2
    let offset = millimetres(min(abs(line.middle - text), abs(line.middle - page.width / 2)))
    let slack = page.isLandscape ? 12 : Tolerance.centred
    let off = decimal(offset)
    return Finding(
        .pageNumberPlace,
        vi: "lề trên, lệch giữa \(off) mm",
        en: "top margin, \(off) mm off",
        page: page.number,
        offset <= slack ? .pass : .fail
    )
}
