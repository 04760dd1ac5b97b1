import Diagnostics
import PeriodModel
import Vocabulary

/// What is wrong with a row or a cell of words.
enum RowFault {
    static func quoting(_ kind: QuoteFault.Kind, at place: Place) -> Diagnostic {
        let (slug, message, hint): (String, Bilingual, Bilingual) =
            switch kind {
            case .unterminated:
                (
                    "unterminated",
                    Bilingual(
                        vi: "Dấu nháy kép mở ở đây không được đóng ở cuối ô của nó",
                        en: "The quote opened here is not closed at the end of its cell"
                    ),
                    Bilingual(
                        vi:
                            "Thêm dấu nháy kép ở cuối ô, hoặc xóa dấu thừa; các dòng khác vẫn được đọc",
                        en:
                            "Close the quote at the end of the cell, or remove it; other rows were read"
                    )
                )
            case .insideUnquoted:
                (
                    "inside",
                    Bilingual(
                        vi: "Dấu nháy kép đứng giữa một ô không bắt đầu bằng dấu nháy kép",
                        en: "A quote stands inside a cell that does not begin with one"
                    ),
                    Bilingual(
                        vi: "Đặt cả ô trong dấu nháy kép và viết đôi dấu nháy bên trong: "
                            + "\"HTX \"\"Thành Công\"\"\"",
                        en: "Quote the whole cell and double the quotes inside: "
                            + "\"HTX \"\"Thành Công\"\"\""
                    )
                )
            case .otherDelimiter:
                (
                    "other-delimiter",
                    Bilingual(
                        vi: "Dòng này dùng dấu phân cách ô khác với cả bảng",
                        en: "This row separates its cells by another delimiter than the table"
                    ),
                    Bilingual(
                        vi: "Dùng cùng một dấu phân cách ở mọi dòng",
                        en: "Use the same delimiter in every row"
                    )
                )
            case .textAfterQuote:
                (
                    "after",
                    Bilingual(
                        vi: "Sau dấu nháy kép đóng ô còn có chữ",
                        en: "There is text after the quote that closes the cell"
                    ),
                    Bilingual(
                        vi: "Viết đôi dấu nháy ở trong ô, hoặc thêm dấu phân cách còn thiếu",
                        en: "Double a quote inside the cell, or add the missing delimiter"
                    )
                )
            }
        return Diagnostic("ingest.quote.\(slug)", at: place, message: message, hint: hint)
    }

    static func length(_ count: Int, expected: Int, at place: Place) -> Diagnostic {
        let isShort = count < expected
        return Diagnostic(
            isShort ? "ingest.row.short" : "ingest.row.long",
            at: place,
            message: Bilingual(
                vi: "Dòng có \(count) ô, dòng tiêu đề có \(expected) ô",
                en: "The row has \(count) cells, the heading row has \(expected)"
            ),
            hint: isShort
                ? Bilingual(
                    vi: "Thêm các ô còn thiếu; ô không có số liệu thì để trống",
                    en: "Add the missing cells; leave those without data empty"
                )
                : Bilingual(
                    vi: "Có thể một ô chứa dấu phân cách mà không nằm trong dấu nháy kép",
                    en: "A cell may hold the delimiter without being quoted"
                )
        )
    }

