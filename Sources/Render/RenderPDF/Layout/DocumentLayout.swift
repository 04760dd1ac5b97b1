import DocumentModel
import ThemeModel

/// Lays out a whole document on pages; nothing is drawn yet.
struct DocumentLayout {
    let document: Document
    let paragraphs: ParagraphLayout

    private var theme: Theme { paragraphs.theme }

    /// The body and the annexes, below `root`.
    func sections(root: StructureElement) -> [FlowSection] {
        let contents = ContentsEntry.entries(of: document)
        return [body(root, contents)] + document.annexes.map { section(of: $0, root, contents) }
    }

    /// Fills pages with `sections`; each is given to `finished` in order, as soon as it is whole.
    ///
    /// Pages of an annex are filled one at a time: what `finished` takes from a page is kept nowhere.
    func pages(
        of sections: consuming [FlowSection],
        finished: (inout PageLayout) -> Void = { _ in }
    ) -> PagedDocument {
        var result = PagedDocument()
        let furniture = PageFurniture(paragraphs: paragraphs, draft: document.draft)
        var waiting = sections
        guard !waiting.isEmpty else { return result }
        // Its contents list names pages of its own, so these are known before the first is drawn.
        PageBuilder.append(waiting.removeFirst(), to: &result, theme: theme)
        result.resolveReferences(shaper: paragraphs.shaper)
        for index in result.pages.indices {
            furniture.add(to: &result.pages[index])
            finished(&result.pages[index])
        }
        while !waiting.isEmpty {
            PageBuilder.append(waiting.removeFirst(), to: &result, theme: theme) { page in
                furniture.add(to: &page)
                finished(&page)
            }
        }
        return result
    }

    private func body(_ root: StructureElement, _ contents: [ContentsEntry]) -> FlowSection {
        let part = StructureElement(.part)
        root.children.append(.element(part))
        var section = emptySection(labelPrefix: "", isLandscape: false)
        let width = section.columnWidth
        let form = FormLayout(paragraphs: paragraphs, width: width)
            .flow(document.form, parent: part)
        var text = blocks(section, contents, firstLevel: 2).flow(document.body, parent: part)
        let closing = ClosingLayout(paragraphs: paragraphs, width: width)
            .flow(document.closing, parent: part)
        if !closing.isEmpty {
            // The signature never stands on a page without text: two lines come with it.
            for index in text.indices.suffix(2) { text[index].keepsWithNext = true }
            for index in text.indices.suffix(4) { text[index].isRunningText = false }
        }
        if let first = text.indices.first { text[first].spaceBefore += 8 }
        section.boxes = form + text + closing
        return section
    }

    private func section(
        of annex: Annex,
        _ root: StructureElement,
        _ contents: [ContentsEntry]
    ) -> FlowSection {
        let part = StructureElement(.part)
        root.children.append(.element(part))
        var section = emptySection(
            labelPrefix: annex.label + "-",
            isLandscape: annex.isLandscape
        )
        let head = AnnexHeadLayout(paragraphs: paragraphs, width: section.columnWidth)
            .flow(annex, parent: part)
        let text = blocks(section, contents, firstLevel: 3).flow(annex.blocks, parent: part)
        section.boxes = head + text
        section.zones = [attachmentZone(on: section)]
        return section
    }

    /// In the top margin, right of the page number.
    private func attachmentZone(on section: FlowSection) -> ZonePlace {
        let unit = PageGeometry.pointsPerMillimetre
        let width = min(theme.signing.attachmentWidth * unit, section.columnWidth * 0.45)
        let height = theme.signing.attachmentHeight * unit
        let space = 3 * unit
        return ZonePlace(
            kind: .attachment,
            x: section.width - section.right - width,
            y: max(0, section.top - space - height),
            width: width,
            height: min(height, section.top - space)
        )
    }

    private func blocks(
        _ section: FlowSection,
        _ contents: [ContentsEntry],
        firstLevel: Int
    ) -> BlockLayout {
        BlockLayout(
            paragraphs: paragraphs,
            words: document.words,
            contents: contents,
            width: section.columnWidth,
            columnHeight: section.columnHeight,
            firstLevel: firstLevel
        )
    }

    /// Landscape pages keep the margins of the sheet as it is read (Phụ lục I, Phần I, mục I).
    private func emptySection(labelPrefix: String, isLandscape: Bool) -> FlowSection {
        let page = theme.page
        let unit = PageGeometry.pointsPerMillimetre
        return FlowSection(
            width: (isLandscape ? page.height : page.width) * unit,
            height: (isLandscape ? page.width : page.height) * unit,
            top: page.top * unit,
            bottom: page.bottom * unit,
            left: page.left * unit,
            right: page.right * unit,
            labelPrefix: labelPrefix,
            boxes: []
        )
    }
}
