package import PeriodModel
import Vocabulary

/// The code of a file (Mã hồ sơ), which each record repeats.
package struct FileCode: Sendable, Hashable {
    package var organId: String?
    package var catalog: Int
    package var notation: String?

    package init(_ settings: PeriodSettings) {
        organId = settings.record.organId
        catalog = settings.record.fileCatalog ?? settings.period.year
        notation = settings.record.fileNotation
    }

    var part: Record.Part {
        .group(
            "FileCode",
            [
                .field(.organId, RecordValue(organId, key: "archive_record.organ_id")),
                .field(
                    .fileCatalog,
                    RecordValue(String(catalog), key: "archive_record.file_catalog")
                ),
                .field(.fileNotation, RecordValue(notation, key: "archive_record.file_notation")),
            ]
        )
    }
}

/// The file (hồ sơ) that the documents of a period make.
package struct RegisteredFile: Sendable, Hashable {
    package var code: FileCode
    package var settings: RecordSettings
    /// In the order of events.
    package var documents: [RegisteredDocument]

    /// Documents in any order: they are kept in the order of events.
    package init(_ settings: PeriodSettings, documents: [RegisteredDocument]) {
        code = FileCode(settings)
        self.settings = settings.record
        self.documents = RegisteredDocument.inOrder(documents)
    }

    /// The pages of all documents; `nil` when those of one are not known: a part is no total.
    package var pageTotal: Int? {
        documents.reduce(0) { sum, document in
            guard let sum, let pages = document.pages else { return nil }
            let (total, overflows) = sum.addingReportingOverflow(pages)
            return overflows ? nil : total
        }
    }

    /// What the archive asks of each file, and nobody but the office can say.
    package static let wanted: [RecordField] = [
        .organId, .fileNotation, .title, .maintenance, .rights, .creator, .fileLanguage,
    ]

    /// The record of the file itself.
    package var record: Record {
        let dates = documents.compactMap(\.date)
        func text(_ value: String?, _ key: String) -> RecordValue {
            RecordValue(value, key: "archive_record.\(key)")
        }
        return Record(
            name: "File",
            parts: [
                code.part,
                .field(.title, text(settings.title, "title")),
                .field(.maintenance, text(settings.maintenance, "maintenance")),
                .field(.rights, text(settings.rights, "rights")),
                .field(.creator, text(settings.creator, "creator")),
                .field(.fileLanguage, text(settings.language, "language")),
                .field(.startDate, text(dates.min()?.iso, "arrivals")),
                .field(.endDate, text(dates.max()?.iso, "arrivals")),
                .field(.docTotal, text(String(documents.count), "arrivals")),
                .field(.pageTotal, text(pageTotal.map(String.init), "arrivals")),
                .field(.description, .unknown),
            ]
        )
    }

    /// The record of each document, in the order of events.
    package var documentRecords: [Record] {
        documents.enumerated().map { $1.record($0 + 1, in: code) }
    }
}
