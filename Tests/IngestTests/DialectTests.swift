import DatasetModel
import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

private struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// `delimiter quote escape width`, `-` for none.
    let dialect: String
    var testDescription: String { text.debugDescription }
}

struct Dialects {
    private func sniffed(
        _ text: String,
        pins: ReadingPins = ReadingPins()
    ) throws -> (dialect: Dialect, settings: [String: String?]) {
        var log = DiagnosticLog()
        let source = SourceText(path: "a.csv", bytes: Array(text.utf8))
        let received = try #require(ReceivedText(source, log: &log))
        let (dialect, settings) = sniffDialect(received, pins: pins)
        for setting in settings {
            #expect(!setting.evidence.vi.isEmpty && !setting.evidence.en.isEmpty)
        }
        return (dialect, Dictionary(settings.map { ($0.name, $0.value) }) { $1 })
    }

    private func outline(_ text: String, pins: ReadingPins = ReadingPins()) throws -> String {
        let (dialect, settings) = try sniffed(text, pins: pins)
        let words = ["delimiter", "quote", "escape"].map { name in
            (settings[name] ?? nil).map { $0.debugDescription.dropFirst().dropLast() } ?? "-"
        }
        return words.joined(separator: " ") + " \(dialect.width ?? 0)"
    }

    @Test(arguments: [
        Case(text: "a,b\n1,2\n", dialect: ", - - 2"),
        Case(text: "1,5;2,5\n3,5;4,5\n", dialect: "; - - 2"),
        Case(text: "1.5;2,5\n2.5;3,5\n", dialect: "; - - 2"),
        Case(text: "tên\tvốn\nHTX Một\t1,5\nHTX Hai\t2,5\n", dialect: "\\t - - 2"),
        Case(text: "a|b|c\n1|2|3\n", dialect: "| - - 3"),
        Case(text: "a||b||c\n1||2||3\n4||||6\n", dialect: "|| - - 3"),
        Case(text: "a, b, c\n1, 2, 3\n", dialect: ",  - - 3"),
        Case(text: "a:b:c\n1:2:3\n4:5:6\n", dialect: ": - - 3"),
        Case(text: "a b c\n1 2 3\n4 5 6\n", dialect: "  - - 3"),
        Case(text: "a^b\n1^2\n3^4\n", dialect: "^ - - 2"),
        Case(text: "khóa: một\nkhác: hai ba\nnữa: bốn năm sáu\n", dialect: ":  - - 2"),
        Case(text: "Lúa:5\nCá tra:6\nRau màu:7\n", dialect: ": - - 2"),
        Case(text: "Tên Vốn\nMơ 5\nMận 6\nĐào 7\n", dialect: "  - - 2"),
    ])
    fileprivate func `finds the delimiter by rows of one length`(example: Case) throws {
        #expect(try outline(example.text) == example.dialect)
    }

    @Test(arguments: [
        // Both signs cut all lines, or nearly: the heading, or where the other stands, decides.
        Case(text: "ma;so\n1;3,4,5\n2;6,7,8\n3;9,10,11\n4;1,2,3\n", dialect: "; - - 2"),
        Case(text: "so,ten\n1;2;3,4;5;6\na;b;c,d;e;f\n", dialect: ", - - 2"),
        Case(text: "4,263,750;Mơ\n12,345,678;Mận\n1,234,567;Đào\n", dialect: "; - - 2"),
        Case(text: "HH:mm:ss,HH:mm\n15:02:37,15:02\n", dialect: ", - - 2"),
        Case(text: "ma,\"ten;x;y;z\"\n", dialect: ", \\\" - 2"),
        Case(text: "1,mơ,a|b|c d|e|f,5.1|5.2|5.3|5.4|6\n", dialect: ", - - 4"),
        // One at the end of each line separates nothing.
        Case(text: "1, I;\n2, L;\n3, V;\n4, E;\n", dialect: ",  - - 2"),
        // `, ` where the blank is always there, `,` where it is not.
        Case(text: "a,b\n1/2/2001, x\n2/2/2001, y\n3/2/2001, z\n4/2/2001, t\n", dialect: ", - - 2"),
        // No row as long as another, but values wherever it cuts.
        Case(text: "10,100,1000\n10,100,1000,10000\n10\n10,100\n", dialect: ", - - 4"),
        Case(
            text: "1 # 'đường Một' # 'xã An'\n2 # 'đường Hai' # 'xã Bình'\n",
            dialect: "#  \\' - 3"
        ),
    ])
    fileprivate func `finds the sign that cuts where others stand in cells`(example: Case) throws {
        #expect(try outline(example.text) == example.dialect)
    }

