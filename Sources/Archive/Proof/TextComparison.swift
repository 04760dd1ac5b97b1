/// Two documents by the text of their pages.
package struct TextComparison: Sendable, Hashable {
    /// A page whose text differs.
    package struct Page: Sendable, Hashable {
        /// From 1.
        package var number: Int
        /// The first line that differs, in each; `nil` where there is no such page or line.
        package var first: String?
        package var second: String?
    }

    package var pages: (first: Int, second: Int) { (counts[0], counts[1]) }
    /// Pages whose text is the same in both.
    package private(set) var same = 0
    package private(set) var different: [Page] = []
    private let counts: [Int]

    package var isSame: Bool { different.isEmpty }

    /// Compares page by page, blanks at the ends of lines and empty lines aside.
    package init(_ first: [String], _ second: [String]) {
        counts = [first.count, second.count]
        for index in 0..<max(first.count, second.count) {
            let left = index < first.count ? Self.lines(first[index]) : nil
            let right = index < second.count ? Self.lines(second[index]) : nil
            if let left, left == right {
                same += 1
                continue
            }
            let (one, other) = (left ?? [], right ?? [])
            let line =
                zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
                ?? min(one.count, other.count)
            different.append(
                Page(
                    number: index + 1,
                    first: line < one.count ? one[line] : nil,
                    second: line < other.count ? other[line] : nil
                )
            )
        }
    }

    /// Pages as a program hands them out that ends each with a form feed.
    package static func pages(of output: [UInt8]) -> [String] {
        var pages = output.split(separator: 12, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if pages.last?.isEmpty == true { pages.removeLast() }
        return pages
    }

    private static func lines(_ page: String) -> [String] {
        page.split(separator: "\n").compactMap { line in
            var line = line
            while line.last?.isWhitespace == true { line.removeLast() }
            return line.isEmpty ? nil : String(line)
        }
    }
}
