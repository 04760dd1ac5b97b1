import DocumentModel

extension Page {
    /// The list of headings of levels 1 and 2 and of annexes, as links.
    func writeContents(to markup: inout Markup) {
        let title = "--contents"
        markup.element(.nav, [.labelled(by: title)]) { nav in
            nav.element(.p, [.id(title), .style("title")], text: document.words.contents)
            nav.element(.ul, [.style("plain")]) { list in
                for (chapter, parts) in chapters {
                    list.element(.li) { item in
                        if let chapter { writeLink(to: chapter, in: &item) }
                        guard !parts.isEmpty else { return }
                        item.element(.ul, [.style("plain")]) { sublist in
                            for part in parts {
                                sublist.element(.li) { writeLink(to: part, in: &$0) }
                            }
                        }
                    }
                }
                for annex in document.annexes {
                    list.element(.li) { item in
                        item.element(
                            .a,
                            [.link(to: annex.anchor)],
                            text: "\(annex.label). \(annex.title)"
                        )
                    }
                }
            }
        }
    }

    /// Headings of level 1, each with those of level 2 below it; `nil` stands before the first one.
    private var chapters: [(chapter: Heading?, parts: [Heading])] {
        var chapters: [(chapter: Heading?, parts: [Heading])] = []
        for case .heading(let heading) in document.body {
            if heading.level == 1 {
                chapters.append((heading, []))
            } else if heading.level == 2 {
                if chapters.isEmpty { chapters.append((nil, [])) }
                chapters[chapters.count - 1].parts.append(heading)
            }
        }
        return chapters
    }

    private func writeLink(to heading: Heading, in markup: inout Markup) {
        let number = heading.number.isEmpty ? "" : heading.number + " "
        markup.element(
            .a,
            [.link(to: heading.anchor)],
            text: number + heading.text.plainText
        )
    }
}
