import DatasetModel
import Diagnostics
import Foundation
import PeriodModel
import TestSupport
import Testing
import Vocabulary

@testable import Ingest

extension StreamLimits {
    /// Every file is read in stretches.
    static let small = StreamLimits(block: 1 << 18)

    fileprivate init(block: Int, sample: Int = 1 << 17) {
        self.init()
        smallest = 0
        self.block = block
        self.sample = sample
    }
}

/// Reading without keeping rows gives what reading with them gives: the same totals, the same doubts.
struct Streams {
    let period: Period

    init() throws {
        var period = try Period()
        Self.addDerived(to: &period.settings)
        self.period = period
    }

    /// Populations, ratios and classes of size, so that every comparison here covers them.
    private static func addDerived(to settings: inout PeriodSettings) {
        settings.populations = [
            Population(
                key: "active",
                label: "Active",
                phrase: "active",
                rule: .classes(column: "tinh_trang", codes: ["hoat_dong"])
            ),
            Population(
                key: "small",
                label: "Small",
                phrase: "small",
                rule: .all([
                    .not(.sectors(["VT"])), .classes(column: "size", codes: ["s", "open"]),
                ])
            ),
        ]
        settings.ratios = [
            RatioIndicator(
                key: "per_member",
                label: "Per member",
                of: "von",
                per: "thanh_vien",
                unitOfMeasure: "trieu_dong"
            ),
            RatioIndicator(
                key: "profit",
                label: "Profit",
                of: "lai",
                per: "htx",
                unitOfMeasure: "trieu_dong"
            ),
        ]
        typealias Condition = SizeClassification.Condition
        settings.sizeClasses = [
            SizeClassification(
                key: "size",
                label: "Size",
                short: "Size",
                legalBasis: "a law",
                classes: [CodeValue(code: "s", label: "S"), CodeValue(code: "l", label: "L")],
                undecided: CodeValue(code: "open", label: "Open"),
                missingReason: "no value",
                groups: [
                    SizeClassification.Group(
                        sectors: ["NN"],
                        rules: [
                            SizeClassification.Rule(
                                code: "l",
                                all: [
                                    Condition(
                                        column: "thanh_vien",
                                        relation: .atLeast,
                                        bound: ExactDecimal(12)
                                    )
                                ],
                                any: [
                                    Condition(
                                        column: "von",
                                        relation: .above,
                                        bound: ExactDecimal(149_999, scale: 4)
                                    ),
                                    Condition(
                                        column: "lai",
                                        relation: .below,
                                        bound: ExactDecimal(-1_000_001, scale: 6)
                                    ),
                                ]
                            ),
                            SizeClassification.Rule(code: "s"),
                        ],
                        reason: ""
                    ),
                    SizeClassification.Group(sectors: ["VT"], rules: [], reason: "no rules"),
                ]
            )
        ]
        settings.schema.derived = settings.sizeClasses.map(\.column)
    }

    /// Whether the first file was read without keeping it.
    @discardableResult
    private func compare(
        _ text: String,
        _ name: Comment,
        _ limits: StreamLimits = .small,
        workers: Int = 1
    ) -> Bool {
        compare([(path: "1.csv", bytes: Array(text.utf8))], name, limits, workers: workers)
    }

