import Compose
import DatasetModel
import Diagnostics
import DocumentModel
import PeriodModel
import RenderData
import RenderPDF

extension Profile {
    init(_ profile: ArchiveProfile) {
        switch profile {
        case .a1a: self = .a1a
        case .a3a: self = .a3a
        }
    }
}

/// The data files of a report, where its profile holds files: the figures, and the rows of each table that
/// lists them.
///
/// Submissions stay outside: they may hold more than the report publishes.
func embeddedFiles(of report: PreparedReport, _ profile: Profile) -> [EmbeddedFile] {
    guard profile.holdsFiles else { return [] }
    let document = report.document
    var rowFiles = 0
    return ([.figures] + document.dataFiles.filter { $0 != .figures }).compactMap { file in
        let (name, bytes): (String, [UInt8])
        switch file {
        case .figures:
            (name, bytes) = ("tidy.csv", tidyData(report.statistics, report.settings).bytes)
        case .rows(let columns):
            let rows = Compose.organisationData(
                of: report.dataset,
                report.settings,
                columns: columns
            )
            rowFiles += 1
            name = rowFiles == 1 ? "rows.csv" : "rows-\(rowFiles).csv"
            bytes = RenderData.spreadsheetCSV(rows)
        case .answers, .submissions: return nil
        }
        return EmbeddedFile(file, name: name, bytes, .data, in: document)
    }
}

/// The data files of a return note, where its profile holds files: the table to answer in, and what the
/// unit sent.
func embeddedFiles(
    of note: ReturnNote,
    _ submissions: [String: SourceText],
    _ profile: Profile
) -> [EmbeddedFile] {
    guard profile.holdsFiles else { return [] }
    return note.document.dataFiles.flatMap { file -> [EmbeddedFile] in
        switch file {
        case .answers:
            let bytes = RenderData.spreadsheetCSV(note.answers)
            let name = "\(note.slug).answers.csv"
            return [EmbeddedFile(file, name: name, bytes, .data, in: note.document)]
        case .submissions:
            return note.submissions.compactMap { submissions[$0] }.map { source in
                EmbeddedFile(
                    file,
                    name: lastComponent(source.path),
                    source.bytes,
                    .source,
                    in: note.document
                )
            }
        case .figures, .rows: return []
        }
    }
}

extension EmbeddedFile {
    fileprivate init(
        _ file: DataFile,
        name: String,
        _ bytes: [UInt8],
        _ relationship: Relationship,
        in document: Document
    ) {
        self.init(
            name: name,
            description: document.words.dataFiles.description(of: file),
            mediaType: guessedType(ofFileNamed: name),
            relationship: relationship,
            date: document.metadata.date,
            bytes: bytes,
            file: file
        )
    }
}

/// By the ending of the name, as receivers guess it.
private func guessedType(ofFileNamed name: String) -> String {
    switch name.split(separator: ".").last?.lowercased() {
    case "csv": "text/csv"
    case "tsv": "text/tab-separated-values"
    case "txt": "text/plain"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "xls": "application/vnd.ms-excel"
    default: "application/octet-stream"
    }
}
