import Glibc

/// One submission with as many rows as a benchmark wants, in the columns of the fixtures.
///
/// Written as bytes with whole-number arithmetic, so that ten million rows take seconds. One typed value in
/// a thousand is bad, in one of the ways in which offices spoil cells; one name in a hundred is quoted.
struct LargeTable {
    private var random: SplitMix64
    private var buffer: [UInt8] = []
    /// Bad values written so far.
    private(set) var badValues = 0

    private static let flushSize = 1 << 20

    private let prefix = Array("HTX-2020-".utf8)
    private let names = Names()
    private let units = District.all.map { Array($0.code.utf8) }
    private let sectors = ["NN", "QTD", "VT", "TTCN", "TMDL", "TNMT"].map { Array($0.utf8) }
    private let states = ["hoat_dong", "ngung", "cho_giai_the"].map { Array($0.utf8) }
    private let ratings = ["tot", "kha", "trung_binh", "yeu", ""].map { Array($0.utf8) }
    private let incomes = ["4", "4.5", "5", "4 - 5", "3.5 - 4", ""].map { Array($0.utf8) }
    private let badCodes = ["8930", "khac", "?", "N N"].map { Array($0.utf8) }
    private let badNumbers = ["chưa rõ", "12a", "1.2.3", "#REF!", "--"].map { Array($0.utf8) }

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        buffer.reserveCapacity(Self.flushSize + 4096)
    }

    /// Writes the heading and `rows` rows; false, with `errno` set, when that fails.
    mutating func write(rows: Int, to path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        defer { fclose(file) }
        buffer += SubmissionFile.keys.joined(separator: ",").utf8
        buffer.append(Self.lineFeed)
        for number in 1...max(1, rows) {
            appendRow(number)
            if buffer.count >= Self.flushSize, !flush(to: file) { return false }
        }
        return flush(to: file)
    }

    private mutating func flush(to file: UnsafeMutablePointer<FILE>) -> Bool {
        defer { buffer.removeAll(keepingCapacity: true) }
        return fwrite(buffer, 1, buffer.count, file) == buffer.count
    }

    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")

    private mutating func appendRow(_ number: Int) {
        // Most cooperatives are of the first sector, few of the others.
        let draw = integer(100)
        let sector = draw < 70 ? 0 : draw < 80 ? 1 : draw < 90 ? 2 : 3 + draw % 3
        buffer += prefix
        buffer += sectors[sector]
        buffer.append(UInt8(ascii: "-"))
        // One cooperative in a million is given twice.
        append(number.isMultiple(of: 1_000_000) ? number - 1 : number, digits: 8)
        appendName(number)
        append(code: units[integer(units.count)])
        append(code: sectors[sector])
        append(code: states[max(0, integer(20) - 17)])
        append(optional: 5, 1990 + integer(31))
        append(value: 7 + integer(integer(8) == 0 ? 900 : 90))
        append(optional: 4, integer(60))
        let capital = 500 + integer(60_000)
        append(tenths: capital)
        append(tenths: capital + integer(capital))
        append(tenths: integer(40_000))
        append(tenths: integer(3000) - 400)
        append(code: incomes[integer(incomes.count)])
        append(code: ratings[integer(ratings.count)])
        buffer.append(Self.lineFeed)
    }

    private mutating func appendName(_ number: Int) {
        buffer.append(Self.comma)
        let name = names.all[integer(names.all.count)]
        let isQuoted = integer(100) == 0
        if isQuoted { buffer.append(Self.quote) }
        buffer += name
        if isQuoted { buffer.append(Self.comma) }
        buffer.append(UInt8(ascii: " "))
        append(number, digits: 1)
        if isQuoted { buffer.append(Self.quote) }
    }

    private mutating func append(code: [UInt8]) {
        buffer.append(Self.comma)
        buffer += isBad() ? badCodes[integer(badCodes.count)] : code
    }

    private mutating func append(value: Int) {
        buffer.append(Self.comma)
        if isBad() {
            buffer += badNumbers[integer(badNumbers.count)]
        } else {
            append(value, digits: 1)
        }
    }

    /// Empty in so many percent of the rows.
    private mutating func append(optional percent: Int, _ value: Int) {
        if integer(100) < percent { buffer.append(Self.comma) } else { append(value: value) }
    }

    private mutating func append(tenths value: Int) {
        append(value: value / 10)
        guard value % 10 != 0, buffer.last.map({ (0x30...0x39).contains($0) }) == true else {
            return
        }
        buffer.append(UInt8(ascii: "."))
        append(abs(value % 10), digits: 1)
    }

    private mutating func append(_ value: Int, digits: Int) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        let start = buffer.count
        var rest = abs(value)
        repeat {
            buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0 || buffer.count - start < digits
        buffer[start...].reverse()
    }

    private mutating func isBad() -> Bool {
        guard integer(1000) == 0 else { return false }
        badValues += 1
        return true
    }

    /// From 0 to below `bound`, by the upper bits: cheaper than a remainder.
    private mutating func integer(_ bound: Int) -> Int {
        Int(random.next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}

/// Names of every kind with every place, made once.
private struct Names {
    var all: [[UInt8]] = []

    init() {
        for kind in [
            "HTX Nông nghiệp", "HTX Dịch vụ nông nghiệp", "HTX Sản xuất và Dịch vụ nông nghiệp",
            "HTX Vận tải thủy bộ", "HTX Thương mại và Dịch vụ", "Quỹ tín dụng nhân dân",
        ] {
            for first in NameSource.first {
                for second in NameSource.second {
                    all.append(Array("\(kind) \(first) \(second)".utf8))
                }
            }
        }
    }
}
