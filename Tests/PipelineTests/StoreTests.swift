import Foundation
import TestSupport
import Testing

@Suite struct StoreTests {
    @Test func `ocfl-py finds no error and no warning in a store with two editions`() throws {
        try withStore { store in
            try store.archiveChange()
            let script = """
                import sys, ocfl
                from ocfl.validator import Validator
                root = ocfl.StorageRoot(root=sys.argv[1])
                ok = root.validate(validate_objects=True, check_digests=True, log_warnings=True)
                object = Validator(log_warnings=True, log_errors=True)
                valid = object.validate_object(sys.argv[2])
                print(ok, valid, object.log.num_errors, object.log.num_warnings, object.status_str())
                """
            let result = try run(
                ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3",
                ["-c", script, store.root.path, store.object.path]
            )
            #expect(result.text == "True True 0 0 \n", "\(result.text)\(result.errorText)")
        }
    }

    @Test func `an edition holds products, every input at its place, its record and the ledger`()
        throws
    {
        try withStore { store in
            let files = try store.files.map {
                $0.replacingOccurrences(of: "baocao%3a00-2023/v1/content/", with: "")
            }
            for name in [
                "products/bao-cao.pdf", "products/bao-cao.html", "products/data/tidy.csv",
                "products/build.json", "inputs/period/nghe-2023/report.yaml",
                "inputs/period/nghe-2023/submissions/mot.csv", "inputs/Templates/theme.yaml",
                "inputs/fonts/LiberationSerif-Regular.ttf", "edition.json", "ledger.csv",
            ] {
                #expect(files.contains(name), "\(name)")
            }
            let pdf = try store.bytes("v1/content/products/bao-cao.pdf")
            #expect(
                try pdf
                    == Data(contentsOf: store.period.products.appendingPathComponent("bao-cao.pdf"))
            )
            let listed = try baocao("editions", store.root.path)
            #expect(
                listed.text
                    == "00-2023@v1\t2024-01-01T00:00:00Z\tVăn thư\t00-2023@v1, baocao 0.1.0\n"
            )
            #expect(try store.verify().intact)
        }
    }

    @Test func `a relative path to the period before leads to it in the edition as well`() throws {
        try withFixture { period in
            try #require(try period.build("--only", "data").status == 0)
            let store = period.root.appendingPathComponent("kho").path
            let result = try baocao(
                "archive",
                period.path,
                "--output",
                period.output.path,
                "--to",
                store
            )
            #expect(result.status == 0, "\(result.errorText)")
            let inputs = store + "/baocao%3a89-2020/v1/content/inputs/period"
            #expect(FileManager.default.fileExists(atPath: inputs + "/an-giang-2020/report.yaml"))
            #expect(
                FileManager.default.fileExists(
                    atPath: inputs + "/an-giang-2020/../an-giang-2019/report.yaml"
                )
            )
        }
    }

    @Test func `a second edition adds what is new and leaves every byte of the first`() throws {
        try withStore { store in
            let before = try contents(of: store.object.appendingPathComponent("v1"))
            try store.archiveChange()
            #expect(try contents(of: store.object.appendingPathComponent("v1")) == before)
            let added = try contents(of: store.object.appendingPathComponent("v2/content"))
            #expect(added["inputs/period/nghe-2023/submissions/mot.csv"] != nil)
            #expect(added["inputs/period/nghe-2023/submissions/hai.csv"] == nil, "it is shared")
            #expect(added["inputs/fonts/LiberationSerif-Bold.ttf"] == nil)
            #expect(added["ledger.csv"] == nil, "no figure changed: it is shared")
            let verified = try store.verify()
            #expect(verified.intact && verified.status == 0)
            #expect(verified.periods.map(\.editions) == [2])
        }
    }

    @Test func `what is archived already makes no new edition`() throws {
        try withStore { store in
            let before = try contents(of: store.root)
            let result = try store.archive()
            #expect(result.status == 0)
            #expect(result.text.hasPrefix("Nothing new since 00-2023@v1"))
            #expect(try contents(of: store.root) == before)
        }
    }

    @Test(arguments: [
        ("out/nghe-2023/bao-cao.pdf", "archive.refused.changed-output"),
        ("nghe-2023/submissions/hai.csv", "archive.refused.changed-input"),
    ])
    func `a file that changed since the build is named, and nothing is archived`(
        name: String,
        code: String
    ) throws {
        try withStore { store in
            let before = try contents(of: store.root)
            try store.change()
            let file = store.period.root.appendingPathComponent(name)
            var data = try Data(contentsOf: file)
            data.append(0x20)
            try data.write(to: file)
            let result = try store.archive()
            #expect(result.status == 1)
            #expect(result.errorText.contains(code), "\(result.errorText)")
            #expect(result.errorText.contains(file.lastPathComponent))
            #expect(try contents(of: store.root) == before)
            try FileManager.default.removeItem(at: file)
            #expect(try store.archive().status == 1)
            #expect(try contents(of: store.root) == before)
        }
    }

    @Test func `a draft, a build without data and no build at all are refused`() throws {
        try withStore { store in
            let before = try contents(of: store.root)
            try #require(try store.period.build("--draft").status == 0)
            #expect(try store.archive().errorText.contains("archive.refused.draft"))
            try FileManager.default.removeItem(at: store.period.output)
            #expect(try store.archive().errorText.contains("archive.refused.not-built"))
            try #require(try store.period.build("--only", "html").status == 0)
            let result = try store.archive()
            #expect(result.status == 1)
            #expect(result.errorText.contains("archive.refused.no-data"))
            #expect(try contents(of: store.root) == before)
        }
    }

    @Test func `a folder with other files is not made a store`() throws {
        try withSmallPeriod { period in
            try #require(try period.build().status == 0)
            let store = ScratchStore(period: period)
            try FileManager.default.createDirectory(
                at: store.root,
                withIntermediateDirectories: true
            )
            try Data("x".utf8).write(to: store.root.appendingPathComponent("ghi-chu.txt"))
            let result = try store.archive()
            #expect(result.status == 2)
            #expect(result.errorText.contains("archive.refused.not-a-store"))
            #expect(try store.files == ["ghi-chu.txt"])
        }
    }

    @Test func `the same inputs, user and moment give the same bytes at another place`() throws {
        let one = try withStore { store in try contents(of: store.root) }
        let other = try withStore { store in try contents(of: store.root) }
        #expect(one.keys.sorted() == other.keys.sorted())
        #expect(one == other)
    }
}
