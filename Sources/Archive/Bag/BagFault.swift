package import Diagnostics

/// Why a bag is not to be trusted.
package enum BagFault: Error, Sendable, Hashable {
    /// `bagit.txt` does not declare BagIt 1.0 in UTF-8.
    case badDeclaration
    case notUTF8
    case badLine(String)
    case hostilePath(String)
    case misplaced(String, BagManifest.Kind)
    case duplicate(String)
    /// A manifest names it, the folder has it not.
    case missing(String)
    /// It is in the folder, and no manifest names it.
    case unlisted(String)
    case changed(String)
    /// A link, device or pipe.
    case notFile(String)
    /// Files and bytes are not those of `Payload-Oxum`.
    case otherSize(String)
    /// `fetch.txt`: content that is to be brought from elsewhere.
    case incomplete

    /// The fault in words.
    package func diagnostic(at place: Place?) -> Diagnostic {
        let (slug, value, vi, en) = words
        return Diagnostic(
            "archive.bag.\(slug)",
            at: place,
            value: value,
            message: Bilingual(vi: "\(vi).", en: "\(en)."),
            hint: Bilingual(
                vi: "Không dùng gói này; xuất lại từ kho (baocao export).",
                en: "Do not use this bag; export it from the store again (baocao export)."
            )
        )
    }

    private var words: (slug: String, value: String?, vi: String, en: String) {
        switch self {
        case .badDeclaration:
            (
                "declaration", nil, "Tệp bagit.txt không khai BagIt 1.0, UTF-8",
                "bagit.txt does not declare BagIt 1.0 in UTF-8"
            )
        case .notUTF8: ("encoding", nil, "Tệp không phải UTF-8", "The file is not UTF-8")
        case .badLine(let line):
            (
                "line", String(line.prefix(200)), "Dòng này không có mã SHA-512 và đường dẫn",
                "The line has no SHA-512 and path"
            )
        case .hostilePath(let path):
            (
                "path", path, "Đường dẫn “\(path)” dẫn ra ngoài gói hoặc không hợp lệ",
                "The path “\(path)” leads out of the bag or is none"
            )
        case .misplaced(let path, let kind):
            (
                "place", path, "“\(path)” không thuộc \(kind.rawValue)",
                "“\(path)” does not belong in \(kind.rawValue)"
            )
        case .duplicate(let path):
            ("duplicate", path, "“\(path)” được ghi hai lần", "“\(path)” is listed twice")
        case .missing(let path):
            ("missing", path, "Gói thiếu tệp “\(path)”", "The bag lacks the file “\(path)”")
        case .unlisted(let path):
            (
                "unlisted", path, "Gói có tệp “\(path)” mà không danh sách nào nêu",
                "The bag has the file “\(path)”, which no manifest names"
            )
        case .changed(let path):
            (
                "changed", path, "Nội dung “\(path)” khác với mã SHA-512 của nó",
                "The content of “\(path)” is not that of its SHA-512"
            )
        case .notFile(let path):
            ("kind", path, "“\(path)” không phải tệp thường", "“\(path)” is no regular file")
        case .otherSize(let oxum):
            (
                "size", oxum, "Số tệp, số byte khác với Payload-Oxum (\(oxum))",
                "Files and bytes are not those of Payload-Oxum (\(oxum))"
            )
        case .incomplete:
            (
                "fetch", nil, "Gói có fetch.txt: một phần nội dung nằm nơi khác",
                "The bag has a fetch.txt: some content is elsewhere"
            )
        }
    }
}
