import Diagnostics
import Vocabulary

/// Words of a template with their placeholders found, but not yet replaced.
struct TemplateText: Sendable {
    enum Segment: Sendable {
        case literal(String)
        case placeholder(Placeholder)
    }

    var segments: [Segment]

    /// Words without placeholders.
    init(literal: String) {
        segments = [.literal(literal)]
    }

    /// Splits one line of a settings file at its placeholders; `start` is the place of its first letter.
    init(_ text: String, at start: Place, log: inout DiagnosticLog) {
        var columns: [Int] = []
        var last: Character?
        for (index, character) in text.enumerated() {
            if character == "{", last == "{" {
                columns.append(index - 1)
                last = nil
            } else {
                last = character
            }
        }
        var next = columns.makeIterator()
        self.init(
            text,
            nextPlace: {
                var place = start
                if let offset = next.next() { place.column = place.column.map { $0 + offset } }
                return place
            },
            log: &log
        )
    }

    /// Splits `text` at `{{ … }}`; `places` gives the place of each opening brace pair, in order.
    init(_ text: String, nextPlace: () -> Place, log: inout DiagnosticLog) {
        segments = []
        // Letters that were typed apart are printed as one.
        var rest = Substring(text.composed)
        while let open = rest.firstRange(of: "{{") {
            if open.lowerBound > rest.startIndex {
                segments.append(.literal(String(rest[..<open.lowerBound])))
            }
            let place = nextPlace()
            let inside = rest[open.upperBound...]
            guard let close = inside.firstRange(of: "}}") else {
                log.append(.unclosedPlaceholder(String(rest[open.lowerBound...]), at: place))
                segments.append(.literal(String(rest[open.lowerBound...])))
                return
            }
            segments.append(
                .placeholder(Placeholder(inside[..<close.lowerBound], at: place))
            )
            rest = inside[close.upperBound...]
        }
        if !rest.isEmpty { segments.append(.literal(String(rest))) }
    }
}

extension Substring {
    /// Where `pair`, two ASCII characters, first stands.
    fileprivate func firstRange(of pair: String) -> Range<Index>? {
        let wanted = Array(pair.utf8)
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let next = utf8.index(after: index)
            if utf8[index] == wanted[0], next < utf8.endIndex, utf8[next] == wanted[1] {
                return index..<utf8.index(after: next)
            }
            index = next
        }
        return nil
    }
}

/// `{{ name | format | format }}`
struct Placeholder: Sendable {
    var name: String
    var formats: [String]
    var place: Place

    init(_ inside: Substring, at place: Place) {
        let parts = inside.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmed }
        name = parts[0]
        formats = Array(parts.dropFirst())
        self.place = place
    }
}

extension Substring {
    /// Without blanks at either end.
    var trimmed: String {
        var part = self
        while part.first?.isWhitespace == true { part = part.dropFirst() }
        while part.last?.isWhitespace == true { part = part.dropLast() }
        return String(part)
    }
}
