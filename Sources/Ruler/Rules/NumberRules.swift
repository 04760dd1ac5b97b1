/// II.3 and II.4: the number with its symbol; the place with the date.
func numberFindings(_ survey: Survey) -> [Finding] {
    number(survey.head) + date(survey.head)
}

private func number(_ head: Letterhead) -> [Finding] {
    guard let line = head.number else { return [.absent(.number)] }
    var findings = [
        numberForm(line),
        sizeFinding(.numberSize, line, page: 1),
        styleFinding(.numberStyle, line, page: 1),
    ]
    if let body = head.bodies.last {
        let offset = millimetres(abs(line.middle - body.middle))
        let off = decimal(offset)
        // A blank number leaves open how wide the line is.
        let isBlank = findings[0].verdict == .remark
        let holds = offset <= 3 || isBlank && offset <= 10
        findings.append(
            Finding(
                .numberCentred,
                vi: "lệch \(off) mm",
                en: "\(off) mm off",
                page: 1,
                holds ? .pass : .fail
            )
        )
    }
    return findings
}

private func numberForm(_ line: PrintedLine) -> Finding {
    func found(_ vi: String, _ en: String, _ verdict: Finding.Verdict) -> Finding {
        Finding(
            .number,
            vi: "\(line.text)" + (vi.isEmpty ? "" : " (\(vi))"),
            en: "\(line.text)" + (en.isEmpty ? "" : " (\(en))"),
            page: 1,
            verdict
        )
    }
    guard let colon = line.text.firstIndex(of: ":"),
        lettersOnly(String(line.text[..<colon])) == "số"
    else { return found("thiếu “Số:”", "“Số:” is missing", .fail) }
    let rest = line.text[line.text.index(after: colon)...].drop { $0 == " " }
    guard let slash = rest.firstIndex(of: "/") else {
        return found("thiếu “/”", "“/” is missing", .fail)
    }
    let value = rest[..<slash]
    let symbol = rest[rest.index(after: slash)...]
    let digits = value.filter(\.isNumber)
    let isBlank = digits.isEmpty
    if symbol.contains(" ") || (!isBlank && value.contains(" ")) {
        return found("có cách chữ", "it has spaces", .fail)
    }
    if symbol.isEmpty || symbol.contains("–") || symbol.contains("—")
        || symbol.contains(where: \.isLowercase)
    {
        return found("ký hiệu sai", "wrong symbol", .fail)
    }
    if isBlank { return found("để trống số", "number left blank", .remark) }
    if value != digits { return found("số sai", "wrong number", .fail) }
    if digits.count == 1 { return found("thiếu số 0", "0 is missing", .fail) }
    if digits.hasPrefix("0"), digits.count > 2 { return found("thừa số 0", "too many 0", .fail) }
    return found("", "", .pass)
}

private func date(_ head: Letterhead) -> [Finding] {
    guard let line = head.date else { return [.absent(.date)] }
    return [
        dateForm(line),
        sizeFinding(.dateSize, line, page: 1),
        styleFinding(.dateStyle, line, page: 1),
        datePlace(line, head),
    ]
}

private func datePlace(_ line: PrintedLine, _ head: Letterhead) -> Finding {
    var (vi, en): ([String], [String]) = ([], [])
    var holds = true
    if let number = head.number {
        let drop = abs(line.baseline - number.baseline)
        // Letters of 13 and 14 pt in one row of a table differ by a point.
        let isLevel = drop <= 4
        holds = holds && isLevel
        vi.append(isLevel ? "cùng dòng với số" : "lệch dòng \(decimal(drop)) pt")
        en.append(isLevel ? "on the number's line" : "\(decimal(drop)) pt off the number's line")
    }
    if let heading = head.country ?? head.motto {
        let offset = millimetres(abs(line.middle - heading.middle))
        // A blank date leaves open how wide the line is.
        let isBlank = !line.text.contains(where: \.isNumber)
        holds = holds && (offset <= 3 || isBlank && offset <= 10)
        vi.append("lệch giữa \(decimal(offset)) mm")
        en.append("\(decimal(offset)) mm off the middle")
    }
    return Finding(
        .datePlace,
        vi: vi.joined(separator: ", "),
        en: en.joined(separator: ", "),
        page: 1,
        holds ? .pass : .fail
    )
}

private func dateForm(_ line: PrintedLine) -> Finding {
    func found(_ vi: String, _ en: String, _ verdict: Finding.Verdict) -> Finding {
        Finding(
            .date,
            vi: line.text + (vi.isEmpty ? "" : " (\(vi))"),
            en: line.text + (en.isEmpty ? "" : " (\(en))"),
            page: 1,
            verdict
        )
    }
    let words = line.words.map(\.text)
    guard let dayAt = words.firstIndex(where: { lettersOnly($0) == "ngày" }),
        let monthAt = words.firstIndex(where: { lettersOnly($0) == "tháng" }),
        let yearAt = words.lastIndex(where: { lettersOnly($0) == "năm" }),
        dayAt < monthAt, monthAt < yearAt
    else { return found("sai dạng", "wrong form", .fail) }
    guard dayAt > 0, words[dayAt - 1].hasSuffix(","),
        words[..<dayAt].contains(where: { $0.contains(where: \.isLetter) })
    else {
        return found("thiếu địa danh hoặc dấu phẩy", "the place or its comma is missing", .fail)
    }
    let day = words[(dayAt + 1)..<monthAt].joined()
    let month = words[(monthAt + 1)..<yearAt].joined()
    let year = words[(yearAt + 1)...].joined()
    if let fault = part(day, paddedBelow: 10, upTo: 31) {
        return found("ngày: \(fault.vi)", "day: \(fault.en)", .fail)
    }
    if let fault = part(month, paddedBelow: 3, upTo: 12) {
        return found("tháng: \(fault.vi)", "month: \(fault.en)", .fail)
    }
    if isBlank(year) ? false : !(year.count == 4 && year.allSatisfy(\.isNumber)) {
        return found("năm sai", "wrong year", isUnfinished(year) ? .remark : .fail)
    }
    if [day, month, year].contains(where: isBlank) {
        return found("để trống", "left blank", .remark)
    }
    return found("", "", .pass)
}

private func isBlank(_ text: String) -> Bool { text.allSatisfy { ".…_".contains($0) } }

/// `20…`, to be completed by hand.
private func isUnfinished(_ text: String) -> Bool { text.contains { ".…_".contains($0) } }

/// What is wrong with a day or month as it is written; `nil` when it is right or blank.
private func part(_ text: String, paddedBelow limit: Int, upTo last: Int) -> (
    vi: String, en: String
)? {
    guard !isBlank(text) else { return nil }
    guard let number = Int(text), (1...last).contains(number) else { return ("sai", "wrong") }
    let written = number < limit ? "0\(number)" : "\(number)"
    return text == written ? nil : ("phải ghi \(written)", "to be written \(written)")
}
