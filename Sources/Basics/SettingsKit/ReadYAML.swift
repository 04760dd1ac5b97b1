package import Diagnostics

/// Reads one YAML document (JSON is YAML too); `nil` when a fault was logged.
///
/// Anchors, aliases, tags, further documents and more than 64 levels are refused. An empty file is a
/// null scalar. `firstLine` is the line of the file on which the bytes begin, for YAML that stands
/// inside another text.
package func readYAML(
    _ source: SourceText,
    firstLine: Int = 1,
    log: inout DiagnosticLog
) -> YAMLNode? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = source.bytes.starts(with: mark) ? Array(source.bytes.dropFirst(3)) : source.bytes
    var cursor = PlaceCursor(file: source.path, firstLine: firstLine, bytes: bytes)
    guard let parser = YAMLParser(bytes) else { return nil }
    var builder = YAMLTreeBuilder(parser: parser, cursor: cursor)
    do {
        return try builder.document()
    } catch {
        switch error {
        case .refused(let problem, let index):
            log.append(problem.diagnostic(at: cursor.place(atScalar: index)))
        case .failed(.byte(let offset, _)):
            log.append(YAMLProblem.badEncoding.diagnostic(at: cursor.place(atByte: offset)))
        case .failed(.character(let index, let words)):
            log.append(YAMLProblem.syntax(words).diagnostic(at: cursor.place(atScalar: index)))
        }
        return nil
    }
}

/// Puts the parser's events together as a tree.
private struct YAMLTreeBuilder: ~Copyable {
    enum Stop: Error {
        case refused(YAMLProblem, Int)
        case failed(YAMLFailure)
    }

    private static let depthLimit = 64
    private var parser: YAMLParser
    private var cursor: PlaceCursor

    init(parser: consuming YAMLParser, cursor: PlaceCursor) {
        self.parser = parser
        self.cursor = cursor
    }

    mutating func document() throws(Stop) -> YAMLNode {
        var root: YAMLNode?
        while true {
            let (event, index) = try next()
            switch event {
            case .streamEnd:
                return root
                    ?? YAMLNode(
                        place: cursor.place(atScalar: 0),
                        content: .scalar(YAMLScalar(text: "", isPlain: true))
                    )
            case .documentStart:
                guard root == nil else { throw .refused(.secondDocument, index) }
                let (event, index) = try next()
                root = try node(from: event, at: index, depth: 1)
            default: break
            }
        }
    }

    private mutating func node(
        from event: YAMLEvent,
        at index: Int,
        depth: Int
    ) throws(Stop) -> YAMLNode {
        guard depth <= Self.depthLimit else {
            throw .refused(.tooDeep(limit: Self.depthLimit), index)
        }
        let place = cursor.place(atScalar: index)
        switch event {
        case .scalar(let scalar): return YAMLNode(place: place, content: .scalar(scalar))
        case .sequenceStart:
            return YAMLNode(place: place, content: .sequence(try items(depth: depth)))
        case .mappingStart:
            return YAMLNode(place: place, content: .mapping(try entries(depth: depth)))
        default:
            throw .refused(.syntax("did not find expected node content"), index)
        }
    }

    private mutating func items(depth: Int) throws(Stop) -> [YAMLNode] {
        var items: [YAMLNode] = []
        while true {
            let (event, index) = try next()
            if case .sequenceEnd = event { return items }
            items.append(try node(from: event, at: index, depth: depth + 1))
        }
    }

    private mutating func entries(depth: Int) throws(Stop) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        while true {
            let (event, index) = try next()
            if case .mappingEnd = event { return entries }
            guard case .scalar(let key) = event else { throw .refused(.keyIsNoText, index) }
            let keyPlace = cursor.place(atScalar: index)
            let (valueEvent, valueIndex) = try next()
            let value = try node(from: valueEvent, at: valueIndex, depth: depth + 1)
            entries.append(YAMLEntry(key: key.text, keyPlace: keyPlace, value: value))
        }
    }

    private mutating func next() throws(Stop) -> (event: YAMLEvent, index: Int) {
        do {
            let step = try parser.next()
            if case .refused(let problem) = step.event { throw Stop.refused(problem, step.index) }
            return step
        } catch let failure as YAMLFailure {
            throw .failed(failure)
        } catch let stop as Stop {
            throw stop
        } catch {
            throw .refused(.syntax(""), 0)
        }
    }
}
