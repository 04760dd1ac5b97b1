import CairoKit
import Charts
import DocumentModel
import ThemeModel

@testable import RenderPDF

/// What a document says, block by block in reading order, from the model alone.
struct ModelText {
    private(set) var blocks: [String] = []
    private let document: Document
    /// Numbers of the pages of headings, by anchor.
    private let pages: [String: Int]
    /// How many pages stand before the first annex.
    private let bodyPages: Int
    private let fonts: FontSet

    init(_ document: Document, pages: [String: Int], bodyPages: Int, fonts: FontSet) {
        self.document = document
        self.pages = pages
        self.bodyPages = bodyPages
        self.fonts = fonts
        addForm(document.form)
        add(document.body, isLandscape: false)
        let closing = document.closing
        if !closing.recipients.isEmpty { add(closing.recipientsLabel) }
        for recipient in closing.recipients {
            // The dash is the item's label.
            let isDashed = recipient.hasPrefix("- ")
            if isDashed { add("-") }
            add(String(recipient.dropFirst(isDashed ? 2 : 0)))
        }
        add(closing.position.joined(separator: " "))
        add(closing.signer ?? "")
        for annex in document.annexes {
            add("\(annex.label) \(annex.title)")
            add(annex.reference)
            add(annex.blocks, isLandscape: annex.isLandscape)
        }
    }

    /// Letters that no one sees are left out; white space counts as one blank.
    private mutating func add(_ text: String) {
        let visible = text.unicodeScalars.filter { !$0.isInvisible || $0 == "\n" || $0 == "\t" }
        let words = words(String(String.UnicodeScalarView(visible)))
        if !words.isEmpty { blocks.append(words.joined(separator: " ")) }
    }

    private mutating func addForm(_ form: OfficialForm) {
        [form.nation, form.motto, form.parentAgency ?? "", form.agency.joined(separator: " ")]
            .forEach { add($0) }
        [form.number, form.placeAndDate, "\(form.kind) \(form.subject)"].forEach { add($0) }
        guard form.addressees.count > 1 else {
            if let only = form.addressees.first { add("\(form.addresseeLabel) \(only)") }
            return
        }
        add(form.addresseeLabel)
        for (number, name) in form.addressees.enumerated() {
            add("- \(name)\(number == form.addressees.count - 1 ? "." : ";")")
        }
    }

    private mutating func add(_ blocks: [Block], isLandscape: Bool) {
        for block in blocks {
            switch block {
            case .heading(let heading): add("\(heading.number) \(heading.text.plainText)")
            case .paragraph(let paragraph): add(paragraph.text.plainText)
            case .list(let list): add(list)
            case .table(let table): add(table)
            case .picture(let picture):
                add(
                    [picture.label, picture.caption].filter { !$0.isEmpty }.joined(separator: ". ")
                )
            case .chart(let chart): add(chart, isLandscape: isLandscape)
            case .contents: addContents()
            }
        }
    }

    private mutating func addContents() {
        add(document.words.contents)
        for case .heading(let heading) in document.body where heading.level <= 2 {
            let page = pages[heading.anchor].map(String.init) ?? ""
            add("\(heading.number) \(heading.text.plainText) \(page)")
        }
        let after = document.words.after
        let lastPage = "\(after) \(document.words.page.lowercased()) \(bodyPages)"
        let places = [lastPage] + document.annexes.map { "\(after) \($0.label)" }
        for (annex, place) in zip(document.annexes, places) {
            add("\(annex.label). \(annex.title) \(after.isEmpty ? "" : place)")
        }
    }

    private mutating func add(_ list: List) {
        for (number, item) in list.items.enumerated() {
            switch list.marker {
            case .dash: add("-")
            case .plus: add("+")
            case .number(let start): add("\(start + number).")
            }
            add(item.text.plainText)
            if let sublist = item.sublist { add(sublist) }
        }
    }

    private mutating func add(_ table: Table) {
        let unit = table.unit.map { " \(document.words.unit): \($0)" } ?? ""
        add("\(table.label). \(table.caption)\(unit)")
        for row in table.head { row.forEach { add($0.text) } }
        for row in table.rows { row.cells.forEach { add($0) } }
        addNotes(table.notes, unit: nil, source: table.source)
    }

    private mutating func add(_ chart: Chart, isLandscape: Bool) {
        add("\(chart.label). \(chart.caption)")
        let page = sampleTheme.page
        let width = (isLandscape ? page.height : page.width) - page.left - page.right
        let scene = Charts.scene(
            for: chart.spec,
            width: width * 72 / 25.4,
            theme: sampleTheme,
            measuring: fonts
        )
        add(
            scene.elements.compactMap { element -> String? in
                if case .text(let run) = element { run.text } else { nil }
            }.joined(separator: " ")
        )
        addNotes(chart.notes, unit: chart.unit, source: chart.source)
    }

    private mutating func addNotes(_ notes: [String], unit: String?, source: String?) {
        for (number, note) in notes.enumerated() {
            add(number == 0 ? "\(document.words.note): \(note)" : note)
        }
        let ends = [(document.words.unit, unit), (document.words.source, source)]
            .compactMap { word, text in text.map { "\(word): \($0)" } }
        add(ends.joined(separator: ". "))
    }
}

/// The texts of the blocks in what `pdfinfo -struct-text` prints.
func structureBlocks(_ text: String) -> [String] {
    /// Elements that are open, with their indentation and their place in `blocks`.
    var open: [(indent: Int, block: Int)] = []
    var blocks: [String] = []
    for line in text.split(separator: "\n") {
        let indent = line.prefix { $0 == " " }.count
        let content = line.dropFirst(indent)
        while let last = open.last, last.indent >= indent { open.removeLast() }
        if content.hasPrefix("\""), content.hasSuffix("\"") {
            guard let last = open.indices.last else { continue }
            // What follows an element inside another is a text of its own.
            if open[last].block < blocks.count - 1 {
                blocks.append("")
                open[last].block = blocks.count - 1
            }
            blocks[open[last].block] += content.dropFirst().dropLast()
        } else if content.hasPrefix("Link"), let last = open.last {
            open.append((indent, last.block))
        } else if content.first?.isUppercase == true, !content.hasPrefix("Object ") {
            blocks.append("")
            open.append((indent, blocks.count - 1))
        }
    }
    return blocks.map { words($0).joined(separator: " ") }.filter { !$0.isEmpty }
}
