/// III.1: annexes.
func annexFindings(_ survey: Survey) -> [Finding] {
    let annexes = survey.annexes
    guard !annexes.isEmpty else { return [] }
    var findings = [reference(survey)]
    let many = annexes.count > 1
    findings += faultsOrFirst(
        annexes.enumerated().map { index, annex in
            let wanted = many ? roman(index + 1) : annex.number
            let isRight = annex.number == wanted && (annex.number.isEmpty || isRoman(annex.number))
            let page = survey.document.pages.first { $0.number == annex.page }
            let middle = page.map(\.width).map { $0 / 2 } ?? 0
            let text = page?.isLandscape == false ? survey.column?.middle ?? middle : middle
            let slack = page?.isLandscape == true ? points(12) : points(Tolerance.centred)
            let isCentred =
                min(abs(annex.heading.middle - text), abs(annex.heading.middle - middle)) <= slack
            return Finding(
                .annexHeading,
                vi: annex.heading.text,
                en: annex.heading.text,
                page: annex.page,
                isRight && isCentred ? .pass : .fail
            )
        }
    )
    findings += faultsOrFirst(annexes.map { sizeFinding(.annexSize, $0.heading, page: $0.page) })
    findings += faultsOrFirst(annexes.map { styleFinding(.annexStyle, $0.heading, page: $0.page) })
    let titled = annexes.filter { !$0.title.isEmpty }.map {
        (line: PrintedLine(words: $0.title.flatMap(\.words)), page: $0.page)
    }
    findings += faultsOrFirst(titled.map { sizeFinding(.annexTitleSize, $0.line, page: $0.page) })
    findings += faultsOrFirst(titled.map { styleFinding(.annexTitleStyle, $0.line, page: $0.page) })
    for annex in annexes where annex.title.isEmpty {
        findings.append(.absent(.annexTitleStyle, page: annex.page))
    }
    let noted = annexes.filter { !$0.note.isEmpty }.map {
        (line: PrintedLine(words: $0.note.flatMap(\.words)), page: $0.page)
    }
    findings += faultsOrFirst(noted.map { sizeFinding(.annexNoteSize, $0.line, page: $0.page) })
    findings += faultsOrFirst(noted.map { styleFinding(.annexNoteStyle, $0.line, page: $0.page) })
    return findings
}

/// Whether the text before the annexes speaks of one.
private func reference(_ survey: Survey) -> Finding {
    for page in survey.mainPages {
        // The two words may stand on two lines.
        let letters = page.lines.filter { !$0.hasLeaders }.map(\.letters).joined()
        if letters.contains("phụlục") {
            return Finding(.annexReference, vi: "có", en: "present", page: page.number, .pass)
        }
    }
    return .absent(.annexReference, page: survey.annexes[0].page)
}

/// The Roman number of an annex, up to 39.
private func roman(_ number: Int) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return String(repeating: "X", count: min(3, number / 10)) + ones[number % 10]
}
