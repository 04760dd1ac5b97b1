import Charts
import DocumentModel
import ThemeModel
import Vocabulary

/// The page of one document. Names of its own (`--main`, `…--caption`) have two hyphens, so that
/// they never meet an anchor of the document.
struct Page {
    let document: Document
    let theme: Theme
    let measuring: any TextMeasuring

    static let mainAnchor = "--main"

    var bytes: [UInt8] {
        var markup = Markup()
        markup.element(.html, [Attribute("lang", document.metadata.language)]) { html in
            writeHead(to: &html)
            html.element(.body) { writeBody(to: &$0) }
        }
        return markup.bytes
    }

    private func writeHead(to markup: inout Markup) {
        let metadata = document.metadata
        let named = [
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("author", metadata.author),
            ("description", metadata.subject),
            ("keywords", metadata.keywords.joined(separator: ", ")),
            ("dcterms.date", metadata.date.iso),
            ("generator", metadata.producer),
            ("audience", metadata.audience ?? ""),
        ]
        markup.element(.head) { head in
            head.element(.meta, [Attribute("charset", "utf-8")])
            // Browsers themselves then refuse any request, also for the icon of a site.
            head.element(
                .meta,
                [
                    Attribute("http-equiv", "Content-Security-Policy"),
                    Attribute(
                        "content",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
                    ),
                ]
            )
            for (name, content) in named where !content.isEmpty {
                head.element(.meta, [Attribute("name", name), Attribute("content", content)])
            }
            head.element(.link, [Attribute("rel", "icon"), Attribute("href", "data:,")])
            head.element(.title, text: metadata.title)
            head.style(Stylesheet(theme: theme).text)
        }
    }

    private func writeBody(to markup: inout Markup) {
        markup.element(.a, [.style("skip"), .link(to: Self.mainAnchor)]) {
            $0.text(document.words.skipToContent)
        }
        if let draft = document.draft {
            markup.element(.p, [.style("draft"), Attribute("role", "note")], text: draft.mark)
        }
        writeOfficialHead(to: &markup)
        markup.element(.main, [.id(Self.mainAnchor), Attribute("tabindex", "-1")]) { main in
            writeTitle(to: &main)
            writeSections(document.body, topLevel: 2, to: &main)
            writeClosing(to: &main)
            for annex in document.annexes { write(annex, to: &main) }
            if let sources = document.sources { write(sources, to: &main) }
        }
        markup.element(.footer) { footer in
            footer.element(.p, text: document.metadata.author)
            footer.element(.p, text: document.metadata.producer)
        }
    }

    private func write(_ annex: Annex, to markup: inout Markup) {
        let title = annex.anchor + "--title"
        markup.element(
            .section,
            [.id(annex.anchor), .style("annex"), .labelled(by: title)]
        ) { section in
            section.element(.h2, [.id(title)]) { heading in
                heading.element(.span, [.style("label")], text: annex.label)
                heading.text(" ")
                heading.element(.span, [.style("name")], text: annex.title)
            }
            if !annex.reference.isEmpty {
                section.element(.p, [.style("reference")], text: annex.reference)
            }
            writeSections(annex.blocks, topLevel: 3, to: &section)
        }
    }
}
