/// II.2: the parent body and the issuing body.
func issuerFindings(_ survey: Survey) -> [Finding] {
    guard let page = survey.document.pages.first else { return [] }
    let bodies = survey.head.bodies
    guard !bodies.isEmpty else { return [.absent(.issuer)] }
    // The parent body comes first and is not bold; the issuing body is what follows.
    let split = bodies.firstIndex { $0.isBold != false } ?? bodies.count - 1
    let parents = bodies[..<split]
    let issuers = Array(bodies[split...])
    let issuer = PrintedLine(words: issuers.flatMap(\.words))
    var findings = [Finding(.issuer, vi: issuer.text, en: issuer.text, page: 1, .pass)]
    findings += faultsOrFirst(issuers.map { sizeFinding(.issuerSize, $0, page: 1) })
    findings.append(styleFinding(.issuerStyle, issuer, page: 1))
    findings.append(page.shortRuleFinding(.issuerRule, under: issuers))
    if parents.isEmpty, issuers.count > 1 {
        findings.append(boldLines(issuers))
    } else if parents.isEmpty {
        findings.append(.unmeasured(.parentStyle, page: 1))
    } else {
        let parent = PrintedLine(words: parents.flatMap(\.words))
        findings += faultsOrFirst(parents.map { sizeFinding(.parentSize, $0, page: 1) })
        findings.append(styleFinding(.parentStyle, parent, page: 1))
    }
    return findings
}

/// Bold lines alone: a name over two lines, or a parent body that should not be bold.
private func boldLines(_ lines: [PrintedLine]) -> Finding {
    let names = lines.map(\.letters)
    if names.dropFirst().allSatisfy({ name in places.contains { name.hasPrefix($0) } }) {
        return .unmeasured(.parentStyle, page: 1)
    }
    let isParent = superiors.contains { names[0].hasPrefix($0) }
    let hasBodyOfItsOwn = names.dropFirst().contains { name in
        subordinates.contains { name.hasPrefix($0) }
    }
    if isParent, hasBodyOfItsOwn { return styleFinding(.parentStyle, lines[0], page: 1) }
    return Finding(
        .parentStyle,
        vi: "không có dòng nào không đậm",
        en: "no line that is not bold",
        page: 1,
        .remark
    )
}

/// How a line begins that only goes on with a name.
private let places = ["tỉnh", "thànhphố", "tp", "huyện", "thịxã", "quận", "xã", "phường", "đặckhu"]

/// How bodies begin that have others under them, and how those begin.
private let superiors = [
    "ubnd", "ủybannhândân", "uỷbannhândân", "bộ", "sở", "tổngcục", "cục", "liênminhhợptácxãviệtnam",
]
private let subordinates = [
    "sở", "chicục", "cục", "tổngcục", "trungtâm", "thanhtra", "liênminh", "trường", "bệnhviện",
]
