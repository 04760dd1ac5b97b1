import DocumentModel
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import RenderPDF

/// Files inside the PDF: ISO 19005-3, 6.8 and annex E; ISO 14289-1, 7.11.
struct EmbeddedFileTests {
    private let figures = "huyện,số\r\nPhú Thọ,1234\r\n"

    private var embeddedFiles: [EmbeddedFile] {
        [
            EmbeddedFile(
                name: "tidy.csv",
                description: "Số liệu của báo cáo",
                mediaType: "text/csv",
                relationship: .data,
                date: SampleCanvas.metadata.date,
                bytes: Array(figures.utf8),
                file: .figures
            ),
            EmbeddedFile(
                name: "Biểu số 1.xlsx",
                description: "Tệp đã nhận",
                mediaType:
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                relationship: .source,
                date: SampleCanvas.metadata.date,
                bytes: [],
                file: .submissions
            ),
            EmbeddedFile(
                name: "TIDY.csv",
                description: "",
                mediaType: "text/csv",
                relationship: .data,
                date: SampleCanvas.metadata.date,
                bytes: [65],
                file: .answers
            ),
        ]
    }

    private func sample() -> TaggedDrawing {
        var drawing = SampleCanvas.sample()
        for case .element(let child) in drawing.structure.children where child.role == .table {
            child.dataFiles = [.figures]
        }
        drawing.embeddedFiles = embeddedFiles
        return drawing
    }

    private func dump(_ profile: Profile) throws -> FileDump {
        try FileDump(try assemble(sample(), profile: profile))
    }

    @Test func `an archive of part 1 holds no file`() throws {
        // ISO 19005-1, 6.1.11.
        let file = try dump(.a1a)
        #expect(file.all("/Type", "/EmbeddedFile").isEmpty)
        #expect(file.all("/Type", "/Filespec").isEmpty)
        #expect(file.at("/Root", "/Names") == nil)
        #expect(file.at("/Root", "/AF") == nil)
        #expect(file.all("/S", "/Table").allSatisfy { $0["/AF"] == nil })
    }

    @Test func `a specification names, describes and relates its file`() throws {
        let file = try dump(.a3a)
        let all = try #require(file.at("/Root", "/AF") as? [Any])
        #expect(all.count == 3)
        let found = try all.map { try #require(file.resolve($0) as? [String: Any]) }
        #expect(found.map { $0["/Type"] as? String } == ["/Filespec", "/Filespec", "/Filespec"])
        #expect(
            found.map { $0["/F"] as? String }
                == ["u:tidy.csv", "u:Bi_u s_ 1.xlsx", "u:2-TIDY.csv"]
        )
        #expect(
            found.map { $0["/UF"] as? String }
                == ["u:tidy.csv", "u:Biểu số 1.xlsx", "u:2-TIDY.csv"]
        )
        #expect(
            found.map { $0["/Desc"] as? String } == [
                "u:Số liệu của báo cáo", "u:Tệp đã nhận", "u:2-TIDY.csv",
            ]
        )
        #expect(found.map { $0["/AFRelationship"] as? String } == ["/Data", "/Source", "/Data"])
    }

    @Test func `an embedded file tells its type, size, day and checksum`() throws {
        let file = try dump(.a3a)
        let path = ["/Root", "/AF", "0", "/EF", "/F"]
        let stream = path.reduce(Optional<Any>(file.trailer)) { file.step($1, from: $0) }
        #expect(file.step("/Subtype", from: stream) as? String == "/text/csv")
        let parameters = file.step("/Params", from: stream)
        #expect(file.step("/Size", from: parameters) as? Int == figures.utf8.count)
        #expect(
            file.step("/ModDate", from: parameters) as? String == "u:D:20201231000000+00'00'"
        )
        let sum = try withScratchFolder { folder in
            let copy = folder.appendingPathComponent("tidy.csv")
            try Data(figures.utf8).write(to: copy)
            return try run("md5sum", [copy.path]).text.prefix(32)
        }
        #expect(file.step("/CheckSum", from: parameters) as? String == "b:\(sum)")
    }

    @Test func `the names of files are sorted by their bytes`() throws {
        let file = try dump(.a3a)
        let names = file.at("/Root", "/Names", "/EmbeddedFiles", "/Names") as? [Any]
        let keys = names?.enumerated().filter { $0.offset % 2 == 0 }
            .compactMap { $0.element as? String }
        #expect(keys == ["u:2-TIDY.csv", "u:tidy.csv", "u:Biểu số 1.xlsx"])
    }

    @Test func `a table is tied to the files that it is made from`() throws {
        let file = try dump(.a3a)
        let table = try #require(file.all("/S", "/Table").first)
        let tied = try #require(table["/AF"] as? [String])
        let all = try #require(file.at("/Root", "/AF") as? [String])
        #expect(tied == [all[0]])
    }

    @Test func `files come out as they went in`() throws {
        let bytes = try assemble(sample(), profile: .a3a)
        try withScratchFolder { folder in
            let path = folder.appendingPathComponent("file.pdf")
            try Data(bytes).write(to: path)
            let check = try run("qpdf", ["--check", path.path])
            #expect(check.status == 0, "\(check.text)\(check.errorText)")
            let out = folder.appendingPathComponent("out")
            try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
            let taken = try run("pdfdetach", ["-saveall", "-o", out.path, path.path])
            #expect(taken.status == 0, "\(taken.errorText)")
            let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
            #expect(names == ["2-TIDY.csv", "Biểu số 1.xlsx", "tidy.csv"])
            let copy = try Data(contentsOf: out.appendingPathComponent("tidy.csv"))
            #expect(copy == Data(figures.utf8))
        }
    }

    @Test(
        arguments: [
            // RFC 1321, A.5, and lengths around a block.
            ("", "d41d8cd98f00b204e9800998ecf8427e"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
            (
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
                "57edf4a22be3c955ac49da2e2107b67a"
            ),
            (String(repeating: "a", count: 55), "ef1772b6dff9a122358552954ad0df65"),
            (String(repeating: "a", count: 56), "3b0c8ac703f828b04c6c197006d17218"),
            (String(repeating: "a", count: 64), "014842d480b571495a4a0363793f7367"),
        ]
    )
    func `checksums are those of MD5`(text: String, sum: String) {
        let digest = MD5.digest(of: Array(text.utf8))
        let hex = digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        #expect(hex.joined() == sum)
    }
}
