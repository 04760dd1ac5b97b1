import CairoKit
import DocumentModel
import ThemeModel
import Vocabulary

/// How a run of text looks.
struct TextStyle: Hashable {
    var face: Face
    /// Points.
    var size: Double
    var colour: Colour
}

/// Text between two places where a line may end: one word, or a part of one in a face of its own.
struct TextBox {
    var fragments: [Fragment]
    /// Points, without the blank.
    var width: Double
    /// How the box is parted from the next one.
    var ending: Ending
    /// Width of the blanks after it, in points; 0 without.
    var blankWidth = 0.0
    var blankCount = 0

    enum Ending: Hashable {
        /// Ordinary blanks: the line may end here.
        case blank
        /// Blanks that stretch as others do, and at which no line ends.
        case tied
        /// Nothing between the parts of a token that no line can hold; the line may end here.
        case joint
        /// The line must end here.
        case lineBreak
        case end
    }

    /// A part of a word in one style.
    struct Fragment {
        var word: ShapedWord
        var style: TextStyle
        var link: TextLink?
        var width: Double { word.width * style.size }
    }
}

/// A link inside running text; its parts on all lines and pages are one element.
final class TextLink {
    let target: LinkTarget
    /// What screen readers say.
    let description: String
    /// Made when its first part is drawn.
    var element: StructureElement?

    init(target: LinkTarget, description: String) {
        self.target = target
        self.description = description
    }
}

/// Turns text into boxes with glyphs.
struct TextShaper {
    let fonts: FontSet
    /// Words whose letters the faces lack, and the block they stand in, are told to this.
    let doubts: GlyphDoubts

    /// The boxes of plain text; blanks part them, line ends break lines.
    func boxes(of text: String, _ style: TextStyle) -> [TextBox] {
        var builder = BoxBuilder(shaper: self)
        builder.add(text, style, link: nil)
        return builder.finish()
    }

    /// The boxes of inline text: strong and emphasised parts take the other faces.
    ///
    /// In justified text, blanks that hold words together become as wide as the others of their line.
    func boxes(
        of inlines: [Inline],
        _ style: TextStyle,
        isJustified: Bool = false
    ) -> [TextBox] {
        var builder = BoxBuilder(shaper: self, isJustified: isJustified)
        builder.add(inlines.withoutFigureLinks, style, link: nil)
        return builder.finish()
    }

    /// The width of one line of text in points.
    func width(of text: String, _ style: TextStyle) -> Double {
        boxes(of: text, style).reduce(0) { $0 + $1.width + $1.blankWidth }
    }

    func word(_ text: String, _ face: Face) -> ShapedWord {
        let word = fonts.shape(text, face: face)
        doubts.collect(from: fonts)
        return word
    }
}

/// Collects boxes while inline text is walked.
private struct BoxBuilder {
    let shaper: TextShaper
    var boxes: [TextBox] = []
    var open: [TextBox.Fragment] = []
    /// Whether U+00A0 stretches.
    let isJustified: Bool

    init(shaper: TextShaper, isJustified: Bool = false) {
        self.shaper = shaper
        self.isJustified = isJustified
    }

    mutating func add(_ inlines: [Inline], _ style: TextStyle, link: TextLink?) {
        for inline in inlines {
            switch inline {
            case .text(let text): add(text, style, link: link)
            case .strong(let children): add(children, style.with(style.face.bolder), link: link)
            case .emphasis(let children): add(children, style.with(style.face.slanted), link: link)
            case .link(let target, let children):
                let own = TextLink(target: target, description: children.plainText)
                add(children, style, link: own)
            case .lineBreak: close(.lineBreak, blanks: 1, style)
            }
        }
    }

    mutating func add(_ text: String, _ style: TextStyle, link: TextLink?) {
        var word = String.UnicodeScalarView()
        var blanks = 0
        var isTied = true
        func flush(_ builder: inout BoxBuilder) {
            guard !word.isEmpty else { return }
            let shaped = builder.shaper.word(String(word), style.face)
            builder.open.append(TextBox.Fragment(word: shaped, style: style, link: link))
            word = String.UnicodeScalarView()
        }
        for scalar in text.composed.unicodeScalars {
            if scalar == " " || scalar == "\t" || scalar == "\u{A0}" && isJustified {
                flush(&self)
                isTied = (blanks == 0 || isTied) && scalar == "\u{A0}"
                blanks += 1
                continue
            }
            if scalar == "\n" {
                flush(&self)
                close(.lineBreak, blanks: 1, style)
                blanks = 0
                continue
            }
            if scalar.isInvisible { continue }
            if blanks > 0 {
                close(isTied ? .tied : .blank, blanks: blanks, style)
                blanks = 0
            }
            word.append(scalar)
        }
        flush(&self)
        if blanks > 0 { close(isTied ? .tied : .blank, blanks: blanks, style) }
    }

    mutating func close(_ ending: TextBox.Ending, blanks: Int, _ style: TextStyle) {
        if open.isEmpty, ending == .blank, let last = boxes.indices.last,
            boxes[last].ending == .blank
        {
            return
        }
        let blank = shaper.word(" ", open.last?.style.face ?? style.face).width * style.size
        boxes.append(
            TextBox(
                fragments: open,
                width: open.reduce(0) { $0 + $1.width },
                ending: ending,
                blankWidth: blank * Double(blanks),
                blankCount: blanks
            )
        )
        open = []
    }

    consuming func finish() -> [TextBox] {
        if !open.isEmpty {
            boxes.append(
                TextBox(fragments: open, width: open.reduce(0) { $0 + $1.width }, ending: .end)
            )
        } else if let last = boxes.indices.last {
            boxes[last].ending = .end
            boxes[last].blankWidth = 0
            boxes[last].blankCount = 0
        }
        return boxes
    }
}

extension TextStyle {
    func with(_ face: Face) -> TextStyle {
        TextStyle(face: face, size: size, colour: colour)
    }

    func with(size: Double) -> TextStyle {
        TextStyle(face: face, size: size, colour: colour)
    }
}

extension Face {
    /// The bold face of the same slant.
    var bolder: Face {
        switch self {
        case .regular, .bold: .bold
        case .italic, .boldItalic: .boldItalic
        }
    }

    /// The italic face of the same weight.
    var slanted: Face {
        switch self {
        case .regular, .italic: .italic
        case .bold, .boldItalic: .boldItalic
        }
    }
}

extension Unicode.Scalar {
    /// Marks without a form of their own, which fonts draw as boxes or readers copy by mistake:
    /// controls, soft hyphen, zero-width blanks and joiners, marks of direction, byte order mark.
    var isInvisible: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB:
            true
        default: false
        }
    }
}
