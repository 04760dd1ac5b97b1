import CairoKit
import ThemeModel

/// A line of text, ready to be drawn: which boxes, where they begin and how wide blanks are.
struct SetLine {
    var boxes: [TextBox]
    /// From the left edge of the block, in points.
    var x: Double
    /// Added to each blank to reach the right edge.
    var stretchPerBlank = 0.0
    /// The blank at a line's end is drawn too, beyond the edge, so that copied words stay apart.
    var endsWithBlank = false

    /// Width as set, without the blank at its end.
    var width: Double {
        var sum = 0.0
        for (index, box) in boxes.enumerated() {
            sum += box.width
            if index < boxes.count - 1 {
                sum += box.blankWidth + stretchPerBlank * Double(box.blankCount)
            }
        }
        return sum
    }
}

extension SetLine {
    /// The line with a blank drawn after it: more text of the same element follows on another line.
    func endingWithBlank(_ shaper: TextShaper) -> SetLine {
        var line = self
        guard let last = line.boxes.indices.last,
            let style = line.boxes[last].fragments.last?.style
        else { return line }
        line.boxes[last].blankWidth = shaper.word(" ", style.face).width * style.size
        line.boxes[last].blankCount = 1
        line.endsWithBlank = true
        return line
    }

    func moved(_ distance: Double) -> SetLine {
        var line = self
        line.x += distance
        return line
    }
}

/// Where lines stand between the edges of a block.
enum LineAlignment {
    case left
    case centre
    case right
    /// Both edges.
    case both
}

/// Sets boxes into lines of `width` points.
func setLines(
    _ boxes: [TextBox],
    width: Double,
    firstIndent: Double = 0,
    alignment: LineAlignment,
    filling: LineFilling,
    shaper: TextShaper
) -> [SetLine] {
    let room = max(width - firstIndent, 1)
    let fitting = releasingOverlongTies(
        cutOverlong(boxes, width: room, shaper: shaper),
        width: room
    )
    let ranges = breakLines(fitting, width: width, firstIndent: firstIndent, filling: filling)
    return ranges.enumerated().map { number, range in
        var line = SetLine(boxes: Array(fitting[range]), x: number == 0 ? firstIndent : 0)
        let natural = line.width
        let slack = width - line.x - natural
        let ending = line.boxes.last?.ending ?? .end
        line.endsWithBlank = ending == .blank || ending == .lineBreak
        switch alignment {
        case .left: break
        case .centre: line.x += slack / 2
        case .right: line.x += slack
        case .both:
            let blanks = line.boxes.dropLast().reduce(0) { $0 + $1.blankCount }
            // The last line stays as it is, unless it is a little too long.
            let isOpen = ending == .blank
            if blanks > 0, isOpen || slack < 0 { line.stretchPerBlank = slack / Double(blanks) }
        }
        return line
    }
}