    private func compare(
        _ files: [(path: String, bytes: [UInt8])],
        _ name: Comment,
        _ limits: StreamLimits = .small,
        workers: Int = 1
    ) -> Bool {
        var log = DiagnosticLog()
        let whole = Ingest.readDataset(
            from: files.map { SourceText(path: $0.path, bytes: $0.bytes) },
            settings: period.settings,
            settingsFile: period.file,
            words: period.words,
            log: &log
        )
        let (streamed, ownLog) = totals(files, limits, workers: workers)
        var streamLog = ownLog
        // What only kept rows can be held against is told as such.
        log.removeAll { ["ingest.unit-of-measure.peers", "ingest.number.peers"].contains($0.code) }
        streamLog.removeAll { $0.code == "ingest.file.unchecked" }
        #expect(streamed.totals == CellTotals(of: whole.rows, period.settings), name)
        #expect(
            values(of: streamed) == values(of: whole.rows, in: CellTotals(period.settings)),
            name
        )
        let (doubts, streamDoubts) = (told(log), told(streamLog))
        #expect(streamDoubts.subtracting(doubts).sorted() == [], name)
        #expect(doubts.subtracting(streamDoubts).sorted() == [], name)
        #expect(streamed.submissions.map(\.units) == whole.submissions.map(\.units), name)
        #expect(streamed.submissions.map(\.rowCount) == whole.submissions.map(\.rowCount), name)
        #expect(streamed.submissions.map(\.sender) == whole.submissions.map(\.sender), name)
        // A file read as a whole also tells where its table begins.
        let settings = streamed.submissions.first?.reading?.settings ?? []
        return !settings.contains { $0.name == "preamble" }
    }

    /// Each measure's values in each cell, in order, as texts.
    private func values(of dataset: Dataset) -> [[String]] {
        (dataset.distributions ?? []).map { distribution in
            distribution.entries.flatMap { entry in
                repeatElement("\(entry.cell) \(entry.value)", count: Int(entry.count))
            }.sorted()
        }
    }

    private func values(of rows: RowTable, in totals: CellTotals) -> [[String]] {
        let cells = totals.cells(of: rows)
        return zip(rows.measures, period.settings.schema.measureColumns).map { values, column in
            column.type == .range
                ? []
                : zip(values, cells).compactMap { value, cell in
                    value.low.map { "\(cell) \($0)" }
                }.sorted()
        }
    }

    private func totals(
        _ files: [(path: String, bytes: [UInt8])],
        _ limits: StreamLimits,
        settings: PeriodSettings? = nil,
        hasPrevious: Bool = false,
        workers: Int = 1
    ) -> (dataset: Dataset, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let dataset = Ingest.readTotals(
            from: files.map { MemoryStream($0.bytes, path: $0.path) },
            settings: settings ?? period.settings,
            settingsFile: period.file,
            words: period.words,
            needsExtremes: true,
            needsMiddles: true,
            hasPrevious: hasPrevious,
            workers: .threads(workers),
            limits: limits,
            log: &log
        )
        return (dataset, log)
    }

    private func told(_ log: DiagnosticLog) -> Set<String> {
        Set(log.sorted.map { DiagnosticText.console([$0], language: .en) })
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

    /// What cells hold that is doubted, column by column; the last column has no heading.
    private static let doubted: [[String]] = [
        ["", "-", "1.6E+09", "A\u{1}9"],
        ["", "123", "x", "####", "Tên\u{1}9"],
        ["", "0", "1", "002", "-"],
        ["", "XX", "KBC"],
        ["khác", "-", "ng\u{1}ung"],
        ["2021", "20155", "15/3/2015"],
        ["", "1.5", "-3", "12a", "…"],
        ["-1", "1000000", "12a", "KBC"],
        ["1e400", "x", "chưa"],
        ["5 - 4", "a - b", "-"],
        ["12", "a"],
    ]

    @Test(arguments: doubted.indices)
    func `two doubts in a row are both told`(first: Int) {
        let right = ["", "Tên", "001", "NN", "ngung", "2015", "12", "1.5", "2", "4 - 5", ""]
        var limits = StreamLimits.small
        limits.keepable = 0
        for second in Self.doubted.indices where second > first {
            var text = heading.dropLast() + ",\nA0,Tên,001,NN,ngung,2015,12,1.5,2,4 - 5,\n"
            // The doubts stand behind what is looked at first.
            limits.sample = text.utf8.count
            var number = 0
            for one in Self.doubted[first] {
                for other in Self.doubted[second] {
                    number += 1
                    var cells = right
                    cells[0] = "A\(number)"
                    cells[1] = "Tên \(number)"
                    text += cells.joined(separator: ",") + "\n"
                    (cells[0], cells[1]) = ("B\(number)", "Họ \(number)")
                    (cells[first], cells[second]) = (one, other)
                    text += cells.joined(separator: ",") + "\n"
                }
            }
            #expect(compare(String(text), "columns \(first) and \(second)", limits))
        }
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

    @Test(arguments: ["Nguy?n", "Nguy\u{FFFD}n", "Nguyễn?", "a?b=c", "Nguy?n H?p"])
    func `words that lost letters are told in any column of a large submission`(words: String) {
        var limits = StreamLimits.small
        for keepable in [0, limits.keepable] {
            limits.keepable = keepable
            let row = ["", "", "001", "NN", "ngung", "2015", "12", "1.5", "2", "4 - 5", "", ""]
            for position in row.indices {
                var text = "\u{FEFF}" + heading.dropLast() + ",ghi_chu,khac\n"
                for number in 0...9 {
                    var cells = row
                    (cells[0], cells[1]) = ("A\(number)", "\"Tên,\n \(number)\"")
                    if number == 0 { text += cells.joined(separator: ",") + "\n" }
                    if number == 0 { limits.sample = text.utf8.count }
                    if number > 6 { cells[position] = "\"\(words) \(number)\"" }
                    if number > 0 { text += cells.joined(separator: ",") + "\n" }
                }
                #expect(compare(text, "column \(position)", limits))
            }
        }
    }

    @Test(arguments: ["", "\n"])
    func `a row with headings in it is looked at among the rows above it`(end: String) {
        let odd = "A9,HTX 9,0,NN,,2015,12,5,,\n"
        let heading = "A1,ten,.5,1,,ma,ten,1,,"
        for rows in [odd, odd + odd, Self.right, Self.right + odd] {
            compare(self.heading + rows + heading + end, "\(rows)")
        }
    }

    @Test(arguments: ["\n", "\n\n\n", ",,,,,,,,,\n", " , ,\n,\n\n"])
    func `a heading with nothing but blank lines below it is an error of the file`(below: String) {
        #expect(compare("\n" + heading + below, "blank"))
        var limits = StreamLimits.small
        limits.keepable = 0
        let (_, log) = totals([(path: "1.csv", bytes: Array((heading + below).utf8))], limits)
        #expect(log.entries.contains { $0.code == "ingest.file.no-rows" && $0.place?.line == 1 })
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

    @Test
    func `files with all that offices write are read as small ones are, by any number of threads`()
    {
        var streamed = 0
        let rounds = Int(ProcessInfo.processInfo.environment["BAOCAO_ROUNDS"] ?? "") ?? 60
        for round in 0..<rounds {
            var generator = Seeded(state: UInt64(round) &* 7919 &+ 3)
            let submission = RandomSubmission(using: &generator)
            let limits = StreamLimits(
                block: [2048, 5000, 1 << 18][round % 3],
                sample: [900, 1 << 17][round % 2]
            )
            let isStreamed = compare(
                submission.files,
                "round \(round): \(submission.oddities.sorted())",
                limits,
                workers: 1 + round % 4
            )
            if isStreamed { streamed += 1 }
        }
        #expect(streamed * 3 > rounds)
    }

    private static let right = (1...5).map { "A\($0),HTX \($0),001,NN,,,12,5,,\n" }.joined()
    private static let more = (6...9).map { "A\($0),HTX \($0),001,VT,,,12,5,,\n" }.joined()

    @Test(arguments: [
        ",Tổng cộng,,,,,25,11,,", "Tổng cộng,,,,,,25,11,,", ",,,,,,25,11,,",
        "I,Nông nghiệp,,,,,25,11,,",
        ",Nông nghiệp,,,,,,,,", "Cộng,Cộng,NN,NN,,,25,11,,", ",Người lập biểu,,,,,,,,",
        "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10)", "Ghi chú: số liệu tạm tính,,,,,,,,,", "Ghi chú",
        "ma,ten,don_vi,linh_vuc,tinh_trang,nam,thanh_vien,von,lai,thu_nhap", "# ghi chú,,,,,,,,,",
        "ĐVT: triệu đồng,,,,,,,,,", "3,,,,,,,,,",
    ])
    func `a row that may be no data is an error at its place where a file is too large to keep`(
        line: String
    ) {
        var limits = StreamLimits.small
        limits.keepable = 0
        // The row stands behind what is looked at first.
        limits.sample = heading.utf8.count + Self.right.utf8.count
        for isLast in [true, false] {
            let text = heading + Self.right + line + "\n" + (isLast ? "" : Self.more)
            let (read, log) = totals([(path: "1.csv", bytes: Array(text.utf8))], limits)
            #expect(read.totals?.population.reduce(0, +) == (isLast ? 5 : 9))
            let errors = log.sorted.filter { $0.severity == .error }
            #expect(!errors.isEmpty)
            #expect(errors.allSatisfy { $0.place?.file == "1.csv" && $0.place?.line == 7 })
        }
    }

    @Test
    func `what rows that are not kept cannot be held against is told once for each large file`()
        throws
    {
        let text = heading + Self.right
        func told(_ files: Int, _ settings: PeriodSettings? = nil, hasPrevious: Bool = false)
            -> [String]
        {
            let files = (1...files).map { number in
                (
                    path: "\(number).csv",
                    bytes: Array(
                        text.replacing("A", with: "\(number)A").replacing("HTX", with: "T\(number)")
                            .utf8
                    )
                )
            }
            var limits = StreamLimits.small
            limits.keepable = 0
            let log = totals(files, limits, settings: settings, hasPrevious: hasPrevious).log
            return log.sorted.filter { $0.code == "ingest.file.unchecked" }
                .map { "\($0.place?.file ?? "-") \($0.message.en)" }
        }
        let start = "The submissions are too large to keep their rows: rows are not held against "
        let before = "the values and codes of the period before"
        let peers = "their sector in other files"
        let yaml = String(decoding: period.file.bytes, as: UTF8.self)
            .replacing("minimum: 0, maximum: 900000", with: "usual: [10, 90]")
        var log = DiagnosticLog()
        let usual = try #require(
            Ingest.readSettings(
                from: SourceText(path: "report.yaml", bytes: Array(yaml.utf8)),
                log: &log
            )
        )
        #expect(told(1).isEmpty)
        #expect(told(1, hasPrevious: true) == ["1.csv " + start + before])
        #expect(told(2) == ["1.csv " + start + peers, "2.csv " + start + peers])
        #expect(told(1, usual) == ["1.csv " + start + "what is usual (`usual`)"])
        #expect(
            told(2, usual, hasPrevious: true).first
                == "1.csv \(start)\(before); what is usual (`usual`); \(peers)"
        )
        // A file that can be kept is held against it.
        let (_, kept) = totals(
            [(path: "1.csv", bytes: Array(text.utf8))],
            .small,
            settings: usual
        )
        #expect(kept.entries.contains { $0.code == "ingest.number.unusual-size" })
        #expect(!kept.entries.contains { $0.code == "ingest.file.unchecked" })
    }
}
