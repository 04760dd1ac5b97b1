/// II.5: the kind of the document and what it is about.
func titleFindings(_ survey: Survey) -> [Finding] {
    guard let page = survey.document.pages.first else { return [] }
    guard let kind = survey.head.kind else {
        return survey.head.subject.isEmpty ? [.absent(.kind)] : subjectFindings(survey.head)
    }
    let middle = survey.column?.middle ?? page.width / 2
    let offset = millimetres(min(abs(kind.middle - middle), abs(kind.middle - page.width / 2)))
    let off = decimal(offset)
    // A name that Điều 7 does not list may still be right in an office's own rules.
    let verdict: Finding.Verdict =
        offset > Tolerance.centred
        ? .fail : DocumentKinds.names.contains(kind.letters) ? .pass : .remark
    var findings = [
        Finding(
            .kind,
            vi: "\(kind.text), lệch giữa \(off) mm",
            en: "\(kind.text), \(off) mm off",
            page: 1,
            verdict
        ),
        sizeFinding(.kindSize, kind, page: 1),
        styleFinding(.kindStyle, kind, page: 1),
    ]
    let abstract = survey.head.abstract
    guard !abstract.isEmpty else { return findings + [.absent(.abstract)] }
    let whole = PrintedLine(words: abstract.flatMap(\.words))
    let offsets = abstract.map {
        millimetres(min(abs($0.middle - middle), abs($0.middle - page.width / 2)))
    }
    let worst = decimal(offsets.max() ?? 0)
    findings.append(
        Finding(
            .abstract,
            vi: "có, lệch giữa \(worst) mm",
            en: "present, \(worst) mm off",
            page: 1,
            (offsets.max() ?? 0) <= Tolerance.centred ? .pass : .fail
        )
    )
    findings += faultsOrFirst(abstract.map { sizeFinding(.abstractSize, $0, page: 1) })
    findings.append(styleFinding(.abstractStyle, whole, page: 1))
    findings.append(page.shortRuleFinding(.abstractRule, under: abstract))
    return findings
}

/// An official letter has no name of its kind; what it is about stands under its number.
private func subjectFindings(_ head: Letterhead) -> [Finding] {
    let whole = PrintedLine(words: head.subject.flatMap(\.words))
    let offsets = head.subject.map { abs($0.middle - (head.number?.middle ?? $0.middle)) }
    let worst = millimetres(offsets.max() ?? 0)
    // A blank number leaves open how wide its line is.
    let slack = head.number?.text.contains(where: \.isNumber) == true ? 3.0 : 10
    return [
        Finding(
            .subject,
            vi: "có, lệch giữa \(decimal(worst)) mm",
            en: "present, \(decimal(worst)) mm off",
            page: 1,
            worst <= slack ? .pass : .fail
        )
    ] + faultsOrFirst(head.subject.map { sizeFinding(.subjectSize, $0, page: 1) })
        + [styleFinding(.subjectStyle, whole, page: 1)]
}
