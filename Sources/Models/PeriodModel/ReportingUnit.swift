package import Vocabulary

/// An administrative unit that must submit; nothing joins on its name.
package struct ReportingUnit: Sendable, Hashable {
    package var code: String
    package var name: String
    /// `huyện`, `thị xã`, `thành phố`, as it was in the period.
    package var type: String
    /// Other spellings under which rows may name it.
    package var aliases: [String]
    package var validFrom: CalendarDate?
    package var validTo: CalendarDate?
    /// Where maps of squares have it; `nil` when settings do not say.
    package var tile: Tile?

    /// Column and row of a square, from 1, counted from the top left.
    package struct Tile: Sendable, Hashable {
        package var column: Int
        package var row: Int

        package init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    package init(
        code: String,
        name: String,
        type: String,
        aliases: [String] = [],
        validFrom: CalendarDate? = nil,
        validTo: CalendarDate? = nil,
        tile: Tile? = nil
    ) {
        self.code = code
        self.name = name
        self.type = type
        self.aliases = aliases
        self.validFrom = validFrom
        self.validTo = validTo
        self.tile = tile
    }

    /// Type and name: `huyện …`.
    package var title: String { type.isEmpty ? name : "\(type) \(name)" }
}

/// A unit that sent nothing, and why.
package struct MissingUnit: Sendable, Hashable {
    package var code: String
    package var reason: String

    package init(code: String, reason: String) {
        self.code = code
        self.reason = reason
    }
}

/// A field of activity.
package struct Sector: Sendable, Hashable {
    package var code: String
    /// As printed in tables: `Nông nghiệp`.
    package var label: String
    /// As written inside sentences, after the organisation's noun: `nông nghiệp`; what it counts,
    /// such as `Quỹ tín dụng nhân dân`, when it has a name of its own.
    package var phrase: String
    package var aliases: [String]

    package init(code: String, label: String, phrase: String, aliases: [String] = []) {
        self.code = code
        self.label = label
        self.phrase = phrase
        self.aliases = aliases
    }
}
