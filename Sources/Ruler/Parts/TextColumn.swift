/// The column of running text on upright pages: where its lines begin and end.
struct TextColumn: Sendable {
    var left: Double
    var right: Double
    /// Pages on which it was seen.
    var page: Int

    var width: Double { right - left }
    var middle: Double { (left + right) / 2 }

    /// Found from where most long lines begin and end; `nil` without running text.
    init?(in document: PrintedDocument, outside zones: [Int: [Box]]) {
        var lefts: [(Double, Int)] = []
        var rights: [(Double, Int)] = []
        for page in document.pages where !page.isLandscape {
            for line in page.lines {
                guard line.size >= 9.5, line.width >= 0.45 * page.width,
                    line.segments(gap: 2.5).count == 1, !line.hasLeaders,
                    zones[page.number]?.contains(where: { $0.spans(line.baseline) }) != true
                else { continue }
                lefts.append((line.left, page.number))
                rights.append((line.right, page.number))
            }
        }
        guard let left = Self.commonEdge(lefts, outermost: <),
            let right = Self.commonEdge(rights, outermost: >)
        else { return nil }
        (self.left, self.right, page) = (left.edge, right.edge, left.page)
    }

    /// Of the places where many lines end, the outermost.
    private static func commonEdge(
        _ edges: [(at: Double, page: Int)],
        outermost: (Double, Double) -> Bool
    ) -> (edge: Double, page: Int)? {
        var groups: [[(at: Double, page: Int)]] = []
        for edge in edges.sorted(by: { $0.at < $1.at }) {
            if let first = groups.last?.first, edge.at - first.at < 1.2 {
                groups[groups.count - 1].append(edge)
            } else {
                groups.append([edge])
            }
        }
        guard let most = groups.map(\.count).max() else { return nil }
        let common = groups.filter { $0.count * 5 >= most }.map { $0[$0.count / 2] }
        return common.sorted { outermost($0.at, $1.at) }.first.map { ($0.at, $0.page) }
    }

    /// Whether a line stands in the middle of the column and keeps off its edges.
    func centres(_ line: PrintedLine, within slack: Double = 5) -> Bool {
        abs(line.middle - middle) <= slack && line.left > left - 3
            && line.right < right + 3
    }
}

extension PrintedLine {
    /// Whether a line begins as captions, notes and sources of tables and charts do: a number or a
    /// colon follows the word, which may begin a line of the text as well.
    var beginsAsNote: Bool {
        let start = words.prefix(3).map(\.text)
        guard let first = start.first.map(lettersOnly) else { return false }
        if ["bảng", "biểu", "hình"].contains(first) {
            return start.dropFirst().contains { $0.first?.isNumber == true }
        }
        return ["ghi", "nguồn", "đơn"].contains(first) && start.contains { $0.hasSuffix(":") }
    }

    /// Whether dots lead to a page number, as in a list of contents.
    var hasLeaders: Bool {
        var dots = 0
        for word in words {
            let count = word.text.count { $0 == "." || $0 == "…" || $0 == "·" }
            dots += count
            if count < word.text.count, dots < 6 { dots = 0 }
        }
        return dots >= 6 || words.filter { $0.text == "." }.count >= 5
    }
}
