import CXlsxWriter
import Glibc
import Vocabulary

/// Why a workbook could not be written.
package enum SheetFailure: Error, Sendable, Equatable {
    /// libxlsxwriter is not installed.
    case noLibrary
    case noMemory
    /// The library's own words.
    case refused(String)
}

/// The workbook as the bytes of an `.xlsx` file; equal books give equal bytes.
package func write(_ book: SheetBook) throws(SheetFailure) -> [UInt8] {
    guard xlsx_is_there() else { throw .noLibrary }
    let file = xlsx_memory()
    guard file >= 0 else { throw .noMemory }
    defer { close(file) }
    var writer = try BookWriter(path: "/proc/self/fd/\(file)", book)
    try writer.writeSheets()
    try writer.finish()
    guard let bytes = contents(of: file),
        // The library writes the clock there, and knows no language.
        let made = replacingPart("docProps/core.xml", with: properties(of: book), in: bytes)
    else { throw .refused("the file cannot be read again") }
    return made
}

private func contents(of file: Int32) -> [UInt8]? {
    let size = lseek(file, 0, SEEK_END)
    guard size >= 0, lseek(file, 0, SEEK_SET) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var length = 0
    while length < bytes.count {
        let got = bytes.withUnsafeMutableBytes { buffer in
            read(file, buffer.baseAddress.map { $0 + length }, buffer.count - length)
        }
        guard got > 0 else { return nil }
        length += got
    }
    return bytes
}

