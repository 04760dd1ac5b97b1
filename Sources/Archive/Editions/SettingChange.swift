package import Diagnostics
import SettingsKit

/// A value of a settings file that two editions do not have alike.
package struct SettingChange: Sendable, Hashable {
    /// Keys from the outside in, and numbers of list items from 1: `agency.recipients.2`.
    package var path: String
    /// `nil` where the file says nothing of it.
    package var old: String?
    package var new: String?

    package init(path: String, old: String?, new: String?) {
        self.path = path
        self.old = old
        self.new = new
    }

    /// What changed between two YAML files, in the order of the new one, then what is gone; `nil` when one
    /// of them cannot be read.
    package static func between(_ old: SourceText, _ new: SourceText) -> [SettingChange]? {
        guard let before = values(of: old), let now = values(of: new) else { return nil }
        let was = Dictionary(before, uniquingKeysWith: { first, _ in first })
        let paths = Set(now.map(\.0))
        return now.flatMap { changes(at: $0, from: was[$0], to: $1) }
            + before.filter { !paths.contains($0.0) }.flatMap { changes(at: $0, from: $1, to: nil) }
    }

    /// A scalar, or a list of nothing but scalars.
    private enum Value: Equatable {
        case scalar(String)
        case list([String])

        var isList: Bool {
            if case .list = self { true } else { false }
        }

        var items: [String] {
            switch self {
            case .scalar(let text): [text]
            case .list(let items): items
            }
        }
    }

    private static func changes(at path: String, from old: Value?, to new: Value?)
        -> [SettingChange]
    {
        if old == new { return [] }
        let (before, now) = (old?.items ?? [], new?.items ?? [])
        guard old?.isList == true || new?.isList == true else {
            return [SettingChange(path: path, old: before.first, new: now.first)]
        }
        let (byPlace, byText) = (places(before, now), texts(before, now))
        return (byPlace.count <= byText.count ? byPlace : byText).map {
            SettingChange(path: joined(path, "\($0.number)"), old: $0.old, new: $0.new)
        }
    }

    private typealias ItemChange = (number: Int, old: String?, new: String?)

    /// Item against item of the same number.
    private static func places(_ old: [String], _ new: [String]) -> [ItemChange] {
        (0..<max(old.count, new.count)).compactMap { index in
            let was = index < old.count ? old[index] : nil
            let now = index < new.count ? new[index] : nil
            return was == now ? nil : (index + 1, was, now)
        }
    }

    /// What was put in and taken out, so that one more item does not change those after it.
    private static func texts(_ old: [String], _ new: [String]) -> [ItemChange] {
        new.difference(from: old).map { change -> ItemChange in
            switch change {
            case .remove(let offset, let text, _): (offset + 1, text, nil)
            case .insert(let offset, let text, _): (offset + 1, nil, text)
            }
        }.sorted { ($0.number, $0.new == nil ? 0 : 1) < ($1.number, $1.new == nil ? 0 : 1) }
    }

    /// Every value of a file by its path.
    private static func values(of file: SourceText) -> [(String, Value)]? {
        var log = DiagnosticLog()
        guard let root = readYAML(file, log: &log) else { return nil }
        var values: [(String, Value)] = []
        collect(root, path: "", into: &values)
        return values
    }

    /// Items of a list are known by their `code`, `key` or `name` where they have one, so that one more
    /// item does not change those after it.
    private static func collect(
        _ node: YAMLNode,
        path: String,
        into values: inout [(String, Value)]
    ) {
        switch node.content {
        case .scalar(let scalar): values.append((path, .scalar(scalar.text)))
        case .mapping(let entries):
            for entry in entries {
                collect(entry.value, path: joined(path, entry.key), into: &values)
            }
        case .sequence(let items):
            let texts = items.compactMap { item -> String? in
                guard case .scalar(let scalar) = item.content else { return nil }
                return scalar.text
            }
            if texts.count == items.count {
                values.append((path, .list(texts)))
                return
            }
            for (index, item) in items.enumerated() {
                collect(item, path: joined(path, name(of: item) ?? "\(index + 1)"), into: &values)
            }
        }
    }

    private static func joined(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    private static func name(of item: YAMLNode) -> String? {
        guard case .mapping(let entries) = item.content else { return nil }
        return ["code", "key", "name"].lazy.compactMap { key in
            entries.first { $0.key == key }?.value.text
        }.first
    }
}
