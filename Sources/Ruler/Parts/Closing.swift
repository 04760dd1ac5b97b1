/// What stands under the text: recipients at the left, the signer at the right.
struct Closing: Sendable {
    var page: Int
    var recipients: PrintedLine?
    var list: [PrintedLine] = []
    var signer: [PrintedLine] = []
    var top: Double

    /// Found on the last page before the annexes that has it; `nil` when neither is there.
    init?(in pages: [PrintedPage], column: TextColumn?, pageNumbers: [Int: PrintedLine]) {
        for page in pages.reversed() {
            let number = pageNumbers[page.number]?.baseline
            let end = column.flatMap { page.footnoteTop(column: $0) } ?? page.height
            let parts = page.lines.filter { $0.baseline != number && $0.baseline < end }.flatMap {
                $0.segments(gap: 1.6)
            }
            let left = column?.left ?? 0.14 * page.width
            let middle = column?.middle ?? page.width / 2
            let label = parts.last { $0.letters.hasPrefix("nơinhận") && $0.left < middle }
            let level = label?.baseline ?? Self.firstOfSigner(parts, middle: middle)?.baseline
            guard let level else { continue }
            self.page = page.number
            top = level
            recipients = label
            for part in parts where part.baseline > level - 25 {
                if part.left > left + 0.38 * (middle - left) * 2, part.middle > middle {
                    signer.append(part)
                } else if let label, part.baseline > label.baseline + 2 {
                    list.append(part)
                }
            }
            // A signature shows small letters of its own between the position and the name.
            signer.removeAll { $0.size < 10.6 }
            // Lines of the text above the label end on the right as well: only what is centred there counts.
            signer = signer.filter { $0.baseline > level - 12 || $0.isCapitals }
            top = min(level, signer.first?.baseline ?? level)
            goOn(on: pages.first { $0.number == page.number + 1 }, left: left, middle: middle)
            return
        }
        return nil
    }

    /// A block that did not fit goes on overleaf: the rest of the list, the name.
    private mutating func goOn(on page: PrintedPage?, left: Double, middle: Double) {
        guard let page, recipients != nil, !(list.last?.text.hasSuffix(".") ?? false) || name == nil
        else { return }
        let parts = page.lines.filter { $0.baseline > points(19) }.flatMap { $0.segments(gap: 1.6) }
            .filter { !$0.words.allSatisfy { $0.text.allSatisfy(\.isNumber) } }
        let (right, rest) = (
            parts.filter { $0.left > left + 0.76 * (middle - left) && $0.middle > middle },
            parts.filter { $0.left <= left + 0.76 * (middle - left) || $0.middle <= middle }
        )
        // Another page may follow as well; the rest of a block is short and small.
        guard parts.count <= 20, rest.allSatisfy({ $0.size < 12.6 && $0.right < middle + 20 }),
            right.count <= 4
        else { return }
        list += rest
        signer += right.map { $0.moved(down: page.height) }
    }

    /// Capitals in the right half that begin as an authority does, or stand alone there.
    private static func firstOfSigner(_ parts: [PrintedLine], middle: Double) -> PrintedLine? {
        parts.first {
            $0.left > middle - 60 && $0.middle > middle + 30 && $0.isCapitals && $0.letterCount > 5
                && $0.baseline > 140 && !Letterhead.countryNames.contains($0.letters)
        }
    }

    /// The lines of the position, in capitals or what stands in their place.
    var authority: [PrintedLine] {
        guard let first = signer.first else { return [] }
        var lines = [first]
        for line in signer.dropFirst() {
            guard let last = lines.last, line.baseline - last.baseline < 1.9 * line.size else {
                break
            }
            lines.append(line)
        }
        return lines
    }

    /// The name under the room for the signature; `nil` when it is blank.
    var name: PrintedLine? {
        let rest = signer.dropFirst(authority.count)
        return rest.last { $0.letterCount > 3 && !$0.words.allSatisfy { $0.text.hasPrefix("[") } }
    }
}
