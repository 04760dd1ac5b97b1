package import Diagnostics

/// A piece of a document that stands on lines of its own.
///
/// Renderers switch over all cases without a default, so that a new one cannot be forgotten.
package enum Block: Sendable {
    case heading(Heading)
    case paragraph(Paragraph)
    case list(List)
    case table(Table)
    case chart(Chart)
    case picture(Picture)
    /// The list of headings and annexes with their pages; made by the renderer from the document.
    case contents
}

/// A heading of level 1 (`I. …`), 2 (`1. …`) or 3 (`a) …`).
package struct Heading: Sendable {
    package var level: Int
    /// `I.`, `1.`, `a)`, with its punctuation; empty when it is not numbered.
    package var number: String
    /// Level 1 is already in capitals.
    package var text: [Inline]
    /// Target of links, ASCII, unique in the document.
    package var anchor: String
    package var origin: Place?

    package init(
        level: Int,
        number: String,
        text: [Inline],
        anchor: String,
        origin: Place? = nil
    ) {
        self.level = level
        self.number = number
        self.text = text
        self.anchor = anchor
        self.origin = origin
    }
}

/// Running text.
package struct Paragraph: Sendable {
    /// What a paragraph is for.
    package enum Style: Sendable {
        case body
        /// `Căn cứ …`: italic.
        case basis
        /// Small, under or beside the text: notes.
        case note
    }

    package var text: [Inline]
    package var style: Style
    package var origin: Place?

    package init(_ text: [Inline], style: Style = .body, origin: Place? = nil) {
        self.text = text
        self.style = style
        self.origin = origin
    }
}

/// A list; official prose marks items of level 1 with `-`, of level 2 with `+`.
package struct List: Sendable {
    /// One item: its words and the items below it.
    package struct Item: Sendable {
        package var text: [Inline]
        package var sublist: List?

        package init(text: [Inline], sublist: List? = nil) {
            self.text = text
            self.sublist = sublist
        }
    }

    /// What stands before each item.
    package enum Marker: Sendable, Hashable {
        case dash
        case plus
        /// `1.`, `2.` from the given number.
        case number(start: Int)
    }

    package var marker: Marker
    package var items: [Item]
    package var origin: Place?

    package init(marker: Marker, items: [Item], origin: Place? = nil) {
        self.marker = marker
        self.items = items
        self.origin = origin
    }
}
