package import ColourModel
package import Diagnostics

/// A photograph or drawing with its caption, over the whole width of the text or less.
package struct Picture: Sendable {
    /// Target of links, ASCII, unique in the document.
    package var anchor: String
    /// `Ảnh 1`
    package var label: String
    package var caption: String
    /// What it shows, for those who do not see it.
    package var alternative: String
    package var image: PictureImage
    package var origin: Place?

    package init(
        anchor: String,
        label: String,
        caption: String,
        alternative: String,
        image: PictureImage,
        origin: Place? = nil
    ) {
        self.anchor = anchor
        self.label = label
        self.caption = caption
        self.alternative = alternative
        self.image = image
        self.origin = origin
    }
}

/// The file of a picture as it was given, and how it is to be seen.
package struct PictureImage: Sendable, Hashable {
    /// What the bytes are.
    package enum Format: String, Sendable {
        case jpeg
        case png

        /// As in RFC 2046.
        package var mediaType: String { "image/" + rawValue }
    }

    /// How the rows and columns of a file stand when it is held upright (Exif 2.32, tag 274).
    package enum Orientation: Int, Sendable {
        case upright = 1
        case mirrored, upsideDown, flipped, transposed, turnedRight, transversed, turnedLeft

        /// Whether rows become columns.
        package var isSideways: Bool { rawValue >= 5 }
    }

    package var format: Format
    package var bytes: [UInt8]
    /// Pixels as they are stored.
    package var width: Int
    package var height: Int
    package var orientation: Orientation
    package var colours: PictureColours

    package init(
        format: Format,
        bytes: [UInt8],
        width: Int,
        height: Int,
        orientation: Orientation = .upright,
        colours: PictureColours = .document
    ) {
        self.format = format
        self.bytes = bytes
        self.width = width
        self.height = height
        self.orientation = orientation
        self.colours = colours
    }

    /// Pixels as they are seen.
    package var seenWidth: Int { orientation.isSideways ? height : width }
    package var seenHeight: Int { orientation.isSideways ? width : height }
}

/// What the numbers of a picture's pixels mean.
package enum PictureColours: Sendable, Hashable {
    /// sRGB, as everything else in the document.
    case document
    /// Those of a profile that comes with the pixels; inks may be written as what is left of the paper.
    case profile(ColourProfile, isInverted: Bool)
    /// Pixels are to be turned into sRGB.
    case converted(CurvedColours)
}
