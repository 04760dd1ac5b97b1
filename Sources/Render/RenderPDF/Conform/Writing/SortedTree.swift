/// Trees of sorted keys (ISO 32000-1, 7.9.6 and 7.9.7): leaves of limited length under one root.
struct SortedTree {
    enum Kind {
        case numbers
        case names
    }

    /// Well below the longest array, as each entry takes two places.
    private static let entriesInLeaf = 1_000

    let kind: Kind
    /// Keys and values as they will stand in the file, sorted by key.
    var entries: [(key: [UInt8], value: [UInt8])]

    /// Writes the tree and returns the number of its root.
    func write(to file: inout FileWriter) throws(ConformFailure) -> Int {
        if entries.count <= Self.entriesInLeaf {
            return try file.add { (out) in
                out.raw("<<")
                leaf(entries[...], &out)
                out.raw(">>")
            }
        }
        var leaves: [Int] = []
        for start in stride(from: 0, to: entries.count, by: Self.entriesInLeaf) {
            let part = entries[start..<min(start + Self.entriesInLeaf, entries.count)]
            leaves.append(
                try file.add { (out) in
                    out.raw("<<")
                    if let first = part.first, let last = part.last {
                        out.raw("/Limits[")
                        out.raw(first.key)
                        out.raw(" ")
                        out.raw(last.key)
                        out.raw("]")
                    }
                    leaf(part, &out)
                    out.raw(">>")
                }
            )
        }
        guard leaves.count <= file.profile.longestArray else { throw .tooLong("a tree of keys") }
        return try file.add { (out) in
            out.raw("<</Kids[")
            for leaf in leaves {
                out.reference(leaf)
                out.raw(" ")
            }
            out.raw("]>>")
        }
    }

    private func leaf(_ part: ArraySlice<(key: [UInt8], value: [UInt8])>, _ out: inout PDFBytes) {
        switch kind {
        case .numbers: out.raw("/Nums[")
        case .names: out.raw("/Names[")
        }
        for entry in part {
            out.raw(entry.key)
            out.raw(" ")
            out.raw(entry.value)
            out.raw("\n")
        }
        out.raw("]")
    }
}
