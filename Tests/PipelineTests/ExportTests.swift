import Foundation
import TestSupport
import Testing

/// What `export` makes of an archived edition, seen by programs that are not ours.
@Suite struct ExportTests {
    private static let record = """
        archive_record:
          organ_id: 000.01.00.H01
          file_notation: 05/TH
          title: Báo cáo làng nghề năm 2023
          maintenance: Vĩnh viễn
          rights: Không hạn chế
          creator: Phòng Tổng hợp
          language: Tiếng Việt
          type: Báo cáo
          arrival_type: Biểu số liệu
          arrivals:
            - {file: submissions/mot.csv, date: 2023-12-20, number: 17, pages: 1}
            - {file: submissions/hai.csv, date: 2023-12-18, number: 18, pages: 2}

        """

    /// The small period with an archive's record, built, and archived once.
    private func withStore(
        record: String = Self.record,
        change: (ScratchPeriod) throws -> Void = { _ in },
        _ body: (ScratchPeriod, String) throws -> Void
    ) throws {
        try withSmallPeriod { period in
            try period.write(try period.read("report.yaml") + record, to: "report.yaml")
            try change(period)
            try period.build("--only", "report,data").expectSuccess()
            let store = period.root.appendingPathComponent("kho").path
            try archive(period, to: store)
            try body(period, store)
        }
    }

    private func archive(_ period: ScratchPeriod, to store: String) throws {
        try baocao(
            "archive",
            period.path,
            "--to",
            store,
            "--output",
            period.output.path,
            "--user",
            "Phòng <phong@example.vn>"
        ).expectSuccess()
    }

    private func export(
        _ store: String,
        _ edition: String = "00-2023",
        to bag: URL
    ) throws -> ProgramResult {
        try baocao("export", store, edition, "--bag", bag.path, "--lang", "en")
    }

    /// What bagit-python says of a bag.
    private func validate(_ bag: URL) throws -> ProgramResult {
        try run(pythonPath, ["-m", "bagit", "--validate", bag.path])
    }

    /// Everything below a folder but the scratch period's own files.
    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `makes a bag that another program finds valid, with every file of the edition`()
        throws
    {
        try withStore { period, store in
            let bag = period.root.appendingPathComponent("nop/goi")
            let result = try export(store, to: bag)
            #expect(result.status == 0, "\(result.errorText)")
            #expect(result.errorText.isEmpty, "\(result.errorText)")
            let verdict = try validate(bag)
            #expect(verdict.status == 0, "\(verdict.errorText)")
            let files = try contents(of: bag)
            #expect(
                files.keys.filter { !$0.contains("/") }.sorted() == [
                    "bag-info.txt", "bagit.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt",
                ]
            )
            for (path, bytes) in try contents(of: period.products) {
                #expect(files["data/products/\(path)"] == bytes, "\(path)")
            }
            for name in ["report.yaml", "submissions/mot.csv", "submissions/hai.csv"] {
                let bytes = try Data(contentsOf: period.file(name))
                #expect(files["data/inputs/period/nghe-2023/\(name)"] == bytes, "\(name)")
            }
            #expect(try names(in: bag.deletingLastPathComponent()) == ["goi"])
            let info = String(decoding: try #require(files["bag-info.txt"]), as: UTF8.self)
            #expect(info.contains("Source-Organization: Chi cục Làng nghề\n"))
            #expect(info.contains("External-Identifier: 00-2023@v1\n"))
        }
    }

