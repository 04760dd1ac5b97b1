package import DatasetModel
package import Diagnostics

/// How each submission was read, for people: settings with their reasons, lines left out, totals proved,
/// cells that say that there is no value.
package func readingText(_ submissions: [Submission], language: Language) -> String {
    submissions.reduce(into: "") { text, submission in
        guard let reading = submission.reading else { return }
        let rows = Bilingual(
            vi: "\(submission.rowCount) dòng số liệu",
            en: "\(submission.rowCount) rows of data"
        )
        text += "\(submission.path): \(rows.text(in: language))\n"
        for line in lines(of: reading, language) { text += "    \(line.visible)\n" }
    }
}

/// Lines of one kind told one by one; the others are counted.
private let limit = 200

private func lines(of reading: Reading, _ language: Language) -> [String] {
    let hasSheets = Set(reading.settings.compactMap(\.sheet)).count > 1
    func sheet(_ name: String?) -> String { hasSheets ? name.map { "\($0)! " } ?? "" : "" }
    var lines = reading.settings.map { setting in
        "\(sheet(setting.sheet))\(setting.label.text(in: language)): "
            + "\(setting.shown.text(in: language)) (\(setting.evidence.text(in: language)))"
    }
    lines += limited(reading.leftOut.filter { $0.kind != .blank }, language) { left in
        let line = "\(sheet(left.sheet))\(left.line)"
        return Bilingual(
            vi: "để ngoài dòng \(line), \(left.kind.words.vi): \(left.text)",
            en: "left out line \(line), \(left.kind.words.en): \(left.text)"
        )
    }
    let blank = reading.leftOut.filter { $0.kind == .blank }.map { "\(sheet($0.sheet))\($0.line)" }
    if !blank.isEmpty {
        let more = blank.count > limit ? ", …" : ""
        let listed = blank.prefix(limit).joined(separator: ", ") + more
        lines.append(
            Bilingual(
                vi: "để ngoài \(blank.count) dòng trống: \(listed)",
                en: "left out, blank lines (\(blank.count)): \(listed)"
            ).text(in: language)
        )
    }
    lines += limited(reading.proofs, language) { proof in
        let cell = proof.place.cell ?? ""
        return Bilingual(
            vi:
                "tổng ở ô \(cell) (\(proof.column)): ghi \(proof.stated), \(proof.rows) dòng cộng lại "
                + "\(proof.computed): \(proof.holds ? "khớp" : "KHÔNG KHỚP")",
            en:
                "total in cell \(cell) (\(proof.column)): says \(proof.stated), \(proof.rows) rows add up "
                + "to \(proof.computed): \(proof.holds ? "holds" : "DOES NOT HOLD")"
        )
    }
    lines += limited(reading.missing, language) { mark in
        let isNone = mark.meaning == Reading.MissingMark.Meaning.none
        return Bilingual(
            vi: "ô \(mark.cell) (\(mark.column)): “\(mark.raw)” là "
                + (isNone ? "không phát sinh" : "chưa có số liệu"),
            en: "cell \(mark.cell) (\(mark.column)): “\(mark.raw)” means "
                + (isNone ? "there is none" : "not known")
        )
    }
    return lines
}

private func limited<Item>(
    _ items: [Item],
    _ language: Language,
    _ words: (Item) -> Bilingual
) -> [String] {
    var lines = items.prefix(limit).map { words($0).text(in: language) }
    if items.count > limit {
        let rest = items.count - limit
        lines.append(
            Bilingual(vi: "… và \(rest) mục như thế nữa", en: "… and \(rest) more of these")
                .text(in: language)
        )
    }
    return lines
}

extension String {
    /// The text without the control characters by which a submission could steer a terminal.
    fileprivate var visible: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
            )
        )
    }
}
