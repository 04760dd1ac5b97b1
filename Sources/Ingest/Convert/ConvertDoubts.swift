import DatasetModel
import Diagnostics

/// What `convert` doubts; the output is complete all the same.
enum ConvertDoubts {
    /// Doubts of one kind that are told one by one.
    private static let limit = 1000
    /// Lines left out that are told one by one.
    static let leftOutLimit = 100_000

    static func report(_ table: CellTable, layout: TableLayout, log: inout DiagnosticLog) {
        var doubted = -1
        var told = 0
        for fault in table.faults where fault.record != doubted {
            doubted = fault.record
            told += 1
            guard told <= limit else { continue }
            let record = table.records[fault.record]
            let place = table.place(ofByte: fault.offset, column: fault.column, of: record)
            log.append(quote(fault.kind, at: place))
        }
        var lengths = 0
        for row in layout.kinds.indices where layout.kinds[row].isKept {
            let record = table.records[row]
            let count = record.fields.count
            guard count != layout.width else { continue }
            lengths += 1
            guard lengths <= limit else { continue }
            let place = table.place(column: min(count, layout.width), of: record)
            log.append(length(count, expected: layout.width, at: place))
        }
        let more = max(0, told - limit) + max(0, lengths - limit)
        if more > 0 { log.append(others(more, path: table.path)) }
        let leftOut = layout.kinds.count { !$0.isKept && $0 != .heading }
        if leftOut > leftOutLimit {
            log.append(othersLeftOut(leftOut - leftOutLimit, path: table.path))
        }
        reportMerges(table, layout: layout, log: &log)
    }

    /// A zero byte in a text is no letter: it is given out as it stands, and what reads the table next may
    /// end there.
    static func reportZeroBytes(_ text: ReceivedText, log: inout DiagnosticLog) {
        guard let first = text.bytes.firstIndex(of: 0) else { return }
        let count = text.bytes.count { $0 == 0 }
        log.append(
            Diagnostic(
                "ingest.text.zero-byte",
                .warning,
                at: textPlace(
                    ofByte: first,
                    in: text.bytes,
                    path: text.path,
                    from: 0,
                    line: 1,
                    cell: nil
                ),
                message: Bilingual(
                    vi: "Tệp có \(count) byte 0, không phải chữ; chúng được giữ nguyên trong ô",
                    en: "The file has \(count) zero bytes, which are no letters; cells keep them"
                ),
                hint: Bilingual(
                    vi: "Xem lại chỗ này trong tệp gốc; tệp có thể đã hỏng",
                    en: "Look at this place in the original file; it may be damaged"
                )
            )
        )
    }

    private static func othersLeftOut(_ count: Int, path: String) -> Diagnostic {
        Diagnostic(
            "ingest.row.more-left-out",
            .warning,
            at: Place(file: path),
            value: String(count),
            message: Bilingual(
                vi: "Còn \(count) dòng nữa để ngoài bảng, chỉ đếm, không liệt kê từng dòng",
                en: "\(count) more lines are left out of the table; they are counted and not listed"
            ),
            hint: Bilingual(
                vi: "Xem lại tệp gốc: có thể cả tệp lặp lại một dòng hoặc không phải bảng",
                en: "Look at the original file: it may repeat one line, or be no table"
            )
        )
    }

    /// Cells of data that belong to a merged one: they are given out as stored, mostly empty.
    private static func reportMerges(
        _ table: CellTable,
        layout: TableLayout,
        log: inout DiagnosticLog
    ) {
        guard !table.merges.isEmpty else { return }
        var cells: [String] = []
        var count = 0
        var place: Place?
        for (record, kind) in zip(table.records, layout.kinds) where kind == .data {
            for column in 0..<record.fields.count where table.field(column, of: record).isCovered {
                count += 1
                place = place ?? table.place(column: column, of: record)
                if cells.count < 8 { cells.append(cellAddress(column: column, row: record.number)) }
            }
        }
        if let place { log.append(SheetDoubt.merged(cells, count: count, at: place)) }
    }

    static func noTable(path: String?, sheet: String?) -> Diagnostic {
        Diagnostic(
            sheet == nil ? "ingest.file.no-table" : "ingest.file.no-sheet",
            at: path.map { Place(file: $0) },
            value: sheet,
            message: sheet.map {
                Bilingual(
                    vi: "Tệp không có trang tính “\($0)” hoặc trang ấy không có bảng",
                    en: "The file has no sheet “\($0)”, or the sheet has no table"
                )
            } ?? Bilingual(vi: "Tệp không có bảng nào", en: "The file has no table"),
            hint: Bilingual(
                vi: "Chọn tệp hoặc trang tính có bảng số liệu",
                en: "Choose a file or a sheet with a table"
            )
        )
    }

    private static func quote(_ kind: QuoteFault.Kind, at place: Place) -> Diagnostic {
        let (slug, message): (String, Bilingual) =
            switch kind {
            case .unterminated:
                (
                    "unterminated",
                    Bilingual(
                        vi: "Dấu nháy mở ở đây không được đóng; nó được giữ như một chữ của ô",
                        en: "The quote opened here is not closed; it is kept as text of the cell"
                    )
                )
            case .insideUnquoted:
                (
                    "inside",
                    Bilingual(
                        vi: "Dấu nháy không bao trọn ô nào; nó được giữ như một chữ của ô",
                        en: "The quote encloses no cell; it is kept as text of the cell"
                    )
                )
            case .otherDelimiter:
                (
                    "other-delimiter",
                    Bilingual(
                        vi: "Dòng này dùng dấu phân cách ô khác với cả bảng",
                        en: "This row separates its cells by another delimiter than the table"
                    )
                )
            case .textAfterQuote:
                (
                    "after",
                    Bilingual(
                        vi:
                            "Dấu nháy bên trong ô không được viết đôi; nó được giữ như một chữ của ô",
                        en: "A quote inside the cell is not doubled; it is kept as text of the cell"
                    )
                )
            }
        return Diagnostic(
            "ingest.quote.\(slug)",
            .warning,
            at: place,
            message: message,
            hint: Bilingual(
                vi: "Xem lại dòng này trong tệp gốc",
                en: "Look at this row in the original file"
            )
        )
    }

    private static func length(_ count: Int, expected: Int, at place: Place) -> Diagnostic {
        let isShort = count < expected
        return Diagnostic(
            isShort ? "ingest.row.short" : "ingest.row.long",
            .warning,
            at: place,
            message: Bilingual(
                vi: "Dòng có \(count) ô, các dòng khác có \(expected) ô",
                en: "The row has \(count) cells, the others have \(expected)"
            ),
            hint: isShort
                ? Bilingual(
                    vi: "Các ô thiếu ở cuối dòng được để trống",
                    en: "The cells missing at its end are left empty"
                )
                : Bilingual(
                    vi: "Các ô thừa được giữ nguyên ở cuối dòng",
                    en: "The cells too many are kept at its end"
                )
        )
    }

    private static func others(_ count: Int, path: String) -> Diagnostic {
        Diagnostic(
            "ingest.row.more-doubts",
            .warning,
            at: Place(file: path),
            message: Bilingual(
                vi: "Còn \(count) dòng nữa có dấu nháy hoặc số ô bất thường",
                en: "\(count) more rows have stray quotes or an unusual number of cells"
            ),
            hint: Bilingual(
                vi: "Xem lại các dòng ấy trong tệp gốc",
                en: "Look at these rows in the original file"
            )
        )
    }
}
