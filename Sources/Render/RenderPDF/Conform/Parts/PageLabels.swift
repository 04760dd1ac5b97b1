/// The printed numbers of pages, as ranges that count on (ISO 32000-1, 12.4.2).
enum PageLabels {
    static func write(
        _ pages: [DrawnPage],
        to file: inout FileWriter
    ) throws(ConformFailure) -> Int {
        var entries: [(key: [UInt8], value: [UInt8])] = []
        for (index, page) in pages.enumerated() {
            if index > 0, page.labelPrefix == pages[index - 1].labelPrefix,
                page.labelNumber == pages[index - 1].labelNumber + 1
            {
                continue
            }
            var key = PDFBytes()
            key.integer(index)
            var value = PDFBytes()
            value.raw("<</S/D")
            if !page.labelPrefix.isEmpty {
                value.raw("/P ")
                try value.text(page.labelPrefix)
            }
            if page.labelNumber > 1 {
                value.raw("/St ")
                value.integer(page.labelNumber)
            }
            value.raw(">>")
            entries.append((key.bytes, value.bytes))
        }
        return try SortedTree(kind: .numbers, entries: entries).write(to: &file)
    }
}
