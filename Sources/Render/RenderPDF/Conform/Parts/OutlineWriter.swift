/// Writes the outline, all of it open (ISO 32000-1, 12.3.3).
struct OutlineWriter {
    let entries: [OutlineEntry]
    /// Object numbers of the pages.
    let pages: [Int]

    private struct Item {
        var number: Int
        var parent: Int?
        var previous: Int?
        var next: Int?
        var first: Int?
        var last: Int?
        var descendants = 0
    }

    /// Writes it and returns the number of its root; `nil` when there is nothing to write.
    func write(to file: inout FileWriter) throws(ConformFailure) -> Int? {
        guard !entries.isEmpty else { return nil }
        let root = file.reserve()
        var items = link(numbering: &file)
        // Later entries are deeper or beside: one pass backwards sums up the descendants.
        for index in items.indices.reversed() {
            if let parent = items[index].parent {
                items[parent].descendants += 1 + items[index].descendants
            }
        }
        let top = items.indices.filter { items[$0].parent == nil }
        let numbers = items.map(\.number)
        func reference(_ key: StaticString, _ index: Int?, _ out: inout PDFBytes) {
            guard let index else { return }
            out.raw(key)
            out.reference(numbers[index])
        }
        for (index, item) in items.enumerated() {
            let entry = entries[index]
            guard pages.indices.contains(entry.page) else { throw .brokenOutline(index) }
            try file.write(item.number) { (out) throws(ConformFailure) in
                out.raw("<</Title ")
                try out.pointer(entry.title)
                out.raw("/Parent ")
                out.reference(item.parent.map { numbers[$0] } ?? root)
                reference("/Prev ", item.previous, &out)
                reference("/Next ", item.next, &out)
                reference("/First ", item.first, &out)
                reference("/Last ", item.last, &out)
                if item.descendants > 0 {
                    out.raw("/Count ")
                    out.integer(item.descendants)
                }
                out.raw("/Dest[")
                out.reference(pages[entry.page])
                out.raw("/XYZ null ")
                out.decimal(entry.y)
                out.raw(" null]>>")
            }
        }
        try file.write(root) { (out) in
            out.raw("<</Type/Outlines")
            reference("/First ", top.first, &out)
            reference("/Last ", top.last, &out)
            out.raw("/Count ")
            out.integer(items.count)
            out.raw(">>")
        }
        return root
    }

    /// Who stands under and beside whom, by index.
    private func link(numbering file: inout FileWriter) -> [Item] {
        var items: [Item] = []
        // The entries that are still open, the innermost last.
        var open: [Int] = []
        var lastAtTop: Int?
        for (index, entry) in entries.enumerated() {
            var item = Item(number: file.reserve())
            while let last = open.last, entries[last].level >= entry.level { open.removeLast() }
            item.parent = open.last
            item.previous = item.parent.map { items[$0].last } ?? lastAtTop
            if let previous = item.previous { items[previous].next = index }
            if let parent = item.parent {
                if items[parent].first == nil { items[parent].first = index }
                items[parent].last = index
            } else {
                lastAtTop = index
            }
            items.append(item)
            open.append(index)
        }
        return items
    }
}
