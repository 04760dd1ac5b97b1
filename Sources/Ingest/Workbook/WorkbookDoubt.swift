import DatasetModel
import Diagnostics
import WorkbookKit

/// What is wrong with a workbook, in words.
enum WorkbookDoubt {
    private static let saveAsWorkbook = Bilingual(
        vi: "Mở bằng Excel hoặc LibreOffice, chọn Lưu dưới dạng (Save As), kiểu “Excel Workbook "
            + "(*.xlsx)”, rồi gửi lại",
        en:
            "Open it in Excel or LibreOffice, choose Save As, type “Excel Workbook (*.xlsx)”, and send "
            + "it again"
    )
    private static let sendAgain = Bilingual(
        vi:
            "Mở tệp gốc để kiểm tra, lưu lại rồi gửi lại; nếu không mở được, xin bản khác của đơn vị",
        en:
            "Open the original, save it and send it again; if it does not open, ask for another copy"
    )
    private static let correctCell = Bilingual(
        vi: "Sửa ô này trong tệp gốc, lưu lại rồi gửi lại",
        en: "Correct the cell in the original, save it and send it again"
    )

    static func diagnostic(_ fault: WorkbookFault, path: String) -> Diagnostic {
        Diagnostic(
            "ingest.workbook." + slug(fault.kind),
            isWarning(fault.kind) ? .warning : .error,
            at: place(of: fault, path: path),
            value: fault.text ?? fault.part,
            message: message(fault),
            hint: hint(fault)
        )
    }

    static func noSuchSheet(_ name: String, among names: [String], path: String) -> Diagnostic {
        let near = nearestNames(to: name, among: names).first
        let list = SheetDoubt.shortList(names.map { "“\($0)”" })
        return Diagnostic(
            "ingest.workbook.no-such-sheet",
            at: Place(file: path),
            value: name,
            message: Bilingual(
                vi: "Tệp không có trang tính “\(name)”; các trang có trong tệp: \(list)",
                en: "The workbook has no sheet “\(name)”; it has \(list)"
            ),
            hint: near.map {
                Bilingual(vi: "Có phải “\($0)” không?", en: "Did you mean “\($0)”?")
            }
        )
    }

    static func tooSparse(_ name: String, path: String) -> Diagnostic {
        Diagnostic(
            "ingest.workbook.too-sparse",
            at: Place(file: path, cell: name),
            value: name,
            message: Bilingual(
                vi: "Trang tính “\(name)” có các ô nằm quá xa nhau, không thể là một bảng",
                en: "The cells of the sheet “\(name)” stand so far apart that it is no table"
            ),
            hint: Bilingual(
                vi: "Xóa các ô thừa ở cuối hàng và cuối trang rồi gửi lại",
                en: "Delete the stray cells far to the right and below, and send it again"
            )
        )
    }

    static func overlappingMerges(_ name: String, path: String) -> Diagnostic {
        Diagnostic(
            "ingest.workbook.overlapping-merges",
            at: Place(file: path, cell: name),
            value: name,
            message: Bilingual(
                vi:
                    "Trang tính “\(name)” có các ô gộp chồng lên nhau; không biết ô nào thuộc ô nào",
                en:
                    "Merged cells of the sheet “\(name)” overlap; which cell belongs to which is unknown"
            ),
            hint: sendAgain
        )
    }

    static func empty(path: String) -> Diagnostic {
        Diagnostic(
            "ingest.file.empty",
            at: Place(file: path),
            message: Bilingual(
                vi: "Tệp Excel không có ô nào có nội dung",
                en: "No cell of the workbook holds anything"
            ),
            hint: Bilingual(
                vi: "Gửi lại tệp có dòng tiêu đề và số liệu, hoặc xóa tệp này",
                en: "Send a file with a heading row and data, or remove this one"
            )
        )
    }

    private static func place(of fault: WorkbookFault, path: String) -> Place {
        guard let sheet = fault.sheet else { return Place(file: path) }
        guard let row = fault.row, row > 0 else { return Place(file: path, cell: sheet) }
        let cell = fault.column.map { cellAddress(column: $0, row: row) } ?? "\(row):\(row)"
        return Place(file: path, line: row, cell: "\(sheet)!\(cell)")
    }

    private static func isWarning(_ kind: WorkbookFault.Kind) -> Bool {
        kind == .macros || kind == .externalLinks
    }

    private static func hint(_ fault: WorkbookFault) -> Bilingual? {
        switch fault.kind {
        case .noLibrary:
            Bilingual(
                vi:
                    "Người quản trị máy cài gói này (apt-get install \(fault.text ?? "")) rồi chạy lại",
                en: "Have the package installed (apt-get install \(fault.text ?? "")) and run again"
            )
        case .encrypted:
            Bilingual(
                vi:
                    "Mở bằng mật khẩu, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu rồi gửi "
                    + "lại",
                en:
                    "Open it with the password, remove it (File › Info › Protect Workbook), save and "
                    + "send it again"
            )
        case .binaryWorkbook, .oldExcel, .openDocument: saveAsWorkbook
        case .wordDocument, .notWorkbook:
            Bilingual(
                vi: "Gửi bảng số liệu bằng tệp Excel (.xlsx) hoặc CSV",
                en: "Send the table as an Excel workbook (.xlsx) or as CSV"
            )
        case .tooLarge:
            Bilingual(
                vi: "Xóa các trang, hàng và cột thừa, hoặc lưu bảng dưới dạng “CSV UTF-8”",
                en: "Delete needless sheets, rows and columns, or save the table as “CSV UTF-8”"
            )
        case .badReference, .badCell, .repeatedCell, .noSuchDate: correctCell
        case .macros, .externalLinks: nil
        case .damagedArchive, .missingPart, .repeatedPart, .malformedPart, .documentType, .noSheets,
            .tooManyFaults:
            sendAgain
        }
    }
}
