import Diagnostics
import DocumentModel

extension Composer {
    /// An annex from its text.
    mutating func annex(_ order: Order.AnnexOrder, text: TemplateDocument) -> Annex? {
        guard let label = labels["annex.\(order.name)"] else { return nil }
        var numbers = HeadingNumbers()
        return Annex(
            anchor: label.anchor,
            label: label.text,
            title: plainText(order.title, in: Scope()).uppercased(),
            reference: plainText(self.order.annexReference, in: Scope()),
            blocks: blocks(of: [text], numbers: &numbers),
            isLandscape: order.isLandscape
        )
    }

    /// The doubts that make a report a draft, as its last annex.
    mutating func draftAnnex() -> Annex? {
        // Doubts name values of single organisations.
        guard material.isDraft, !material.openDoubts.isEmpty, !isPublic else { return nil }
        let items = material.openDoubts.map { doubt in
            var text = doubt.message.vi
            if let place = doubt.place {
                let line = place.line.map { ":\($0)" } ?? ""
                let cell = place.cell.map { " (\($0))" } ?? ""
                text = "\(place.file)\(line)\(cell): \(text)"
            }
            return List.Item(text: [.text(text)])
        }
        return Annex(
            anchor: "annex-draft",
            label: order.words.draft,
            title: order.words.draftErrors.uppercased(),
            reference: "",
            blocks: [.list(List(marker: .dash, items: items))],
            isLandscape: false
        )
    }

    /// Numbers every table, chart and annex that will appear, before any text refers to one.
    mutating func giveLabels(
        body: [TemplateDocument],
        annexes: [(Order.AnnexOrder, TemplateDocument)]
    ) {
        var tableCount = 0
        var chartCount = 0
        var pictureCount = 0
        let words = order.words
        func isOneOf(_ count: Int) -> String { HeadingNumbers.roman(count) }
        for (index, (annex, _)) in annexes.enumerated() {
            // A single annex has no number (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1).
            let number = annexes.count == 1 ? "" : "\u{A0}\(isOneOf(index + 1))"
            labels["annex.\(annex.name)"] = Label(
                text: words.annex + number,
                anchor: "annex-\(annex.name)"
            )
        }
        for text in body + annexes.map(\.1) where holds(text.conditions) {
            for block in text.blocks where holds(block.conditions) {
                switch block.block {
                case .table(let name) where isShown(table: name):
                    tableCount += 1
                    giveLabel("table", name, "\(words.table)\u{A0}\(tableCount)", at: block.place)
                case .chart(let name) where charts[name].map(isShown) == true:
                    chartCount += 1
                    giveLabel("chart", name, "\(words.chart)\u{A0}\(chartCount)", at: block.place)
                case .picture(let asked):
                    pictureCount += 1
                    giveLabel(
                        "picture",
                        asked.name,
                        "\(words.picture)\u{A0}\(pictureCount)",
                        at: block.place
                    )
                default: continue
                }
            }
        }
    }

    /// A table of its own, or the figures of a chart.
    private func isShown(table name: String) -> Bool {
        tables[name].map { holds($0.conditions) } ?? charts[name].map(isShown) ?? false
    }

    private mutating func giveLabel(_ kind: String, _ name: String, _ text: String, at place: Place)
    {
        guard labels["\(kind).\(name)"] == nil else {
            log.append(
                .badSpecification(
                    Bilingual(
                        vi:
                            "“\(kind) \(name)” đã được đặt ở chỗ khác; mỗi bảng, biểu đồ, ảnh chỉ đặt một lần.",
                        en: "“\(kind) \(name)” stands elsewhere already; each appears once."
                    ),
                    value: name,
                    at: place
                )
            )
            return
        }
        labels["\(kind).\(name)"] = Label(text: text, anchor: "\(kind)-\(name)")
        exhibits.append(Exhibit(kind: kind, name: name))
    }
}
