import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
    @Test(arguments: [
        [],
        ["--khong-co"],
        ["frob"],
        ["build"],
        ["check"],
        ["build", "a", "b"],
        ["build", "a", "--only", "nonsense"],
        ["build", "a", "--only", "report,nonsense"],
        ["build", "a", "--only", ""],
        ["build", "a", "--only", ","],
        ["build", "a", "--only"],
        ["build", "a", "--lang", "xx"],
        ["build", "a", "--format", "json"],
        ["check", "a", "--format", "yaml"],
        ["check", "a", "--draft"],
    ])
    func `a wrong call ends with two and words on standard error`(_ arguments: [String]) throws {
        let result = try run(programPath("baocao"), arguments)
        #expect(result.status == 2)
        #expect(result.text.isEmpty)
        #expect(result.errorText.hasPrefix("Error: "))
    }

    @Test func `unknown product is told with those that exist`() throws {
        let result = try baocao("build", "a", "--only", "pdf")
        #expect(result.errorText.contains("“pdf”"))
        #expect(result.errorText.contains("report, html, data"))
    }

    @Test(arguments: [
        ([], ["baocao build so-lieu/2024", "baocao check so-lieu/2024"]),
        (["build"], ["baocao build so-lieu/2024", "--only", "--draft", "--output"]),
        (["check"], ["baocao check so-lieu/2024 --format json"]),
        (["convert"], ["baocao convert so-lieu.csv", "--explain", "--header-rows"]),
    ])
    func `help shows an example of each command`(command: [String], examples: [String]) throws {
        let result = try run(programPath("baocao"), command + ["--help"])
        #expect(result.status == 0)
        #expect(result.errorText.isEmpty)
        for example in examples { #expect(result.text.contains(example), "\(example)") }
    }

    @Test func `version is one line of numbers`() throws {
        let result = try baocao("--version")
        #expect(result.status == 0)
        #expect(result.text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }

    @Test(arguments: ["check", "build"])
    func `a folder that is not there ends with two`(command: String) throws {
        try withScratchFolder { folder in
            let nothing = folder.appendingPathComponent("khong-co").path
            let result = try baocao(command, nothing, in: folder)
            #expect(result.status == 2)
            #expect((result.text + result.errorText).contains("report.yaml"))
            #expect(try contents(of: folder).isEmpty)
        }
    }

    @Test func `a check that finds nothing prints nothing`() throws {
        for format in ["json", "text"] {
            let result = try baocao(
                "check",
                fixtures.appendingPathComponent("an-giang-2020").path,
                "--format",
                format
            )
            #expect(result.status == 0)
            #expect(result.output.isEmpty)
            #expect(result.errors.isEmpty)
        }
    }
}
