package import Vocabulary

/// What the archive's records say beyond the figures: `archive_record:` of `report.yaml`.
///
/// What is `nil` stays empty in the records; it is never invented.
package struct RecordSettings: Sendable, Hashable {
    /// Code of the body that keeps the list of files.
    package var organId: String?
    /// Year in which the file was formed, when it is not the period's.
    package var fileCatalog: Int?
    /// Number and symbol of the file.
    package var fileNotation: String?
    package var title: String?
    /// How long the file is kept.
    package var maintenance: String?
    /// Who may use it.
    package var rights: String?
    package var creator: String?
    /// Of the file and of each document that names none.
    package var language: String?
    /// Kind of document of the report.
    package var type: String?
    /// What the report is about.
    package var subject: String?
    /// Kind of document of the letter of correction.
    package var correctionType: String?
    /// What the registry gave to that letter.
    package var correction: IssuedDocument
    /// Kind of document of submissions that name none.
    package var arrivalType: String?
    /// What the registry noted of submissions as they came in.
    package var arrivals: [Arrival]

    package init(
        organId: String? = nil,
        fileCatalog: Int? = nil,
        fileNotation: String? = nil,
        title: String? = nil,
        maintenance: String? = nil,
        rights: String? = nil,
        creator: String? = nil,
        language: String? = nil,
        type: String? = nil,
        subject: String? = nil,
        correctionType: String? = nil,
        correction: IssuedDocument = IssuedDocument(),
        arrivalType: String? = nil,
        arrivals: [Arrival] = []
    ) {
        self.organId = organId
        self.fileCatalog = fileCatalog
        self.fileNotation = fileNotation
        self.title = title
        self.maintenance = maintenance
        self.rights = rights
        self.creator = creator
        self.language = language
        self.type = type
        self.subject = subject
        self.correctionType = correctionType
        self.correction = correction
        self.arrivalType = arrivalType
        self.arrivals = arrivals
    }
}

/// A document that came in, as the registry has it.
package struct Arrival: Sendable, Hashable {
    /// Path in the period folder, such as `submissions/883.csv`.
    package var file: String
    /// Day on which it came in.
    package var date: CalendarDate?
    /// Number in the register of incoming documents.
    package var number: Int?
    /// The sender's own number, symbol and date.
    package var codeNumber: String?
    package var codeNotation: String?
    package var issued: CalendarDate?
    /// Who issued it; the unit's title when `nil`.
    package var organ: String?
    package var type: String?
    package var subject: String?
    package var language: String?
    package var pages: Int?
    package var position: String?
    package var signer: String?

    package init(
        file: String,
        date: CalendarDate? = nil,
        number: Int? = nil,
        codeNumber: String? = nil,
        codeNotation: String? = nil,
        issued: CalendarDate? = nil,
        organ: String? = nil,
        type: String? = nil,
        subject: String? = nil,
        language: String? = nil,
        pages: Int? = nil,
        position: String? = nil,
        signer: String? = nil
    ) {
        self.file = file
        self.date = date
        self.number = number
        self.codeNumber = codeNumber
        self.codeNotation = codeNotation
        self.issued = issued
        self.organ = organ
        self.type = type
        self.subject = subject
        self.language = language
        self.pages = pages
        self.position = position
        self.signer = signer
    }
}
