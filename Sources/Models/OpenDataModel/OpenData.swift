package import Vocabulary

/// The data of a report for those who compute with them: its tables, the code lists of its figures, and the
/// words that explain both.
package struct OpenData: Sendable {
    package var title: String
    package var description: String
    package var author: String
    /// BCP 47, such as `vi-VN`.
    package var language: String
    /// The day that stands for "made on": never the clock's.
    package var date: CalendarDate
    /// What the cover says, in pairs: its name and what it is.
    package var facts: [(name: String, text: String)]
    /// How to read all of it, a sentence or two each.
    package var notes: [String]
    /// In the order of the report.
    package var tables: [DataTable]
    /// What the columns of `tidy.csv` are, by their names there.
    package var columns: [String: String]
    /// The code lists that columns of `tidy.csv` refer to, by the column's name.
    package var lists: [(column: String, list: CodeList)]
    /// The title of `given.csv`; `nil` where nothing was given.
    package var given: String?
    package var words: OpenDataWords

    package init(
        title: String,
        description: String,
        author: String,
        language: String,
        date: CalendarDate,
        facts: [(name: String, text: String)] = [],
        notes: [String] = [],
        tables: [DataTable] = [],
        columns: [String: String] = [:],
        lists: [(column: String, list: CodeList)] = [],
        words: OpenDataWords = OpenDataWords()
    ) {
        self.title = title
        self.description = description
        self.author = author
        self.language = language
        self.date = date
        self.facts = facts
        self.notes = notes
        self.tables = tables
        self.columns = columns
        self.lists = lists
        self.words = words
    }
}

/// Words that stand in the workbook and in headings of data.
package struct OpenDataWords: Sendable, Hashable {
    /// Names of its first two sheets.
    package var cover = ""
    package var notes = ""
    /// Headings of the list of sheets.
    package var sheet = ""
    package var contents = ""
    /// Headings of the list of notes.
    package var subject = ""
    package var note = ""
    /// The notes that hold for all tables.
    package var everything = ""
    /// Before the unit and the source of a table.
    package var unit = ""
    package var source = ""
    /// In place of a sheet for a table with more rows than a sheet has.
    package var tooLong = ""

    package init() {}
}
