import Foundation
import TestSupport
import Testing

@Suite struct ConvertCommandTests {
    private func convert(
        _ text: String,
        _ arguments: String...
    ) throws -> ProgramResult {
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent("bang.csv")
            try text.write(to: file, atomically: true, encoding: .utf8)
            return try run(programPath("baocao"), ["convert", file.path] + arguments)
        }
    }

    private func explanation(of result: ProgramResult) throws -> [String: Any] {
        let line = result.errorText
        #expect(line.hasSuffix("\n") && line.dropLast().firstIndex(of: "\n") == nil)
        let object = try JSONSerialization.jsonObject(with: result.errors)
        return try #require(object as? [String: Any])
    }

    @Test func `gives a good table out and says nothing`() throws {
        let result = try convert("Mã;Vốn\nA1;5\nA2;6\n")
        #expect(result.status == 0)
        #expect(result.text == "Mã,Vốn\r\nA1,5\r\nA2,6\r\n")
        #expect(result.errors.isEmpty)
    }

    @Test func `reads standard input`() throws {
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent("bang.csv")
            try "a;b\n1;2\n".write(to: file, atomically: true, encoding: .utf8)
            let result = try run(
                "sh",
                ["-c", "'\(programPath("baocao"))' convert - < bang.csv"],
                in: folder
            )
            #expect(result.status == 0)
            #expect(result.text == "a,b\r\n1,2\r\n")
        }
    }

    @Test func `explains itself on one line of standard error`() throws {
        let members = try explanation(of: convert("a;b\n1;2\n", "--explain", "json"))
        #expect(
            Set(members.keys) == [
                "encoding", "delimiter", "quote", "escape", "line_end", "number_form",
                "header_rows", "left_out", "diagnostics",
            ]
        )
        for name in ["encoding", "delimiter", "quote", "escape", "line_end", "header_rows"] {
            let setting = try #require(members[name] as? [String: Any])
            #expect(setting["evidence"] is String, "\(name)")
            #expect(setting.keys.contains("value"), "\(name)")
        }
        let quote = try #require(members["quote"] as? [String: Any])
        #expect(quote["value"] is NSNull)
    }

    @Test func `a doubted row ends with zero and is told on standard error`() throws {
        let text = "a,b,c\n1,\"x,3\n4,5,6\n"
        let result = try convert(text)
        #expect(result.status == 0)
        #expect(result.text == "a,b,c\r\n1,\"\"\"x\",3\r\n4,5,6\r\n")
        #expect(result.errorText.contains("[ingest.quote"))
        let members = try explanation(of: convert(text, "--explain", "json"))
        #expect((members["diagnostics"] as? [Any])?.count == 1)
    }

    @Test func `takes pinned settings from options`() throws {
        #expect(try convert("a;b\n1;2\n", "--delimiter", ",").text == "a;b\r\n1;2\r\n")
        #expect(try convert("a,b\n1,2\n", "--header-rows", "0").text == "a,b\r\n1,2\r\n")
        let unquoted = try convert("a,b\n\"1\",2\n", "--quote", "none")
        #expect(unquoted.text == "a,b\r\n\"\"\"1\"\"\",2\r\n")
        let members = try explanation(
            of: convert("a\tb\n1\t2\n", "--delimiter", "tab", "--explain", "json")
        )
        let delimiter = try #require(members["delimiter"] as? [String: Any])
        #expect(delimiter["value"] as? String == "\t")
    }

    @Test func `a file that is missing, a folder, empty or no table ends with two`() throws {
        try withScratchFolder { folder in
            let empty = folder.appendingPathComponent("rong.csv")
            try Data().write(to: empty)
            for path in [folder.appendingPathComponent("khong-co").path, folder.path, empty.path] {
                let result = try baocao("convert", path)
                #expect(result.status == 2)
                #expect(result.output.isEmpty)
                #expect(!result.errors.isEmpty)
            }
        }
    }

    @Test func `explains on one line that there is no table`() throws {
        let result = try convert("\n\n", "--explain", "json")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        let members = try explanation(of: result)
        #expect(members.count == 9)
        #expect((members["diagnostics"] as? [Any])?.count == 1)
    }

    @Test func `reads in any encoding that the C library knows`() throws {
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent("a.csv")
            try Data([0xD4, 0xC5, 0x3B, 0xC1, 0x0A, 0x31, 0x3B, 0x32, 0x0A]).write(to: file)
            let arguments = ["convert", file.path, "--encoding", "KOI8-R", "--explain", "json"]
            let result = try run(programPath("baocao"), arguments)
            #expect(result.text == "те,а\r\n1,2\r\n")
            let encoding = try #require(explanation(of: result)["encoding"] as? [String: Any])
            #expect(encoding["value"] as? String == "koi8-r")
        }
        let wrong = try run(programPath("baocao"), ["convert", "a", "--encoding", "koi-99"])
        #expect(wrong.status == 2)
        #expect(wrong.errorText.contains("windows-1258") && wrong.errorText.contains("iconv -l"))
    }

    @Test func `reads without the words of reading yaml`() throws {
        try withScratchFolder { folder in
            let result = try convert("a;b\n1;2\n", "--templates", folder.path)
            #expect(result.status == 0)
            #expect(result.text == "a,b\r\n1,2\r\n")
        }
    }

    @Test(arguments: [
        ["convert"],
        ["convert", "a", "--encoding", "khong-co"],
        ["convert", "a", "--encoding", ""],
        ["convert", "a", "--encoding", "utf-8//IGNORE"],
        ["convert", "a", "--header-rows", "-1"],
        ["convert", "a", "--quote", "ab"],
        ["convert", "a", "--escape", "é"],
        ["convert", "a", "--delimiter", ""],
        ["convert", "a", "--explain", "xml"],
    ])
    func `a wrong call ends with two and words on standard error`(_ arguments: [String]) throws {
        let result = try run(programPath("baocao"), arguments)
        #expect(result.status == 2)
        #expect(result.text.isEmpty)
        #expect(result.errorText.hasPrefix("Error: "))
    }
}
