import Diagnostics

extension MappingReader {
    /// The items of a list; a missing key is a fault.
    package mutating func nodes(_ key: String) -> [YAMLNode] {
        node(key).flatMap { items(of: $0) } ?? []
    }

    /// The items of a list; empty when the key is not there or has no value.
    package mutating func optionalNodes(_ key: String) -> [YAMLNode] {
        optionalNode(key).flatMap { items(of: $0) } ?? []
    }

    /// A list of texts; empty when the key is not there or has no value.
    package mutating func optionalTexts(_ key: String) -> [String] {
        optionalNodes(key).compactMap { text(of: $0, key: key) }
    }

    /// A list of texts; a missing key is a fault.
    package mutating func texts(_ key: String) -> [String] {
        nodes(key).compactMap { text(of: $0, key: key) }
    }

    /// One text or a list of texts; empty when the key is not there or has no value.
    package mutating func optionalTextOrTexts(_ key: String) -> [String] {
        guard let node = optionalNode(key) else { return [] }
        guard case .sequence(let items) = node.content else {
            return text(of: node, key: key).map { [$0] } ?? []
        }
        return items.compactMap { text(of: $0, key: key) }
    }

    /// A mapping below this one; a missing key is a fault.
    package mutating func mapping<Value>(
        _ key: String,
        _ body: (inout MappingReader) -> Value?
    ) -> Value? {
        node(key).flatMap { read($0, body) }
    }

    /// A mapping below this one; `nil` when the key is not there or has no value.
    package mutating func optionalMapping<Value>(
        _ key: String,
        _ body: (inout MappingReader) -> Value?
    ) -> Value? {
        optionalNode(key).flatMap { read($0, body) }
    }

    /// A list of mappings, in order, without those that had an error; a missing key is a fault.
    package mutating func mappings<Value>(
        _ key: String,
        _ body: (inout MappingReader) -> Value?
    ) -> [Value] {
        nodes(key).compactMap { read($0, body) }
    }

    /// A list of mappings; empty when the key is not there or has no value.
    package mutating func optionalMappings<Value>(
        _ key: String,
        _ body: (inout MappingReader) -> Value?
    ) -> [Value] {
        optionalNodes(key).compactMap { read($0, body) }
    }

    /// Reads each value of this mapping whose keys are free names, in the order of the file.
    ///
    /// All keys count as asked for.
    package mutating func forEachKey(
        _ body: (inout MappingReader, _ key: String, _ value: YAMLNode) -> Void
    ) {
        for key in keys {
            asked.append(key)
            guard let entry = entries[key] else { continue }
            body(&self, key, entry.value)
        }
    }

    /// Reads a node at hand as a mapping; its faults join these.
    package mutating func read<Value>(
        _ node: YAMLNode,
        _ body: (inout MappingReader) -> Value?
    ) -> Value? {
        readMapping(node, log: &log, body)
    }

    private mutating func items(of node: YAMLNode) -> [YAMLNode]? {
        guard case .sequence(let items) = node.content else {
            log.append(SettingsFault.wrongType(node, expected: .list))
            return nil
        }
        return items
    }
}
