/// Where the figures of a document come from, for those who ask.
package struct FigureSources: Sendable, Hashable {
    /// What one figure is, and what is behind it.
    package struct Entry: Sendable, Hashable {
        /// By which links name it: `doanh_thu.mean.883`.
        package var key: String
        /// As printed, with its unit.
        package var value: String
        package var definition: String
        /// With the values that go into it.
        package var formula: String
        /// Files and lines, the many told by their count.
        package var rows: String

        package init(key: String, value: String, definition: String, formula: String, rows: String)
        {
            self.key = key
            self.value = value
            self.definition = definition
            self.formula = formula
            self.rows = rows
        }
    }

    package var title: String
    package var introduction: String
    /// Before the formula: `Công thức:`
    package var formulaLabel: String
    /// Before the rows: `Dòng:`
    package var rowsLabel: String
    package var entries: [Entry]

    package init(
        title: String,
        introduction: String,
        formulaLabel: String,
        rowsLabel: String,
        entries: [Entry]
    ) {
        self.title = title
        self.introduction = introduction
        self.formulaLabel = formulaLabel
        self.rowsLabel = rowsLabel
        self.entries = entries
    }
}
