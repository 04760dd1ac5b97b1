/// A cell as its elements give it.
struct RawCell {
    /// The attribute `t` (ECMA-376, 18.18.11).
    enum ValueType {
        case number
        case shared
        case inline
        case formulaText
        case boolean
        case error
        case date
        case unknown

        init(_ bytes: UnsafeRawBufferPointer) {
            switch String(decoding: bytes, as: UTF8.self) {
            case "n": self = .number
            case "s": self = .shared
            case "inlineStr": self = .inline
            case "str": self = .formulaText
            case "b": self = .boolean
            case "e": self = .error
            case "d": self = .date
            default: self = .unknown
            }
        }
    }

    var type = ValueType.number
    var style = 0
    var value: [UInt8] = []
    var hasValue = false
    var hasFormula = false

    mutating func begin() {
        type = .number
        style = 0
        value.removeAll(keepingCapacity: true)
        hasValue = false
        hasFormula = false
    }
}

/// Makes texts of the values that cells store.
struct ValueReader {
    let formats: [NumberFormat]
    let isFrom1904: Bool
    /// The writer asks for every formula to be computed when the file is opened: it computed none itself,
    /// and its zeros stand for results that are not there.
    var isUncomputed = false

    func add(
        _ cell: RawCell,
        column: Int,
        strings: SharedStrings,
        to builder: inout SheetBuilder
    ) throws(WorkbookFault) {
        guard cell.hasValue, !cell.value.isEmpty || cell.type == .formulaText else {
            if cell.hasFormula, cell.type != .formulaText {
                try builder.add([], .formulaWithoutValue, column: column)
            }
            return
        }
        switch cell.type {
        case .number: try addNumber(cell, column: column, to: &builder)
        case .shared:
            guard let text = index(cell.value).flatMap({ strings[$0] }) else {
                return doubt(cell, column: column, in: &builder)
            }
            try builder.add(text, .text, column: column)
        case .inline, .formulaText:
            try builder.add(cellText(cell.value), .text, column: column)
        case .boolean:
            switch cell.value {
            case [UInt8(ascii: "1")], Array("true".utf8):
                try builder.add("TRUE".utf8, .boolean, column: column)
            case [UInt8(ascii: "0")], Array("false".utf8):
                try builder.add("FALSE".utf8, .boolean, column: column)
            default: doubt(cell, column: column, in: &builder)
            }
        case .error: try builder.add(cell.value, .error, column: column)
        case .date: try builder.add(cell.value, .date, column: column)
        case .unknown: doubt(cell, column: column, in: &builder)
        }
    }

    private func addNumber(
        _ cell: RawCell,
        column: Int,
        to builder: inout SheetBuilder
    ) throws(WorkbookFault) {
        guard let text = StoredNumber.text(cell.value) else {
            return doubt(cell, column: column, in: &builder)
        }
        if isUncomputed, cell.hasFormula, text == "0" {
            return try builder.add(text.utf8, .formulaWithoutValue, column: column)
        }
        let format = formats.indices.contains(cell.style) ? formats[cell.style] : .number
        guard format.isDate, let number = StoredNumber.parsed(cell.value)?.value else {
            return try builder.add(text.utf8, format.numberKind, column: column)
        }
        try addDate(number, as: format, text: text, column: column, to: &builder)
    }

    /// A number that is shown as a date; one that is none stays a number and is doubted.
    func addDate(
        _ number: Double,
        as format: NumberFormat,
        text: String,
        column: Int,
        to builder: inout SheetBuilder
    ) throws(WorkbookFault) {
        if let date = SerialDate.text(number, as: format, from1904: isFrom1904) {
            return try builder.add(date.utf8, .date, column: column)
        }
        builder.note(.noSuchDate, column: column, text: text)
        try builder.add(text.utf8, .number, column: column)
    }

    private func doubt(_ cell: RawCell, column: Int, in builder: inout SheetBuilder) {
        builder.note(
            .badCell,
            column: column,
            text: String(decoding: cell.value.prefix(100), as: UTF8.self)
        )
    }

    private func index(_ bytes: [UInt8]) -> Int? {
        StoredNumber.text(bytes).flatMap { Int($0) }
    }
}
