/// II.6: legal bases, parts, headings and points.
func headingFindings(_ survey: Survey) -> [Finding] {
    bases(survey) + parts(survey) + headings(survey)
        + [.unmeasured(.citation)]
}

/// How the names of documents that a text may rest upon begin.
private let sources = [
    "luật", "bộluật", "hiếnpháp", "pháplệnh", "nghịđịnh", "nghịquyết", "quyếtđịnh", "thôngtư",
    "chỉthị",
]

/// The paragraphs before the text proper that begin with “Căn cứ”.
private func bases(_ survey: Survey) -> [Finding] {
    let group = survey.prose.prefix { paragraph in
        paragraph.whole.letters.hasPrefix("căncứ")
            && sources.contains { paragraph.whole.letters.dropFirst(5).hasPrefix($0) }
            && paragraph.page == 1
    }
    // One sentence that begins so and goes on to report is text.
    let isProse =
        group.count == 1 && group[0].whole.isItalic != true && !group[0].text.hasSuffix(";")
    guard !group.isEmpty, !isProse else { return [] }
    let ends = group.enumerated().map { index, paragraph in
        let end = index == group.count - 1 ? "." : ";"
        let tail = String(paragraph.text.suffix(1))
        return Finding(
            .basisEnds,
            vi: "“\(tail)”",
            en: "“\(tail)”",
            page: paragraph.page,
            paragraph.text.hasSuffix(end) ? .pass : .fail
        )
    }
    return faultsOrFirst(group.map { sizeFinding(.basisSize, $0.whole, page: $0.page) })
        + faultsOrFirst(group.map { styleFinding(.basisStyle, $0.whole, page: $0.page) })
        + faultsOrFirst(ends)
}

/// `Phần I` and `Chương I`, alone in the middle of a line.
private func parts(_ survey: Survey) -> [Finding] {
    let found = survey.paragraphs.filter { paragraph in
        let words = paragraph.first.words
        return paragraph.lines.count == 1 && words.count == 2
            && ["phần", "chương"].contains(lettersOnly(words[0].text)) && isRoman(words[1].text)
    }
    return faultsOrFirst(found.map { sizeFinding(.partSize, $0.first, page: $0.page) })
        + faultsOrFirst(found.map { styleFinding(.partStyle, $0.first, page: $0.page) })
}

private func headings(_ survey: Survey) -> [Finding] {
    var roman: [Finding] = []
    var arabic: [Finding] = []
    var points: [Finding] = []
    var sizes: [Finding] = []
    for paragraph in survey.paragraphs where !paragraph.isBesideFigure {
        guard let mark = paragraph.first.words.first?.text else { continue }
        let whole = paragraph.whole
        if mark.hasSuffix("."), isRoman(String(mark.dropLast())), paragraph.lines.count <= 4 {
            roman.append(styleFinding(.romanStyle, whole, page: paragraph.page))
            sizes.append(sizeFinding(.headingSize, whole, page: paragraph.page))
        } else if isArabic(mark), isHeading(paragraph) {
            arabic.append(styleFinding(.arabicStyle, whole, page: paragraph.page))
            sizes.append(sizeFinding(.headingSize, whole, page: paragraph.page))
        } else if isPoint(mark) {
            points.append(pointFinding(whole, page: paragraph.page))
        }
    }
    return faultsOrFirst(roman) + faultsOrFirst(arabic) + faultsOrFirst(points)
        + faultsOrFirst(sizes)
}

/// Points are upright and light; a bold word inside one is no fault.
private func pointFinding(_ line: PrintedLine, page: Int) -> Finding {
    guard let isBold = line.isBold, let isItalic = line.isItalic else {
        return .unmeasured(.pointStyle, page: page)
    }
    return Finding(
        .pointStyle,
        .words(line.look(capitals: false)),
        page: page,
        isBold || isItalic ? .fail : .pass
    )
}

/// A numbered paragraph is a heading when it is bold, or short and without a stop at its end.
private func isHeading(_ paragraph: Paragraph) -> Bool {
    let whole = paragraph.whole
    if whole.isBold == true { return true }
    // A bold beginning that goes on in light letters is a paragraph with a title of its own.
    if whole.words.contains(where: { $0.isBold == true }) { return false }
    guard paragraph.lines.count == 1, let last = whole.text.last else { return false }
    return !".;:,".contains(last)
}

func isRoman(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 6 && text.allSatisfy { "IVXLC".contains($0) }
}

/// `1.`, `1.2.`
private func isArabic(_ mark: String) -> Bool {
    mark.hasSuffix(".") && mark.count <= 6 && mark.first?.isNumber == true
        && mark.allSatisfy { $0.isNumber || $0 == "." }
}

/// `a)`, `đ)`
private func isPoint(_ mark: String) -> Bool {
    mark.count == 2 && mark.hasSuffix(")") && mark.first?.isLowercase == true
}