    static func tooWide(at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.row.too-wide",
            at: place,
            message: Bilingual(
                vi: "Dòng này có hơn hai triệu ô; không bảng nào như vậy, tệp không được đọc",
                en:
                    "The row has more than two million cells, as no table has; the file is not read"
            ),
            hint: Bilingual(
                vi: "Mở tệp gốc, xóa các cột trống ở bên phải, lưu lại rồi gửi lại",
                en: "Open the original, delete the empty columns at its right, and send it again"
            )
        )
    }

    static func tooLong(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.cell.too-long",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Ô này dài hơn ô dài nhất của Excel; có lẽ nhiều dòng đã dính vào nhau",
                en: "The cell is longer than Excel's longest; many lines may have run together"
            ),
            hint: Bilingual(
                vi: "Xem lại dòng này trong tệp gốc, sửa rồi gửi lại",
                en: "Look at this row in the original, correct it and send it again"
            )
        )
    }

    static func empty(_ column: Column, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.cell.empty",
            at: place,
            message: Bilingual(
                vi: "Ô trống; cột \(column.label) phải có giá trị ở mọi dòng",
                en: "The cell is empty; the column \(column.label) needs a value in each row"
            ),
            hint: column.role == .identifier || column.role == .unit
                ? Bilingual(
                    vi: "Điền giá trị; nếu là dòng tổng cộng hay ghi chú thì xóa dòng",
                    en: "Fill it in; if the row is a total or a note, remove the row"
                ) : Bilingual(vi: "Điền giá trị", en: "Fill it in")
        )
    }

    /// The last number of a file that ends without a line end.
    static func mayBeCut(_ text: String, _ column: Column, at place: Place) -> Diagnostic {
        let read: Bilingual =
            text.isEmpty
            ? Bilingual(vi: "ô trống", en: "an empty cell")
            : Bilingual(vi: "“\(text)”", en: "“\(text)”")
        return Diagnostic(
            "ingest.number.may-be-cut",
            .warning,
            at: place,
            value: text,
            message: Bilingual(
                vi:
                    "Tệp hết ngay sau \(read.vi) của cột \(column.label) mà không xuống dòng: tệp có thể bị "
                    + "cắt cụt, mất chữ số cuối hoặc các dòng sau",
                en:
                    "The file ends right after \(read.en) in the column \(column.label), without a line end: "
                    + "it may have been cut off, with digits or rows lost"
            ),
            hint: Bilingual(
                vi: "So số này và số dòng với bản gốc; đúng thì xác nhận, sai thì gửi lại tệp",
                en:
                    "Compare the number and the count of rows with the original; confirm it, or save and "
                    + "send the file again"
            )
        )
    }

    static func covered(_ column: Column, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.cell.merged",
            at: place,
            message: Bilingual(
                vi:
                    "Ô này bị gộp vào ô khác; không biết giá trị của ô gộp ở cột \(column.label) là "
                    + "của riêng dòng đầu hay của mọi dòng",
                en: "The cell is merged into another; whether its value in the column "
                    + "\(column.label) is for the first row or for all cannot be known"
            ),
            hint: Bilingual(
                vi: "Bỏ gộp ô rồi điền giá trị của từng dòng",
                en: "Unmerge the cells and fill in the value of each row"
            )
        )
    }

    /// A cell that must have a value says that there is none: an error where the row cannot be placed
    /// without it, else told and taken as missing.
    static func declaredMissing(_ text: String, _ column: Column, isError: Bool, at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            "ingest.cell.declared-missing",
            isError ? .error : .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi:
                    "“\(clipped(text))” nghĩa là không có số liệu, nhưng cột \(column.label) phải có "
                    + "giá trị ở mọi dòng"
                    + (isError ? "" : "; tổ chức này không được tính vào cột"),
                en:
                    "“\(clipped(text))” says that there is no value, but the column \(column.label) "
                    + "needs one in each row"
                    + (isError ? "" : "; the organisation is not counted in it")
            ),
            hint: Bilingual(vi: "Hỏi lại đơn vị gửi", en: "Ask the office that sent it")
        )
    }

    /// A row that has no code, no unit and no sector: of no organisation, whatever figures it has.
    static func nameless(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.row.nameless",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Dòng này không có mã, đơn vị và lĩnh vực, nên không biết là của tổ chức nào",
                en: "The row has no code, no unit and no sector, so it is of no known organisation"
            ),
            hint: Bilingual(
                vi:
                    "Nếu là một tổ chức thì điền các ô đó; nếu là dòng bình quân, so sánh hay ghi chú "
                    + "thì xóa dòng",
                en:
                    "If it is an organisation, fill these cells in; if it is a mean, a comparison or a "
                    + "note, remove the row"
            )
        )
    }

    /// A name without a letter.
    static func nameOfFigures(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.name.no-letters",
            .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Tên “\(clipped(text))” không có chữ nào: các ô của dòng có thể bị lệch cột",
                en: "The name “\(clipped(text))” has no letters: the row's cells may have moved"
            ),
            hint: Bilingual(
                vi: "Đối chiếu cả dòng với bản gốc",
                en: "Compare the whole row with the original"
            )
        )
    }

    /// A row of another unit than the one that sent the file.
    static func otherUnit(
        _ text: String,
        _ unit: ReportingUnit,
        sender: ReportingUnit,
        at place: Place
    )
        -> Diagnostic
    {
        Diagnostic(
            "ingest.unit.other",
            .warning,
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Dòng này của \(unit.title), nhưng tệp là của \(sender.title)",
                en: "The row is of \(unit.title), but the file is of \(sender.title)"
            ),
            hint: Bilingual(
                vi:
                    "Kiểm tra xem đơn vị ghi có đúng không, và \(unit.title) có gửi tổ chức này không",
                en:
                    "Check whether the unit is right, and whether \(unit.title) sent the organisation too"
            )
        )
    }

    static func badCharacter(_ text: String, _ scalar: Unicode.Scalar, at place: Place)
        -> Diagnostic
    {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        return Diagnostic(
            "ingest.cell.character",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Ô có ký tự không đọc được (U+\(code)); có lẽ chữ đã hỏng khi lưu tệp",
                en: "The cell has an unreadable character (U+\(code)); letters may have been lost"
            ),
            hint: Bilingual(vi: "Gõ lại ô này", en: "Type the cell again")
        )
    }

    static func unknown(
        _ text: String,
        column: Column,
        hint: Bilingual?,
        at place: Place
    ) -> Diagnostic {
        let (slug, what): (String, Bilingual) =
            switch column.role {
            case .unit: ("unit", Bilingual(vi: "đơn vị", en: "unit"))
            case .sector: ("sector", Bilingual(vi: "lĩnh vực", en: "sector"))
            default: ("code", Bilingual(vi: "giá trị", en: "value"))
            }
        return Diagnostic(
            "ingest.\(slug).unknown",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Không có \(what.vi) “\(clipped(text))” (cột \(column.label))",
                en: "There is no \(what.en) “\(clipped(text))” (column \(column.label))"
            ),
            hint: hint
        )
    }

    static func ambiguous(_ text: String, column: Column, codes: [String], at place: Place)
        -> Diagnostic
    {
        let list = codes.joined(separator: ", ")
        return Diagnostic(
            "ingest.\(column.role == .unit ? "unit" : "code").ambiguous",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "“\(clipped(text))” là tên của nhiều mục: \(list)",
                en: "“\(clipped(text))” is the name of several: \(list)"
            ),
            hint: Bilingual(vi: "Ghi mã thay cho tên", en: "Give the code instead of the name")
        )
    }

    static let repeatedCode = "ingest.identifier.repeated"

    /// Rows of a file that come once more: an older sheet left in, or a table sent twice.
    static func repeatedTable(_ count: Int, first: Place, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.table.repeated",
            at: place,
            related: first,
            message: Bilingual(
                vi:
                    "Từ ô này có \(count) dòng trùng mã với các dòng đã đọc từ \(first.inWords.vi): "
                    + "có lẽ là biểu cũ, biểu năm trước hoặc một bản sao để lại trong tệp",
                en: "From here on \(count) rows have codes that were read before, from "
                    + "\(first.inWords.en): it may be an older form, last year's or a copy left in the file"
            ),
            hint: Bilingual(
                vi:
                    "Xóa bảng hoặc trang tính thừa; hoặc khai trang cần đọc (sheet) cho tệp ở mục reading",
                en:
                    "Remove the table or sheet that does not belong; or name the sheet to read (sheet) for "
                    + "the file under reading"
            )
        )
    }

    /// Rows of another file that come once more: a file sent twice, or again with corrections.
    static func repeatedFile(_ count: Int, of all: Int, first: Place, in file: String)
        -> Diagnostic
    {
        let other = first.file.lastPathComponent
        return Diagnostic(
            "ingest.file.repeated",
            at: Place(file: file),
            related: first,
            message: Bilingual(
                vi: "\(count) trên \(all) dòng trùng mã với các dòng của tệp “\(other)”: có lẽ "
                    + "biểu được gửi hai lần; các dòng trùng của tệp này chưa được dùng",
                en: "\(count) of \(all) rows have codes of the file “\(other)”: the form may have "
                    + "been sent twice; the repeated rows of this file are not used"
            ),
            hint: Bilingual(
                vi:
                    "Cho biết tệp nào là bản đúng và chỉ để lại tệp đó; nếu đây là tệp bổ sung thì chỉ "
                    + "gửi các dòng mới",
                en:
                    "Say which file is right and leave only that one; if this one adds rows, send only "
                    + "the new ones"
            )
        )
    }

    static func repeatedIdentifier(_ text: String, first: Place, at place: Place) -> Diagnostic {
        Diagnostic(
            repeatedCode,
            at: place,
            related: first,
            value: clipped(text),
            message: Bilingual(
                vi: "Mã “\(clipped(text))” đã có ở \(first.inWords.vi)",
                en: "The code “\(clipped(text))” is already at \(first.inWords.en)"
            ),
            hint: Bilingual(
                vi: "Xóa dòng trùng, hoặc sửa mã sai",
                en: "Remove the repeated row, or correct the wrong code"
            )
        )
    }

    static func repeatedName(_ text: String, first: Place, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.name.repeated",
            .warning,
            at: place,
            related: first,
            value: clipped(text),
            message: Bilingual(
                vi:
                    "Tên “\(clipped(text))” đã có trong cùng đơn vị, ở \(first.inWords.vi), với mã khác",
                en:
                    "The name “\(clipped(text))” is already in the same unit, at \(first.inWords.en), "
                    + "with another code"
            ),
            hint: Bilingual(
                vi: "Kiểm tra xem có phải một tổ chức được ghi hai lần",
                en: "Check whether one organisation is given twice"
            )
        )
    }

    static func unitListedMissing(_ unit: ReportingUnit, text: String, at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            "ingest.unit.listed-missing",
            at: place,
            value: clipped(text),
            message: Bilingual(
                vi: "Có số liệu của \(unit.title), nhưng đơn vị này được ghi là chưa gửi (missing)",
                en: "There are data of \(unit.title), which is listed as missing"
            ),
            hint: Bilingual(
                vi: "Bỏ đơn vị khỏi mục missing trong report.yaml, hoặc bỏ các dòng này",
                en: "Take the unit off missing in report.yaml, or remove these rows"
            )
        )
    }

    static func submissionMissing(_ unit: ReportingUnit, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.unit.not-submitted",
            at: place,
            value: unit.code,
            message: Bilingual(
                vi: "Chưa có dòng số liệu nào của \(unit.title) (mã \(unit.code))",
                en: "No row was found of \(unit.title) (code \(unit.code))"
            ),
            hint: Bilingual(
                vi: "Thêm tệp của đơn vị vào submissions, hoặc ghi đơn vị và lý do ở mục missing",
                en:
                    "Add the unit's file to submissions, or list the unit under missing with a reason"
            )
        )
    }
}
