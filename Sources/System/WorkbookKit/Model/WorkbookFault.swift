/// Something that is wrong with a workbook; `Ingest` puts it into words.
package struct WorkbookFault: Error, Sendable, Equatable {
    /// What is wrong.
    package enum Kind: Sendable, Equatable {
        // The file is none that can be read.
        /// A library of the system is not installed.
        case noLibrary
        /// Password or rights management.
        case encrypted
        /// Excel's binary workbook, `.xlsb`.
        case binaryWorkbook
        /// Excel 95 or older.
        case oldExcel
        case openDocument
        case wordDocument
        /// An archive or compound file of another kind.
        case notWorkbook

        // The file is damaged or hostile.
        case damagedArchive
        case missingPart
        case repeatedPart
        case malformedPart
        /// A document type with entities, which no workbook needs.
        case documentType
        case tooLarge
        case noSheets

        // A sheet's content is doubtful.
        case badReference
        case badCell
        case repeatedCell
        /// A date before 1900, after 9999, or 29/02/1900.
        case noSuchDate
        case tooManyFaults

        // Worth knowing.
        case macros
        case externalLinks
    }

    package var kind: Kind
    /// Part of the archive, such as `xl/worksheets/sheet1.xml`.
    package var part: String?
    package var sheet: String?
    /// Row from 1, column from 0.
    package var row: Int?
    package var column: Int?
    /// What was read.
    package var text: String?

    init(
        _ kind: Kind,
        part: String? = nil,
        sheet: String? = nil,
        row: Int? = nil,
        column: Int? = nil,
        text: String? = nil
    ) {
        self.kind = kind
        self.part = part
        self.sheet = sheet
        self.row = row
        self.column = column
        self.text = text
    }
}
