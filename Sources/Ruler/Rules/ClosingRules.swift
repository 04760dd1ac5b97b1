/// II.7 to II.9: the signer, the seal, the addressee and the recipients.
func closingFindings(_ survey: Survey) -> [Finding] {
    signer(survey)
        + [.unmeasured(.signature), .unmeasured(.seal), .unmeasured(.attachmentSignature)]
        + addresseeFindings(survey) + recipients(survey)
}

private func signer(_ survey: Survey) -> [Finding] {
    guard let closing = survey.closing else {
        return [.absent(.authority, page: survey.mainPages.last?.number ?? 1)]
    }
    guard !closing.signer.isEmpty else {
        // Room left beside the recipients, to be filled when the document is signed.
        return [Clause.authority, .signer].map {
            Finding($0, vi: "để trống", en: "left blank", page: closing.page, .remark)
        }
    }
    let lines = closing.authority
    let whole = PrintedLine(words: lines.flatMap(\.words))
    var findings = [
        Finding(.authority, vi: whole.text, en: whole.text, page: closing.page, .pass)
    ]
    findings += faultsOrFirst(lines.map { sizeFinding(.authoritySize, $0, page: closing.page) })
    findings.append(styleFinding(.authorityStyle, whole, page: closing.page))
    guard let name = closing.name else {
        return findings + [
            Finding(.signer, vi: "để trống", en: "left blank", page: closing.page, .remark)
        ]
    }
    let title = name.words.first { titles.contains(lettersOnly($0.text)) && $0.text.hasSuffix(".") }
    findings.append(
        Finding(
            .signer,
            vi: name.text,
            en: name.text,
            page: closing.page,
            title == nil ? .pass : .fail
        )
    )
    findings.append(sizeFinding(.signerSize, name, page: closing.page))
    findings.append(styleFinding(.signerStyle, name, page: closing.page))
    return findings
}

/// Academic titles as they are shortened; ranks of the forces and honours are allowed (II.7b).
private let titles: Set<String> = ["ths", "ts", "pgs", "gs", "pgsts", "gsts", "cn", "ks", "bs"]

private func recipients(_ survey: Survey) -> [Finding] {
    let lastPage = survey.mainPages.last?.number ?? 1
    guard let closing = survey.closing, let label = closing.recipients else {
        return [.absent(.recipients, page: survey.closing?.page ?? lastPage)]
    }
    var findings = [place(label, in: closing, survey)]
    findings.append(sizeFinding(.recipientsSize, label, page: closing.page))
    findings.append(styleFinding(.recipientsStyle, label, page: closing.page))
    guard !closing.list.isEmpty else {
        return findings + [.absent(.recipientListForm, page: closing.page)]
    }
    findings += faultsOrFirst(
        closing.list.map { sizeFinding(.recipientListSize, $0, page: closing.page) },
        at: 3
    )
    findings += faultsOrFirst(
        closing.list.map { styleFinding(.recipientListStyle, $0, page: closing.page) },
        at: 3
    )
    findings.append(listForm(closing))
    return findings
}

private func place(_ label: PrintedLine, in closing: Closing, _ survey: Survey) -> Finding {
    let offset = survey.column.map { millimetres(abs(label.left - $0.left)) }
    let drop = closing.signer.first.map { abs($0.baseline - label.baseline) }
    // Cells of tables have an inner margin of about 2 mm; letters of 12 and 14 pt differ by 2 pt.
    let holds = (offset ?? 0) <= 3 && (drop ?? 0) <= 6
    let (off, down) = (decimal(offset ?? 0), decimal(drop ?? 0))
    return Finding(
        .recipients,
        vi: "cách lề trái \(off) mm, lệch dòng \(down) pt",
        en: "\(off) mm from the left edge, \(down) pt off the line",
        page: closing.page,
        holds ? .pass : .fail
    )
}

private func listForm(_ closing: Closing) -> Finding {
    var items: [String] = []
    for line in closing.list {
        if let first = line.text.first, "-–—".contains(first) || items.isEmpty {
            items.append(line.text)
        } else {
            items[items.count - 1] += " " + line.text
        }
    }
    func found(_ text: String, _ verdict: Finding.Verdict) -> Finding {
        Finding(.recipientListForm, vi: text, en: text, page: closing.page, verdict)
    }
    for (index, item) in items.enumerated() {
        let isLast = index == items.count - 1
        if !item.hasPrefix("-") || !item.hasSuffix(isLast ? "." : ";") { return found(item, .fail) }
    }
    guard let last = items.last else { return found("", .fail) }
    let isArchive = lettersOnly(last).hasPrefix("lưuvt") || lettersOnly(last).hasPrefix("lưuvănthư")
    return found(last, isArchive ? .pass : .fail)
}
