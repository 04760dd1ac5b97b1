/// II.9a: to whom the document goes.
func addresseeFindings(_ survey: Survey) -> [Finding] {
    guard let addressee = survey.addressee else { return [.unmeasured(.addressee)] }
    return [addressee.items.isEmpty ? single(addressee.label) : several(addressee)]
        + faultsOrFirst(addressee.lines.map { sizeFinding(.addresseeSize, $0, page: 1) })
        + faultsOrFirst(addressee.lines.map { styleFinding(.addresseeStyle, $0, page: 1) })
}

private func found(_ text: String, vi: String = "", en: String = "", _ verdict: Finding.Verdict)
    -> Finding
{
    Finding(
        .addressee,
        vi: text + (vi.isEmpty ? "" : " (\(vi))"),
        en: text + (en.isEmpty ? "" : " (\(en))"),
        page: 1,
        verdict
    )
}

private func single(_ label: PrintedLine) -> Finding {
    // Several that are told one after another on a line.
    label.text.dropLast().contains(";")
        ? found(label.text, vi: "mỗi nơi phải một dòng", en: "each needs a line", .fail)
        : found(label.text, .pass)
}

private func several(_ addressee: Addressee) -> Finding {
    let items = addressee.items
    for (index, item) in items.enumerated() {
        let text = item.map(\.text).joined(separator: " ")
        let end = index == items.count - 1 ? "." : ";"
        if !text.hasSuffix(end) {
            return found(
                text,
                vi: "phải kết thúc bằng “\(end)”",
                en: "must end with “\(end)”",
                .fail
            )
        }
        if !text.hasPrefix("-") {
            return found(text, vi: "gạch đầu dòng phải là “-”", en: "must begin with “-”", .fail)
        }
    }
    let first = items[0][0]
    // On the label's line the first may stand a hair off, where a tab or a blank brought it.
    let slack = addressee.isFirstBesideLabel ? points(2) : 2
    if let off = items.first(where: { abs($0[0].left - first.left) > slack }) {
        let verdict: Finding.Verdict = addressee.isFirstBesideLabel ? .remark : .fail
        return found(off[0].text, vi: "gạch đầu dòng không thẳng hàng", en: "not aligned", verdict)
    }
    if addressee.isFirstBesideLabel {
        return found(
            first.text,
            vi: "nơi đầu tiên phải xuống dòng",
            en: "the first must be on a line of its own",
            .remark
        )
    }
    // Under the colon, or near it.
    let offset = millimetres(abs(first.left - addressee.label.right))
    return offset <= 10
        ? found(first.text, .pass)
        : found(
            first.text,
            vi: "cách dấu hai chấm \(decimal(offset)) mm",
            en: "\(decimal(offset)) mm from the colon",
            .remark
        )
}
