/// How a document looks: faces, sizes, spaces, colours; read from `theme.yaml`.
///
/// Lengths are points (1/72 inch) unless the name says millimetres.
package struct Theme: Sendable {
    package var page: PageGeometry
    package var faces: FaceFiles
    package var sizes: TextSizes
    package var spaces: Spaces
    package var colours: Colours
    package var signing: SigningRoom

    package init(
        page: PageGeometry,
        faces: FaceFiles,
        sizes: TextSizes,
        spaces: Spaces,
        colours: Colours,
        signing: SigningRoom
    ) {
        self.page = page
        self.faces = faces
        self.sizes = sizes
        self.spaces = spaces
        self.colours = colours
        self.signing = signing
    }
}

/// Paper and margins in millimetres (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I).
package struct PageGeometry: Sendable, Hashable {
    package var width: Double
    package var height: Double
    package var top: Double
    package var bottom: Double
    package var left: Double
    package var right: Double

    package init(
        width: Double,
        height: Double,
        top: Double,
        bottom: Double,
        left: Double,
        right: Double
    ) {
        self.width = width
        self.height = height
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }

    package static let pointsPerMillimetre = 72 / 25.4
}

/// The font files of one family; only these are used, nothing falls back to another font.
package struct FaceFiles: Sendable, Hashable {
    /// Family name inside the files, such as `Liberation Serif`.
    package var family: String
    package var regular: String
    package var bold: String
    package var italic: String
    package var boldItalic: String

    package init(
        family: String,
        regular: String,
        bold: String,
        italic: String,
        boldItalic: String
    ) {
        self.family = family
        self.regular = regular
        self.bold = bold
        self.italic = italic
        self.boldItalic = boldItalic
    }

    /// The file of one face.
    package func file(of face: Face) -> String {
        switch face {
        case .regular: regular
        case .bold: bold
        case .italic: italic
        case .boldItalic: boldItalic
        }
    }
}

/// One face of the family.
package enum Face: Int, Sendable, Hashable, CaseIterable {
    case regular
    case bold
    case italic
    case boldItalic
}

/// Sizes of text in points.
package struct TextSizes: Sendable, Hashable {
    package var body: Double
    /// Quốc hiệu and agency names.
    package var heading: Double
    package var recipientsLabel: Double
    package var recipients: Double
    package var table: Double
    /// Annex tables of many columns.
    package var wideTable: Double
    package var caption: Double
    package var note: Double
    package var chart: Double

    package init(
        body: Double,
        heading: Double,
        recipientsLabel: Double,
        recipients: Double,
        table: Double,
        wideTable: Double,
        caption: Double,
        note: Double,
        chart: Double
    ) {
        self.body = body
        self.heading = heading
        self.recipientsLabel = recipientsLabel
        self.recipients = recipients
        self.table = table
        self.wideTable = wideTable
        self.caption = caption
        self.note = note
        self.chart = chart
    }
}

/// Vertical spaces and indents.
package struct Spaces: Sendable, Hashable {
    /// First-line indent of body paragraphs in millimetres: 10 or 12,7.
    package var indent: Double
    /// Between paragraphs, points; at least 6.
    package var paragraph: Double
    /// Line pitch as a multiple of single spacing, 1 to 1,5.
    package var line: Double

    package init(indent: Double, paragraph: Double, line: Double) {
        self.indent = indent
        self.paragraph = paragraph
        self.line = line
    }
}

/// What is kept free for signatures, in millimetres.
package struct SigningRoom: Sendable, Hashable {
    /// Width of the signer's hand.
    package var signature: Double
    /// Width and height of the agency's seal; as high is the room between position and name.
    package var seal: Double
    /// At the top right of an annex that is issued as a file of its own.
    package var attachmentWidth: Double
    package var attachmentHeight: Double

    package init(
        signature: Double,
        seal: Double,
        attachmentWidth: Double,
        attachmentHeight: Double
    ) {
        self.signature = signature
        self.seal = seal
        self.attachmentWidth = attachmentWidth
        self.attachmentHeight = attachmentHeight
    }
}

/// A colour in sRGB, 0…255 each.
package struct Colour: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#1f4e79`.
    package init?(hex: String) {
        let digits = hex.utf8.dropFirst()
        guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            let number = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(
            red: UInt8(number >> 16),
            green: UInt8(number >> 8 & 255),
            blue: UInt8(number & 255)
        )
    }

    /// `#1f4e79`
    package var hex: String {
        let digits = String(
            UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue),
            radix: 16
        )
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}

/// Colours by what they are for; each differs from its neighbours in lightness too.
package struct Colours: Sendable, Hashable {
    package var text: Colour
    package var secondaryText: Colour
    package var rule: Colour
    package var faintRule: Colour
    package var headFill: Colour
    package var totalFill: Colour
    /// The series of charts, the most important one first.
    package var series: [Colour]
    package var negative: Colour

    package init(
        text: Colour,
        secondaryText: Colour,
        rule: Colour,
        faintRule: Colour,
        headFill: Colour,
        totalFill: Colour,
        series: [Colour],
        negative: Colour
    ) {
        self.text = text
        self.secondaryText = secondaryText
        self.rule = rule
        self.faintRule = faintRule
        self.headFill = headFill
        self.totalFill = totalFill
        self.series = series
        self.negative = negative
    }
}
