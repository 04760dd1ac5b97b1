package import Diagnostics

/// A product made again from archived inputs, beside the archived one.
package struct RebuiltFile: Sendable, Hashable {
    /// How the two stand to each other.
    package enum Outcome: Sendable, Hashable {
        case sameBytes
        /// The same words on the same pages, in other bytes.
        case sameText
        case otherText(TextComparison)
        /// The first line that differs, from 1, as archived and as made again.
        case otherLine(Int, archived: String, rebuilt: String)
        case otherBytes
        case notMade
        case notArchived
    }

    /// Within the edition.
    package var path: String
    package var outcome: Outcome

    package init(path: String, outcome: Outcome) {
        self.path = path
        self.outcome = outcome
    }

    /// Compares texts line by line; a PDF's pages are given, when they could be read.
    package init(
        path: String,
        archived: [UInt8]?,
        rebuilt: [UInt8]?,
        pages: () -> TextComparison?
    ) {
        self.path = path
        guard let archived else {
            outcome = .notArchived
            return
        }
        guard let rebuilt else {
            outcome = .notMade
            return
        }
        if archived == rebuilt {
            outcome = .sameBytes
        } else if path.hasSuffix(".pdf") {
            outcome =
                pages().map { $0.isSame ? .sameText : .otherText($0) }
                ?? .otherBytes
        } else {
            outcome = Self.firstLine(archived, rebuilt)
        }
    }

    private static func firstLine(_ archived: [UInt8], _ rebuilt: [UInt8]) -> Outcome {
        let first = archived.split(separator: 10, omittingEmptySubsequences: false)
        let second = rebuilt.split(separator: 10, omittingEmptySubsequences: false)
        let line =
            zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset
            ?? min(first.count, second.count)
        func text(_ lines: [ArraySlice<UInt8>]) -> String {
            line < lines.count ? String(decoding: lines[line].prefix(160), as: UTF8.self) : ""
        }
        return .otherLine(line + 1, archived: text(first), rebuilt: text(second))
    }

    /// Whether a reader sees another thing than is archived.
    package var isDifferent: Bool {
        switch outcome {
        case .sameBytes, .sameText: false
        default: true
        }
    }

    /// One line, or several, for people.
    package var words: Bilingual {
        let (vi, en): (String, String) =
            switch outcome {
            case .sameBytes: ("giống từng byte", "the same bytes")
            case .sameText:
                ("cùng văn bản trên từng trang, khác byte", "the same text, other bytes")
            case .otherBytes:
                ("khác byte, không đọc được văn bản để so", "other bytes, no text to compare")
            case .notMade: ("có trong kho, lần này không làm ra", "archived, not made this time")
            case .notArchived:
                ("làm ra lần này, không có trong kho", "made this time, not archived")
            case .otherLine(let line, let archived, let rebuilt):
                (
                    "khác từ dòng \(line): bản lưu “\(archived)”, làm lại “\(rebuilt)”",
                    "differs from line \(line) on: archived “\(archived)”, made again “\(rebuilt)”"
                )
            case .otherText(let text): Self.words(text)
            }
        return Bilingual(vi: "\(path): \(vi)", en: "\(path): \(en)")
    }

    private static func words(_ text: TextComparison) -> (String, String) {
        let pages = text.different.prefix(20).map { String($0.number) }.joined(separator: ", ")
        let first = text.different.first
        return (
            "khác văn bản ở \(text.different.count) trang (\(pages)); chỗ đầu tiên: bản lưu "
                + "“\(first?.first ?? "")”, làm lại “\(first?.second ?? "")”",
            "other text on \(text.different.count) pages (\(pages)); the first: archived "
                + "“\(first?.first ?? "")”, made again “\(first?.second ?? "")”"
        )
    }
}
