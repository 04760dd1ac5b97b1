package import Charts
package import DocumentModel
package import ThemeModel

/// The document as one HTML file that needs nothing else: UTF-8, no script, no request.
package func html(
    of document: Document,
    theme: Theme,
    measuring: some TextMeasuring
) -> [UInt8] {
    Page(document: document, theme: theme, measuring: measuring).bytes
}
