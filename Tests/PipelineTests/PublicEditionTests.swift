import Foundation
import TestSupport
import Testing

/// Editions for everybody, as whole builds.
@Suite struct PublicEditionTests {
    /// Where the fixture's edition for everybody stands, built once.
    private static let folder: Result<URL, any Error> = Result {
        let root = projectRoot.appendingPathComponent(".build/pipeline-tests-public")
        try? FileManager.default.removeItem(at: root)
        let period = fixtures.appendingPathComponent("an-giang-2020")
        let result = try baocao(
            "build",
            period.path,
            "--output",
            root.path,
            "--audience",
            "public"
        )
        try #require(result.status == 0, "\(result.errorText)")
        try #require(result.errorText.isEmpty, "\(result.errorText)")
        return root.appendingPathComponent("an-giang-2020-public")
    }

    private func rows(_ folder: URL) throws -> [String: [String]] {
        let file = folder.appendingPathComponent("data/tidy.csv")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let rows = text.split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[1...4].joined(separator: "."), $0) })
    }

    private func text(_ name: String) throws -> String {
        let file = try Self.folder.get().appendingPathComponent(name)
        guard name.hasSuffix(".pdf") else {
            return String(decoding: try Data(contentsOf: file), as: UTF8.self)
        }
        return try run("pdftotext", ["-layout", file.path, "-"]).text
    }

    @Test func `a solver from outside finds no secret in the data`() throws {
        let result = try attack(try Self.folder.get())
        #expect(result.status == 0, "\(result.text)\(result.errorText)")
        #expect(result.text.contains(" 0 found"))
    }

    @Test func `the same attack finds every secret of the complete data`() throws {
        let result = try attack(try BuiltFixture.folder.get())
        #expect(result.status == 1)
        #expect(!result.text.contains(" 0 found"))
    }

    private func attack(_ folder: URL) throws -> ProgramResult {
        let complete = try BuiltFixture.folder.get().appendingPathComponent("data/tidy.csv")
        return try run(
            pythonPath,
            [
                projectRoot.appendingPathComponent("Tests/Checkers/attack-by-lp.py").path,
                folder.appendingPathComponent("data/tidy.csv").path, complete.path, "10",
                "loi_nhuan",
            ]
        )
    }

    @Test func `figures that are published are those of the complete edition`() throws {
        let complete = try rows(try BuiltFixture.folder.get())
        let published = try rows(try Self.folder.get())
        #expect(Set(complete.keys) == Set(published.keys))
        var suppressed = 0
        for (key, row) in published {
            if row[9] == "Q" {
                suppressed += 1
                #expect(row[5].isEmpty, "\(key)")
                #expect(row[7] != "0", "\(key): nobody's figures are no secret")
            } else {
                #expect(row == complete[key], "\(key)")
            }
        }
        #expect(suppressed > 1000)
        // Counts are always public, but not those of size classes, which tell a single organisation's size; the
        // smallest and the largest of money and people never.
        for (key, row) in published {
            if row[4] == "count", !row[3].hasPrefix("quy_mo=") { #expect(row[9] != "Q", "\(key)") }
            if row[4] == "min", row[3] != "nam_thanh_lap", row[7] != "0" {
                #expect(row[9] == "Q", "\(key)")
            }
            if row[4] == "sum", ["1", "2"].contains(row[7]) { #expect(row[9] == "Q", "\(key)") }
        }
    }

    @Test func `no suppressed figure stands in report, page or data`() throws {
        let complete = try rows(try BuiltFixture.folder.get())
        let published = try rows(try Self.folder.get())
        var open = Set<String>()
        var secret = Set<String>()
        for (key, row) in published {
            guard let value = complete[key]?[5], !value.isEmpty else { continue }
            if row[9] == "Q" { secret.insert(value) } else { open.insert(value) }
        }
        // Short numbers stand for other things as well.
        let long = secret.subtracting(open).filter { $0.filter(\.isNumber).count >= 5 }
            .filter { $0.count <= 12 }
        #expect(long.count > 200)
        // Figures that are public stand there rounded, in their own unit and in thousands of it.
        let openTexts = Set(
            open.flatMap { value -> [String] in
                let number = Double(value) ?? 0
                return [value]
                    + [0, 1, 2].flatMap { places in
                        [number, number / 1000].map { String(format: "%.\(places)f", $0) }
                    }
            }.map(Self.vietnamese)
        )
        for name in ["bao-cao.pdf", "bao-cao.html", "data/tidy.csv"] {
            let numbers = Set(
                try text(name).split { !($0.isNumber || $0 == "," || $0 == ".") }.map(String.init)
            )
            #expect(numbers.count > 100)
            for value in long {
                let printed = Self.vietnamese(value)
                let isThere =
                    name.hasSuffix(".csv")
                    ? numbers.contains(value)
                    : numbers.contains(printed) && !openTexts.contains(printed)
                #expect(!isThere, "\(name) has \(value)")
            }
        }
    }

    /// With dots between thousands and a comma before decimals.
    private static func vietnamese(_ value: String) -> String {
        let parts = value.split(separator: ".")
        var whole = ""
        for (index, digit) in parts[0].reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { whole = "." + whole }
            whole = String(digit) + whole
        }
        return parts.count > 1 ? "\(whole),\(parts[1])" : whole
    }

    @Test func `single organisations are listed without their figures`() throws {
        let report = try text("bao-cao.pdf")
        #expect(report.contains("AG-NN-0001"))
        // What the submissions say of the first organisation.
        for value in ["6.405,6", "8.572,3", "4 - 5"] { #expect(!report.contains(value)) }
        #expect(!report.contains("Số HTX theo quy mô vốn điều lệ"))
        #expect(report.contains("c: số liệu được bảo mật."))
        #expect(report.contains("Đây là bản công khai."))
        #expect(!report.contains("[?"))
    }

    @Test func `page and record name the audience, and the record the attack`() throws {
        #expect(try text("bao-cao.html").contains(#"<meta name="audience" content="public">"#))
        let record = try JSONSerialization.jsonObject(
            with: Data(contentsOf: try Self.folder.get().appendingPathComponent("build.json"))
        )
        let members = try #require(record as? [String: Any])
        let settings = try #require(members["settings"] as? [String: String])
        #expect(settings["audience"] == "public")
        let disclosure = try #require(members["disclosure"] as? [String: Any])
        let attack = try #require(disclosure["attack"] as? [String: Any])
        #expect(attack["result"] as? String == "passed")
        #expect((attack["attacked"] as? Int ?? 0) > 300)
        #expect((Double(attack["narrowest"] as? String ?? "") ?? 0) >= 1)
        // How rows were read shows values of single organisations.
        #expect((members["readings"] as? [Any])?.isEmpty == true)
        let complete = try String(
            contentsOf: try BuiltFixture.folder.get().appendingPathComponent("build.json"),
            encoding: .utf8
        )
        #expect(complete.contains(#""audience": "official""#))
        #expect(!complete.contains("disclosure"))
    }

    @Test func `files inside the PDF hold no more than the pages`() throws {
        try withFixture { period in
            let result = try period.build(
                "--audience",
                "public",
                "--only",
                "report",
                "--profile",
                "a-3a"
            )
            #expect(result.status == 0, "\(result.errorText)")
            let folder = period.output.appendingPathComponent("an-giang-2020-public")
            let files = period.root.appendingPathComponent("inside")
            try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
            let pdf = folder.appendingPathComponent("bao-cao.pdf").path
            try run("pdfdetach", ["-saveall", "-o", files.path, pdf]).expectSuccess()
            let list = try String(
                contentsOf: files.appendingPathComponent("rows.csv"),
                encoding: .utf8
            )
            let heading = list.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            #expect(heading.hasSuffix("ma_htx,ten_htx,don_vi,linh_vuc,tinh_trang"))
            let tidy = try String(
                contentsOf: files.appendingPathComponent("tidy.csv"),
                encoding: .utf8
            )
            #expect(tidy.contains("2020,all,TNMT,doanh_thu,sum,,trieu_dong,1,1,Q"))
        }
    }

    @Test func `a store takes the complete edition only`() throws {
        try withFixture { period in
            #expect(try period.build("--audience", "public", "--only", "data").status == 0)
            try FileManager.default.moveItem(
                at: period.output.appendingPathComponent("an-giang-2020-public"),
                to: period.products
            )
            let store = period.root.appendingPathComponent("kho").path
            let result = try baocao(
                "archive",
                period.path,
                "--to",
                store,
                "--output",
                period.output.path
            )
            #expect(result.status != 0)
            #expect(result.errorText.contains("archive.refused.public"))
        }
    }

    @Test func `a second edition keeps the secrets of the first`() throws {
        try withFixture { period in
            #expect(try period.build("--audience", "public", "--only", "data").status == 0)
            let first = period.output.appendingPathComponent("an-giang-2020-public")
            let before = try rows(first)
            try FileManager.default.copyItem(
                at: first,
                to: period.root.appendingPathComponent("cong-bo")
            )
            // One organisation sends another revenue.
            try period.replace(
                "AG-NN-0002,HTX Nông nghiệp Long Thuận,883,NN,hoat_dong,2017,208,16,2093.3,2558.9,343",
                with:
                    "AG-NN-0002,HTX Nông nghiệp Long Thuận,883,NN,hoat_dong,2017,208,16,2093.3,2558.9,393",
                in: "submissions/883-long-xuyen.csv"
            )
            try period.replace(
                "make: [",
                with: "published: [../cong-bo]\nmake: [",
                in: "report.yaml"
            )
            let result = try period.build("--audience", "public", "--only", "data")
            #expect(result.status == 0, "\(result.errorText)")
            let after = try rows(first)
            for (key, row) in before where row[9] == "Q" {
                #expect(after[key]?[9] == "Q", "\(key)")
            }
        }
    }

    @Test func `an organisation that joined since is not told by the difference`() throws {
        try withFixture { period in
            #expect(try period.build("--audience", "public", "--only", "data").status == 0)
            let folder = period.output.appendingPathComponent("an-giang-2020-public")
            try FileManager.default.copyItem(
                at: folder,
                to: period.root.appendingPathComponent("cong-bo")
            )
            let row = "AG-NN-9999,HTX Mới,883,NN,hoat_dong,2020,120,9,900,1100,250,20,4.5,kha"
            try period.replace(
                "AG-NN-0002,",
                with: "\(row)\r\nAG-NN-0002,",
                in: "submissions/883-long-xuyen.csv"
            )
            try period.replace(
                "make: [",
                with: "published: [../cong-bo]\nmake: [",
                in: "report.yaml"
            )
            let result = try period.build("--audience", "public", "--only", "data")
            #expect(result.status == 0, "\(result.errorText)")
            let rows = try rows(folder)
            #expect(rows["all.all.htx.count"]?[5] == "233")
            // Each sum with it less the sum without it is its own revenue.
            for place in ["883.NN", "883.all", "all.NN", "all.all"] {
                #expect(rows["\(place).doanh_thu.sum"]?[9] == "Q", "\(place)")
                #expect(rows["\(place).doanh_thu.mean"]?[9] == "Q", "\(place)")
            }
            #expect(rows["884.all.doanh_thu.sum"]?[9] == "A")
        }
    }

    @Test func `what was published in full is told, and cannot be protected again`() throws {
        try withFixture { period in
            #expect(try period.build("--only", "data").status == 0)
            try FileManager.default.copyItem(
                at: period.products,
                to: period.root.appendingPathComponent("cong-bo")
            )
            try period.replace(
                "make: [",
                with: "published: [../cong-bo]\nmake: [",
                in: "report.yaml"
            )
            let result = try period.build("--audience", "public", "--only", "data")
            #expect(result.status == 0)
            #expect(result.errorText.contains("disclosure.published.already-known"))
        }
    }

    @Test(arguments: [
        ("published: [khong-co]", "pipeline.published.no-file"),
        ("published: [report.yaml]", "pipeline.published.not-tidy"),
        ("disclosure: {minimum: 2}", "3"), ("disclosure: {open: [doanh_tu]}", "doanh_thu"),
        ("disclosure: {dominance: {percent: 100}}", "99"),
        ("disclosure: {protecton: 5}", "protection"),
    ])
    func `settings that cannot be right are told`(line: String, words: String) throws {
        try withFixture { period in
            try period.replace("make: [", with: "\(line)\nmake: [", in: "report.yaml")
            let result = try period.build("--audience", "public", "--only", "data")
            #expect(result.status != 0)
            #expect(result.errorText.contains(words), "\(result.errorText)")
            #expect(!FileManager.default.fileExists(atPath: period.output.path))
        }
    }

    @Test func `a period of one organisation publishes its count alone`() throws {
        try withFixture { period in
            for name in try FileManager.default.contentsOfDirectory(
                atPath: period.file("submissions").path
            ) where name != "883-long-xuyen.csv" {
                try period.remove("submissions/\(name)")
            }
            let lines = try period.read("submissions/883-long-xuyen.csv").split(
                whereSeparator: \.isNewline
            )
            try period.write(
                lines.prefix(2).joined(separator: "\n") + "\n",
                to: "submissions/883-long-xuyen.csv"
            )
            let missing = [
                "884", "886", "887", "888", "889", "890", "891", "892", "893", "894",
            ].map { "{unit: \"\($0)\", reason: lũ}" }.joined(separator: ", ")
            try period.replace("make: [", with: "missing: [\(missing)]\nmake: [", in: "report.yaml")
            try period.replace("previous: ../an-giang-2019\n", with: "", in: "report.yaml")
            let result = try period.build("--audience", "public", "--only", "data")
            #expect(result.status == 0, "\(result.errorText)")
            let rows = try rows(period.output.appendingPathComponent("an-giang-2020-public"))
            #expect(rows["all.all.htx.count"]?[5] == "1")
            #expect(rows["all.all.doanh_thu.sum"]?[9] == "Q")
            #expect(rows.values.allSatisfy { $0[4] != "sum" || $0[7] == "0" || $0[9] == "Q" })
        }
    }
}
