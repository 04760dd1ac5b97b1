import Diagnostics
import Vocabulary

/// Finds units, sectors and classes by code, label or alias; remembers what it found.
struct NameIndex {
    enum Match {
        case one(Int)
        /// The name belongs to several, such as two districts called alike.
        case several([Int])
        case none
    }

    /// One thing to find.
    struct Entry {
        var code: String
        var names: [String]
    }

    private let entries: [Entry]
    private let codes: [String: Int]
    private var names: [String: [Int]] = [:]
    private var found: [String: Match] = [:]
    private var hints: [String: Bilingual?] = [:]

    /// Hints cost time; a file with more unknown names is another kind of file.
    private static let hintLimit = 200

    init(_ entries: [Entry]) {
        self.entries = entries
        codes = Dictionary(
            entries.enumerated().map { ($0.element.code.foldedName, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        for (index, entry) in entries.enumerated() {
            for name in Set(entry.names.map(\.foldedName)) {
                names[name, default: []].append(index)
            }
        }
    }

    /// The thing that has the code, or else the name.
    mutating func find(_ text: String) -> Match {
        if let known = found[text] { return known }
        let folded = text.foldedName
        let match: Match =
            if let index = codes[folded] {
                .one(index)
            } else {
                switch names[folded] ?? [] {
                case let list where list.count == 1: .one(list[0])
                case let list where list.isEmpty: .none
                case let list: .several(list)
                }
            }
        found[text] = match
        return match
    }

    /// The one thing whose code is this number with zeros before it, as spreadsheets drop them.
    func findWithoutZeros(_ text: String) -> (index: Int, code: String)? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let alike = entries.indices.filter {
            let code = entries[$0].code
            return code.utf8.count > text.utf8.count && code.hasSuffix(text)
                && code.dropLast(text.count).allSatisfy { $0 == "0" }
        }
        return alike.count == 1 ? (alike[0], entries[alike[0]].code) : nil
    }

    /// Codes of things at these indices.
    func codes(of indices: [Int]) -> [String] { indices.map { entries[$0].code } }

    /// "Did you mean", over codes and names.
    mutating func hint(for text: String) -> Bilingual? {
        if let known = hints[text] { return known }
        guard hints.count < Self.hintLimit else { return nil }
        let hint = newHint(for: text)
        hints[text] = hint
        return hint
    }

    private func newHint(for text: String) -> Bilingual? {
        let candidates = entries.flatMap { [$0.code] + $0.names }
        let nearest = nearestNames(to: String(text.prefix(80)), among: candidates)
        guard nearest.isEmpty else { return Ingest.hint(for: text, among: candidates) }
        return Ingest.hint(for: text, among: entries.map { "\($0.code) (\($0.names.first ?? ""))" })
    }
}