/// Title, author, language and day (ECMA-376 part 2, 10; Dublin Core).
private func properties(of book: SheetBook) -> [UInt8] {
    let day = "\(book.date.iso)T00:00:00Z"
    let text = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties \
        xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
        <dc:title>\(book.title.inXML)</dc:title><dc:creator>\(book.author.inXML)</dc:creator>\
        <dc:language>\(book.language.inXML)</dc:language>\
        <dcterms:created xsi:type="dcterms:W3CDTF">\(day)</dcterms:created>\
        <dcterms:modified xsi:type="dcterms:W3CDTF">\(day)</dcterms:modified>\
        </cp:coreProperties>

        """
    return Array(text.utf8)
}

/// Owns the library's workbook until it is written.
private struct BookWriter: ~Copyable {
    private var handle: OpaquePointer?
    private let book: SheetBook
    private let names: [String]
    private var formats: [String: OpaquePointer] = [:]

    init(path: String, _ book: SheetBook) throws(SheetFailure) {
        guard let handle = xlsx_open(path) else { throw .noMemory }
        self.handle = handle
        self.book = book
        names = sheetNames(book.sheets.map(\.name))
    }

    deinit { if let handle { _ = xlsx_close(handle) } }

    mutating func finish() throws(SheetFailure) {
        guard let handle else { return }
        self.handle = nil
        if let words = xlsx_close(handle) { throw .refused(String(cString: words)) }
    }

    mutating func writeSheets() throws(SheetFailure) {
        // Links name sheets, so that all are there first.
        var sheets: [OpaquePointer] = []
        for name in names {
            guard let sheet = xlsx_sheet(handle, name) else { throw .refused(name) }
            sheets.append(sheet)
        }
        for (index, sheet) in book.sheets.enumerated() {
            try write(sheet, number: index + 1, to: sheets[index])
        }
    }

    private mutating func write(
        _ sheet: Sheet,
        number: Int,
        to handle: OpaquePointer
    ) throws(SheetFailure) {
        for (index, column) in sheet.columns.enumerated() {
            xlsx_width(handle, UInt16(index), Double(min(max(column.width, 6), 100)))
        }
        for (row, line) in sheet.lines.enumerated() {
            try write(line, at: row, 0, row == 0 ? .title : .plain, to: handle)
            if let beside = sheet.besides[row] { try write(beside, at: row, 1, .plain, to: handle) }
        }
        let head = sheet.lines.count
        guard !sheet.columns.isEmpty else { return }
        for (column, heading) in sheet.columns.enumerated() {
            try write(.text(heading.title), at: head, column, .heading, to: handle)
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let isBold =
                    sheet.totals.contains(row)
                    || column < sheet.columns.count && sheet.columns[column].isRowHeader
                let look: Look = isBold ? .bold : sheet.wraps ? .wrapped : .plain
                try write(cell, at: head + 1 + row, column, look, to: handle)
            }
        }
        let headers = sheet.columns.firstIndex { $0.isRowHeader }.map { $0 + 1 } ?? 0
        xlsx_freeze(handle, UInt32(head + 1), UInt16(sheet.columns.count > 6 ? headers : 0))
        let width = sheet.columns.reduce(0) { $0 + $1.width }
        xlsx_page(handle, width > 90, UInt32(head))
        if !sheet.rows.isEmpty { try addTable(sheet, number: number, head: head, to: handle) }
    }

    private mutating func addTable(
        _ sheet: Sheet,
        number: Int,
        head: Int,
        to handle: OpaquePointer
    ) throws(SheetFailure) {
        let titles = sheet.columns.map { strdup($0.title.inCell) }
        defer { for title in titles { free(title) } }
        let format = try format(.heading, number: nil)
        let isDone = titles.map { UnsafePointer($0) }.withUnsafeBufferPointer { titles in
            xlsx_table(
                handle,
                UInt32(head),
                UInt32(head + sheet.rows.count),
                titles.baseAddress,
                UInt16(titles.count),
                // No letters of the sheet: names of tables have rules of their own.
                "table_\(number)",
                format,
                sheet.columns.first?.isRowHeader == true
            )
        }
        if !isDone { throw .refused(sheet.name) }
    }

    private enum Look: String {
        case plain
        case wrapped
        case bold
        case title
        case heading
    }

    private mutating func write(
        _ cell: SheetCell,
        at row: Int,
        _ column: Int,
        _ look: Look,
        to sheet: OpaquePointer
    ) throws(SheetFailure) {
        let (row, column) = (UInt32(row), UInt16(column))
        let isWritten: Bool
        switch cell {
        case .blank: return
        case .text(let text):
            isWritten = xlsx_text(
                sheet,
                row,
                column,
                text.inCell,
                try format(look, number: nil)
            )
        case .number(let number, let code):
            if let double = number.inSheet {
                isWritten = xlsx_number(
                    sheet,
                    row,
                    column,
                    double,
                    try format(look, number: code)
                )
            } else {
                isWritten = xlsx_text(
                    sheet,
                    row,
                    column,
                    number.description,
                    try format(look, number: nil)
                )
            }
        case .link(let text, let target):
            let name = names[target].split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''")
            isWritten = xlsx_link(
                sheet,
                row,
                column,
                "internal:'\(name)'!A1",
                text.inCell,
                try format(look, number: nil, isLink: true)
            )
        }
        if !isWritten { throw .refused(names.joined(separator: ", ")) }
    }

    private mutating func format(
        _ look: Look,
        number: String?,
        isLink: Bool = false
    ) throws(SheetFailure) -> OpaquePointer {
        let key = "\(look.rawValue) \(isLink) \(number ?? "@")"
        if let format = formats[key] { return format }
        var made = xlsx_look()
        made.is_bold = look != .plain && look != .wrapped
        made.size = look == .title ? 14 : 0
        made.wraps = look == .heading || look == .wrapped
        made.is_link = isLink
        made.is_text = number == nil && !isLink && look != .title
        let handle = handle
        let format =
            number.map { code in
                code.withCString { pointer in
                    made.number_format = pointer
                    return xlsx_format(handle, &made)
                }
            } ?? xlsx_format(handle, &made)
        guard let format else { throw .noMemory }
        formats[key] = format
        return format
    }
}

extension ExactDecimal {
    /// The nearest number that a sheet holds; `nil` for more whole digits than the 15 that it keeps.
    fileprivate var inSheet: Double? {
        let whole = magnitude.description.utf8.prefix { $0 != UInt8(ascii: ".") }
        return whole.count <= 15 ? Double(description) : nil
    }
}
