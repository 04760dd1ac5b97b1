/// I.4: the face, the character set and the colour of letters.
func faceFindings(_ survey: Survey) -> [Finding] {
    [characterSet(survey)] + faces(survey) + colours(survey)
}

private func characterSet(_ survey: Survey) -> Finding {
    let pages = survey.document.pages
    guard pages.contains(where: { !$0.lines.isEmpty }) else { return .unmeasured(.unicode) }
    guard let strange = pages.first(where: { $0.strangeLetters > 0 }) else {
        return Finding(.unicode, vi: "Unicode", en: "Unicode", .pass)
    }
    let count = pages.reduce(0) { $0 + $1.strangeLetters }
    return Finding(
        .unicode,
        vi: "\(count) chữ không rõ mã hoặc không phải chữ Việt",
        en: "\(count) letters without a code or not Vietnamese",
        page: strange.number,
        .remark
    )
}

/// How often a look occurs and where first.
private struct Use {
    var count = 0
    var page: Int
}

private func faces(_ survey: Survey) -> [Finding] {
    var uses: [String: Use] = [:]
    var families: [String: Face.Family] = [:]
    forEachWord(survey) { word, page in
        let letters = word.text.count { $0.isLetter }
        guard letters > 0, word.face.family != .symbols else { return }
        let name = word.face.family == .unnamed ? "" : word.face.stem
        uses[name, default: Use(page: page)].count += letters
        families[name] = word.face.family
    }
    let all = uses.values.reduce(0) { $0 + $1.count }
    guard all > 0 else { return [.unmeasured(.face)] }
    var findings: [Finding] = []
    for (name, use) in uses.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
        switch families[name] {
        case .compatible:
            findings.append(
                Finding(
                    .face,
                    vi: "\(name) (cùng bề rộng chữ với Times New Roman)",
                    en: "\(name) (same widths as Times New Roman)",
                    page: use.page,
                    .remark
                )
            )
        case .unnamed: findings.append(.unmeasured(.face, page: use.page))
        case .other where use.count * 200 >= all:
            findings.append(Finding(.face, vi: name, en: name, page: use.page, .fail))
        case .other:
            // A sign that the face lacks, taken from another one.
            findings.append(Finding(.face, vi: name, en: name, page: use.page, .remark))
        default: findings.append(Finding(.face, vi: name, en: name, page: use.page, .pass))
        }
    }
    return faultsOrFirst(findings, at: 8)
}

private func colours(_ survey: Survey) -> [Finding] {
    var worst: (verdict: Finding.Verdict, ink: Ink, page: Int)?
    var letters = 0
    forEachWord(survey) { word, page in
        letters += 1
        guard !word.ink.isBlack, word.text.contains(where: \.isLetter) else { return }
        // Seals and signatures have colours of their own.
        if let closing = survey.closing, page == closing.page, word.baseline > closing.top + 4,
            word.size < 10.6
        {
            return
        }
        let verdict: Finding.Verdict = word.ink.isDarkGrey ? .remark : .fail
        if worst == nil || (worst?.verdict == .remark && verdict == .fail) {
            worst = (verdict, word.ink, page)
        }
    }
    guard letters > 0 else { return [.unmeasured(.colour)] }
    guard let worst else { return [Finding(.colour, vi: "đen", en: "black", .pass)] }
    let code = [worst.ink.red, worst.ink.green, worst.ink.blue].map { part in
        let hex = String(Int((min(max(part, 0), 1) * 255).rounded()), radix: 16)
        return hex.count < 2 ? "0" + hex : hex
    }.joined()
    return [Finding(.colour, vi: "#\(code)", en: "#\(code)", page: worst.page, worst.verdict)]
}

/// Each word of the document outside charts and pictures.
private func forEachWord(_ survey: Survey, _ body: (PrintedWord, Int) -> Void) {
    for page in survey.document.pages {
        let drawings = page.drawingZones().filter { $0.height > 30 }
        for line in page.lines where !drawings.contains(where: { $0.spans(line.baseline) }) {
            for word in line.words { body(word, page.number) }
        }
    }
}
