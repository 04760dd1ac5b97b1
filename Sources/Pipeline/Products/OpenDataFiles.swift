import Compose
import Diagnostics
import OpenDataModel
import PeriodModel
import RenderData
import SpreadsheetKit
import StatisticsModel

private let workbookName = "so-lieu.xlsx"

/// The product `data` of a report: figures, tables, code lists, what they are, and the workbook.
func dataFiles(of report: PreparedReport) throws(FileFailure) -> [MadeFile] {
    var files = publishedData(report.statistics, report.settings)
    guard let words = report.dataWords else { return files }
    let data = Compose.openData(
        of: report.document,
        report.statistics,
        report.settings,
        words: words
    )
    files += describedFiles(of: data)
    do throws(SheetFailure) {
        files.append(dataFile(workbookName, try RenderData.workbook(of: data)))
    } catch {
        throw .noWorkbook(error)
    }
    return files
}

/// The product `data` without a report: figures and code lists, without what rows are needed for.
func dataFiles(
    of statistics: Statistics,
    _ settings: PeriodSettings,
    words: DataWords?
) -> [MadeFile] {
    let published = publishedData(statistics, settings)
    guard let words else { return published }
    return published + describedFiles(of: Compose.codedData(of: statistics, settings, words: words))
}

/// Tables and code lists, and `csv-metadata.json` of all of them and `tidy.csv`.
private func describedFiles(of data: OpenData) -> [MadeFile] {
    data.tables.map { dataFile("\($0.name).csv", RenderData.tableCSV($0)) }
        + data.lists.map { dataFile("\($0.list.name).csv", RenderData.codeListCSV($0.list)) }
        + [dataFile("csv-metadata.json", RenderData.tableMetadata(of: data))]
}

private func dataFile(_ name: String, _ bytes: [UInt8]) -> MadeFile {
    MadeFile(product: .data, path: "\(Product.data.path)/\(name)", bytes: bytes)
}

extension FileFailure {
    /// The library puts a workbook together in files of its own, beside those that are published.
    fileprivate static func noWorkbook(_ failure: SheetFailure) -> FileFailure {
        var made = FileFailure(.write, workbookName)
        switch failure {
        case .noLibrary:
            made.reason = Bilingual(
                vi: "không tìm thấy thư viện libxlsxwriter",
                en: "the library libxlsxwriter was not found"
            )
            made.remedy = Bilingual(
                vi: "Cài gói libxlsxwriter-dev (make setup)",
                en: "Install libxlsxwriter-dev (make setup)"
            )
        case .noMemory: made.reason = Bilingual(vi: "hết bộ nhớ", en: "there is no memory")
        case .refused(let words): made.reason = Bilingual(vi: words, en: words)
        }
        return made
    }
}

extension Diagnostic {
    /// Told of data that are made without keeping rows.
    static let noTables = Diagnostic(
        "pipeline.data.no-tables",
        .warning,
        at: Place(file: PeriodFolder.settingsName),
        message: Bilingual(
            vi:
                "Biểu quá lớn để giữ từng dòng: data/ có tidy.csv và danh mục mã, không có bảng của báo cáo và sổ tính",
            en:
                "The submissions are too large to keep their rows: data/ has tidy.csv and code lists, but no "
                + "tables of the report and no workbook"
        ),
        hint: Bilingual(
            vi: "Làm cả báo cáo (bỏ --only data) để có các bảng.",
            en: "Make the report too (without --only data) to have the tables."
        )
    )
}
