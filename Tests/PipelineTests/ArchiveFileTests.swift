import Foundation
import TestSupport
import Testing

/// The PDF files that the program makes, as other programs judge them.
@Suite struct ArchiveFileTests {
    /// The report, its draft and a note of a small period with faults, by name.
    private func files(_ period: ScratchPeriod, _ profile: String) throws -> [String: URL] {
        #expect(try period.build("--profile", profile).status == 0)
        var files: [String: URL] = [:]
        func keep(_ name: String, _ file: URL) throws {
            let copy = period.root.appendingPathComponent("\(name)-\(profile).pdf")
            try FileManager.default.copyItem(at: file, to: copy)
            files[name] = copy
        }
        let report = period.products.appendingPathComponent("bao-cao.pdf")
        try keep("report", report)
        try period.write(
            "ma,ten,huyen,nghe,so_ho,doanh_so\nG3,Làng gốm 合 \u{E000},H2,GO,hai,44\n",
            to: "submissions/hai.csv"
        )
        #expect(try period.build("--profile", profile, "--draft").status == 0)
        try keep("draft", report)
        #expect(try period.notes("--profile", profile).status == 1)
        try keep("note", period.note("h2-hai.pdf"))
        return files
    }

    @Test func `PDFBox Preflight accepts each kind of file for archives`() throws {
        let jars = [
            "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io",
            "javax.activation", "jaxb-api",
        ]
        let path = jars.map { "/usr/share/java/\($0).jar" }.joined(separator: ":")
        try withSmallPeriod { period in
            for (name, file) in try files(period, "a-1a").sorted(by: { $0.key < $1.key }) {
                let verdict = try run(
                    "java",
                    ["-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", file.path]
                )
                #expect(verdict.status == 0, "\(name)")
                let words = verdict.text + verdict.errorText
                #expect(verdict.text.contains("is a valid PDF/A-1b file"), "\(name): \(words)")
            }
        }
    }

    @Test(arguments: ["a-1a", "a-3a"])
    func `qpdf finds every kind of file sound`(profile: String) throws {
        try withSmallPeriod { period in
            for (name, file) in try files(period, profile) {
                let check = try run("qpdf", ["--check", file.path])
                #expect(check.status == 0, "\(name): \(check.text)\(check.errorText)")
                #expect(!check.errorText.contains("WARNING"), "\(name): \(check.errorText)")
                let version = profile == "a-1a" ? "PDF Version: 1.4" : "PDF Version: 1.7"
                #expect(check.text.contains(version))
            }
        }
    }

    private func takenOut(of file: URL, into folder: URL) throws -> [String: Data] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let taken = try run("pdfdetach", ["-saveall", "-o", folder.path, file.path])
        #expect(taken.status == 0, "\(taken.errorText)")
        return try contents(of: folder)
    }

    @Test func `a report of a-3a holds its figures and the rows that it lists`() throws {
        try withSmallPeriod { period in
            #expect(try period.build("--profile", "a-3a").status == 0)
            let report = period.products.appendingPathComponent("bao-cao.pdf")
            let inside = try takenOut(of: report, into: period.root.appendingPathComponent("in"))
            #expect(inside.keys.sorted() == ["rows.csv", "tidy.csv"])
            let tidy = period.products.appendingPathComponent("data/tidy.csv")
            #expect(inside["tidy.csv"] == (try Data(contentsOf: tidy)))
            #expect(
                String(decoding: inside["rows.csv"] ?? Data(), as: UTF8.self) == """
                    \u{FEFF}ma,ten,huyen,nghe,so_ho,doanh_so\r
                    G1,Làng gốm Thượng,H1,GO,12,30.5\r
                    G2,Làng gốm Hạ,H1,GO,8,20\r
                    R1,Làng rèn Trung,H1,RE,5,11.25\r
                    G3,Làng gốm Mới,H2,GO,20,44\r

                    """
            )
        }
    }

    @Test func `rows taken out of a report are a submission again`() throws {
        try withSmallPeriod { period in
            #expect(try period.build("--profile", "a-3a").status == 0)
            let tidy = period.products.appendingPathComponent("data/tidy.csv")
            let figures = try Data(contentsOf: tidy)
            let report = period.products.appendingPathComponent("bao-cao.pdf")
            let inside = try takenOut(of: report, into: period.root.appendingPathComponent("in"))
            try period.remove("submissions/hai.csv")
            try period.write(
                String(decoding: try #require(inside["rows.csv"]), as: UTF8.self),
                to: "submissions/mot.csv"
            )
            #expect(try period.build().status == 0)
            #expect(try Data(contentsOf: tidy) == figures)
        }
    }

    @Test func `a note of a-3a holds the table of answers and the file as it was received`() throws
    {
        try withSmallPeriod { period in
            try period.spoil()
            #expect(try period.notes("--profile", "a-3a").status == 1)
            let inside = try takenOut(
                of: period.note("h1-mot.pdf"),
                into: period.root.appendingPathComponent("in")
            )
            #expect(inside.keys.sorted() == ["h1-mot.answers.csv", "mot.csv"])
            let received = try Data(contentsOf: period.file("submissions/mot.csv"))
            #expect(inside["mot.csv"] == received)
            let answers = try Data(contentsOf: period.note("h1-mot.csv"))
            #expect(inside["h1-mot.answers.csv"] == answers)
        }
    }

    @Test func `settings choose the profile, and the command line goes before them`() throws {
        try withSmallPeriod { period in
            func version() throws -> String {
                let report = period.products.appendingPathComponent("bao-cao.pdf")
                return String(decoding: try Data(contentsOf: report).prefix(8), as: UTF8.self)
            }
            #expect(try period.build().status == 0)
            #expect(try version() == "%PDF-1.4")
            try period.write(try period.read("report.yaml") + "profile: a-3a\n", to: "report.yaml")
            #expect(try period.build().status == 0)
            #expect(try version() == "%PDF-1.7")
            #expect(try period.build("--profile", "a-1a").status == 0)
            #expect(try version() == "%PDF-1.4")
            let record = period.products.appendingPathComponent("build.json")
            let text = try String(contentsOf: record, encoding: .utf8)
            #expect(text.contains("\"profile\": \"a-1a\""))
        }
    }

    @Test func `a profile that is none is refused at its place`() throws {
        try withSmallPeriod { period in
            #expect(try period.build("--profile", "a-2b").status == 2)
            try period.write(try period.read("report.yaml") + "profile: a-2b\n", to: "report.yaml")
            let last =
                try period.read("report.yaml").split(
                    separator: "\n",
                    omittingEmptySubsequences: false
                ).count - 1
            #expect(try period.places().contains { $0.hasPrefix("report.yaml:\(last):10") })
        }
    }
}
