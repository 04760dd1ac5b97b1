import Foundation
import TestSupport
import Testing

/// `build.json` as other programs read it.
private struct Record: Decodable {
    struct File: Decodable {
        var path: String
        var sha256: String
        var product: String?
    }
    var tool: String
    var version: String
    var settings: [String: String]
    var products: [String]
    var inputs: [File]
    var outputs: [File]

    init(_ folder: URL) throws {
        let bytes = try Data(contentsOf: folder.appendingPathComponent("build.json"))
        self = try JSONDecoder().decode(Record.self, from: bytes)
    }
}

/// SHA-256 of a file by another program.
private func digest(_ file: URL) throws -> String {
    String(try run("sha256sum", [file.path]).text.drop { $0 == "\\" }.prefix(64))
}

@Suite struct ProductTests {
    private let all = [
        "bao-cao.html", "bao-cao.pdf", "build.json", "data/given.csv", "data/tidy.csv",
    ]

    @Test func `a build makes these files and no other`() throws {
        let files = try contents(of: try BuiltFixture.folder.get())
        #expect(files.keys.sorted() == all)
        #expect(files["bao-cao.pdf"]?.starts(with: Data("%PDF-".utf8)) == true)
        #expect(files["bao-cao.html"]?.starts(with: Data("<!DOCTYPE html>".utf8)) == true)
    }

    @Test func `the record names every input and output with its digest`() throws {
        let folder = try BuiltFixture.folder.get()
        let record = try Record(folder)
        #expect(record.tool == "baocao")
        #expect(record.version == String(try baocao("--version").text.dropLast()))
        #expect(record.products == ["data", "html", "report"])
        #expect(record.settings["draft"] == "false")
        let outputs = record.outputs.map { "\($0.product ?? "-") \($0.path)" }
        #expect(
            outputs == [
                "data data/given.csv", "data data/tidy.csv", "html bao-cao.html",
                "report bao-cao.pdf",
            ]
        )
        for file in record.outputs {
            #expect(try digest(folder.appendingPathComponent(file.path)) == file.sha256)
        }
        let period = fixtures.appendingPathComponent("an-giang-2020")
        for file in record.inputs {
            let url =
                file.path.hasPrefix("/")
                ? URL(fileURLWithPath: file.path)
                : file.path.hasPrefix("Templates/")
                    ? projectRoot.appendingPathComponent(file.path)
                    : period.appendingPathComponent(file.path)
            #expect(try digest(url) == file.sha256, "\(file.path)")
        }
        var expected = ["report.yaml", "../an-giang-2019/report.yaml"]
        for (folder, label) in [("an-giang-2020", ""), ("an-giang-2019", "../an-giang-2019/")] {
            expected += try FileManager.default
                .contentsOfDirectory(atPath: fixtures.path + "/\(folder)/submissions")
                .map { "\(label)submissions/\($0)" }
        }
        let paths = Set(record.inputs.map(\.path))
        #expect(paths.isSuperset(of: expected))
        #expect(paths.contains("texts/policies.md"))
        #expect(paths.contains("Templates/theme.yaml"))
        #expect(paths.contains("Templates/annual-report/order.yaml"))
        #expect(!paths.contains("Templates/annual-report/policies.md"), "it is replaced")
        #expect(paths.filter { $0.hasSuffix(".ttf") }.count == 4)
    }

    @Test(arguments: [
        ("report", ["bao-cao.pdf"]),
        ("html", ["bao-cao.html"]),
        ("data", ["data/tidy.csv"]),
        ("data,report", ["bao-cao.pdf", "data/tidy.csv"]),
    ])
    func `only the products asked for are made`(only: String, files: [String]) throws {
        try withSmallPeriod { period in
            let result = try period.build("--only", only)
            #expect(result.status == 0, "\(result.errorText)")
            let names = try contents(of: period.products).keys.sorted()
            #expect(names == (files + ["build.json"]).sorted())
            let printed = result.text.split(separator: "\n").map(String.init)
            #expect(printed == (files + ["build.json"]).map { "\(period.products.path)/\($0)" })
        }
    }

    @Test func `settings choose the products when the call does not`() throws {
        try withSmallPeriod { period in
            try period.write(try period.read("report.yaml") + "make: [data]\n", to: "report.yaml")
            #expect(try period.build().status == 0)
            #expect(
                try contents(of: period.products).keys.sorted() == ["build.json", "data/tidy.csv"]
            )
        }
    }

    @Test(arguments: ["nghe-2023", "nghe-2023/", "./nghe-2023//", "nghe-2023/."])
    func `products stand below Output under the name of the period`(argument: String) throws {
        try withSmallPeriod { period in
            let result = try baocao("build", argument, "--only", "data", in: period.root)
            #expect(result.status == 0, "\(result.errorText)")
            let made = period.root.appendingPathComponent("Output/nghe-2023/data/tidy.csv")
            #expect(FileManager.default.fileExists(atPath: made.path))
        }
    }

    @Test func `the working folder and a link are called by the folder's name`() throws {
        try withSmallPeriod { period in
            let link = period.root.appendingPathComponent("nay")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: period.folder)
            let out = period.output.path
            let tidy = period.products.appendingPathComponent("data/tidy.csv").path
            #expect(
                try baocao("build", ".", "--only", "data", "--output", out, in: period.folder)
                    .status == 0
            )
            #expect(FileManager.default.fileExists(atPath: tidy))
            try FileManager.default.removeItem(at: period.output)
            #expect(try baocao("build", link.path, "--only", "data", "--output", out).status == 0)
            #expect(FileManager.default.fileExists(atPath: tidy))
        }
    }
}
