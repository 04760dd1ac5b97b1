package import PeriodModel

/// A period's settings with the rows that were read under them.
package struct PeriodData: Sendable {
    package var settings: PeriodSettings
    package var dataset: Dataset

    package init(settings: PeriodSettings, dataset: Dataset) {
        self.settings = settings
        self.dataset = dataset
    }
}
