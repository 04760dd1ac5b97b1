import Diagnostics
import SettingsKit

extension BuildRecord {
    /// How a submission was read, and the totals that prove it.
    package struct Reading: Sendable, Hashable {
        /// The submission.
        package var file: String
        package var rows: Int
        /// Encoding, delimiter and so on, in the order of reading; the value `nil` is written as `null`.
        package var settings: [(name: String, value: String?)]
        /// Lines that were kept out of the data.
        package var leftOut: Int
        /// Cells that say that there is no value.
        package var missing: Int
        package var totals: [Total]

        package init(
            file: String,
            rows: Int,
            settings: [(name: String, value: String?)],
            leftOut: Int,
            missing: Int,
            totals: [Total]
        ) {
            self.file = file
            self.rows = rows
            self.settings = settings
            self.leftOut = leftOut
            self.missing = missing
            self.totals = totals
        }

        /// Compares every member.
        package static func == (left: Reading, right: Reading) -> Bool {
            (left.file, left.rows, left.leftOut, left.missing, left.totals)
                == (right.file, right.rows, right.leftOut, right.missing, right.totals)
                && left.settings.elementsEqual(right.settings) { $0 == $1 }
        }

        /// By the file alone, which each reading has to itself.
        package func hash(into hasher: inout Hasher) { hasher.combine(file) }
    }

    /// A total cell against the sum of its rows.
    package struct Total: Sendable, Hashable {
        package var cell: String
        package var column: String
        package var stated: String
        package var computed: String
        package var rows: Int
        package var holds: Bool

        package init(
            cell: String,
            column: String,
            stated: String,
            computed: String,
            rows: Int,
            holds: Bool
        ) {
            self.cell = cell
            self.column = column
            self.stated = stated
            self.computed = computed
            self.rows = rows
            self.holds = holds
        }
    }

    static func object(of reading: Reading) -> JSONText {
        .object([
            ("file", .string(reading.file)),
            ("rows", .integer(reading.rows)),
            (
                "settings",
                .array(
                    reading.settings.map {
                        .object([("name", .string($0.name)), ("value", .optional($0.value))])
                    }
                )
            ),
            ("left_out", .integer(reading.leftOut)),
            ("missing", .integer(reading.missing)),
            (
                "totals",
                .array(
                    reading.totals.map {
                        .object([
                            ("cell", .string($0.cell)), ("column", .string($0.column)),
                            ("stated", .string($0.stated)), ("computed", .string($0.computed)),
                            ("rows", .integer($0.rows)), ("holds", .bool($0.holds)),
                        ])
                    }
                )
            ),
        ])
    }

    static func reading(_ map: inout MappingReader) -> Reading {
        Reading(
            file: map.text("file"),
            rows: map.integer("rows"),
            settings: map.mappings("settings") { map in
                (
                    name: map.text("name"),
                    value: map.optionalText("value", allowsEmpty: true)
                )
            },
            leftOut: map.integer("left_out"),
            missing: map.integer("missing"),
            totals: map.mappings("totals") { map in
                Total(
                    cell: map.text("cell"),
                    column: map.text("column"),
                    stated: map.text("stated", allowsEmpty: true),
                    computed: map.text("computed"),
                    rows: map.integer("rows"),
                    holds: map.flag("holds")
                )
            }
        )
    }
}
