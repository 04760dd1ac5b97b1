/// Reads the cells of one sheet of an old workbook.
struct OldSheet {
    private let globals: OldGlobals
    private let values: ValueReader
    private(set) var builder: SheetBuilder
    private var hiddenRows: Set<Int> = []
    /// A formula whose text comes in the next record.
    private var awaited: (row: Int, column: Int)?

    init(_ builder: SheetBuilder, globals: OldGlobals) {
        self.builder = builder
        self.globals = globals
        values = ValueReader(formats: globals.formats, isFrom1904: globals.isFrom1904)
    }

    /// Reads the records from `offset` to the sheet's end; how many bytes that are.
    mutating func read(_ stream: [UInt8], at offset: Int) throws(WorkbookFault) -> Int {
        var records = Records(stream, at: offset)
        guard let first = try records.next(), first.kind == Records.Kind.begin else {
            throw WorkbookFault(.damagedArchive)
        }
        // Charts on the sheet are streams of their own within it.
        var depth = 1
        while let (kind, body) = try records.next() {
            if kind == Records.Kind.begin { depth += 1 }
            if kind == Records.Kind.end { depth -= 1 }
            if depth == 0 {
                builder.finish(hiddenRows: hiddenRows)
                return records.offset - offset
            }
            if depth == 1 { try read(kind, body, &records) }
        }
        throw WorkbookFault(.damagedArchive)
    }

    private mutating func read(_ kind: Int, _ body: ArraySlice<UInt8>, _ records: inout Records)
        throws(WorkbookFault)
    {
        switch kind {
        case Records.Kind.row:
            if let row = body.word(at: 0), let flags = body.word(at: 12), flags & 0x20 != 0 {
                hiddenRows.insert(row + 1)
            }
        case Records.Kind.columns:
            if let first = body.word(at: 0), let last = body.word(at: 2), first <= last,
                let flags = body.word(at: 8), flags & 1 != 0
            {
                builder.hideColumns(first...last)
            }
        case Records.Kind.mergedCells: readMerges(body)
        case Records.Kind.number:
            guard let value = body.double(at: 6) else { return try damaged() }
            try number(value, style: body.word(at: 4), at: try cell(body))
        case Records.Kind.smallNumber:
            guard let value = body.long(at: 6) else { return try damaged() }
            try number(Self.number(value), style: body.word(at: 4), at: try cell(body))
        case Records.Kind.numbers: try readNumbers(body)
        case Records.Kind.sharedString:
            let place = try cell(body)
            guard let index = body.long(at: 6), globals.strings.indices.contains(index) else {
                return try damaged()
            }
            begin(place.row)
            try builder.add(globals.strings[index], .text, column: place.column)
        case Records.Kind.label:
            let place = try cell(body)
            var text = OldText([body.dropFirst(6)])
            guard let bytes = text.read() else { return try damaged() }
            begin(place.row)
            try builder.add(
                cellText(bytes, hasEscapes: false),
                .text,
                column: place.column
            )
        case Records.Kind.booleanOrError:
            guard let value = body.byte(at: 6), let isError = body.byte(at: 7) else {
                return try damaged()
            }
            try logical(value, isError: isError != 0, at: try cell(body))
        case Records.Kind.formula: try readFormula(body)
        case Records.Kind.formulaText:
            guard let place = awaited else { return }
            awaited = nil
            var pieces = [body]
            while let piece = try records.nextContinuation() { pieces.append(piece) }
            var text = OldText(pieces)
            guard let bytes = text.read() else { return try damaged() }
            begin(place.row)
            try builder.add(
                cellText(bytes, hasEscapes: false),
                .text,
                column: place.column
            )
        default: return
        }
    }

    private func damaged() throws(WorkbookFault) {
        throw WorkbookFault(.damagedArchive)
    }

