import Diagnostics
import SettingsKit

/// Reads `order.yaml`.
func readOrder(_ source: SourceText, log: inout DiagnosticLog) -> Order? {
    readSettingsFile(source, log: &log) { reader in
        let words = reader.mapping("words") { readWords(&$0) }
        let body = reader.nodes("body").compactMap { node -> Order.Part? in
            guard let name = reader.text(of: node, key: "body") else { return nil }
            return name == "contents" ? .contents : .text(name, node.place)
        }
        let annexes = reader.optionalMappings("annexes") { readAnnex(&$0) }
        let binding = reader.optionalMapping("keep-together") { readBinding(&$0) }
        let kind = reader.text("kind", allowsEmpty: true)
        let symbol = reader.optionalTemplateText("symbol")
        let subject = reader.templateText("subject")
        let keywords = reader.templateTexts("keywords")
        let reference = reader.templateText("annex-reference")
        guard let words else { return nil }
        return Order(
            kind: kind,
            symbol: symbol,
            subject: subject,
            keywords: keywords,
            annexReference: reference,
            words: words,
            body: body,
            annexes: annexes,
            binding: binding ?? WordBinding()
        )
    }
}

private func readBinding(_ reader: inout MappingReader) -> WordBinding? {
    WordBinding(
        beforeNumber: Set(reader.optionalTexts("before-number")),
        afterNumber: reader.optionalTexts("after-number")
            .map { $0.split(separator: " ").map(String.init) },
        abbreviations: Set(reader.optionalTexts("abbreviations")),
        phrases: reader.optionalTexts("phrases")
            .map { $0.lowercased().split(separator: " ").map(String.init) }
            .filter { !$0.isEmpty }
    )
}

private func readAnnex(_ reader: inout MappingReader) -> Order.AnnexOrder? {
    Order.AnnexOrder(
        name: reader.text("name"),
        title: reader.templateText("title"),
        text: reader.text("text"),
        isLandscape: reader.optionalFlag("landscape") ?? false,
        conditions: reader.conditions(),
        place: reader.place
    )
}

private func readWords(_ reader: inout MappingReader) -> Order.Words? {
    Order.Words(
        nation: reader.text("nation"),
        motto: reader.text("motto"),
        number: reader.text("number"),
        blankNumber: reader.text("blank-number", allowsEmpty: true),
        day: reader.text("day"),
        month: reader.text("month"),
        year: reader.text("year"),
        addressees: reader.text("addressees"),
        recipients: reader.text("recipients"),
        contents: reader.text("contents"),
        source: reader.text("source"),
        unit: reader.text("unit"),
        note: reader.text("note"),
        chartData: reader.text("chart-data"),
        skip: reader.text("skip"),
        page: reader.text("page"),
        after: reader.optionalText("after") ?? "",
        figuresFile: reader.optionalText("figures-file") ?? "",
        rowsFile: reader.optionalText("rows-file") ?? "",
        table: reader.text("table"),
        chart: reader.text("chart"),
        picture: reader.text("picture"),
        annex: reader.text("annex"),
        draft: reader.text("draft"),
        draftErrors: reader.text("draft-errors"),
        nothing: reader.text("none"),
        empty: reader.text("empty"),
        confirmed: reader.text("confirmed"),
        unknown: reader.text("unknown"),
        notApplicable: reader.text("not-applicable"),
        suppressed: reader.optionalText("suppressed") ?? "",
        suppressedText: reader.optionalText("suppressed-text") ?? "",
        suppressedNote: reader.optionalText("suppressed-note") ?? "",
        charts: reader.optionalMapping("charts") { readChartWords(&$0) } ?? Order.ChartWords(),
        names: reader.optionalMapping("names") { readNames(&$0) } ?? [:],
        registered: reader.optionalText("registered") ?? "",
        rounding: reader.optionalMapping("rounding") { readNames(&$0) } ?? [:]
    )
}

private func readChartWords(_ reader: inout MappingReader) -> Order.ChartWords? {
    Order.ChartWords(
        noData: reader.text("no-data"),
        continued: reader.text("continued"),
        ratioAxis: reader.text("ratio-axis"),
        most: reader.text("most"),
        published: reader.optionalText("published") ?? "",
        least: reader.text("least"),
        equal: reader.text("equal"),
        widest: reader.text("widest"),
        from: reader.text("from"),
        to: reader.text("to")
    )
}
