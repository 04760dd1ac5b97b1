package import Vocabulary

/// All that `report.yaml` says about one reporting period of one province (or of any other register).
package struct PeriodSettings: Sendable {
    package var period: ReportingPeriod
    package var province: Province
    package var agency: Agency
    /// The units that must submit, in the order of reports.
    package var units: [ReportingUnit]
    /// Units that sent nothing, with the reason; figures leave them out and say so.
    package var missing: [MissingUnit]
    package var sectors: [Sector]
    package var unitsOfMeasure: [UnitOfMeasure]
    package var schema: Schema
    package var given: [GivenFigure]
    /// Named parts of the register of which figures may speak.
    package var populations: [Population] = []
    package var ratios: [RatioIndicator] = []
    /// Classes of size whose rules bind on the cut-off date; each makes a column of the schema's `derived`.
    package var sizeClasses: [SizeClassification] = []
    /// How submissions are to be read where the program would find something else.
    package var reading: [ReadingPins]
    package var rounding: RoundingPolicy
    package var wording: Wording
    /// What each source of the figures is called in notes, such as "báo cáo của 11 huyện, thị xã, thành phố".
    package var source: String
    /// Path of the previous period's folder, relative to this one; `nil` when there is none.
    package var previous: String?
    package var deadlines = Deadlines()
    /// Earlier editions of this period, and why their figures change.
    package var editions = EditionSettings()
    /// What is changed of the rules of plausibility, and what they are told beside the rows.
    package var plausibility = PlausibilitySettings()
    /// The folder under `Templates/` whose texts make the report, such as `annual-report`.
    package var template: String
    /// The products that a build makes when the command line names none.
    package var products: [String]
    /// The measures that published data hold, such as `sum`; all of them when `nil`.
    package var figures: [String]?
    /// The archive profile of PDF files when the command line names none.
    package var profile: ArchiveProfile
    /// What the archive's records say of the file and its documents.
    package var record = RecordSettings()
    /// What public editions must not give away.
    package var disclosure = DisclosureSettings()

    package init(
        period: ReportingPeriod,
        province: Province,
        agency: Agency,
        units: [ReportingUnit],
        missing: [MissingUnit] = [],
        sectors: [Sector],
        unitsOfMeasure: [UnitOfMeasure],
        schema: Schema,
        given: [GivenFigure] = [],
        reading: [ReadingPins] = [],
        rounding: RoundingPolicy = RoundingPolicy(),
        wording: Wording,
        source: String,
        previous: String? = nil,
        deadlines: Deadlines = Deadlines(),
        editions: EditionSettings = EditionSettings(),
        plausibility: PlausibilitySettings = PlausibilitySettings(),
        template: String = "annual-report",
        products: [String] = [],
        figures: [String]? = nil,
        profile: ArchiveProfile = .a1a,
        record: RecordSettings = RecordSettings()
    ) {
        self.period = period
        self.province = province
        self.agency = agency
        self.units = units
        self.missing = missing
        self.sectors = sectors
        self.unitsOfMeasure = unitsOfMeasure
        self.schema = schema
        self.given = given
        self.reading = reading
        self.rounding = rounding
        self.wording = wording
        self.source = source
        self.previous = previous
        self.deadlines = deadlines
        self.editions = editions
        self.plausibility = plausibility
        self.template = template
        self.products = products
        self.figures = figures
        self.profile = profile
        self.record = record
    }

    /// The unit of measure with this key.
    package func unitOfMeasure(_ key: String) -> UnitOfMeasure? {
        unitsOfMeasure.first { $0.key == key }
    }
}

/// The year reported and the day on which its figures were closed (chốt số liệu).
package struct ReportingPeriod: Sendable, Hashable {
    package var year: Int
    package var cutoff: CalendarDate

    package init(year: Int, cutoff: CalendarDate) {
        self.year = year
        self.cutoff = cutoff
    }
}

/// The last days on which units may send; return notes name them.
package struct Deadlines: Sendable, Hashable {
    /// Of submissions.
    package var submissions: CalendarDate?
    /// Of answers to return notes.
    package var answers: CalendarDate?

    package init(submissions: CalendarDate? = nil, answers: CalendarDate? = nil) {
        self.submissions = submissions
        self.answers = answers
    }
}

/// The territory that the report covers.
package struct Province: Sendable, Hashable {
    package var code: String
    /// Proper name without its type.
    package var name: String
    /// `tỉnh`, `thành phố`: lower-case, set before the name.
    package var type: String

    package init(code: String, name: String, type: String) {
        self.code = code
        self.name = name
        self.type = type
    }

    /// Type and name: `tỉnh …`.
    package var title: String { type.isEmpty ? name : "\(type) \(name)" }
}
