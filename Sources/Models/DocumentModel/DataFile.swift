/// A file of data beside a document, that tables of it are made from.
package enum DataFile: Sendable, Hashable {
    /// All figures of the report.
    case figures
    /// The rows of the period, with these columns of the schema.
    case rows(columns: [String])
    /// The table in which a unit answers its return note.
    case answers
    /// What a unit sent.
    case submissions
}

extension Document {
    /// The data files that its tables are made from, each once, in the order of the tables.
    package var dataFiles: [DataFile] {
        var found: [DataFile] = []
        for case .table(let table) in body + annexes.flatMap(\.blocks) {
            for file in table.dataFiles where !found.contains(file) { found.append(file) }
        }
        return found
    }
}

/// What data files are called in a document that holds them, for those who do not open them.
package struct DataFileWords: Sendable, Hashable {
    package var figures: String
    package var rows: String
    package var answers: String
    package var submissions: String

    package init(
        figures: String = "",
        rows: String = "",
        answers: String = "",
        submissions: String = ""
    ) {
        self.figures = figures
        self.rows = rows
        self.answers = answers
        self.submissions = submissions
    }

    /// The words for a file.
    package func description(of file: DataFile) -> String {
        switch file {
        case .figures: figures
        case .rows: rows
        case .answers: answers
        case .submissions: submissions
        }
    }
}
