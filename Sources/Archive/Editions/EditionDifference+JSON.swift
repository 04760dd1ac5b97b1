import Diagnostics

extension EditionDifference {
    /// One JSON object, two spaces a level, keys in a fixed order.
    package var json: String {
        JSONText.object([
            ("figures", .array(figures.map(Self.object(of:)))),
            ("rows", .array(rows.map { Self.object(of: $0, Self.object(of:)) })),
            ("texts", .array(texts.map { Self.object(of: $0, Self.object(of:)) })),
            ("settings", .array(settings.map { Self.object(of: $0, Self.object(of:)) })),
            (
                "files",
                .array(
                    files.map {
                        .object([("path", .string($0.path)), ("change", .string($0.kind.rawValue))])
                    }
                )
            ),
        ]).written(indent: 2) + "\n"
    }

    private static func object<Change>(
        of file: InFile<Change>,
        _ change: (Change) -> JSONText
    ) -> JSONText {
        .object([
            ("file", .string(file.file)), ("changes", .array(file.changes.map(change))),
        ])
    }

    private static func object(of change: FigureChange) -> JSONText {
        func figure(_ figure: PublishedFigure?) -> JSONText {
            guard let figure else { return .null }
            return .object([
                ("value", .string(figure.value)), ("unit", .string(figure.unitOfMeasure)),
                ("answers", .string(figure.answers)), ("population", .string(figure.population)),
                ("status", .string(figure.status)),
            ])
        }
        return .object([
            ("key", .string(change.key)), ("change", .string(change.kind.rawValue)),
            ("old", figure(change.old)), ("new", figure(change.new)),
        ])
    }

    private static func object(of change: RowChange) -> JSONText {
        .object([
            ("row", .string(change.identifier)), ("change", .string(change.kind.rawValue)),
            (
                "cells",
                .array(
                    change.cells.map {
                        .object([
                            ("column", .string($0.heading)), ("old", .string($0.old)),
                            ("new", .string($0.new)),
                        ])
                    }
                )
            ),
        ])
    }

    private static func object(of change: LineChange) -> JSONText {
        .object([
            ("change", .string(change.isAdded ? "added" : "removed")),
            ("line", .integer(change.line)), ("text", .string(change.text)),
        ])
    }

    private static func object(of change: SettingChange) -> JSONText {
        .object([
            ("path", .string(change.path)), ("old", .optional(change.old)),
            ("new", .optional(change.new)),
        ])
    }
}
