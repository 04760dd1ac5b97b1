/// A page with everything on it, before it is drawn.
struct PageLayout {
    /// Points.
    var width: Double
    var height: Double
    /// Put before the number where a page is named, as in `Phụ lục I-2`.
    var labelPrefix: String
    var number: Int
    var pieces: [Piece] = []
    /// What must stay free.
    var zones: [ZonePlace] = []
}

/// All pages, and where things stand on them.
struct PagedDocument {
    var pages: [PageLayout] = []
    var destinations: [String: Destination] = [:]
    var outline: [PlacedOutline] = []

    /// The top of an anchor, in points from the top of the page.
    struct Destination {
        var page: Int
        var y: Double
    }

    struct PlacedOutline {
        var level: Int
        var title: String
        var page: Int
        var y: Double
    }
}

/// A part of the document with pages and numbers of its own: the report, or one annex.
struct FlowSection {
    /// Points.
    var width: Double
    var height: Double
    var top: Double
    var bottom: Double
    var left: Double
    var right: Double
    var labelPrefix: String
    /// Kept free on its first page.
    var zones: [ZonePlace] = []
    var boxes: [FlowBox]

    var columnWidth: Double { width - left - right }
    var columnHeight: Double { height - top - bottom }
}
