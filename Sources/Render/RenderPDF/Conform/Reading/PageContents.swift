import CairoKit

/// The content of pages, made ready as soon as each is drawn, and the gaps that it leaves in cairo's file.
///
/// As cairo writes it, the content of a long annex would take more room than all the rest of the document.
struct PageContents {
    /// The content of one page as it goes into the file.
    struct Ready {
        var packed: [UInt8]
        var marks: Int
    }

    /// By the number of the object in cairo's file.
    private(set) var ready: [Int: Ready] = [:]
    /// Ascending. `end` is counted as cairo does; `removed` is all that is missing up to there.
    private var gaps: [(end: Int, removed: Int)] = []

    /// Where the byte that cairo counts as `offset` stands in a file with these gaps.
    func place(of offset: Int) -> Int {
        var low = 0
        var high = gaps.count
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? offset - gaps[low - 1].removed : offset
    }

    /// Appends to `file` what cairo wrote for `page`, without the content that it begins with.
    ///
    /// `texts` are the tags that hold several marks. Bytes of another form than expected are appended as
    /// they are where there are no such tags: the content is then read from the file.
    mutating func take(
        _ written: [UInt8],
        page: Int,
        artifacts: [ContentMark: ArtifactKind],
        texts: [Int: [TextMark]],
        to file: inout [UInt8]
    ) throws(ConformFailure) {
        guard let found = Self.content(of: written) else {
            guard texts.isEmpty else {
                throw .unexpected(object: 0, expected: "the content of page \(page + 1)")
            }
            file += written
            return
        }
        let content = try PageContent(
            cairo: found.isPacked
                ? try Zlib.unpack(written[found.bytes])[...] : written[found.bytes],
            page: page,
            artifacts: artifacts,
            texts: texts
        )
        ready[found.number] = Ready(packed: try Zlib.pack(content.bytes), marks: content.marks)
        let start = file.count + (gaps.last?.removed ?? 0)
        addGap(start + found.bytes.lowerBound..<start + found.bytes.upperBound)
        file += written[..<found.bytes.lowerBound]
        file += written[found.bytes.upperBound...]
    }

    /// Appends to `file` what cairo writes after the last page.
    mutating func take(rest: WrittenRest, to file: inout [UInt8]) {
        let start = file.count + (gaps.last?.removed ?? 0)
        for missing in rest.leftOut {
            addGap(start + missing.lowerBound..<start + missing.upperBound)
        }
        file += rest.bytes
    }

    private mutating func addGap(_ range: Range<Int>) {
        gaps.append((range.upperBound, (gaps.last?.removed ?? 0) + range.count))
    }

    /// Whether a stream is of no type, and packed in no other way than cairo packs.
    private static func isContent(_ entries: PDFDictionary) -> Bool {
        let filter = entries["Filter"]
        return entries.entries.count == (filter == nil ? 1 : 2)
            && (filter == nil || filter?.name == "FlateDecode")
    }

    /// The stream of the first object, if it is nothing but a stream whose length the next object tells.
    private static func content(
        of written: [UInt8]
    ) -> (number: Int, bytes: Range<Int>, isPacked: Bool)? {
        var scanner = ObjectScanner(bytes: written, offset: 0)
        guard let number = try? scanner.count(), (try? scanner.count()) == 0, scanner.skip("obj"),
            let entries = try? scanner.value().dictionary, Self.isContent(entries),
            let length = entries["Length"]?.reference, scanner.skip("stream"),
            scanner.offset < written.count, written[scanner.offset] == 10
        else { return nil }
        let start = scanner.offset + 1
        let closing = Array("\nendstream\nendobj\n\(length) 0 obj\n".utf8)
        var end = start
        while let line = written[end...].firstIndex(of: 10) {
            if written[line...].starts(with: closing) {
                scanner.offset = line + closing.count
                let told = try? scanner.count()
                return told == line - start ? (number, start..<line, entries["Filter"] != nil) : nil
            }
            end = line + 1
        }
        return nil
    }
}
