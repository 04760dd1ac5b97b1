import Foundation
import TestSupport
import Testing

/// Files that no office means to send, and that arrive all the same: each ends in words, at once, and what
/// was published before stays as it was.
@Suite struct HostileFileTests {
    private static let head = "ma,ten,huyen,nghe,so_ho,doanh_so"

    /// Names of the files with what makes each, given its place.
    private static let makers: [(name: String, make: @Sendable (URL) throws -> Void)] = [
        ("byte-khong.csv", { try text("\(head)\nG7,Lò \0gốm,H1,GO,1,2\n", to: $0) }),
        ("chi-byte-khong.csv", { try Data(count: 5000).write(to: $0) }),
        (
            "dong-dai.csv",
            { try text("\(head)\nG8," + String(repeating: "x", count: 4_000_000), to: $0) }
        ),
        (
            "nhieu-cot.csv",
            {
                let names = (0..<1_000_000).map { "c\($0)" }.joined(separator: ",")
                try text("\(names)\n\(names)\n", to: $0)
            }
        ),
        (
            "nhieu-nhay.csv",
            { try text("\(head)\n" + String(repeating: "\",", count: 500_000), to: $0) }
        ),
        (
            "thu-muc.csv",
            { try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: true) }
        ),
        ("ong.csv", { try made(by: "mkfifo", $0.path) }),
        (
            "vong.csv",
            {
                try FileManager.default.createSymbolicLink(
                    atPath: $0.path,
                    withDestinationPath: "vong.csv"
                )
            }
        ),
        ("lon.csv", { try made(by: "truncate", "-s", "1T", $0.path) }),
        ("cut.xlsx", { try text("PK\u{3}\u{4}", to: $0) }),
        (
            "cut.xls",
            { try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).write(to: $0) }
        ),
    ]

    private static func text(_ text: String, to file: URL) throws {
        try Data(text.utf8).write(to: file)
    }

    private static func made(by program: String, _ arguments: String...) throws {
        let result = try run(program, arguments)
        try #require(result.status == 0, "\(result.errorText)")
    }

    @Test func `each hostile submission is told by its name, and the report stays as it was`()
        throws
    {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            let before = try contents(of: period.products)
            for (name, make) in Self.makers { try make(period.file("submissions/\(name)")) }
            let checked = try period.check()
            #expect(checked.status == 1)
            let errors = try doubts(in: checked).filter { $0.severity == "error" }
            for (name, _) in Self.makers {
                let own = errors.filter { $0.file == "submissions/\(name)" }
                #expect((1...50).contains(own.count), "\(name): \(own.count)")
            }
            #expect(try period.build().status == 1)
            #expect(try contents(of: period.products) == before)
            #expect(try period.build("--only", "data").status == 1)
            #expect(try contents(of: period.products) == before)
            #expect(try period.notes().status == 1)
            let after = try contents(of: period.products)
            #expect(after.filter { !$0.key.hasPrefix("phieu/") } == before)
            #expect(after.keys.contains("phieu/index.html"))
        }
    }

    @Test(arguments: makers.map(\.name))
    func `convert gives a whole table or none`(name: String) throws {
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent(name)
            let make = try #require(Self.makers.first { $0.name == name }?.make)
            try make(file)
            let result = try baocao("convert", "--explain", "json", file.path)
            switch result.status {
            case 0:
                #expect(result.output.suffix(2) == Data("\r\n".utf8))
                // Nothing is lost: all that is no mark of the form is written, or listed as left out.
                let marks = Set("\",\r\n".utf8)
                let read = try Data(contentsOf: file).count { !marks.contains($0) }
                let listed = try leftOut(result.errorText).reduce(0) { sum, text in
                    sum + text.utf8.count { !marks.contains($0) }
                }
                #expect(result.output.count { !marks.contains($0) } + listed == read)
            case 2:
                #expect(result.output.isEmpty)
                #expect(result.errorText.contains(name))
            case let status: Issue.record("\(name) ends with \(status)")
            }
        }
    }

    @Test func `answers and texts that are no files are told`() throws {
        try withSmallPeriod { period in
            try period.write("", to: "answers/trong.csv")
            try Self.made(by: "mkfifo", period.file("answers/ong.csv").path)
            try Self.made(by: "mkfifo", period.file("corrections.csv").path)
            let files = try doubts(in: try period.check()).compactMap(\.file)
            #expect(Set(files) == ["answers/ong.csv", "answers/trong.csv", "corrections.csv"])
        }
    }

    /// The superuser reads everything, so that the program runs as somebody else then: from a copy, for
    /// the checkout may lie where nobody else may go.
    @Test func `a file that may not be read is told`() throws {
        try withSmallPeriod { period in
            let copy = period.root.appendingPathComponent("baocao")
            let templates = period.root.appendingPathComponent("Templates")
            try FileManager.default.copyItem(atPath: programPath("baocao"), toPath: copy.path)
            try FileManager.default.copyItem(
                at: projectRoot.appendingPathComponent("Templates"),
                to: templates
            )
            let file = period.file("submissions/hai.csv").path
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
            let other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            let program = (getuid() == 0 ? other : []) + [copy.path]
            let checked = try run(
                "env",
                program + ["check", period.path, "--format", "json"],
                in: period.root
            )
            #expect(checked.status == 1)
            #expect(
                try doubts(in: checked).map(\.place).contains(
                    "submissions/hai.csv:-:- - pipeline.submission.unreadable"
                )
            )
            let converted = try run("env", program + ["convert", file], in: period.root)
            #expect(converted.status == 2)
            #expect(converted.errorText.contains("pipeline.file.read"))
        }
    }

    @Test func `a file that grows while it is read is read whole or refused`() throws {
        try withScratchFolder { folder in
            let script = """
                (for n in {1..300000}; do echo a,b,c; done >> lon-dan.csv) >/dev/null 2>&1 & writer=$!
                for i in 1 2 3 4 5 6 7 8 9 10; do
                    "$1" convert lon-dan.csv > out 2> err
                    echo "$? $(grep -cv '^a,b,c.$' out) $(grep -c 'pipeline.file.read' err)"
                done
                kill -9 $writer
                """
            let result = try run("bash", ["-c", script, "bash", programPath("baocao")], in: folder)
            let ends = result.text.split(separator: "\n")
            #expect(ends.count == 10)
            for end in ends {
                // Read as it stood at one moment, or said to be growing; at first it is empty.
                #expect(end == "0 0 0" || end == "2 0 1" || end == "2 0 0", "\(end)")
            }
        }
    }
}

/// The texts that an explanation lists as left out.
private func leftOut(_ explanation: String) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(explanation.utf8)) as? [String: Any]
    let list = try #require(object?["left_out"] as? [[String: Any]])
    return list.compactMap { $0["text"] as? String }
}
