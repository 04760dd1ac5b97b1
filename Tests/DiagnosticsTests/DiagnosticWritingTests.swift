import Diagnostics
import Testing

private let complete = Diagnostic(
    "ingest.number.not-a-number",
    at: Place(file: "submissions/a.csv", line: 17, column: 24, cell: "F17"),
    value: "12\u{1B}[2Ja\n\"",
    message: Bilingual(vi: "“12a” không phải là số", en: "“12a” is no number"),
    hint: Bilingual(vi: "Chỉ ghi số", en: "Write a number only")
)

private let bare = Diagnostic(
    "pipeline.folder",
    .warning,
    at: nil,
    message: Bilingual(vi: "Không có gì", en: "Nothing")
)

struct DiagnosticWriting {
    @Test func `writes place, severity, message, value and hint for people`() {
        #expect(
            DiagnosticText.console([complete, bare]) == """
                submissions/a.csv:17:24 (F17): lỗi: “12a” không phải là số [ingest.number.not-a-number]
                    đã đọc: 12\\u{1B}[2Ja\\n"
                    cách sửa: Chỉ ghi số
                cảnh báo: Không có gì [pipeline.folder]

                """
        )
        #expect(
            DiagnosticText.console([bare], language: .en) == "warning: Nothing [pipeline.folder]\n"
        )
        #expect(DiagnosticText.console([]) == "")
    }

    @Test func `leaves out of the place what is unknown`() {
        var diagnostic = bare
        diagnostic.place = Place(file: "a.csv", line: 3)
        #expect(DiagnosticText.console([diagnostic]).hasPrefix("a.csv:3: cảnh báo"))
        diagnostic.place = Place(file: "a.csv")
        #expect(DiagnosticText.console([diagnostic]).hasPrefix("a.csv: cảnh báo"))
    }

    @Test func `writes one JSON object a line with every member`() {
        let lines = DiagnosticJSON.lines([complete, bare], language: .en)
        #expect(
            lines == #"""
                {"file":"submissions/a.csv","line":17,"column":24,"cell":"F17","code":"ingest.number.not-a-number","severity":"error","value":"12\u001b[2Ja\n\"","message":"“12a” is no number","hint":"Write a number only"}
                {"file":null,"line":null,"column":null,"cell":null,"code":"pipeline.folder","severity":"warning","value":null,"message":"Nothing","hint":null}

                """#
        )
        #expect(DiagnosticJSON.lines([]) == "")
    }
}

struct Logs {
    @Test func `sorts by file and place, each doubt once, whatever came first`() {
        func doubt(_ file: String, _ line: Int?, _ code: String) -> Diagnostic {
            Diagnostic(
                code,
                at: Place(file: file, line: line),
                message: Bilingual(vi: "v", en: "e")
            )
        }
        var log = DiagnosticLog()
        for entry in [
            doubt("b", 1, "x"), doubt("a", 2, "y"), doubt("a", 2, "x"), bare, doubt("a", nil, "z"),
            doubt("a", 2, "y"), doubt("a", 10, "x"),
        ] {
            log.append(entry)
        }
        let order = log.sorted.map {
            "\($0.place?.file ?? "-")\($0.place?.line ?? 0)\($0.code.suffix(1))"
        }
        #expect(order == ["-0r", "a0z", "a2x", "a2y", "a10x", "b1x"])
        #expect(log.hasErrors)
    }

    @Test(arguments: [
        ("vond", ["von", "ten"], ["von"]),
        ("TEN_HTX", ["von", "ten_htx"], ["ten_htx"]),
        ("hcâu", ["châu", "chợ"], ["châu"]),
        ("vond", ["von", "von", "vong"], ["von", "vong"]),
        ("xyz", ["abcdef"], []),
        ("", ["ab", "abc"], ["ab"]),
    ])
    func `finds the names most like one that was not found`(
        name: String,
        candidates: [String],
        nearest: [String]
    ) {
        #expect(nearestNames(to: name, among: candidates) == nearest)
    }
}
