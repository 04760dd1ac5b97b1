package import DocumentModel
package import OpenDataModel
package import PeriodModel
package import StatisticsModel
import Vocabulary

/// The published data of a report: what its tables print, and the code lists of its figures.
///
/// Tables come from the document, so that no file says what the pages do not.
package func openData(
    of document: Document,
    _ statistics: Statistics,
    _ settings: PeriodSettings,
    words: DataWords
) -> OpenData {
    var data = codedData(of: statistics, settings, words: words)
    data.title = document.metadata.title
    data.author = document.metadata.author
    data.language = document.metadata.language
    data.date = document.metadata.date
    data.tables = dataTables(of: document, words)
    data.facts.append((words.date, document.metadata.date.vietnamese))
    if let draft = document.draft { data.facts.append((words.draft, draft.mark)) }
    return data
}

/// The code lists of figures alone, where there is no document.
package func codedData(
    of statistics: Statistics,
    _ settings: PeriodSettings,
    words: DataWords
) -> OpenData {
    var data = OpenData(
        title: words.title,
        description: words.description,
        author: settings.agency.name,
        language: "vi-VN",
        date: settings.period.cutoff,
        facts: [
            (words.author, settings.agency.name),
            (words.place, settings.province.title.capitalisingFirst),
            (words.period, String(settings.period.year)),
            (words.cutoff, settings.period.cutoff.vietnamese),
        ],
        notes: words.notes,
        columns: words.columns,
        lists: CodeListMaker(statistics: statistics, settings: settings, words: words).lists(),
        words: words.workbook
    )
    if !settings.given.isEmpty { data.given = words.lists["given"] ?? words.title }
    return data
}
