/// A file that two editions do not have alike.
package struct FileChange: Sendable, Hashable {
    /// What became of it.
    package enum Kind: String, Sendable {
        case added
        case removed
        case changed
    }

    package var path: String
    package var kind: Kind

    package init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// What changed between two lists of digests by path, in the order of paths.
    package static func between(
        _ old: [String: String],
        _ new: [String: String]
    ) -> [FileChange] {
        Set(old.keys).union(new.keys).sorted().compactMap { path in
            switch (old[path], new[path]) {
            case (nil, _): FileChange(path: path, kind: .added)
            case (_, nil): FileChange(path: path, kind: .removed)
            case (let before, let now):
                before == now ? nil : FileChange(path: path, kind: .changed)
            }
        }
    }
}

/// A line of a text that was taken out or put in.
package struct LineChange: Sendable, Hashable {
    package var isAdded: Bool
    /// From 1; of an added line in the new text, of the other in the old one.
    package var line: Int
    package var text: String

    /// The lines that differ, by their numbers, what was taken out first.
    package static func between(_ old: [String], _ new: [String]) -> [LineChange] {
        new.difference(from: old).map { change in
            switch change {
            case .remove(let offset, let text, _):
                LineChange(isAdded: false, line: offset + 1, text: text)
            case .insert(let offset, let text, _):
                LineChange(isAdded: true, line: offset + 1, text: text)
            }
        }.sorted { ($0.line, $0.isAdded ? 1 : 0) < ($1.line, $1.isAdded ? 1 : 0) }
    }
}

/// All that two editions of a period do not have alike.
package struct EditionDifference: Sendable, Hashable {
    /// Changes of one kind in one file.
    package struct InFile<Change: Sendable & Hashable>: Sendable, Hashable {
        package var file: String
        package var changes: [Change]

        package init(file: String, changes: [Change]) {
            self.file = file
            self.changes = changes
        }
    }

    package var figures: [FigureChange]
    /// Of each submission that both have; without changes where its rows cannot be told.
    package var rows: [InFile<RowChange>]
    /// Of each text, template and picture that both have; without changes where it has no lines.
    package var texts: [InFile<LineChange>]
    /// Of each file of settings that both have, and of the build's own choices.
    package var settings: [InFile<SettingChange>]
    /// Every file that differs: inputs and products.
    package var files: [FileChange]

    package init(
        figures: [FigureChange] = [],
        rows: [InFile<RowChange>] = [],
        texts: [InFile<LineChange>] = [],
        settings: [InFile<SettingChange>] = [],
        files: [FileChange] = []
    ) {
        self.figures = figures
        self.rows = rows
        self.texts = texts
        self.settings = settings
        self.files = files
    }

    package var isEmpty: Bool {
        figures.isEmpty && rows.isEmpty && texts.isEmpty && settings.isEmpty && files.isEmpty
    }
}
