/// Splits text that cairo drew under one tag into the marks that it belongs to.
///
/// Cairo takes as long for a tag as for the words in it. A page of a table has hundreds of cells; their
/// text is drawn at once, and parted here between two glyphs.
struct TextSplitter {
    private let bytes: ArraySlice<UInt8>
    private let page: Int
    private let firstMark: Int
    private let artifacts: [ContentMark: ArtifactKind]
    private var place: Int
    /// Up to where everything is copied.
    private var copied: Int
    private var glyphs = 0
    private var marks = 0
    private var isOpen = false

    /// `start` is behind the line of the tag.
    init(
        _ bytes: ArraySlice<UInt8>,
        from start: Int,
        page: Int,
        firstMark: Int,
        artifacts: [ContentMark: ArtifactKind]
    ) {
        self.bytes = bytes
        self.page = page
        self.firstMark = firstMark
        self.artifacts = artifacts
        place = start
        copied = start
    }

    /// Appends the text with its marks; returns the place behind the end of cairo's tag.
    mutating func split(
        _ text: [TextMark],
        into out: inout PDFBytes
    ) throws(ConformFailure) -> Int {
        // Spans of cairo's own, for glyphs that stand for other letters, are within words.
        var depth = 0
        var operands: Int?
        while let token = nextToken() {
            let start = operands ?? token.lowerBound
            operands = start
            guard !Self.beginsOperand(bytes[token.lowerBound]) else { continue }
            operands = nil
            if isOperator(token, "Tj") || isOperator(token, "TJ") {
                try show(start..<token.upperBound, text, &out)
            } else if isOperator(token, "BDC") {
                depth += 1
                try beginMark(text, before: start, &out)
            } else if isOperator(token, "EMC") {
                depth -= 1
                guard depth >= 0 else {
                    try endMark(text, before: token.lowerBound, &out)
                    guard marks == text.count else { throw .markNotDrawn(mark(marks)) }
                    return min(token.upperBound, bytes.endIndex)
                }
            } else if isOperator(token, "ET") {
                try endMark(text, before: token.lowerBound, &out)
            }
        }
        throw .markNotDrawn(mark(marks))
    }

    private func mark(_ number: Int) -> ContentMark {
        ContentMark(page: page, number: firstMark + number)
    }

    // MARK: - Marks

    /// Whether the next mark begins with the next glyph.
    private func isDue(_ text: [TextMark]) -> Bool {
        marks < text.count && text[marks].start == glyphs
    }

    private mutating func copy(upTo end: Int, _ out: inout PDFBytes) {
        out.raw(bytes[copied..<end])
        copied = end
    }

    private mutating func beginMark(
        _ text: [TextMark],
        before place: Int,
        _ out: inout PDFBytes
    ) throws(ConformFailure) {
        guard isDue(text) else {
            guard isOpen else { throw .markWithoutPurpose(mark(marks)) }
            return
        }
        copy(upTo: place, &out)
        try beginMark(text, &out)
    }

    private mutating func beginMark(
        _ text: [TextMark],
        _ out: inout PDFBytes
    ) throws(ConformFailure) {
        if isOpen { out.raw("EMC\n") }
        let mark = mark(marks)
        if let tag = text[marks].tag {
            guard artifacts[mark] == nil else { throw .markWithTwoPurposes(mark) }
            out.raw("/")
            out.raw(tag.contentTag.utf8)
            out.mark(mark.number)
        } else {
            guard let kind = artifacts[mark] else { throw .markWithoutPurpose(mark) }
            out.raw(kind.operands)
        }
        out.raw(" BDC\n")
        marks += 1
        isOpen = true
        guard !isDue(text) else { throw .markNotDrawn(mark) }
    }

    /// A mark ends with the text object that it began in.
    private mutating func endMark(
        _ text: [TextMark],
        before place: Int,
        _ out: inout PDFBytes
    ) throws(ConformFailure) {
        copy(upTo: place, &out)
        guard isOpen else { return }
        guard marks == text.count || isDue(text) else { throw .markOutOfOrder(mark(marks)) }
        out.raw("EMC\n")
        isOpen = false
    }

    // MARK: - Text

