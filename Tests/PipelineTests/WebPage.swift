import Foundation

/// The HTML product, cut into the texts that a reader sees.
struct WebPage {
    let source: String

    init(_ file: URL) throws { source = try String(contentsOf: file, encoding: .utf8) }

    /// Without style, drawings and what stands in the head.
    private var body: String {
        let start = source.range(of: "<body")?.lowerBound ?? source.startIndex
        return ["style", "script", "svg"].reduce(String(source[start...])) { text, element in
            removing(element, from: text)
        }
    }

    /// All of it as plain words.
    var text: String { words(of: body) }

    /// The words of each element of a kind; elements within it are read with it.
    ///
    /// What stands inside `excluded` elements is left out.
    func texts(of element: String, outside excluded: String? = nil) -> [String] {
        var texts: [String] = []
        var rest = Substring(excluded.map { removing($0, from: body) } ?? body)
        while let open = rest.firstRange(of: "<\(element)") {
            rest = rest[open.upperBound...]
            guard let first = rest.first, first == ">" || first == " " else { continue }
            guard let start = rest.firstIndex(of: ">"),
                let end = rest.firstRange(of: "</\(element)>")
            else { break }
            texts.append(words(of: String(rest[rest.index(after: start)..<end.lowerBound])))
            rest = rest[end.upperBound...]
        }
        return texts.filter { !$0.isEmpty }
    }

    private func removing(_ element: String, from text: String) -> String {
        var kept = ""
        var rest = Substring(text)
        while let open = rest.firstRange(of: "<\(element)"),
            let end = rest[open.upperBound...].firstRange(of: "</\(element)>")
        {
            kept += rest[..<open.lowerBound]
            rest = rest[end.upperBound...]
        }
        return kept + rest
    }

    /// Tags are blanks between blocks and nothing within a line.
    private func words(of html: String) -> String {
        var text = ""
        var tag: String?
        for character in html {
            switch (character, tag) {
            case ("<", nil): tag = ""
            case (">", let name?):
                let inline = [
                    "a", "/a", "b", "/b", "strong", "/strong", "em", "/em", "span", "/span",
                ]
                let word = name.split(separator: " ").first.map(String.init) ?? ""
                if !inline.contains(word) { text += " " }
                tag = nil
            case (_, let name?): tag = name + String(character)
            case (_, nil): text.append(character)
            }
        }
        let named = [
            "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": "\u{00A0}", "amp": "&",
        ]
        for (name, letter) in named.sorted(by: { $0.key > $1.key }) {
            text = text.replacingOccurrences(of: "&\(name);", with: letter)
        }
        return plain(text)
    }
}
