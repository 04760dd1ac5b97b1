import Diagnostics
import DocumentModel
import PeriodModel
import Vocabulary

/// Turns the texts and tables of return notes into documents; collects the faults of the templates.
struct NoteComposer {
    let material: NoteMaterial
    let order: NoteOrder
    let tables: [String: NoteTable]
    /// The faults of the templates, each once however many notes have it.
    private(set) var log = DiagnosticLog()
    private var told: Set<Diagnostic> = []

    init(material: NoteMaterial, order: NoteOrder, tables: [String: NoteTable]) {
        self.material = material
        self.order = order
        self.tables = tables
    }

    /// Reads the text `NAME.md`.
    mutating func read(_ name: String, from templates: TemplateSet) -> TemplateDocument? {
        templates.file("\(name).md", log: &log).map {
            MarkdownReader.read($0, name: name, log: &log)
        }
    }

    /// The document of one note, or of the index.
    mutating func document(
        _ text: TemplateDocument,
        _ head: NoteOrder.Head,
        in context: NoteContext
    ) -> Document {
        let subject = plainText(head.subject, context.words)
        let words = order.words
        let settings = material.settings
        var blocks: [Block] = []
        var numbers = HeadingNumbers()
        for block in text.blocks where block.conditions.allSatisfy({ holds($0, in: context) }) {
            append(block, in: context, numbers: &numbers, to: &blocks)
        }
        let form = OfficialForm(
            nation: words.nation,
            motto: words.motto,
            parentAgency: settings.agency.parent?.uppercased(),
            agency: settings.agencyLines.map { $0.uppercased() },
            number: "\(words.number) \(words.blankNumber)/\(plainText(head.symbol, context.words))",
            placeAndDate: "\(settings.agency.place), \(words.dateText(nil))",
            kind: head.kind,
            subject: subject,
            addresseeLabel: words.addressees,
            addressees: head.addressees.map { plainText($0, context.words) }
                .filter { !$0.isEmpty }
        )
        let recipients = head.recipients.map { plainText($0, context.words) }
        return Document(
            metadata: Metadata(
                title: "\(head.kind.lowercased().capitalisingFirst) \(subject.decapitalisingFirst)",
                author: settings.agency.name,
                subject: subject,
                language: "vi-VN",
                date: material.date,
                producer: material.producer
            ),
            form: form,
            body: blocks,
            closing: Closing(
                recipientsLabel: words.recipients,
                recipients: head.isSigned ? recipientLines(recipients) : [],
                position: head.isSigned ? settings.agency.positionLines : [],
                signer: head.isSigned ? settings.agency.signer : nil
            ),
            words: FixedWords(
                contents: words.contents,
                source: words.source,
                unit: words.unit,
                note: words.note,
                chartData: words.chartData,
                skipToContent: words.skip,
                page: words.page
            )
        )
    }

    private func holds(_ condition: Condition, in context: NoteContext) -> Bool {
        guard case .has(let word) = condition.subject else { return condition.isNegated }
        return context.flags.contains(word) != condition.isNegated
    }

    private mutating func append(
        _ conditioned: ConditionedBlock,
        in context: NoteContext,
        numbers: inout HeadingNumbers,
        to blocks: inout [Block]
    ) {
        let place = conditioned.place
        switch conditioned.block {
        case .heading(let level, let text):
            let level = min(level, numbers.lastLevel + 1, 3)
            let number = numbers.next(level: level)
            let heading = Heading(
                level: level,
                number: number,
                text: tidied(text, context.words),
                anchor: numbers.anchor,
                origin: place
            )
            blocks.append(.heading(heading))
        case .paragraph(let text):
            let inlines = tidied(text, context.words)
            guard !inlines.plainText.allSatisfy(\.isWhitespace) else { return }
            let isNote =
                if case .emphasis? = text.first, text.count == 1 { true } else { false }
            blocks.append(
                .paragraph(Paragraph(inlines, style: isNote ? .note : .body, origin: place))
            )
        case .list(let start, let items):
            blocks.append(.list(list(start, items, in: context, at: place)))
        case .table(let name):
            if let table = table(name, in: context, at: place) { blocks.append(.table(table)) }
        case .chart, .picture, .each:
            report(
                .markup(
                    Bilingual(
                        vi: "khối chart, each và ảnh",
                        en: "the blocks chart and each and pictures"
                    ),
                    at: place
                )
            )
        }
    }

