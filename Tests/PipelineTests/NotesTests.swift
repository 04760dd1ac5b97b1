import Foundation
import TestSupport
import Testing

extension ScratchPeriod {
    func notes(_ more: String...) throws -> ProgramResult {
        try run(programPath("baocao"), ["notes", path, "--output", output.path] + more)
    }

    /// A file of the notes' folder.
    func note(_ name: String) -> URL { products.appendingPathComponent("phieu/\(name)") }

    func noteText(_ name: String) throws -> String {
        try String(contentsOf: note(name), encoding: .utf8)
    }

    /// Spoils a number, lists an organisation twice and leaves one unit out.
    func spoil() throws {
        try replace(
            "G2,Làng gốm Hạ,H1,GO,8,",
            with: "G2,Làng gốm Hạ,H1,GO,8 hộ,",
            in: "submissions/mot.csv"
        )
        try write(
            try read("submissions/mot.csv") + "G9,Làng gốm Thượng,H1,GO,3,1.5\n",
            to: "submissions/mot.csv"
        )
        try remove("submissions/hai.csv")
    }
}

@Suite struct NotesTests {
    private let names = [
        "h1-mot.csv", "h1-mot.html", "h1-mot.pdf", "h2-hai.csv", "h2-hai.html", "h2-hai.pdf",
        "index.html",
    ]

    @Test func `notes are made whatever the errors, and nothing else is touched`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            let before = try contents(of: period.products)
            try period.spoil()
            let result = try period.notes()
            #expect(result.status == 1)
            let files = try contents(of: period.products)
            #expect(
                files.keys.filter { $0.hasPrefix("phieu/") }.sorted() == names.map { "phieu/\($0)" }
            )
            #expect(files.filter { !$0.key.hasPrefix("phieu/") } == before)
            let printed = result.text.split(separator: "\n").map {
                String($0.split(separator: "/").last ?? "")
            }
            #expect(printed.sorted() == names)
            #expect(result.errorText.contains("ingest.number.not-a-number"))
            // A build is not disturbed by notes.
            try FileManager.default.removeItem(at: period.products.appendingPathComponent("data"))
            #expect(try period.build().status == 1)
            #expect(try contents(of: period.products).keys.contains("phieu/index.html"))
        }
    }

    @Test func `the table of answers names each doubt, and Excel can open it`() throws {
        try withSmallPeriod { period in
            try period.spoil()
            _ = try period.notes()
            let text = try period.noteText("h1-mot.csv")
            let bytes = try Data(contentsOf: period.note("h1-mot.csv"))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(bytes.suffix(2) == Data("\r\n".utf8))
            expectGolden(text.replacingOccurrences(of: "\r\n", with: "\n"), "notes-answers.csv.txt")
            let pdf = plain(try pages(of: period.note("h1-mot.pdf")).joined(separator: " "))
            #expect(pdf.contains("PHIẾU TRẢ SỐ LIỆU"))
            #expect(pdf.contains("1 lỗi phải sửa"))
            #expect(pdf.contains("“8 hộ” không phải là số (cột Số hộ)"))
            let digest = try run("sha256sum", [period.file("submissions/mot.csv").path]).text
                .prefix(64)
            #expect(try period.noteText("h1-mot.html").contains(digest))
            let silent = plain(try pages(of: period.note("h2-hai.pdf")).joined(separator: " "))
            #expect(silent.contains("chưa nhận được biểu báo cáo"))
            let index = try period.noteText("index.html")
            #expect(index.contains("href=\"h1-mot.html\""))
            #expect(index.contains("chưa gửi"))
        }
    }

    @Test func `notes of an earlier run go, and the same input makes the same bytes`() throws {
        try withSmallPeriod { period in
            #expect(try period.notes().status == 0)
            let before = try contents(of: period.products)
            try Data().write(to: period.note("h9-cu.pdf"))
            #expect(try period.notes().status == 0)
            #expect(try contents(of: period.products) == before)
        }
    }

    @Test func `settings that cannot be read end with two and leave earlier notes`() throws {
        try withSmallPeriod { period in
            #expect(try period.notes().status == 0)
            let before = try contents(of: period.products)
            try period.replace("year: 2023", with: "year: hai", in: "report.yaml")
            #expect(try period.notes().status == 2)
            #expect(try contents(of: period.products) == before)
        }
    }

    @Test func `the index tells which means would move, as estimates`() throws {
        try withFixture { period in
            try period.remove("submissions/884-chau-doc.csv")
            try period.write(
                try period.read("report.yaml") + "missing: [{unit: \"884\", reason: chưa gửi}]\n",
                to: "report.yaml"
            )
            #expect(try period.notes().status == 0)
            let index = plain(try period.noteText("index.html"))
            #expect(index.contains("(ước)"))
            #expect(index.contains(">219/219<"))
            let result = try run(
                ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3",
                [
                    "-c",
                    """
                    import csv, glob, sys
                    rows = []
                    for f in glob.glob(sys.argv[1] + '/an-giang-2020/submissions/*.csv') + [
                            sys.argv[1] + '/an-giang-2019/submissions/884-chau-doc.csv']:
                        with open(f, encoding='utf-8-sig') as t:
                            rows += list(csv.reader(t))[1:]
                    v = [float(r[6]) for r in rows]
                    print(len(v), f'{sum(v) / len(v):.1f}'.replace('.', ','))
                    """, period.root.path,
                ]
            )
            let words = result.text.split(separator: " ")
            try #require(words.count == 2, "\(result.errorText)")
            #expect(index.contains("\(plain(String(words[1]))) người"))
            #expect(index.contains(">\(words[0])/\(words[0])<"))
        }
    }
}
