import PeriodModel
package import Vocabulary

/// A document of the file, as its register has it.
package struct RegisteredDocument: Sendable, Hashable {
    /// Whether the office issued it or got it (văn bản đi, văn bản đến).
    package enum Direction: Sendable, Hashable {
        /// With those to whom it is addressed.
        case outgoing(to: [String])
        /// With the day and number of its arrival.
        case incoming(on: CalendarDate?, number: Int?)
    }

    package var direction: Direction
    /// Where it lies in the package.
    package var path: String
    package var type: RecordValue
    package var number: RecordValue
    package var notation: RecordValue
    package var issued: CalendarDate?
    package var organ: RecordValue
    package var subject: RecordValue
    package var language: RecordValue
    /// `nil` when it has no pages that could be counted.
    package var pages: Int?
    package var position: RecordValue
    package var signer: RecordValue

    package init(
        direction: Direction,
        path: String,
        type: RecordValue,
        number: RecordValue,
        notation: RecordValue,
        issued: CalendarDate?,
        organ: RecordValue,
        subject: RecordValue,
        language: RecordValue,
        pages: Int?,
        position: RecordValue,
        signer: RecordValue
    ) {
        self.direction = direction
        self.path = path
        self.type = type
        self.number = number
        self.notation = notation
        self.issued = issued
        self.organ = organ
        self.subject = subject
        self.language = language
        self.pages = pages
        self.position = position
        self.signer = signer
    }
}

extension RegisteredDocument {
    /// The day of its event in the file: its arrival, or its issue.
    package var date: CalendarDate? {
        switch direction {
        case .outgoing: issued
        case .incoming(let arrival, _): arrival ?? issued
        }
    }

    /// Its number among those of a day.
    private var order: Int {
        let known: Int? =
            switch direction {
            case .outgoing: Int(number.text)
            case .incoming(_, let number): number
            }
        return known ?? .max
    }

    /// Undated submissions stand before all others and an undated report after them: it was made from them.
    private var day: Int {
        guard let date else {
            if case .outgoing = direction { return .max }
            return .min
        }
        return date.daysSince1970
    }

    /// Documents in the order of events: by date, number and path.
    package static func inOrder(_ documents: [RegisteredDocument]) -> [RegisteredDocument] {
        documents.sorted { left, right in
            let (first, second) = ((left.day, left.order), (right.day, right.order))
            if first != second { return first < second }
            return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
        }
    }
}
