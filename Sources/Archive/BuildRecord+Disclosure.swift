import Diagnostics
import SettingsKit

extension BuildRecord {
    /// What a public edition does not tell, and what an attack on it found.
    package struct Disclosure: Sendable, Hashable {
        /// Cells of money and people that have a value.
        package var cells: Int
        /// Those that give a single organisation away, and those that are suppressed to protect them.
        package var primary: Int
        package var secondary: Int
        /// How much of each column is not told in units and sectors, in whole percent.
        package var lost: [Loss]
        /// Suppressed cells that were attacked, and attacks that took the solver.
        package var attacked: Int
        package var solved: Int
        /// The narrowest interval by its limit, rounded down to tenths so that it does not tell the interval;
        /// `nil` where there was no secret or no end to it.
        package var narrowest: String?
        package var isPassed: Bool

        package init(
            cells: Int,
            primary: Int,
            secondary: Int,
            lost: [Loss],
            attacked: Int,
            solved: Int,
            narrowest: String?,
            isPassed: Bool
        ) {
            self.cells = cells
            self.primary = primary
            self.secondary = secondary
            self.lost = lost
            self.attacked = attacked
            self.solved = solved
            self.narrowest = narrowest
            self.isPassed = isPassed
        }
    }

    /// What is lost of a column.
    package struct Loss: Sendable, Hashable {
        package var year: Int
        package var indicator: String
        package var percent: Int

        package init(year: Int, indicator: String, percent: Int) {
            self.year = year
            self.indicator = indicator
            self.percent = percent
        }
    }
}

extension BuildRecord.Disclosure {
    var json: JSONText {
        .object([
            ("cells", .integer(cells)),
            ("primary", .integer(primary)),
            ("secondary", .integer(secondary)),
            (
                "lost",
                .array(
                    lost.map {
                        .object([
                            ("year", .integer($0.year)),
                            ("indicator", .string($0.indicator)),
                            ("percent", .integer($0.percent)),
                        ])
                    }
                )
            ),
            (
                "attack",
                .object([
                    ("attacked", .integer(attacked)),
                    ("solved", .integer(solved)),
                    ("narrowest", .optional(narrowest)),
                    ("result", .string(isPassed ? "passed" : "failed")),
                ])
            ),
        ])
    }

    static func read(_ map: inout MappingReader) -> BuildRecord.Disclosure? {
        var disclosure = BuildRecord.Disclosure(
            cells: map.integer("cells"),
            primary: map.integer("primary"),
            secondary: map.integer("secondary"),
            lost: map.optionalMappings("lost") { map in
                BuildRecord.Loss(
                    year: map.integer("year"),
                    indicator: map.text("indicator"),
                    percent: map.integer("percent")
                )
            },
            attacked: 0,
            solved: 0,
            narrowest: nil,
            isPassed: false
        )
        _ = map.mapping("attack") { map -> Bool? in
            disclosure.attacked = map.integer("attacked")
            disclosure.solved = map.integer("solved")
            disclosure.narrowest = map.optionalText("narrowest")
            disclosure.isPassed = map.text("result") == "passed"
            return true
        }
        return disclosure
    }
}