    /// `operation` is `(…)Tj`, `<…>Tj` or `[…]TJ`.
    private mutating func show(
        _ operation: Range<Int>,
        _ text: [TextMark],
        _ out: inout PDFBytes
    ) throws(ConformFailure) {
        try beginMark(text, before: operation.lowerBound, &out)
        let isArray = bytes[operation.lowerBound] == UInt8(ascii: "[")
        place = operation.lowerBound + (isArray ? 1 : 0)
        while place < operation.upperBound {
            let first = bytes[place]
            if first == UInt8(ascii: "<") {
                try showHexadecimal(isArray: isArray, text, &out)
            } else if first == UInt8(ascii: "(") {
                try showLetters(isArray: isArray, text, &out)
            } else {
                place += 1
            }
        }
    }

    /// Four digits for each glyph; line ends may stand between them.
    private mutating func showHexadecimal(
        isArray: Bool,
        _ text: [TextMark],
        _ out: inout PDFBytes
    ) throws(ConformFailure) {
        place += 1
        var digits = 0
        while place < bytes.endIndex, bytes[place] != UInt8(ascii: ">") {
            if bytes[place] > 32 {
                if digits == 0 {
                    let cut = (end: "<>" as StaticString, begin: "<" as StaticString)
                    try cutIfDue(isArray: isArray, cut, text, &out)
                    glyphs += 1
                }
                digits = (digits + 1) & 3
            }
            place += 1
        }
        place += 1
    }

    /// A letter or an escape for each glyph; a backslash before a line end says nothing.
    private mutating func showLetters(
        isArray: Bool,
        _ text: [TextMark],
        _ out: inout PDFBytes
    ) throws(ConformFailure) {
        place += 1
        while place < bytes.endIndex, bytes[place] != UInt8(ascii: ")") {
            let length = letterLength
            if length > 0 {
                let cut = (end: "()" as StaticString, begin: "(" as StaticString)
                try cutIfDue(isArray: isArray, cut, text, &out)
                glyphs += 1
            }
            place += length > 0 ? length : 2
        }
        place += 1
    }

    /// Bytes of the letter here; 0 for the mark of a broken line.
    private var letterLength: Int {
        guard bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.endIndex else { return 1 }
        switch bytes[place + 1] {
        case 10: return 0
        case 48...55: return 4
        default: return 2
        }
    }

    /// Ends the operation before the glyph here and goes on with the next mark.
    private mutating func cutIfDue(
        isArray: Bool,
        _ string: (end: StaticString, begin: StaticString),
        _ text: [TextMark],
        _ out: inout PDFBytes
    ) throws(ConformFailure) {
        guard isDue(text) else { return }
        copy(upTo: place, &out)
        out.raw(UnsafeBufferPointer(start: string.end.utf8Start + 1, count: 1))
        out.raw(isArray ? "]TJ\n" : "Tj\n")
        try beginMark(text, &out)
        if isArray { out.raw("[") }
        out.raw(string.begin)
    }

    // MARK: - Tokens

    private static func beginsOperand(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "."), 48...57:
            true
        default: false
        }
    }

    private func isOperator(_ token: Range<Int>, _ name: StaticString) -> Bool {
        guard token.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<token.count where bytes[token.lowerBound + index] != name.utf8Start[index]
        {
            return false
        }
        return true
    }

    /// Steps over the next token: a whole string, a bracket, a name, a number or an operator.
    private mutating func nextToken() -> Range<Int>? {
        while place < bytes.endIndex, bytes[place] <= 32 { place += 1 }
        guard place < bytes.endIndex else { return nil }
        let start = place
        switch bytes[place] {
        case UInt8(ascii: "("):
            place += 1
            while place < bytes.endIndex, bytes[place] != UInt8(ascii: ")") {
                place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
            }
            place = min(place + 1, bytes.endIndex)
        case UInt8(ascii: "<")
        where place + 1 < bytes.endIndex && bytes[place + 1] != UInt8(ascii: "<"):
            // A string in hexadecimal; `<<` opens a dictionary.
            while place < bytes.endIndex, bytes[place] != UInt8(ascii: ">") { place += 1 }
            place = min(place + 1, bytes.endIndex)
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            place += 1
        default:
            place += 1
            while place < bytes.endIndex, Self.isRegular(bytes[place]) { place += 1 }
        }
        return start..<place
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"):
            false
        default: true
        }
    }
}
