import CCommonMark
import Diagnostics

/// Reads one CommonMark text into blocks (cmark parses, this keeps what texts may use).
struct MarkdownReader {
    private let source: MarkdownSource
    private var placeholders = 0
    private var log = DiagnosticLog()
    private var depth = 0

    /// Lists in lists and emphasis in emphasis beyond this depth are refused.
    private static let depthLimit = 16

    /// Reads a text; what it may not use is an error at its line.
    static func read(_ text: SourceText, name: String, log: inout DiagnosticLog) -> TemplateDocument
    {
        var reader = MarkdownReader(source: MarkdownSource(text))
        let conditions = reader.frontMatterConditions()
        let blocks = reader.blocks()
        log.append(contentsOf: reader.log)
        return TemplateDocument(name: name, conditions: conditions, blocks: blocks)
    }

    private init(source: MarkdownSource) {
        self.source = source
    }

    /// `when: previous` or `when: [previous, column KEY]`.
    private mutating func frontMatterConditions() -> [Condition] {
        var conditions: [Condition] = []
        for (index, line) in source.frontMatter.split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        .enumerated() {
            let place = Place(file: source.file, line: index + 2, column: 1)
            let text = line.trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            guard text.hasPrefix("when:") else {
                log.append(.unknownCondition(text, among: ["when: previous"], at: place))
                continue
            }
            conditions += self.conditions(String(text.dropFirst("when:".count)), at: place)
        }
        return conditions
    }

    /// One condition, or several between brackets and commas.
    private mutating func conditions(_ text: String, at place: Place) -> [Condition] {
        text.split { "[],".contains($0) }
            .map(\.trimmed)
            .filter { !$0.isEmpty }
            .compactMap { Condition($0, at: place, log: &log) }
    }

