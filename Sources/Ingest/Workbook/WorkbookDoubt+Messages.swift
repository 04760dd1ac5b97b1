import Diagnostics
import WorkbookKit

extension WorkbookDoubt {
    static func slug(_ kind: WorkbookFault.Kind) -> String {
        switch kind {
        case .noLibrary: "no-library"
        case .encrypted: "encrypted"
        case .binaryWorkbook: "binary-workbook"
        case .oldExcel: "old-excel"
        case .openDocument: "open-document"
        case .wordDocument: "word-document"
        case .notWorkbook: "not-a-workbook"
        case .damagedArchive: "damaged"
        case .missingPart: "missing-part"
        case .repeatedPart: "repeated-part"
        case .malformedPart: "malformed-part"
        case .documentType: "document-type"
        case .tooLarge: "too-large"
        case .noSheets: "no-sheets"
        case .badReference: "bad-reference"
        case .badCell: "bad-cell"
        case .repeatedCell: "repeated-cell"
        case .noSuchDate: "no-such-date"
        case .tooManyFaults: "too-many-faults"
        case .macros: "macros"
        case .externalLinks: "external-links"
        }
    }

    static func message(_ fault: WorkbookFault) -> Bilingual {
        let text = fault.text ?? ""
        let part = fault.part ?? ""
        switch fault.kind {
        case .noLibrary:
            return both(
                "Máy này thiếu thư viện \(text) nên không đọc được tệp Excel",
                "The library \(text) is not installed, so no workbook can be read"
            )
        case .encrypted:
            return both(
                "Tệp được bảo vệ bằng mật khẩu, không đọc được",
                "The file is protected with a password and cannot be read"
            )
        case .binaryWorkbook:
            return both(
                "Tệp là sổ tính nhị phân (.xlsb), chương trình không đọc",
                "The file is a binary workbook (.xlsb), which is not read"
            )
        case .oldExcel:
            return both(
                "Tệp do Excel 95 hoặc cũ hơn ghi, chương trình không đọc",
                "The file was written by Excel 95 or older, which is not read"
            )
        case .openDocument:
            return both(
                "Tệp là bảng tính OpenDocument (.ods), chương trình không đọc",
                "The file is an OpenDocument table (.ods), which is not read"
            )
        case .wordDocument:
            return both(
                "Tệp là văn bản Word, không phải bảng tính",
                "The file is a Word document, not a workbook"
            )
        case .notWorkbook:
            return both(
                "Tệp là tệp nén hoặc tệp của phần mềm khác, không phải bảng tính",
                "The file is an archive or belongs to another program; it is no workbook"
            )
        case .damagedArchive:
            return both(
                "Tệp Excel bị hỏng hoặc bị cắt cụt\(inside(fault).vi)",
                "The workbook is damaged or cut short\(inside(fault).en)"
            )
        case .missingPart:
            return both(
                "Tệp Excel thiếu phần “\(part)”\(inside(fault).vi)",
                "The workbook lacks its part “\(part)”\(inside(fault).en)"
            )
        case .repeatedPart:
            return both(
                "Tệp Excel có hai phần cùng tên “\(part)”, không biết phần nào đúng",
                "The workbook has two parts called “\(part)”; which one holds cannot be known"
            )
        case .malformedPart:
            return both(
                "Phần “\(part)” của tệp Excel bị hỏng ở dòng \(text)\(inside(fault).vi)",
                "The part “\(part)” of the workbook is malformed at line \(text)\(inside(fault).en)"
            )
        case .documentType:
            return both(
                "Phần “\(part)” khai báo kiểu tài liệu (DTD), sổ tính thật không có",
                "The part “\(part)” declares a document type (DTD), as no real workbook does"
            )
        default: return cellMessage(fault)
        }
    }

    private static func cellMessage(_ fault: WorkbookFault) -> Bilingual {
        let text = fault.text ?? ""
        switch fault.kind {
        case .tooLarge:
            return both(
                "Tệp Excel khi giải nén lớn quá mức cho phép\(inside(fault).vi)",
                "The workbook unpacks to more than is allowed\(inside(fault).en)"
            )
        case .badReference:
            return both(
                "Địa chỉ ô “\(text)” không có trong trang tính\(inside(fault).vi)",
                "No cell has the address “\(text)”\(inside(fault).en)"
            )
        case .badCell:
            return both(
                "Giá trị lưu trong ô không đúng kiểu của nó: “\(text)”",
                "What the cell stores is not of the kind that it says: “\(text)”"
            )
        case .repeatedCell:
            return both(
                "Tệp ghi ô này hai lần; không biết giá trị nào đúng, “\(text)” bị bỏ qua",
                "The file gives the cell twice; which value holds cannot be known, “\(text)” is ignored"
            )
        case .noSuchDate:
            return both(
                "Ô được định dạng ngày tháng nhưng số \(text) không phải ngày nào",
                "The cell is formatted as a date, but \(text) is no day"
            )
        case .tooManyFaults:
            return both(
                "Trang tính còn nhiều ô lỗi khác, không liệt kê hết",
                "The sheet has more faulty cells than are listed"
            )
        case .macros:
            return both(
                "Tệp có macro; chương trình không chạy macro, chỉ đọc các giá trị đã lưu",
                "The workbook has macros; none is run, only stored values are read"
            )
        case .externalLinks:
            return both(
                "Tệp có liên kết tới tệp khác; chương trình không mở, chỉ đọc các giá trị đã lưu",
                "The workbook links to other files; none is opened, only stored values are read"
            )
        default:
            return both("Tệp Excel không có trang tính nào", "The workbook has no sheet with cells")
        }
    }

    /// Which sheet is meant, where the place cannot say it.
    private static func inside(_ fault: WorkbookFault) -> Bilingual {
        guard let sheet = fault.sheet else { return both("", "") }
        return both(" (trang “\(sheet)”)", " (sheet “\(sheet)”)")
    }

    private static func both(_ vi: String, _ en: String) -> Bilingual {
        Bilingual(vi: vi, en: en)
    }
}
