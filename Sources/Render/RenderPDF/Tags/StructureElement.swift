import DocumentModel

/// One element of the logical structure (ISO 32000-1, 14.7): built while drawing, written by `Conform`.
final class StructureElement {
    var role: StructureRole
    var scope: HeaderScope?
    var children = StructureChildren()
    /// What few elements have: a long annex has hundreds of thousands that do not.
    private var rare: Rare?

    private final class Rare {
        var alternative: String?
        var language: String?
        var columnSpan = 1
        var rowSpan = 1
        var boundingBox: PageBox?
        var listNumbering: ListNumbering?
        var dataFiles: [DataFile] = []
    }

    init(_ role: StructureRole) {
        self.role = role
    }

    private var known: Rare {
        if let rare { return rare }
        let new = Rare()
        rare = new
        return new
    }

    /// What the element says to those who do not see it; every `figure` has one.
    var alternative: String? {
        get { rare?.alternative }
        set { known.alternative = newValue }
    }

    /// BCP 47 where it differs from the document's language.
    var language: String? {
        get { rare?.language }
        set { known.language = newValue }
    }

    var columnSpan: Int {
        get { rare?.columnSpan ?? 1 }
        set { if newValue != columnSpan { known.columnSpan = newValue } }
    }

    var rowSpan: Int {
        get { rare?.rowSpan ?? 1 }
        set { if newValue != rowSpan { known.rowSpan = newValue } }
    }

    /// Bounding box of a figure on its page, in PDF space (points, origin at the lower left).
    var boundingBox: PageBox? {
        get { rare?.boundingBox }
        set { known.boundingBox = newValue }
    }

    /// How items of a list are numbered.
    var listNumbering: ListNumbering? {
        get { rare?.listNumbering }
        set { known.listNumbering = newValue }
    }

    /// The data files that a table is made from.
    var dataFiles: [DataFile] {
        get { rare?.dataFiles ?? [] }
        set { known.dataFiles = newValue }
    }
}

/// Standard structure types that the program uses (ISO 32000-1, 14.8.4).
///
/// `THead` and `TBody` came after PDF 1.4; `Conform` leaves them out or maps them as the profile wants.
enum StructureRole: String {
    case document = "Document"
    case part = "Part"
    case section = "Sect"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case paragraph = "P"
    case list = "L"
    case listItem = "LI"
    case listLabel = "Lbl"
    case listBody = "LBody"
    case contents = "TOC"
    case contentsItem = "TOCI"
    case table = "Table"
    case tableHead = "THead"
    case tableBody = "TBody"
    case tableRow = "TR"
    case headerCell = "TH"
    case dataCell = "TD"
    case caption = "Caption"
    case figure = "Figure"
    case link = "Link"
    case note = "Note"
    case span = "Span"
}

enum HeaderScope: String {
    case column = "Column"
    case row = "Row"
    case both = "Both"
}

enum ListNumbering: String {
    case none = "None"
    case decimal = "Decimal"
    case disc = "Disc"
}

/// What an element holds, in reading order.
enum StructureChild {
    case element(StructureElement)
    case content(ContentMark)
    /// Index in `TaggedDrawing.links`.
    case annotation(Int)
}

/// The children of an element. Most have one: it needs no array.
struct StructureChildren: RandomAccessCollection, ExpressibleByArrayLiteral {
    private enum Held {
        case none
        case one(StructureChild)
        case many([StructureChild])
    }

    private var held = Held.none

    init(arrayLiteral elements: StructureChild...) {
        for element in elements { append(element) }
    }

    init(_ elements: some Sequence<StructureChild>) {
        for element in elements { append(element) }
    }

    mutating func append(_ child: StructureChild) {
        switch held {
        case .none: held = .one(child)
        case .one(let first): held = .many([first, child])
        case .many(var children):
            // Let go first, so that the array is not copied.
            held = .none
            children.append(child)
            held = .many(children)
        }
    }

    var startIndex: Int { 0 }

    var endIndex: Int {
        switch held {
        case .none: 0
        case .one: 1
        case .many(let children): children.count
        }
    }

    subscript(index: Int) -> StructureChild {
        switch held {
        case .none: ([] as [StructureChild])[index]
        case .one(let child): child
        case .many(let children): children[index]
        }
    }
}

/// One marked run of page content. Marks are numbered from 0 on each page in order of drawing, which
/// is how cairo numbers flat tags.
package struct ContentMark: Hashable, Sendable {
    private var shortPage: UInt32
    private var shortNumber: UInt32

    /// From 0.
    package var page: Int { Int(shortPage) }
    /// From 0 on each page.
    package var number: Int { Int(shortNumber) }

    /// Both are far below 2³².
    package init(page: Int, number: Int) {
        shortPage = UInt32(clamping: page)
        shortNumber = UInt32(clamping: number)
    }
}

/// A rectangle in PDF space: points, origin at the lower left of the page.
struct PageBox: Hashable {
    var left: Double
    var bottom: Double
    var right: Double
    var top: Double
}
