package import Diagnostics
package import Vocabulary

/// A cell of a submission for which someone answers beside the file: another text stands in its place, or
/// a doubt about it is confirmed to be none. The file itself stays as it was received.
package struct Amendment: Sendable, Hashable {
    /// Who amends.
    package enum Source: String, Sendable {
        /// The unit, in the answers to its return note.
        case answer
        /// The office, in its own corrections.
        case correction
    }

    /// What is said about the cell.
    package enum Decision: Sendable, Hashable {
        /// The text that is read in its place.
        case replaced(by: String)
        /// The cell is right; the warning with this code is no doubt any more.
        case confirmed(code: String)
    }

    package var source: Source
    /// Path of the submission, as in the dataset.
    package var file: String
    /// `F17`, or `Biểu 1!F17` in a workbook.
    package var cell: String
    package var decision: Decision
    /// What stood in the cell when it was doubted.
    package var old: String
    /// Why; empty when nobody said.
    package var reason: String
    /// Who answers for it; empty when nobody said.
    package var who: String
    package var date: CalendarDate?
    /// Where it was given.
    package var place: Place

    package init(
        source: Source,
        file: String,
        cell: String,
        decision: Decision,
        old: String,
        reason: String,
        who: String,
        date: CalendarDate?,
        place: Place
    ) {
        self.source = source
        self.file = file
        self.cell = cell
        self.decision = decision
        self.old = old
        self.reason = reason
        self.who = who
        self.date = date
        self.place = place
    }

    /// The text in the cell's place; `nil` when the old one was confirmed.
    package var new: String? {
        guard case .replaced(let text) = decision else { return nil }
        return text
    }
}

/// A cell that some diagnostic names, with what a person needs to find it again.
package struct DoubtedCell: Sendable, Hashable {
    /// `F17`, or `Biểu 1!F17` in a workbook.
    package var cell: String
    /// As written; clipped when very long.
    package var text: String
    /// The organisation of its row, as far as the row says.
    package var identifier: String
    package var name: String
    /// Code of the unit that its row names; `nil` when it names none.
    package var unit: String?

    package init(cell: String, text: String, identifier: String, name: String, unit: String?) {
        self.cell = cell
        self.text = text
        self.identifier = identifier
        self.name = name
        self.unit = unit
    }
}
