/// What a number format makes of a number, as far as it changes what the number means.
enum NumberFormat: Sendable, Equatable {
    case number
    /// Shown a hundred times as large: `0,0%`.
    case percent
    /// Shown a thousand times as small or more: `#,##0,`.
    case scaled
    /// A day: `dd/mm/yyyy`.
    case date
    /// A day and a time.
    case dateAndTime
    /// A time of day: `hh:mm`.
    case time
    /// Hours, minutes or seconds that go on counting: `[h]:mm`.
    case elapsed

    /// A format that every spreadsheet knows by its number (ECMA-376, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self = .percent
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 22: self = .dateAndTime
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        case 46: self = .elapsed
        default: self = .number
        }
    }

    /// A format by its code: the letters of its first section decide, quoted and escaped ones left out.
    init(code: String) {
        var hasDay = false
        var hasTime = false
        var hasMonthOrMinute = false
        var isElapsed = false
        var isPercent = false
        // Commas behind the last digit divide; before it they group.
        var hasDigit = false
        var commas = 0
        var isScaled = false
        var letters = code.unicodeScalars.makeIterator()
        scan: while let letter = letters.next() {
            if commas > 0, letter != "," {
                isScaled = isScaled || !"0#?".unicodeScalars.contains(letter)
                commas = 0
            }
            switch letter {
            case ";": break scan
            case "0", "#", "?": hasDigit = true
            case ",": commas += hasDigit ? 1 : 0
            case "%": isPercent = true
            case "\"": while let quoted = letters.next(), quoted != "\"" {}
            case "\\", "_", "*": _ = letters.next()
            case "[":
                var inside = ""
                while let next = letters.next(), next != "]" { inside.unicodeScalars.append(next) }
                let counted = inside.lowercased()
                if let first = counted.first, "hms".contains(first),
                    counted.allSatisfy({ $0 == first })
                {
                    isElapsed = true
                }
            case "d", "D", "y", "Y": hasDay = true
            case "h", "H", "s", "S": hasTime = true
            case "m", "M": hasMonthOrMinute = true
            default: continue
            }
        }
        isScaled = isScaled || commas > 0
        switch (isElapsed, hasDay, hasTime) {
        case (true, _, _): self = .elapsed
        case (_, true, true): self = .dateAndTime
        case (_, true, _): self = .date
        case (_, _, true): self = .time
        default:
            self =
                hasMonthOrMinute ? .date : isPercent ? .percent : isScaled ? .scaled : .number
        }
    }

    /// What a cell of this format holds when it holds no date.
    var numberKind: CellKind {
        switch self {
        case .percent: .percent
        case .scaled: .scaledNumber
        case .number, .date, .dateAndTime, .time, .elapsed: .number
        }
    }

    var isDate: Bool {
        switch self {
        case .number, .percent, .scaled: false
        case .date, .dateAndTime, .time, .elapsed: true
        }
    }
}