    @Test
    func `registers submissions in the order of their arrival, then the report, its pages counted`()
        throws
    {
        try withStore { period, store in
            let bag = period.root.appendingPathComponent("goi")
            try export(store, to: bag).expectSuccess()
            func text(_ name: String) throws -> String {
                try String(
                    contentsOf: bag.appendingPathComponent("data/records/\(name).xml"),
                    encoding: .utf8
                )
            }
            let pages = try pages(of: period.products.appendingPathComponent("bao-cao.pdf")).count
            #expect(try names(in: bag.appendingPathComponent("data/records")).count == 4)
            #expect(try text("001").contains("<ArrivalNumber>18</ArrivalNumber>"))
            #expect(try text("001").contains("submissions/hai.csv</Description>"))
            #expect(try text("002").contains("<ArrivalDate>2023-12-20</ArrivalDate>"))
            let report = try text("003")
            #expect(
                report.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OutgoingDocument>\n")
            )
            #expect(report.contains("<PageAmount>\(pages)</PageAmount>"))
            #expect(report.contains("<CodeNumber/>") && report.contains("<IssuedDate/>"))
            let subject = report.split(separator: "<Subject>").last?.split(separator: "<").first
            #expect(subject?.contains("2023") == true && subject?.contains("\u{FEFF}") == false)
            let file = try text("file")
            #expect(file.contains("<DocTotal>3</DocTotal>"))
            #expect(file.contains("<PageTotal>\(pages + 3)</PageTotal>"))
            #expect(file.contains("<StartDate>2023-12-18</StartDate>"))
        }
    }

    @Test func `leaves empty what settings do not say, and warns of it`() throws {
        try withStore(record: "") { period, store in
            let bag = period.root.appendingPathComponent("goi")
            let result = try export(store, to: bag)
            #expect(result.status == 0)
            for word in ["OrganId, FileNotation, Title", "PageTotal"] {
                #expect(result.errorText.contains(word), "\(result.errorText)")
            }
            let xml = bag.appendingPathComponent("data/records/001.xml")
            let text = try String(contentsOf: xml, encoding: .utf8)
            #expect(text.contains("<ArrivalDate/>") && text.contains("<PageAmount/>"))
            #expect(try validate(bag).status == 0)
        }
    }

    @Test func `writes nothing when a value does not fit its field`() throws {
        let name = String(repeating: "n", count: 201)
        try withStore(change: { period in
            try period.replace("name: Chi cục Làng nghề", with: "name: \(name)", in: "report.yaml")
        }) { period, store in
            let before = try names(in: period.root)
            let result = try export(store, to: period.root.appendingPathComponent("goi"))
            #expect(result.status == 1)
            #expect(result.errorText.contains("OrganName"))
            #expect(result.errorText.contains("201 characters long, 200 at most"))
            #expect(result.errorText.contains("agency.name"))
            #expect(try names(in: period.root) == before)
        }
    }

    @Test func `refuses an arrival that the edition does not have`() throws {
        try withStore(change: { period in
            try period.replace(
                "file: submissions/mot.csv",
                with: "file: submissions/một.csv",
                in: "report.yaml"
            )
        }) { period, store in
            let doubts = try doubts(in: try period.check())
            #expect(doubts.map(\.code) == ["archive.record.no-document"])
            #expect(doubts.map(\.severity) == ["warning"])
            let result = try export(store, to: period.root.appendingPathComponent("goi"))
            #expect(result.status == 1)
            #expect(result.errorText.contains("“submissions/một.csv”"))
            #expect(result.errorText.contains("Did you mean “submissions/mot.csv”?"))
        }
    }

    @Test func `takes an empty folder and refuses any other place`() throws {
        try withStore { period, store in
            let empty = period.root.appendingPathComponent("trong")
            let full = period.root.appendingPathComponent("day")
            for folder in [empty, full] {
                try FileManager.default.createDirectory(
                    at: folder,
                    withIntermediateDirectories: true
                )
            }
            let note = full.appendingPathComponent("ghi-chu.txt")
            try Data("x".utf8).write(to: note)
            try export(store, to: empty).expectSuccess()
            #expect(try validate(empty).status == 0)
            for place in [full, note, empty] {
                let before = try contents(of: period.root)
                let result = try export(store, to: place)
                #expect(result.status == 2, "\(place.path)")
                #expect(result.errorText.contains("is there already"))
                #expect(try contents(of: period.root) == before)
            }
        }
    }

    @Test func `makes a bag that verify reads back, and finds changed in one byte`() throws {
        try withStore { period, store in
            let bag = period.root.appendingPathComponent("goi")
            try export(store, to: bag).expectSuccess()
            try baocao("verify", bag.path).expectSuccess()
            let file = bag.appendingPathComponent("data/records/file.xml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing("<DocTotal>3", with: "<DocTotal>4").utf8).write(to: file)
            let result = try baocao("verify", bag.path, "--lang", "en")
            #expect(result.status == 1)
            #expect(result.text.contains("The content of “data/records/file.xml”"))
        }
    }

    @Test func `puts nothing into the store`() throws {
        try withStore { period, store in
            let before = try contents(of: URL(fileURLWithPath: store))
            for path in ["\(store)/goi", "\(store)/a/b/goi", "\(store)/../kho/goi"] {
                let result = try export(store, to: URL(fileURLWithPath: path))
                #expect(result.status == 2, "\(path)")
                #expect(result.errorText.contains("lies in the store"))
            }
            #expect(try contents(of: URL(fileURLWithPath: store)) == before)
            let inside = try baocao(
                "export",
                store,
                "00-2023",
                "--bag",
                "goi",
                in: URL(fileURLWithPath: store)
            )
            #expect(inside.status == 2)
        }
    }

    @Test func `leaves nothing when the disk takes no more`() throws {
        try withStore { period, store in
            let before = try names(in: period.root)
            let bag = period.root.appendingPathComponent("goi").path
            let command = "ulimit -f 20; exec \"$0\" export \"$1\" 00-2023 --bag \"$2\""
            let result = try run("bash", ["-c", command, programPath("baocao"), store, bag])
            #expect(result.status == 2, "\(result.errorText)")
            #expect(try names(in: period.root) == before)
        }
    }

    @Test func `refuses a store in which one file is not as it was archived`() throws {
        try withStore { period, store in
            let root = URL(fileURLWithPath: store)
            let content = try contents(of: root).keys.filter { $0.contains("/content/") }.sorted()
            #expect(content.count > 8)
            for path in content {
                let file = root.appendingPathComponent(path)
                let sound = try Data(contentsOf: file)
                var spoilt = sound
                spoilt[sound.count / 2] ^= 1
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o644],
                    ofItemAtPath: file.path
                )
                try spoilt.write(to: file)
                let bag = period.root.appendingPathComponent("goi")
                let result = try export(store, to: bag)
                #expect(result.status == 1, "\(path)")
                #expect(!FileManager.default.fileExists(atPath: bag.path))
                try sound.write(to: file)
            }
            #expect(try names(in: period.root).allSatisfy { !$0.hasPrefix(".") })
        }
    }

    @Test func `exports the edition asked for`() throws {
        try withStore { period, store in
            try period.replace(
                "R1,Làng rèn Trung",
                with: "R1,Làng rèn Cũ",
                in: "submissions/mot.csv"
            )
            try period.build("--only", "report,data").expectSuccess()
            try archive(period, to: store)
            for (edition, name) in [
                ("00-2023@v1", "Trung"), ("00-2023@v2", "Cũ"), ("00-2023", "Cũ"),
            ] {
                let bag = period.root.appendingPathComponent("goi-\(UUID().uuidString)")
                try export(store, edition, to: bag).expectSuccess()
                let table = bag.appendingPathComponent(
                    "data/inputs/period/nghe-2023/submissions/mot.csv"
                )
                #expect(try String(contentsOf: table, encoding: .utf8).contains(name), "\(edition)")
            }
            let bag = period.root.appendingPathComponent("goi")
            for edition in ["00-2023@v3", "00-2024"] {
                let result = try export(store, edition, to: bag)
                #expect(result.status == 2 && result.errorText.contains(edition))
            }
            #expect(try export(store, "00-2023@1", to: bag).status == 2)
            #expect(try export(period.path, to: bag).status == 2)
            #expect(!FileManager.default.fileExists(atPath: bag.path))
        }
    }

    @Test func `writes line ends and percent signs of names by their codes`() throws {
        try withStore(change: { period in
            for (old, new) in [("mot.csv", "mot\r\nx.csv"), ("hai.csv", "hai%0A100%.csv")] {
                try FileManager.default.moveItem(
                    at: period.file("submissions/\(old)"),
                    to: period.file("submissions/\(new)")
                )
            }
            let settings = try period.read("report.yaml")
            let end = try #require(settings.range(of: "  arrivals:"))
            try period.write(String(settings[..<end.lowerBound]), to: "report.yaml")
        }) { period, store in
            let bag = period.root.appendingPathComponent("goi")
            let result = try export(store, to: bag)
            #expect(result.status == 0, "\(result.errorText)")
            #expect(result.errorText.contains("hai%0A100%.csv"))
            let manifest = try String(
                contentsOf: bag.appendingPathComponent("manifest-sha512.txt"),
                encoding: .utf8
            )
            #expect(manifest.contains("/submissions/mot%0D%0Ax.csv\n"))
            #expect(manifest.contains("/submissions/hai%250A100%25.csv\n"))
        }
    }

    @Test
    func `a name with blanks, marks and a backslash is taken as it is, and another program agrees`()
        throws
    {
        let names = [" mot  x .csv", "hai\\ba~'$&<>.csv"]
        try withStore(
            record: "",
            change: { period in
                for (old, new) in zip(["mot.csv", "hai.csv"], names) {
                    try FileManager.default.moveItem(
                        at: period.file("submissions/\(old)"),
                        to: period.file("submissions/\(new)")
                    )
                }
            }
        ) { period, store in
            let bag = period.root.appendingPathComponent("goi")
            let result = try export(store, to: bag)
            #expect(result.status == 0, "\(result.errorText)")
            #expect(result.errorText.contains("archive.export.backslash"))
            let verdict = try validate(bag)
            #expect(verdict.status == 0, "\(verdict.errorText)")
            try baocao("verify", bag.path).expectSuccess()
            let records = try ["001", "002"].map {
                try String(
                    contentsOf: bag.appendingPathComponent("data/records/\($0).xml"),
                    encoding: .utf8
                )
            }.joined()
            #expect(records.contains("/submissions/ mot  x .csv</Description>"))
            #expect(records.contains("/submissions/hai\\ba~'$&amp;&lt;&gt;.csv</Description>"))
        }
    }

    @Test func `removes what a killed run left and gives a whole bag`() throws {
        try withStore { period, store in
            let left = period.root.appendingPathComponent(".goi.baocao-2147480000")
            let other = period.root.appendingPathComponent(".goi.baocao-x")
            for folder in [left, other] {
                try FileManager.default.createDirectory(
                    at: folder,
                    withIntermediateDirectories: true
                )
            }
            try export(store, to: period.root.appendingPathComponent("goi")).expectSuccess()
            #expect(!FileManager.default.fileExists(atPath: left.path))
            #expect(FileManager.default.fileExists(atPath: other.path))
        }
    }
}
