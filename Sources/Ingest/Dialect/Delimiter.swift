/// The byte between cells, found by competition over the heading row.
enum Delimiter {
    static let candidates: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), Byte.tab, UInt8(ascii: "|"),
    ]

    /// The candidate under which most headings are columns of the schema; then the one that gives most
    /// cells; then the first of the list.
    static func best(for text: ReceivedText, headings: HeadingIndex) -> UInt8 {
        var best = (matches: -1, cells: 0, delimiter: candidates[0])
        for delimiter in candidates {
            let scanned = RecordScanner.scan(
                text.bytes,
                dialect: .standard(delimiter),
                headOnly: true
            )
            let cells = scanned.records.last?.fields.count ?? 0
            let matches =
                scanned.records.last?.fields.prefix(1000).count { index in
                    let field = scanned.fields[index]
                    let heading = String(
                        decoding: text.bytes[field.start..<min(field.end, field.start + 1000)],
                        as: UTF8.self
                    )
                    return headings.match(heading) != nil
                } ?? 0
            if (matches, cells) > (best.matches, best.cells) {
                best = (matches, cells, delimiter)
            }
        }
        return best.delimiter
    }
}
