/// I.1, I.2, IV: the paper, how it lies, the kind of file.
func pageFindings(_ survey: Survey) -> [Finding] {
    var widths: [Finding] = []
    var heights: [Finding] = []
    var turns: [Finding] = []
    for page in survey.document.pages {
        let (short, long) = (min(page.width, page.height), max(page.width, page.height))
        widths.append(
            measured(.paperWidth, millimetres(short), within: Tolerance.paper, page: page.number)
        )
        heights.append(
            measured(.paperHeight, millimetres(long), within: Tolerance.paper, page: page.number)
        )
        if page.isLandscape {
            let hasTable = !page.tableZones().isEmpty || !page.drawingZones().isEmpty
            turns.append(
                Finding(
                    .orientation,
                    vi: hasTable ? "ngang, có bảng" : "ngang, không có bảng",
                    en: hasTable ? "across, with a table" : "across, without a table",
                    page: page.number,
                    hasTable ? .pass : .fail
                )
            )
        } else {
            turns.append(Finding(.orientation, vi: "dọc", en: "portrait", page: page.number, .pass))
        }
    }
    return faultsOrFirst(widths, at: 3) + faultsOrFirst(heights, at: 3)
        + faultsOrFirst(turns, at: 3)
        + [versionFinding(survey.document)]
}

/// The clause is about scans; of other files an old version is worth a look only.
private func versionFinding(_ document: PrintedDocument) -> Finding {
    guard let version = document.version, let number = Double(version) else {
        return .unmeasured(.version)
    }
    let isScan = document.pages.allSatisfy { $0.lines.isEmpty && !$0.pictures.isEmpty }
    return Finding(
        .version,
        vi: version,
        en: version,
        number >= 1.4 ? .pass : isScan ? .fail : .remark
    )
}
