import DatasetModel
import Testing

@testable import Ingest

private struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// `line number [cell|cell]` for each record, `*` for a broken one.
    let records: [String]
    var testDescription: String { text.debugDescription }
}

private func outline(_ text: String, delimiter: Character = ",") -> [String] {
    let bytes = Array(text.utf8)
    let scanned = RecordScanner.scan(bytes, dialect: .standard(delimiter.asciiValue ?? 0))
    return scanned.records.map { record in
        let cells = record.fields.map {
            let field = scanned.fields[$0]
            return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
        }
        let mark = record.isBroken ? "*" : ""
        return "\(record.line) \(record.number)\(mark) [\(cells.joined(separator: "|"))]"
    }
}

struct Scanner {
    @Test(arguments: [
        Case(text: "", records: []),
        Case(text: "a", records: ["1 1 [a]"]),
        Case(text: "a,b\n", records: ["1 1 [a|b]"]),
        Case(text: "a,\n,b", records: ["1 1 [a|]", "2 2 [|b]"]),
        Case(text: "a,", records: ["1 1 [a|]"]),
        Case(text: "a\r\nb\rc\nd", records: ["1 1 [a]", "2 2 [b]", "3 3 [c]", "4 4 [d]"]),
        Case(text: "a\n\n\nb", records: ["1 1 [a]", "2 2 []", "3 3 []", "4 4 [b]"]),
        Case(text: "\"a,b\",c", records: ["1 1 [a,b|c]"]),
        Case(text: "\"a\nb\",c\nd", records: ["1 1 [a\nb|c]", "3 2 [d]"]),
        Case(text: "\"a\r\nb\"\r\nd", records: ["1 1 [a\r\nb]", "3 2 [d]"]),
        Case(text: "\"a\"\"b\"\n", records: ["1 1 [a\"\"b]"]),
        Case(text: "\"\",\"\"", records: ["1 1 [|]"]),
        Case(text: "\"a", records: ["1 1* [\"a]"]),
        Case(text: "\"", records: ["1 1* [\"]"]),
        Case(text: "a\"b,c\nd", records: ["1 1* [a\"b|c]", "2 2 [d]"]),
        Case(text: "\"a\"b,c\nd", records: ["1 1* [\"a\"b|c]", "2 2 [d]"]),
    ])
    fileprivate func `splits records and cells as RFC 4180 says`(example: Case) {
        #expect(outline(example.text) == example.records)
    }

    @Test func `takes any delimiter`() {
        #expect(outline("a;b,c", delimiter: ";") == ["1 1 [a|b,c]"])
        #expect(outline("a\tb", delimiter: "\t") == ["1 1 [a|b]"])
    }

    @Test(arguments: [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")])
    func `addresses cells as spreadsheets do`(column: Int, address: String) {
        #expect(cellAddress(column: column, row: 1) == address)
    }

    @Test func `gives back what quoting wrote, whatever the cells hold`() {
        var generator = Seeded(state: 7)
        let pieces = ["a", "ệ", "\"", ",", "\n", "\r\n", " ", ";", ""]
        for _ in 0..<500 {
            let rows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                (0..<3).map { _ in
                    (0..<4).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
                }
            }
            let text = rows.map { row in
                row.map {
                    "\""
                        + $0.split(separator: "\"", omittingEmptySubsequences: false)
                        .joined(separator: "\"\"") + "\""
                }.joined(separator: ",")
            }.joined(separator: "\n")
            let bytes = Array(text.utf8)
            let scanned = RecordScanner.scan(bytes, dialect: .standard(UInt8(ascii: ",")))
            let read = scanned.records.map { record in
                record.fields.map { index in
                    let field = scanned.fields[index]
                    return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
                        .split(separator: "\"\"", omittingEmptySubsequences: false)
                        .joined(separator: "\"")
                }
            }
            #expect(read == rows)
            #expect(scanned.faults.isEmpty)
        }
    }
}

/// A small generator with a seed, so that a failing run can be run again.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
