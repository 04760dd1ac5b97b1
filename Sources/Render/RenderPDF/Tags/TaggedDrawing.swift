import Vocabulary

/// All that drawing hands to `Conform`: the pages as cairo wrote them, and what cairo cannot say.
struct TaggedDrawing {
    /// The file from cairo; each piece of content is one flat tag.
    var file: [UInt8]
    /// Taken out of `file` while pages were drawn.
    var contents = PageContents()
    var pages: [DrawnPage]
    /// The root, a `document`.
    var structure: StructureElement
    /// Marks that are no content: page numbers, repeated heading rows, rules, the draft mark.
    var artifacts: [ContentMark: ArtifactKind]
    var links: [DrawnLink]
    var outline: [OutlineEntry]
    var metadata: FileMetadata
    /// Written where the profile allows files inside.
    var embeddedFiles: [EmbeddedFile] = []
    var signingZones: [SigningZone] = []
    /// Of JPEG pictures that are not sRGB, by their bytes.
    var pictureColours: [[UInt8]: DrawnColours] = [:]
}

/// One page, in order.
struct DrawnPage {
    /// Points.
    var width: Double
    var height: Double
    /// The page's printed number, such as `3` or `PL.I-2`: prefix and number.
    var labelPrefix: String
    var labelNumber: Int
}

/// ISO 32000-1, 14.8.2.2.
enum ArtifactKind {
    case header
    case footer
    case watermark
    /// Rules, fills and other decoration.
    case layout
}

/// The active area of a link.
struct DrawnLink {
    var page: Int
    var box: PageBox
    var target: Target
    /// What the link is, for screen readers.
    var description: String

    enum Target {
        /// The top of a place on a page, in PDF space.
        case place(page: Int, x: Double, y: Double)
        case address(String)
    }
}

/// An entry of the outline; `level` from 1, never more than one deeper than the entry before.
struct OutlineEntry {
    var level: Int
    var title: String
    var page: Int
    /// PDF space.
    var y: Double
}

/// What goes into XMP and the information dictionary, equal in both.
struct FileMetadata {
    var title: String
    var author: String
    var subject: String
    var keywords: [String]
    var language: String
    var date: CalendarDate
    var producer: String
}

extension TaggedDrawing {
    /// Room for the finished file in bytes, rather too much: what stays unused is never touched.
    func expectedSize(in profile: Profile) -> Int {
        let content = contents.ready.values.reduce(0) { $0 + $1.packed.count }
        let marks = contents.ready.values.reduce(0) { $0 + $1.marks }
        let structure = marks * (profile.usesObjectStreams ? 24 : 180)
        return file.count + content + structure + 65_536
    }
}
