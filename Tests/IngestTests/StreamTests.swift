import DatasetModel
import Diagnostics
import PeriodModel
import TestSupport
import Testing

@testable import Ingest

/// A file in memory that is read in stretches, as the disk gives them.
private final class MemoryStream: ByteStream {
    let path: String
    private let content: [UInt8]
    // Tests read with one worker only.
    nonisolated(unsafe) private var offset = 0
    nonisolated(unsafe) private var number = 0

    init(_ text: String, path: String = "1.csv") {
        self.path = path
        content = Array(text.utf8)
    }

    var size: Int { content.count }
    var isWhole: Bool { offset == content.count }

    func next(
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        cut: (UnsafeBufferPointer<UInt8>) -> Int
    ) -> Block? {
        guard offset < content.count else { return nil }
        var piece = Array(content[offset..<min(content.count, offset + buffer.count - 1)])
        let isLast = offset + piece.count == content.count
        if isLast, piece.last != UInt8(ascii: "\n") { piece.append(UInt8(ascii: "\n")) }
        _ = buffer.update(fromContentsOf: piece)
        let length =
            isLast ? piece.count : cut(UnsafeBufferPointer(rebasing: buffer[..<piece.count]))
        guard length > 0 else { return nil }
        defer {
            offset = min(content.count, offset + length)
            number += 1
        }
        return Block(number: number, offset: offset, count: length)
    }

    func rewind() {
        offset = 0
        number = 0
    }

    func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard offset < content.count else { return [] }
        return Array(content[offset..<min(content.count, offset + count)])
    }
}

/// Reading without keeping rows gives what reading with them gives: the same totals, the same doubts.
struct Streams {
    let period: Period

    init() throws {
        period = try Period()
    }

    /// Whether the file was read without keeping it.
    @discardableResult
    private func compare(_ text: String, _ name: Comment) -> Bool {
        var log = DiagnosticLog()
        let whole = Ingest.readDataset(
            from: [SourceText(path: "1.csv", bytes: Array(text.utf8))],
            settings: period.settings,
            settingsFile: period.file,
            words: period.words,
            log: &log
        )
        var streamLog = DiagnosticLog()
        let streamed = Ingest.readTotals(
            from: [MemoryStream(text)],
            settings: period.settings,
            settingsFile: period.file,
            words: period.words,
            needsExtremes: true,
            workers: .single,
            smallest: 0,
            log: &streamLog
        )
        #expect(streamed.totals == CellTotals(of: whole.rows, period.settings), name)
        #expect(
            DiagnosticText.console(streamLog.sorted, language: .en)
                == DiagnosticText.console(log.sorted, language: .en),
            name
        )
        #expect(streamed.submissions.map(\.units) == whole.submissions.map(\.units), name)
        // A file read as a whole also tells where its table begins.
        let settings = streamed.submissions.first?.reading?.settings ?? []
        return !settings.contains { $0.name == "preamble" }
    }

    private let heading = "ma,ten,don_vi,linh_vuc,tinh_trang,nam,thanh_vien,von,lai,thu_nhap\n"

    /// What cells hold, most of it right.
    private static let cells: [[String]] = [
        ["001", "Hòa An", "H. Hoà An", "1", "009", "", "x"],
        ["NN", "Nông nghiệp", "VT", "giao thông vận tải", "XX", ""],
        ["hoat_dong", "Ngừng hoạt động", "", "khác"],
        ["2015", "15/3/2015", "1999", "215", "", "42078", "2021"],
        ["12", "1", "0", "-3", "1.5", "", "x", "1e3", "12a", "…"],
        ["15", "1.5", "1000000", "0.25", "-1", "12.3456", "1.23456789", "", "-", "(3)", "5%"],
        ["2", "-2.5", "", "1 234", "chưa rõ", "KBC"],
        ["4 - 5", "4.5", "5 - 4", "", "a - b", "4-5"],
    ]

    private func row(_ number: Int, _ generator: inout Seeded) -> String {
        var cells: [String] = []
        let isOdd = Int.random(in: 0..<10, using: &generator) == 0
        for values in Self.cells {
            let index = isOdd ? Int.random(in: 0..<values.count, using: &generator) : 0
            cells.append(values[index])
        }
        let code = Int.random(in: 0..<40, using: &generator) == 0 ? number / 2 : number
        let name = ["Tên \(number)", "\"HTX \"\"A\"\", \(number)\"", "Tên 7", "HTX\u{A0}Sông  Mơ"][
            Int.random(in: 0..<30, using: &generator) % 4
        ]
        return "A\(code),\(name)," + cells.joined(separator: ",") + "\n"
    }

    @Test func `rows of every kind are read as in a small file`() {
        var generator = Seeded(state: 41)
        var streamed = 0
        for round in 0..<12 {
            let rows = [1, 2, 5, 40, 300, 3000][round % 6]
            var text = heading
            for number in 0..<rows { text += row(number, &generator) }
            if round.isMultiple(of: 3) { text = "\u{FEFF}" + text }
            if round.isMultiple(of: 4) { text.removeLast() }
            if compare(text, "round \(round)") { streamed += 1 }
        }
        #expect(streamed > 6)
    }

    @Test func `Windows line ends, blank lines and short rows make no difference`() {
        var generator = Seeded(state: 7)
        var text = heading
        for number in 0..<50 { text += row(number, &generator) }
        compare(text.split(separator: "\n").joined(separator: "\r\n") + "\r\n", "CRLF")
        compare(text + "\n,,,,,,,,,\nB1,Ba,001\n" + row(99, &generator), "short")
    }

    @Test func `a file with totals, captions or notes is read as a whole`() {
        let rows = "A1,Một,001,NN,,,12,5,,\nA2,Hai,001,NN,,,13,6,,\n"
        #expect(!compare(heading + rows + ",Tổng cộng,,,,,25,11,,\n", "total"))
        compare("Báo cáo năm 2020,,,,,,,,,\n" + heading + rows, "title")
        compare(heading + rows + ",,,,,,,,,\n,Người lập biểu,,,,,,,,\n", "footer")
        compare("ma;ten;don_vi;linh_vuc;thanh_vien;von\nA1;Một;001;NN;12;1,5\n", "semicolon")
    }

    @Test func `numbers in the Vietnamese form`() {
        var text = "ma;ten;don_vi;linh_vuc;thanh_vien;von\n"
        for number in 0..<500 {
            text += "A\(number);T\(number);001;NN;1.23\(number % 10);\(number),5\n"
        }
        #expect(compare(text, "comma"))
        compare(text + "A900;T;001;NN;12;1.500\n", "groups")
        compare(text + "A900;T;001;NN;12;1.5\n", "contradiction")
    }
}
