import Foundation
import DocumentModel
import RenderHTML

/// The page of a document as text.
func page(of document: Document) -> String {
    String(
        decoding: RenderHTML.html(
            of: document,
            theme: sampleTheme,
            measuring: SampleLetters()
        ),
        as: UTF8.self
    )
}

/// What stands between the title and the closing block of a document with only `body`.
func bodyHTML(_ body: [Block]) -> String {
    let page = page(of: emptyDocument(body))
    let start = page.range(of: "</ul>\n</div>\n")?.upperBound ?? page.startIndex
    let end = page.range(of: "<div class=\"closing\">")?.lowerBound ?? page.endIndex
    return String(page[start..<end])
}
