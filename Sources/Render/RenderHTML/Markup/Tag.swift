/// The elements that a page is made of; no other can be written.
enum Tag: String {
    case html, head, body, title, meta, link, style
    case header, main, nav, footer, section, div
    case h1, h2, h3, h4, h5, p, a, span, strong, em, br, ul, ol, li
    case dl, dt, dd
    case table, caption, thead, tbody, tr, th, td
    case figure, img, figcaption, details, summary
    case svg, desc, g, rect, line, circle, polygon, text

    /// Where line ends may stand without changing what is read.
    enum Shape {
        /// Inside a line of text: never a line end.
        case inline
        /// A line end after it.
        case block
        /// A line end after its start too.
        case container
        /// A block without content or end tag.
        case void
        /// A shape of a drawing, closed in its own tag.
        case drawn
        case inlineVoid
    }

    var shape: Shape {
        switch self {
        case .a, .span, .strong, .em: .inline
        case .title, .h1, .h2, .h3, .h4, .h5, .p, .li, .dt, .dd, .caption, .th, .td, .figcaption,
            .summary,
            .desc, .text, .style:
            .block
        case .html, .head, .body, .header, .main, .nav, .footer, .section, .div, .ul, .ol, .dl,
            .table,
            .thead, .tbody, .tr, .figure, .details, .svg, .g:
            .container
        case .meta, .link, .img: .void
        case .rect, .line, .circle, .polygon: .drawn
        case .br: .inlineVoid
        }
    }
}
