import Charts
import Diagnostics
import DocumentModel
import ThemeModel

/// To whom a drawn piece belongs.
enum Owner {
    case element(StructureElement)
    case artifact(ArtifactKind)
}

/// Something to be drawn at a place: from the top left of its flow box, later of its page, in points.
struct Piece {
    var x: Double
    /// The baseline of lines, the top of everything else.
    var y: Double
    var content: Content
    var owner: Owner

    enum Content {
        case line(SetLine)
        case fill(width: Double, height: Double, Colour)
        /// A horizontal rule, centred on `y`.
        case rule(length: Double, thickness: Double, Colour)
        case scene(Scene, scale: Double)
        /// `origin` is where the document asks for it.
        case picture(PictureImage, width: Double, height: Double, origin: Place?)
        /// The printed number of the page of an anchor, with dots from `x` to it.
        case pageReference(PageReference)
        /// Text along a diagonal of this sine and cosine, centred on (`x`, `y`).
        case diagonal(SetLine, rise: Double, run: Double)
    }

    func moved(x deltaX: Double, y deltaY: Double) -> Piece {
        Piece(x: x + deltaX, y: y + deltaY, content: content, owner: owner)
    }
}