    private mutating func blocks() -> [ConditionedBlock] {
        let bytes = Array(source.body.utf8)
        let root = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let root else { return [] }
        defer { cmark_node_free(root) }
        cmark_consolidate_text_nodes(root)
        var blocks: [ConditionedBlock] = []
        var pending: [Condition] = []
        for node in Children(of: root) {
            let place = place(of: node)
            if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
                pending += commentConditions(node, at: place)
            } else if let block = block(node, at: place) {
                blocks.append(ConditionedBlock(conditions: pending, block: block, place: place))
                pending = []
            }
        }
        return blocks
    }

    /// `<!-- when: … -->`; any other HTML is refused.
    private mutating func commentConditions(_ node: OpaquePointer, at place: Place) -> [Condition] {
        var text = Self.literal(of: node)[...].trimmed
        if text.hasPrefix("<!--"), text.hasSuffix("-->") {
            text = text.dropFirst(4).dropLast(3).trimmed
            if text.hasPrefix("when:") {
                return conditions(String(text.dropFirst("when:".count)), at: place)
            }
            return []
        }
        log.append(.markup(Bilingual(vi: "mã HTML", en: "raw HTML"), at: place))
        return []
    }

    private mutating func block(_ node: OpaquePointer, at place: Place) -> TextBlock? {
        guard goesDeeper(at: place) else { return nil }
        defer { depth -= 1 }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING:
            return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(node))
        case CMARK_NODE_PARAGRAPH:
            return picture(node) ?? .paragraph(inlines(node))
        case CMARK_NODE_LIST:
            let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            var items: [[TextBlock]] = []
            for item in Children(of: node) {
                var blocks: [TextBlock] = []
                for child in Children(of: item) {
                    if let block = block(child, at: self.place(of: child)) { blocks.append(block) }
                }
                items.append(blocks)
            }
            return .list(
                start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
                items: items
            )
        case CMARK_NODE_CODE_BLOCK:
            return fencedBlock(node, at: place)
        case CMARK_NODE_BLOCK_QUOTE:
            log.append(.markup(Bilingual(vi: "khối trích dẫn", en: "block quotes"), at: place))
        case CMARK_NODE_THEMATIC_BREAK:
            log.append(.markup(Bilingual(vi: "đường kẻ ngang", en: "rules"), at: place))
        default:
            log.append(.markup(Bilingual(vi: "thành phần này", en: "this element"), at: place))
        }
        return nil
    }

    /// A picture that is a paragraph of its own.
    private mutating func picture(_ node: OpaquePointer) -> TextBlock? {
        guard let image = cmark_node_first_child(node), cmark_node_next(image) == nil,
            cmark_node_get_type(image) == CMARK_NODE_IMAGE
        else { return nil }
        let alternative = inlines(image)
        let caption = cmark_node_get_title(image).map { String(cString: $0) } ?? ""
        return .picture(
            TemplatePicture(
                address: cmark_node_get_url(image).map { String(cString: $0) } ?? "",
                alternative: alternative,
                caption: templateText(caption)
            )
        )
    }

    /// Counts a level of nesting; one too many is an error.
    private mutating func goesDeeper(at place: Place) -> Bool {
        guard depth < Self.depthLimit else {
            log.append(
                .markup(
                    Bilingual(vi: "quá nhiều lớp lồng nhau", en: "so many levels of nesting"),
                    at: place
                )
            )
            return false
        }
        depth += 1
        return true
    }

    /// `table NAME`, `chart NAME` and `each KIND options`.
    private mutating func fencedBlock(_ node: OpaquePointer, at place: Place) -> TextBlock? {
        let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
        let words = info.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("table", 2): return .table(name: words[1])
        case ("chart", 2): return .chart(name: words[1])
        case ("each", 2...):
            let body = Self.literal(of: node).split(separator: "\n").map(\.trimmed)
                .joined(separator: " ")
            let list = memberList(Array(words.dropFirst()), at: place)
            let text = templateText(body)
            return list.map { .each($0, [.text(text)]) }
        default:
            log.append(
                .markup(
                    Bilingual(
                        vi: "khối “\(info)” (chỉ có table, chart, each)",
                        en: "the block “\(info)” (only table, chart, each)"
                    ),
                    at: place
                )
            )
            return nil
        }
    }

    private mutating func memberList(_ words: [String], at place: Place) -> MemberList? {
        var kindWords: [String] = []
        var list = MemberList(kind: .sectors, nonzero: false, place: place)
        var isRight = true
        for word in words {
            if word == "nonzero" {
                list.nonzero = true
            } else if word.hasPrefix("by=") {
                list.by = String(word.dropFirst(3))
            } else if word.hasPrefix("top="), let top = Int(word.dropFirst(4)), top > 0 {
                list.top = top
            } else if word.contains("=") {
                isRight = false
            } else {
                kindWords.append(word)
            }
        }
        guard isRight, let kind = MemberKind(kindWords.joined(separator: " ")) else {
            log.append(
                .badSpecification(
                    Bilingual(
                        vi: "Không hiểu “each \(words.joined(separator: " "))”.",
                        en: "“each \(words.joined(separator: " "))” is not understood."
                    ),
                    hint: Bilingual(
                        vi: "Viết như: each units by=htx.count top=3 nonzero",
                        en: "Write it like: each units by=htx.count top=3 nonzero"
                    ),
                    at: place
                )
            )
            return nil
        }
        list.kind = kind
        return list
    }

    private mutating func inlines(_ parent: OpaquePointer) -> [TextInline] {
        guard goesDeeper(at: place(of: parent)) else { return [] }
        defer { depth -= 1 }
        var inlines: [TextInline] = []
        for node in Children(of: parent) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT: inlines.append(.text(templateText(Self.literal(of: node))))
            case CMARK_NODE_SOFTBREAK: inlines.append(.text(templateText(" ")))
            case CMARK_NODE_LINEBREAK: inlines.append(.lineBreak)
            case CMARK_NODE_CODE: inlines.append(.text(templateText(Self.literal(of: node))))
            case CMARK_NODE_EMPH: inlines.append(.emphasis(self.inlines(node)))
            case CMARK_NODE_STRONG: inlines.append(.strong(self.inlines(node)))
            case CMARK_NODE_LINK:
                let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
                inlines.append(.link(address, self.inlines(node)))
            case CMARK_NODE_IMAGE:
                log.append(
                    .markup(
                        Bilingual(vi: "ảnh ở giữa câu chữ", en: "pictures between words"),
                        at: place(of: parent)
                    )
                )
            default:
                log.append(
                    .markup(Bilingual(vi: "mã HTML", en: "raw HTML"), at: place(of: parent))
                )
            }
        }
        return inlines
    }

    /// Placeholders come in the order of the source, so that each finds its own place.
    private mutating func templateText(_ text: String) -> TemplateText {
        let places = source.placeholderPlaces
        var next = placeholders
        let fallback = Place(file: source.file)
        let result = TemplateText(
            text,
            nextPlace: {
                defer { next += 1 }
                return next < places.count ? places[next] : fallback
            },
            log: &log
        )
        placeholders = next
        return result
    }

    private func place(of node: OpaquePointer) -> Place {
        Place(
            file: source.file,
            line: Int(cmark_node_get_start_line(node)) + source.lineOffset,
            column: max(1, Int(cmark_node_get_start_column(node)))
        )
    }

    private static func literal(of node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    /// The children of a cmark node, in order.
    private struct Children: Sequence, IteratorProtocol {
        private var current: OpaquePointer?

        init(of parent: OpaquePointer) {
            current = cmark_node_first_child(parent)
        }

        mutating func next() -> OpaquePointer? {
            defer { current = current.flatMap { cmark_node_next($0) } }
            return current
        }
    }
}