    @Test func `cuts columns that blanks align, a name of two words too`() throws {
        let one = "stt    ten    von\n  1     mo    5.5\n 20    man  16.5\n300 mit-to   7.5\n"
        #expect(try sniffed(one).dialect.takesBlanks)
        let text = "Tên          Vốn   Nợ\nHTX Một        5    1\nHTX Hai ba    16   22\nMơ  7  8\n"
        let (dialect, _) = try sniffed(text)
        #expect(dialect.takesBlanks)
        let table = CellTable(path: "a.txt", bytes: Array(text.utf8), dialect: dialect)
        #expect(table.records.map { table.text(of: $0) }.last == "Mơ | 7 | 8")
        #expect(table.text(of: table.records[2]) == "HTX Hai ba | 16 | 22")
    }

    @Test(arguments: [
        Case(text: "http://a.vn/c?d=1,2\nhttp://b.vn/d\nhttps://c.vn/e\n", dialect: "; - - 1"),
        Case(text: "10:00\n11:00\n12:30\n", dialect: ", - - 1"),
        Case(text: "giờ HH:mm:ss\n10:00:05\n11:00:06\n", dialect: ", - - 1"),
        Case(text: "12:0\n", dialect: ", - - 1"),
        Case(text: "\"1,234\"\n\"2,345\"\n", dialect: ", \\\" - 1"),
        Case(text: "Phòng ban\nPhòng 1\nPhòng 2\nPhòng 3\n", dialect: ", - - 1"),
        Case(text: "2020-01-01 10:00:00\n2020-01-02 11:00:00\n", dialect: ", - - 1"),
        Case(text: "Một câu, hai vế\nMột câu\nBa, bốn, năm\n", dialect: "; - - 1"),
    ])
    fileprivate func `leaves a table of one column whole`(example: Case) throws {
        #expect(try outline(example.text) == example.dialect)
    }

    @Test(arguments: [
        Case(text: "2020-01-01 10:00:00,5\n2020-01-02 11:00:00,6\n", dialect: ", - - 2"),
        Case(text: "31/12/2020 10:00;a;1,5\n30/12/2020 11:00;b;2,5\n", dialect: "; - - 3"),
        Case(text: "O'Brien,5\nD'Angelo,6\nMc'X,7\n", dialect: ", - - 2"),
        Case(text: "cỡ,tên\n5\" dài,a\n6\",b\n7\" ngắn,c\n", dialect: ", - - 2"),
        Case(text: "tên;vai\nAn;giám đốc, kế toán\nHòa;tổ trưởng, thủ quỹ\n", dialect: "; - - 2"),
    ])
    fileprivate func `takes no sign of a value for a delimiter or a quote`(example: Case) throws {
        #expect(try outline(example.text) == example.dialect)
    }

