package import Diagnostics

/// Asks a mapping for its keys, one by one, and keeps every fault.
///
/// A body asks for *all* keys that the mapping may have, then puts its value together:
/// keys not asked for are unknown. A required key with a fault gives an empty stand-in, which goes
/// nowhere: the value of a mapping with an error is dropped.
///
///     let unit = readMapping(node, log: &log) { map in
///         let code = map.text("code")
///         let date = map.value("date", expecting: day) { CalendarDate(iso: $0) }
///         return date.map { Unit(code: code, date: $0) }
///     }
package struct MappingReader {
    /// Where the mapping begins.
    package let place: Place
    /// The keys, in the order of the file, each once.
    package let keys: [String]
    let entries: [String: YAMLEntry]
    var asked: [String] = []
    var log = DiagnosticLog()

    fileprivate init(place: Place, entries list: [YAMLEntry]) {
        self.place = place
        var first: [String: YAMLEntry] = [:]
        var keys: [String] = []
        for entry in list {
            if let earlier = first[entry.key] {
                log.append(SettingsFault.repeatedKey(entry, first: earlier.keyPlace))
            } else {
                first[entry.key] = entry
                keys.append(entry.key)
            }
        }
        self.keys = keys
        entries = first
    }

    /// Whether the key is written with a value; this does not count as asking for it.
    package func has(_ key: String) -> Bool {
        entries[key].map { !$0.value.isNull } ?? false
    }

    /// Whether the key holds a list without items; this does not count as asking for it.
    package func isEmptyList(_ key: String) -> Bool {
        guard case .sequence(let items)? = entries[key]?.value.content else { return false }
        return items.isEmpty
    }

    /// Whether a fault was found so far.
    package var hasErrors: Bool { log.hasErrors }

    /// Where the key's value begins; the mapping's own place when the key is not there.
    package func place(of key: String) -> Place {
        entries[key]?.value.place ?? place
    }

    /// Where the key itself stands; the mapping's own place when it is not there.
    package func keyPlace(of key: String) -> Place {
        entries[key]?.keyPlace ?? place
    }

    /// Keeps a doubt of the caller's own.
    package mutating func report(_ diagnostic: Diagnostic) {
        log.append(diagnostic)
    }

    /// The value as it stands, `nil` when the key is not there or has no value.
    package mutating func optionalNode(_ key: String) -> YAMLNode? {
        asked.append(key)
        return entries[key].flatMap { $0.value.isNull ? nil : $0.value }
    }

    /// The value as it stands; a missing one is a fault.
    package mutating func node(_ key: String) -> YAMLNode? {
        if let node = optionalNode(key) { return node }
        log.append(SettingsFault.missingKey(key, entry: entries[key], mapping: place))
        return nil
    }

    fileprivate mutating func finish() {
        for key in keys where !asked.contains(key) {
            guard let entry = entries[key] else { continue }
            log.append(SettingsFault.unknownKey(entry, known: asked))
        }
    }
}

/// Reads a mapping with `body`; `nil` when the node is no mapping or had an error.
package func readMapping<Value>(
    _ node: YAMLNode,
    log: inout DiagnosticLog,
    _ body: (inout MappingReader) -> Value?
) -> Value? {
    guard case .mapping(let entries) = node.content else {
        log.append(SettingsFault.wrongType(node, expected: .mapping))
        return nil
    }
    var reader = MappingReader(place: node.place, entries: entries)
    let value = body(&reader)
    reader.finish()
    log.append(contentsOf: reader.log)
    return reader.log.hasErrors ? nil : value
}

/// Reads a file that is one mapping; `nil` when it cannot be read or had an error.
package func readSettingsFile<Value>(
    _ source: SourceText,
    log: inout DiagnosticLog,
    _ body: (inout MappingReader) -> Value?
) -> Value? {
    guard let root = readYAML(source, log: &log) else { return nil }
    return readMapping(root, log: &log, body)
}
