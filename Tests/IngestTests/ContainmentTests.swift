import Testing

@testable import Ingest

private struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// Cells of each row, `*` before a doubted one.
    let rows: [String]
    var width = 3
    var testDescription: String { text.debugDescription }
}

/// A quote out of order stays in its row.
struct Containment {
    private func outline(_ text: String, width: Int?, escape: UInt8 = Byte.quote) -> [String] {
        var dialect = Dialect.standard(UInt8(ascii: ","))
        dialect.width = width
        dialect.escape = escape
        let bytes = Array(text.utf8)
        let scanned = RecordScanner.scan(bytes, dialect: dialect)
        return scanned.records.map { record in
            let cells = record.fields.map { index in
                let field = scanned.fields[index]
                return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
            }
            return (record.isBroken ? "*" : "") + cells.joined(separator: "|")
        }
    }

    @Test(arguments: [
        Case(text: "1,\"a,2\n3,b,4\n", rows: ["*1|\"a|2", "3|b|4"]),
        Case(text: "1,\"a,2\n3,\"b\",4\n", rows: ["*1|\"a|2", "3|b|4"]),
        Case(text: "1,\"a,\"b, c\"\n3,b,4\n", rows: ["*1|\"a|b, c", "3|b|4"]),
        Case(text: "1,\"\"a, b\",2\n3,b,4\n", rows: ["*1|\"a, b|2", "3|b|4"]),
        Case(text: "1,\"a 5\"\",2\n3,b,4\n", rows: ["*1|a 5\"|2", "3|b|4"]),
        Case(text: "1,\"a, 5\"\",2\n3,b,4\n", rows: ["*1|a, 5\"|2", "3|b|4"]),
        Case(text: "1,\"a \"b\", c\",2\n3,b,4\n", rows: ["*1|a \"b\", c|2", "3|b|4"]),
        Case(text: "1,a \"b\" c,2\n3,b,4\n", rows: ["*1|a \"b\" c|2", "3|b|4"]),
        Case(text: "1,2,\"\n3,b,4\n", rows: ["*1|2|\"", "3|b|4"]),
        Case(text: "1,\"a\nb\",2\n3,b,4\n", rows: ["1|a\nb|2", "3|b|4"]),
        Case(text: "1,\"a\n3,b,4\n5,c\",6\n", rows: ["1|a\n3,b,4\n5,c|6"]),
        Case(text: "1,\"a,2\n3,b,4\n5,c\",6\n", rows: ["*1|\"a|2", "3|b|4", "*5|c\"|6"], width: 3),
        Case(text: "1, \"a, b\" ,2\n3,b,4\n", rows: ["1|a, b|2", "3|b|4"]),
        Case(text: "1,\"a\",2,\n3,b,4\n", rows: ["1|a|2|", "3|b|4"]),
        Case(text: "1;\"a\";2\n3,b,4\n", rows: ["*1|a|2", "3|b|4"]),
        Case(text: "Tháng 12, năm\n3,b,4\n", rows: ["Tháng 12| năm", "3|b|4"]),
    ])
    fileprivate func `reads a row whose quotes are out of order by the table's width`(
        example: Case
    ) {
        #expect(outline(example.text, width: example.width) == example.rows)
    }

    @Test func `takes a backslash for an escape where the dialect says so`() {
        let backslash = UInt8(ascii: "\\")
        #expect(
            outline("1,\"a \\\"b\\\", c\",2\n", width: nil, escape: backslash)
                == ["1|a \\\"b\\\", c|2"]
        )
    }

    @Test(arguments: [
        "\"", ",\"", "\"\"x,", ",\"\"x", "\"a\"\"b,", "\"a\n", "x,\"a\"\"\n", "\"\"\"a,", ",\"a",
        "\"\"x\n",
        "\"a \"b\n", ",\"a\"\"\",\"b", "\\\"", ",\"\\", "\r\"", ";\"a\";b\n",
    ])
    func `takes time in proportion to the bytes, whatever they are`(piece: String) {
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            let text = Array(String(repeating: piece, count: count).utf8)
            var dialect = Dialect.standard(UInt8(ascii: ","))
            dialect.width = 7
            return clock.measure { _ = RecordScanner.scan(text, dialect: dialect) }
        }
        _ = time(1000)
        // Eight times the bytes: far below the 64 times of a quadratic scan.
        let (small, large) = (time(20_000), time(160_000))
        #expect(large < max(small, .milliseconds(5)) * 32, "\(small) then \(large)")
    }
}