    private func cell(_ body: ArraySlice<UInt8>) throws(WorkbookFault) -> (row: Int, column: Int) {
        guard let row = body.word(at: 0), let column = body.word(at: 2), column < 256 else {
            throw WorkbookFault(.damagedArchive)
        }
        return (row + 1, column)
    }

    private mutating func begin(_ row: Int) {
        if builder.rowNumber != row { builder.beginRow(row) }
    }

    private mutating func number(
        _ value: Double,
        style: Int?,
        at place: (row: Int, column: Int)
    ) throws(WorkbookFault) {
        begin(place.row)
        guard let text = StoredNumber.text(value) else { return try damaged() }
        let format = style.flatMap {
            globals.formats.indices.contains($0) ? globals.formats[$0] : nil
        }
        guard let format, format.isDate else {
            let kind = format?.numberKind ?? .number
            return try builder.add(text.utf8, kind, column: place.column)
        }
        try values.addDate(value, as: format, text: text, column: place.column, to: &builder)
    }

    /// Thirty bits of a whole number or of a double, perhaps a hundredth of it ([MS-XLS], 2.5.217).
    private static func number(_ bits: Int) -> Double {
        let value =
            bits & 2 != 0
            ? Double(Int32(truncatingIfNeeded: bits) >> 2)
            : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
        return bits & 1 != 0 ? value / 100 : value
    }

    private mutating func readNumbers(_ body: ArraySlice<UInt8>) throws(WorkbookFault) {
        let (row, first) = try cell(body)
        for (index, offset) in stride(from: 4, to: body.count - 7, by: 6).enumerated() {
            guard let bits = body.long(at: offset + 2), first + index < 256 else {
                return try damaged()
            }
            try number(
                Self.number(bits),
                style: body.word(at: offset),
                at: (row, first + index)
            )
        }
    }

    /// The stored result of a formula ([MS-XLS], 2.5.133).
    private mutating func readFormula(_ body: ArraySlice<UInt8>) throws(WorkbookFault) {
        let place = try cell(body)
        guard let value = body.double(at: 6), let kind = body.byte(at: 6),
            let detail = body.byte(at: 8)
        else { return try damaged() }
        // The writer left the computing to whoever opens the file.
        let isUncomputed = globals.isUncomputed || (body.word(at: 14) ?? 0) & 2 != 0
        guard body.word(at: 12) == 0xFFFF else {
            guard isUncomputed, value == 0 else {
                return try number(value, style: body.word(at: 4), at: place)
            }
            begin(place.row)
            return try builder.add("0".utf8, .formulaWithoutValue, column: place.column)
        }
        switch kind {
        case 0: awaited = place
        case 1: try logical(detail, isError: false, at: place)
        case 2: try logical(detail, isError: true, at: place)
        default:
            // An empty text, or what stands in for a result.
            guard isUncomputed else { return }
            begin(place.row)
            try builder.add([], .formulaWithoutValue, column: place.column)
        }
    }

    private mutating func logical(
        _ value: UInt8,
        isError: Bool,
        at place: (row: Int, column: Int)
    ) throws(WorkbookFault) {
        begin(place.row)
        guard isError else {
            let text = value != 0 ? "TRUE" : "FALSE"
            return try builder.add(text.utf8, .boolean, column: place.column)
        }
        let names: [UInt8: String] = [
            0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
            0x24: "#NUM!", 0x2A: "#N/A",
        ]
        try builder.add((names[value] ?? "#ERROR!").utf8, .error, column: place.column)
    }

    private mutating func readMerges(_ body: ArraySlice<UInt8>) {
        for offset in stride(from: 2, to: body.count - 7, by: 8) {
            guard let top = body.word(at: offset), let bottom = body.word(at: offset + 2),
                let left = body.word(at: offset + 4), let right = body.word(at: offset + 6),
                top <= bottom, left <= right
            else { continue }
            builder.merge(CellRange(rows: top + 1...bottom + 1, columns: left...right))
        }
    }
}
