package import Diagnostics
package import DocumentModel

/// Composes the report from what is known and the office's templates; `nil` when the templates'
/// settings cannot be read.
///
/// Every fault of every template is logged; a text with a fault is composed all the same, with a
/// visible mark, so that a draft can be looked at.
package func document(
    from material: ReportMaterial,
    templates: TemplateSet,
    log: inout DiagnosticLog
) -> Document? {
    let phrases = templates.file("phrases.yaml", log: &log).flatMap { readPhrases($0, log: &log) }
    let tables = templates.file("tables.yaml", log: &log).flatMap { readTables($0, log: &log) }
    let charts = templates.file("charts.yaml", log: &log).flatMap { readCharts($0, log: &log) }
    let order = templates.file("order.yaml", log: &log).flatMap { readOrder($0, log: &log) }
    guard let phrases, let tables, let charts, let order else { return nil }
    var composer = Composer(
        material: material,
        order: order,
        phrases: phrases,
        tables: tables,
        charts: charts
    )
    let document = composer.document(templates)
    log.append(contentsOf: composer.log)
    return document
}

extension Composer {
    fileprivate mutating func document(_ templates: TemplateSet) -> Document {
        let parts = order.body.compactMap { part -> (text: TemplateDocument?, isContents: Bool)? in
            switch part {
            case .contents: (nil, true)
            case .text(let name, let place):
                read(name, from: templates, at: place).map { ($0, false) }
            }
        }
        let annexTexts = order.annexes.filter { holds($0.conditions) }.compactMap { annex in
            read(annex.text, from: templates, at: annex.place).map { (annex, $0) }
        }
        giveLabels(body: parts.compactMap(\.text), annexes: annexTexts)

        var numbers = HeadingNumbers()
        var body: [Block] = []
        for part in parts {
            if part.isContents { body.append(.contents) }
            if let text = part.text { body += blocks(of: [text], numbers: &numbers) }
        }
        var annexes = annexTexts.compactMap { annex(_: $0.0, text: $0.1) }
        if let draft = draftAnnex() { annexes.append(draft) }
        return Document(
            metadata: metadata(),
            form: form(),
            body: body,
            closing: closing(),
            annexes: annexes,
            draft: material.isDraft ? Draft(mark: order.words.draft) : nil,
            words: fixedWords
        )
    }

    private mutating func read(
        _ name: String,
        from templates: TemplateSet,
        at place: Place
    ) -> TemplateDocument? {
        guard let source = templates.text(name) else {
            log.append(.missingText(name, at: place, among: templates.textNames))
            return nil
        }
        return MarkdownReader.read(source, name: name, log: &log)
    }
}
