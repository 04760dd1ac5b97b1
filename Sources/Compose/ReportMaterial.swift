package import DatasetModel
package import Diagnostics
package import PeriodModel
package import StatisticsModel
package import Vocabulary

/// Everything that a report may speak of.
package struct ReportMaterial: Sendable {
    package var settings: PeriodSettings
    package var dataset: Dataset
    package var statistics: Statistics
    /// The figures of the period before; `nil` when there is none to compare with.
    package var previous: Statistics?
    /// Doubts still open; a report with any is a draft.
    package var openDoubts: [Diagnostic]
    /// Whether the report is marked as a draft.
    package var isDraft: Bool
    /// The day that the document's metadata name; never the clock's.
    package var date: CalendarDate
    /// Name and version of this program.
    package var producer: String
    /// The files of `pictures/` by name.
    package var pictures: [String: SourceText]
    /// What becomes of the edition before; empty when there is none.
    package var revision: Revision
    /// The words by which figures are explained; without them no figure leads to its sources.
    package var definitions: FigureDefinitions?
    /// For whom it is: nothing of single organisations is composed for everybody.
    package var audience: Audience

    package init(
        settings: PeriodSettings,
        dataset: Dataset,
        statistics: Statistics,
        previous: Statistics? = nil,
        openDoubts: [Diagnostic] = [],
        isDraft: Bool = false,
        date: CalendarDate,
        producer: String,
        pictures: [String: SourceText] = [:],
        revision: Revision = Revision(),
        definitions: FigureDefinitions? = nil,
        audience: Audience = .official
    ) {
        self.settings = settings
        self.dataset = dataset
        self.statistics = statistics
        self.previous = previous
        self.openDoubts = openDoubts
        self.isDraft = isDraft
        self.date = date
        self.producer = producer
        self.pictures = pictures
        self.revision = revision
        self.definitions = definitions
        self.audience = audience
    }
}
