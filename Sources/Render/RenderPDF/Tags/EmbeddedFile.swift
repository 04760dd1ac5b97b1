package import DocumentModel
package import Vocabulary

/// A file inside the PDF, tied to the tables that are made from it.
package struct EmbeddedFile: Sendable {
    /// What it is to the document (ISO 19005-3, annex E).
    package enum Relationship: Sendable {
        /// The figures of a table in a form that programs read.
        case data
        /// What the document was made from.
        case source
    }

    /// Its file name, without folders.
    package var name: String
    /// In words, for those who do not open it.
    package var description: String
    /// RFC 6838, such as `text/csv`.
    package var mediaType: String
    package var relationship: Relationship
    /// Never the clock's.
    package var date: CalendarDate
    package var bytes: [UInt8]
    /// The tables that list this file are tied to it.
    package var file: DataFile

    package init(
        name: String,
        description: String,
        mediaType: String,
        relationship: Relationship,
        date: CalendarDate,
        bytes: [UInt8],
        file: DataFile
    ) {
        self.name = name
        self.description = description
        self.mediaType = mediaType
        self.relationship = relationship
        self.date = date
        self.bytes = bytes
        self.file = file
    }
}
