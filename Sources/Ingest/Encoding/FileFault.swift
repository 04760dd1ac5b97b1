import Diagnostics

/// What is wrong with a whole submission file.
enum FileFault {
    private static let saveAgain = Bilingual(
        vi: "Mở bằng Excel, chọn Lưu dưới dạng (Save As), kiểu “CSV UTF-8 (Comma delimited)”, "
            + "rồi gửi lại",
        en:
            "Open it in Excel, choose Save As, type “CSV UTF-8 (Comma delimited)”, and send it again"
    )

    static func notText(_ guise: FileGuise, path: String) -> Diagnostic {
        let looks: Bilingual =
            switch guise {
            case .pdf: Bilingual(vi: "tệp PDF", en: "a PDF")
            case .workbook:
                Bilingual(vi: "sổ tính Excel (.xlsx) hoặc tệp nén", en: "a workbook (.xlsx) or zip")
            case .oldWorkbook:
                Bilingual(vi: "tệp Excel hoặc Word cũ (.xls, .doc)", en: "an old .xls or .doc file")
            case .html: Bilingual(vi: "trang web (HTML)", en: "a web page (HTML)")
            case .richText: Bilingual(vi: "văn bản RTF", en: "an RTF text")
            case .binary: Bilingual(vi: "tệp nhị phân", en: "a binary file")
            }
        return Diagnostic(
            "ingest.file.not-csv",
            at: Place(file: path),
            message: Bilingual(
                vi: "Tệp phải là CSV nhưng thật ra giống \(looks.vi)",
                en: "The file must be CSV but looks like \(looks.en)"
            ),
            hint: guise == .pdf || guise == .html || guise == .richText
                ? Bilingual(
                    vi: "Gửi bảng tính gốc, lưu dưới dạng “CSV UTF-8”",
                    en: "Send the original table, saved as “CSV UTF-8”"
                ) : saveAgain
        )
    }

    static func empty(path: String) -> Diagnostic {
        Diagnostic(
            "ingest.file.empty",
            at: Place(file: path),
            message: Bilingual(vi: "Tệp không có nội dung", en: "The file is empty"),
            hint: Bilingual(
                vi: "Gửi lại tệp có dòng tiêu đề và số liệu, hoặc xóa tệp này",
                en: "Send a file with a heading row and data, or remove this one"
            )
        )
    }

    static func tooLarge(path: String) -> Diagnostic {
        Diagnostic(
            "ingest.file.too-large",
            at: Place(file: path),
            message: Bilingual(
                vi: "Chữ trong tệp hơn 3 GB, không bảng nào như vậy; tệp không được đọc",
                en: "The text of the file has more than 3 GB, as no table has; it was not read"
            ),
            hint: Bilingual(
                vi: "Kiểm tra xem có đúng tệp không; nếu đúng thì tách thành nhiều tệp",
                en: "See whether it is the right file; if so, split it into several"
            )
        )
    }

    static func noRows(path: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.file.no-rows",
            at: place,
            message: Bilingual(
                vi: "Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào",
                en: "The file has a heading row and no data"
            ),
            hint: Bilingual(
                vi: "Gửi lại số liệu, hoặc xóa tệp này và ghi lý do ở mục missing",
                en: "Send the data, or remove the file and give the reason under missing"
            )
        )
    }
}
