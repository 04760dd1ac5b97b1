/// What an old workbook says about all its sheets.
struct OldGlobals {
    /// A sheet as it is listed.
    struct Entry {
        var name: String
        /// Where its records begin.
        var offset: Int
        var visibility: Sheet.Visibility
    }

    private(set) var sheets: [Entry] = []
    private(set) var isFrom1904 = false
    /// What the format of each cell style makes of a number.
    private(set) var formats: [NumberFormat] = []
    private(set) var strings: [[UInt8]] = []
    /// Written by a library that computes no formula and says so nowhere, but for the release of Excel
    /// that it gives itself out for.
    private(set) var isUncomputed = false
    private(set) var hasMacros = false
    private(set) var hasExternalLinks = false

    init(_ stream: [UInt8]) throws(WorkbookFault) {
        var records = Records(stream)
        guard let first = try records.next(), first.kind == Records.Kind.begin,
            first.body.word(at: 0) == 0x0600
        else { throw WorkbookFault(.oldExcel) }
        isUncomputed = first.body.word(at: 4) == 0x0DBB
        var codes: [Int: NumberFormat] = [:]
        var styles: [Int] = []
        while let (kind, body) = try records.next(), kind != Records.Kind.end {
            switch kind {
            case Records.Kind.filePassword: throw WorkbookFault(.encrypted)
            case Records.Kind.dateSystem: isFrom1904 = body.word(at: 0) == 1
            case Records.Kind.format:
                var text = OldText([body.dropFirst(2)])
                guard let number = body.word(at: 0), let code = text.read() else { continue }
                codes[number] = NumberFormat(code: String(decoding: code, as: UTF8.self))
            case Records.Kind.style: styles.append(body.word(at: 2) ?? 0)
            case Records.Kind.sheet: try addSheet(body)
            case Records.Kind.strings: try readStrings(body, &records)
            case Records.Kind.macros: hasMacros = true
            // References of the workbook to itself have the mark 0x0401.
            case Records.Kind.externalBook:
                hasExternalLinks = hasExternalLinks || ![0x0401, 0x3A01].contains(body.word(at: 2))
            default: continue
            }
        }
        formats = styles.map { codes[$0] ?? NumberFormat(builtIn: $0) }
    }

    private mutating func addSheet(_ body: ArraySlice<UInt8>) throws(WorkbookFault) {
        var text = OldText([body.dropFirst(6)])
        guard let offset = body.long(at: 0), let state = body.byte(at: 4),
            let type = body.byte(at: 5), let name = text.read(lengthBytes: 1)
        else { throw WorkbookFault(.damagedArchive) }
        // Charts and modules have no cells.
        guard type == 0 else { return }
        guard sheets.count < Limits.sheets else {
            throw WorkbookFault(.tooLarge, text: String(Limits.sheets))
        }
        let visibility: Sheet.Visibility =
            switch state & 3 {
            case 1: .hidden
            case 2: .veryHidden
            default: .visible
            }
        sheets.append(
            Entry(
                name: String(decoding: name, as: UTF8.self),
                offset: offset,
                visibility: visibility
            )
        )
    }

    private mutating func readStrings(_ body: ArraySlice<UInt8>, _ records: inout Records)
        throws(WorkbookFault)
    {
        var pieces = [body.dropFirst(8)]
        while let piece = try records.nextContinuation() { pieces.append(piece) }
        // The number of texts is what the file says; each has at least three bytes.
        let count = body.long(at: 4) ?? 0
        var text = OldText(pieces)
        while strings.count < count {
            guard let string = text.read() else { throw WorkbookFault(.damagedArchive) }
            strings.append(cellText(string, hasEscapes: false))
        }
    }
}