    private mutating func list(
        _ start: Int?,
        _ items: [[TextBlock]],
        in context: NoteContext,
        at place: Place
    ) -> List {
        var result: [List.Item] = []
        for item in items {
            var text: [Inline] = []
            for case .paragraph(let inlines) in item {
                if !text.isEmpty { text.append(.lineBreak) }
                text += tidied(inlines, context.words)
            }
            result.append(List.Item(text: text))
        }
        return List(
            marker: start.map { .number(start: $0) } ?? .dash,
            items: result,
            origin: place
        )
    }

    private mutating func table(_ name: String, in context: NoteContext, at place: Place) -> Table?
    {
        guard let specification = tables[name] else {
            report(
                .unknownName("table \(name)", among: tables.keys.map { "table \($0)" }, at: place)
            )
            return nil
        }
        guard let list = context.lists[specification.rows] else {
            report(
                .unknownName(
                    specification.rows,
                    among: context.lists.keys.sorted(),
                    at: specification.place
                )
            )
            return nil
        }
        guard !list.isEmpty else { return nil }
        var columns = specification.columns.map { Table.Column($0.alignment.inTables) }
        if let first = columns.firstIndex(where: { $0.alignment == .leading }) {
            columns[first].isRowHeader = true
        }
        let scopes = list.map { context.words.merging($0) { _, own in own } }
        return Table(
            anchor: "table-\(name)",
            label: "",
            caption: plainText(specification.caption, context.words),
            columns: columns,
            head: [
                specification.columns.map {
                    Table.HeadCell(plainText($0.heading, context.words))
                }
            ],
            rows: rows(specification, scopes),
            notes: specification.rowNote.map { note in scopes.map { plainText(note, $0) } } ?? [],
            isWide: specification.isWide,
            origin: place
        )
    }

    private mutating func rows(_ table: NoteTable, _ scopes: [[String: String]]) -> [Table.Row] {
        let groups = table.group.map { group in scopes.map { plainText(group, $0) } }
        let namesGroups = table.namesLoneGroup || Set(groups ?? []).count > 1
        var rows: [Table.Row] = []
        for (index, scope) in scopes.enumerated() {
            if let groups, namesGroups, index == 0 || groups[index] != groups[index - 1] {
                rows.append(Table.Row([groups[index]], kind: .group))
            }
            var links: [Int: LinkTarget] = [:]
            var cells: [String] = []
            for (position, column) in table.columns.enumerated() {
                if let link = column.link {
                    links[position] = .address(plainText(link, scope))
                }
                cells.append(column.text.map { plainText($0, scope) } ?? "")
            }
            rows.append(Table.Row(cells, links: links))
        }
        return rows
    }

    // MARK: texts

    mutating func plainText(_ text: TemplateText, _ words: [String: String]) -> String {
        // What was read is shown blank for blank.
        if text.segments.count == 1, case .placeholder(let only) = text.segments[0],
            let word = words[only.name]
        {
            return word
        }
        return inlines(text, words).plainText.collapsingBlanks
    }

    private mutating func tidied(_ text: [TextInline], _ words: [String: String]) -> [Inline] {
        var tidier = BlankTidier()
        return tidier.tidied(inlines(text, words))
    }

    private mutating func inlines(_ text: [TextInline], _ words: [String: String]) -> [Inline] {
        text.flatMap { inline -> [Inline] in
            switch inline {
            case .text(let text): inlines(text, words)
            case .emphasis(let children): [.emphasis(inlines(children, words))]
            case .strong(let children): [.strong(inlines(children, words))]
            case .link(let address, let children):
                [.link(.address(address), inlines(children, words))]
            case .lineBreak: [.lineBreak]
            }
        }
    }

    private mutating func inlines(_ text: TemplateText, _ words: [String: String]) -> [Inline] {
        text.segments.map { segment in
            switch segment {
            case .literal(let literal): return .text(literal)
            case .placeholder(let placeholder):
                if let word = words[placeholder.name] { return .text(word) }
                report(
                    .unknownName(
                        placeholder.name,
                        among: words.keys.sorted(),
                        at: placeholder.place
                    )
                )
                return .text("[?\(placeholder.name)?]")
            }
        }
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if told.insert(diagnostic).inserted { log.append(diagnostic) }
    }
}