    @Test(arguments: [
        Case(text: "\"a\";\"b\"\n\"1,2\";\"c\"\n\"3,4\";\"d\"\n", dialect: "; \\\" - 2"),
        Case(text: "a,b\n\"x \"\"y\"\"\",1\n\"z, t\",2\n", dialect: ", \\\" \\\" 2"),
        Case(text: "a,b\n\"x \\\"y\\\", z\",1\n\"z, t\",2\n", dialect: ", \\\" \\\\ 2"),
        Case(text: "'a, b';'c'\n'd, e';'f'\n'g, h';'i'\n", dialect: "; \\' - 2"),
        Case(text: "\"a\", \"b\"\n\"1, 2\", \"3\"\n", dialect: ",  \\\" - 2"),
    ])
    fileprivate func `finds quotes and what escapes them`(example: Case) throws {
        #expect(try outline(example.text) == example.dialect)
    }

    @Test func `finds quotes that stand only far down`() throws {
        let rows = (0..<9000).map { "\($0),HTX số \($0)\n" }.joined()
        #expect(try outline("ma,ten\n" + rows) == ", - - 2")
        let (dialect, _) = try sniffed("ma,ten\n" + rows + "9999,\"HTX Một, Hai\"\n")
        #expect(dialect.quote == UInt8(ascii: "\""))
    }

    @Test func `keeps remarks above a table apart, but not a heading that begins like one`() throws
    {
        #expect(
            try sniffed("# lời dặn\n# nữa, thêm\na,b\n1,2\n").dialect.comment == Array("#".utf8)
        )
        #expect(try sniffed("#ma,ten\n1,x\n2,y\n").dialect.comment == nil)
        #expect(try sniffed("# lời dặn\n#ma,ten\n1,x\n2,y\n").dialect.comment == nil)
        // Between the rows too, as long as no row of data begins so.
        let between = try sniffed("# lời dặn\n# nữa\na;b\n# còn\n1;2\n3;4\n")
        #expect(between.dialect.comment == Array("#".utf8))
        #expect(try sniffed("# lời dặn\na;b\n#1;2\n3;4\n#5;6\n").dialect.comment == nil)
        let rows = (0..<9000).map { "\($0),HTX số \($0)\n" }.joined()
        #expect(try sniffed("# lời dặn\nma,ten\n" + rows + "#9,x\n").dialect.comment == nil)
        #expect(try sniffed("a;b\n# còn\n1;2\n3;4\n").dialect.comment == Array("#".utf8))
        #expect(try sniffed("a;b\n#1;x\n#2;y\n3;z\n").dialect.comment == nil)
        #expect(try sniffed("mau\n#fff\nđỏ\n#000\n").dialect.comment == nil)
        // However many there are, they hide no delimiter.
        let many = String(repeating: "# một lời dặn, hai, ba\n", count: 20)
        #expect(try sniffed(many + "# ma, ten\n1,x\n2,y\n3,z\n").dialect.delimiter == [0x2C])
    }

    @Test func `takes what is pinned, whatever the text says`() throws {
        var pins = ReadingPins()
        pins.delimiter = ";"
        pins.quote = ReadingPins.Pin.none
        #expect(try outline("a,b\n\"1\",2\n", pins: pins) == "; - - 1")
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "lf"), ("a,b\r\n1,2\r\n", "crlf"), ("a,b\r1,2\r", "cr"),
        ("a,b\r\n1,2\n", "mixed"), ("a,\"b\nc\"\r\n1,2\r\n", "crlf"), ("a,b", "lf"),
    ])
    func `tells how lines end, breaks inside cells aside`(text: String, end: String) throws {
        #expect(try sniffed(text).dialect.lineEnd.rawValue == end)
    }

    @Test func `prefers a delimiter under which headings of the schema are found`() throws {
        var log = DiagnosticLog()
        let text = "Mã;Tên, tuổi;Vốn\n1;a, b;2\n"
        let source = SourceText(path: "a.csv", bytes: Array(text.utf8))
        let received = try #require(ReceivedText(source, log: &log))
        let (dialect, settings) = sniffDialect(received, pins: ReadingPins()) {
            ["Mã", "Vốn"].contains($0)
        }
        #expect(dialect.delimiter == [UInt8(ascii: ";")])
        #expect(settings.first?.evidence.vi.contains("tên cột của biểu mẫu") == true)
    }
}
