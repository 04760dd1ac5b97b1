/// II.1: the national heading and the motto.
func countryFindings(_ survey: Survey) -> [Finding] {
    guard let page = survey.document.pages.first else { return [] }
    return country(survey.head, on: page) + motto(survey.head, on: page)
}

private func country(_ head: Letterhead, on page: PrintedPage) -> [Finding] {
    guard let line = head.country else { return [.absent(.country)] }
    let isRight = line.middle > page.width / 2
    return [
        Finding(
            .country,
            vi: isRight ? "có, bên phải" : "có, không ở bên phải",
            en: isRight ? "present, at the right" : "present, not at the right",
            page: 1,
            isRight ? .pass : .fail
        ),
        sizeFinding(.countrySize, line, page: 1),
        styleFinding(.countryStyle, line, page: 1),
    ]
}

private func motto(_ head: Letterhead, on page: PrintedPage) -> [Finding] {
    guard let line = head.motto else { return [.absent(.motto)] }
    let isRight = line.text == "Độc lập - Tự do - Hạnh phúc"
    var findings = [
        Finding(.motto, vi: line.text, en: line.text, page: 1, isRight ? .pass : .fail),
        sizeFinding(.mottoSize, line, page: 1),
        styleFinding(.mottoStyle, line, page: 1),
        rule(under: line, on: page),
    ]
    guard let country = head.country else { return findings }
    let offset = millimetres(abs(line.middle - country.middle))
    let off = decimal(offset)
    findings.append(
        Finding(
            .mottoCentred,
            vi: "lệch \(off) mm",
            en: "\(off) mm off",
            page: 1,
            offset <= Tolerance.centred ? .pass : .fail
        )
    )
    // Programs that set no leading by the face come out a tenth off; half a line more is no single line.
    let above = country.words.map(\.baseline).max() ?? country.baseline
    let lines =
        (line.baseline - above)
        / (FaceMetrics.singleLine * max(line.size, country.size))
    let verdict: Finding.Verdict =
        lines > 1.5 || lines < 0.8 ? .fail : lines > 1.25 ? .remark : .pass
    findings.append(Finding(.mottoSpacing, .value(lines), page: 1, verdict))
    return findings
}

private func rule(under line: PrintedLine, on page: PrintedPage) -> Finding {
    guard let rule = page.ruleUnder(line) else { return .absent(.mottoRule) }
    let share = rule.length / max(1, line.width)
    let percent = decimal(share * 100, places: 0)
    let verdict: Finding.Verdict =
        rule.isDashed || abs(share - 1) > 0.12 ? .fail : abs(share - 1) > 0.06 ? .remark : .pass
    return Finding(
        .mottoRule,
        vi: "dài \(percent)% dòng chữ" + (rule.isDashed ? ", nét đứt" : ""),
        en: "\(percent) % of the text" + (rule.isDashed ? ", dashed" : ""),
        page: 1,
        verdict
    )
}
