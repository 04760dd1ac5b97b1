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
        return now.compactMap { path, value in
            was[path] == value ? nil : SettingChange(path: path, old: was[path], new: value)
        }
            + before.filter { !paths.contains($0.0) }.map {
                SettingChange(path: $0.0, old: $0.1, new: nil)
            }
    }

    /// Every scalar of a file by its path.
    private static func values(of file: SourceText) -> [(String, String)]? {
        var log = DiagnosticLog()
        guard let root = readYAML(file, log: &log) else { return nil }
        var values: [(String, String)] = []
        collect(root, path: "", into: &values)
        return values
    }

    /// Items of a list are known by their `code`, `key` or `name` where they have one, so that one more
    /// item does not change those after it.
    private static func collect(
        _ node: YAMLNode,
        path: String,
        into values: inout [(String, String)]
    ) {
        switch node.content {
        case .scalar(let scalar): values.append((path, scalar.text))
        case .mapping(let entries):
            for entry in entries {
                collect(entry.value, path: joined(path, entry.key), into: &values)
            }
        case .sequence(let items):
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
