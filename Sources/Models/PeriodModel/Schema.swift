package import Vocabulary

/// The table that units submit: its columns in their canonical order.
package struct Schema: Sendable {
    package var columns: [Column]
    /// Columns of classes that are not submitted but follow from the others, such as classes of size.
    package var derived: [Column]

    package init(columns: [Column], derived: [Column] = []) {
        self.columns = columns
        self.derived = derived
    }

    /// The column with this key, submitted or derived.
    package func column(_ key: String) -> Column? {
        columns.first { $0.key == key } ?? derived.first { $0.key == key }
    }

    /// The columns with a role, in schema order.
    package func columns(of role: Column.Role) -> [Column] {
        columns.filter { $0.role == role }
    }

    /// Columns whose values are codes counted as classes: states and ratings, then those derived.
    package var classColumns: [Column] {
        columns.filter { $0.role == .state || $0.role == .rating } + derived
    }

    package var measureColumns: [Column] { columns(of: .measure) }
}

/// One column of a submission. Code knows its role and type, never its key.
package struct Column: Sendable {
    /// What a column is for.
    package enum Role: String, Sendable, CaseIterable {
        case identifier
        case name
        case unit
        case sector
        case state
        case rating
        case measure
    }

    /// How its cells are read.
    package enum ValueType: String, Sendable, CaseIterable {
        case text
        /// One of the column's codes (or of the units or sectors).
        case code
        /// A calendar year; it has a median and extremes, but no sum.
        case year
        /// A whole number that adds up.
        case integer
        /// A decimal number that adds up.
        case decimal
        /// A number or `low - high`; kept as both, never averaged.
        case range
    }

    /// The word for the column in submissions, figure keys and placeholders.
    package var key: String
    /// Heading in tables.
    package var label: String
    /// Heading in narrow tables.
    package var short: String
    /// Headings under which submissions may give it.
    package var aliases: [String]
    package var role: Role
    package var type: ValueType
    /// Key of the unit in which submissions give it and `tidy.csv` prints it; `nil` for text and codes.
    package var unitOfMeasure: String?
    /// The classes of a state or rating, in the order of reports.
    package var codes: [CodeValue]
    /// Whether each file must have the column.
    package var isRequired: Bool
    /// Whether each row must have a value.
    package var isFilled: Bool
    /// Smallest and largest value that is taken; outside is an error.
    package var minimum: ExactDecimal?
    package var maximum: ExactDecimal?
    /// The values that one organisation usually has, in the column's unit; a file whose values lie
    /// outside by a factor of a thousand or a million is doubted.
    package var usual: ClosedRange<ExactDecimal>?
    /// Digits of codes that are numbers: shorter ones lost their leading zeros in a spreadsheet.
    package var digits: Int?
    /// Key of the population of which its figures speak where none is named; every organisation when `nil`.
    package var population: String?

    package init(
        key: String,
        label: String,
        short: String? = nil,
        aliases: [String] = [],
        role: Role,
        type: ValueType,
        unitOfMeasure: String? = nil,
        codes: [CodeValue] = [],
        isRequired: Bool = true,
        isFilled: Bool = false,
        minimum: ExactDecimal? = nil,
        maximum: ExactDecimal? = nil,
        usual: ClosedRange<ExactDecimal>? = nil,
        digits: Int? = nil,
        population: String? = nil
    ) {
        self.key = key
        self.label = label
        self.short = short ?? label
        self.aliases = aliases
        self.role = role
        self.type = type
        self.unitOfMeasure = unitOfMeasure
        self.codes = codes
        self.isRequired = isRequired
        self.isFilled = isFilled
        self.minimum = minimum
        self.maximum = maximum
        self.usual = usual
        self.digits = digits
        self.population = population
    }

    /// Whether its values have a sum.
    package var addsUp: Bool { role == .measure && (type == .integer || type == .decimal) }
}

/// One class of a state or rating column.
package struct CodeValue: Sendable, Hashable {
    package var code: String
    package var label: String
    package var aliases: [String]

    package init(code: String, label: String, aliases: [String] = []) {
        self.code = code
        self.label = label
        self.aliases = aliases
    }
}
