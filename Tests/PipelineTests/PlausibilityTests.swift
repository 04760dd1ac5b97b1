import Foundation
import TestSupport
import Testing

/// Figures that were read without a fault and can hardly be right, over whole folders.
@Suite struct PlausibilityFolderTests {
    /// Members of a row in the fixture's submissions.
    private enum Cell: Int {
        case founded = 5
        case members = 6
        case capital = 8
        case revenue = 10
    }

    private static let phuTan = "submissions/888-phu-tan.csv"

    /// Changes cells of a file's rows, from 2 as a spreadsheet counts them.
    private func edit(
        _ name: String,
        of period: ScratchPeriod,
        rows: ClosedRange<Int>,
        _ change: (inout [String]) throws -> Void
    ) throws {
        var lines = try period.read(name).components(separatedBy: "\n")
        for row in rows {
            var cells = lines[row - 1].components(separatedBy: ",")
            try change(&cells)
            lines[row - 1] = cells.joined(separator: ",")
        }
        try period.write(lines.joined(separator: "\n"), to: name)
    }

    private func plausibility(_ result: ProgramResult) throws -> [String] {
        try doubts(in: result).filter { $0.code.hasPrefix("plausibility.") }.map(\.place)
    }

    @Test(arguments: ["an-giang-2019", "an-giang-2020", "thu-vien-2024"])
    func `a sound period gives no doubt`(name: String) throws {
        let result = try baocao(
            "check",
            fixtures.appendingPathComponent(name).path,
            "--format",
            "json"
        )
        #expect(result.status == 0)
        #expect(result.text.isEmpty, "\(result.text)")
    }

    @Test func `a cell filled down is told at its first row`() throws {
        try withFixture { period in
            try edit(Self.phuTan, of: period, rows: 3...6) { $0[Cell.revenue.rawValue] = "801.5" }
            #expect(try told(period) == ["K3 plausibility.copied.rows"])
            let doubt = try #require(try doubts(in: try period.check()).first)
            #expect(doubt.file == Self.phuTan && doubt.line == 3)
            #expect(doubt.severity == "warning")
        }
    }

    @Test func `a digit too many, a year to come, a table sent again`() throws {
        try withFixture { period in
            try edit(Self.phuTan, of: period, rows: 2...2) { cells in
                cells[Cell.revenue.rawValue] = "20887"
            }
            #expect(try told(period) == ["K2 plausibility.growth.row"])
        }
        try withFixture { period in
            try edit(Self.phuTan, of: period, rows: 3...3) { $0[Cell.founded.rawValue] = "2020" }
            #expect(try told(period) == ["F3 plausibility.future.year"])
        }
        try withFixture { period in
            try edit(Self.phuTan, of: period, rows: 2...22) { cells in
                if let capital = Double(cells[Cell.capital.rawValue]) {
                    cells[Cell.capital.rawValue] = String(capital / 4)
                }
            }
            #expect(try told(period) == ["I2 plausibility.growth.unit"])
        }
    }

    /// Cells and codes of the doubts.
    private func told(_ period: ScratchPeriod) throws -> [String] {
        try plausibility(try period.check()).map {
            $0.split(separator: " ").suffix(2).joined(separator: " ")
        }
    }

    @Test func `given figures are told at their line of the settings`() throws {
        try withFixture { period in
            try period.replace("value: 12500", with: "value: 278.4", in: "report.yaml")
            try period.replace(
                #"value: 815, unit: to, source: "Số liệu giả định để minh họa, không phải số công bố", date: 2020-12-31"#,
                with: #"value: 815, unit: to, source: "S", date: 2021-12-31"#,
                in: "report.yaml"
            )
            let lines = try period.read("report.yaml").components(separatedBy: "\n")
            let first = try #require(lines.firstIndex { $0.contains("to_hop_tac") }) + 1
            let found = try doubts(in: try period.check())
            #expect(
                found.map(\.code) == ["plausibility.future.given", "plausibility.average.given"]
            )
            #expect(found.map(\.line) == [first, first + 1])
            try period.write(
                try String(
                    contentsOf: fixtures.appendingPathComponent("an-giang-2019/report.yaml"),
                    encoding: .utf8
                )
                    + #"given: [{key: to_hop_tac, label: T, value: 815, unit: to, source: S, date: 2019-12-31}]"#
                    + "\n",
                to: "../an-giang-2019/report.yaml"
            )
            #expect(
                try told(period).map { $0.components(separatedBy: " ").last }.contains(
                    "plausibility.still.given"
                )
            )
        }
    }

    @Test func `a unit confirms a doubt with its return note`() throws {
        try withFixture { period in
            try edit(Self.phuTan, of: period, rows: 2...2) { cells in
                cells[Cell.revenue.rawValue] = "20887"
            }
            let notes = try baocao("notes", period.path, "--output", period.output.path)
            #expect(notes.status == 0, "\(notes.errorText)")
            let script = """
                import csv, glob, os, sys
                folder, target = sys.argv[1:]
                os.makedirs(target)
                for name in glob.glob(folder + '/*.csv'):
                    with open(name, encoding='utf-8-sig', newline='') as f:
                        reader = csv.DictReader(f)
                        names, rows = reader.fieldnames, list(reader)
                    rows = [r for r in rows if any(v.startswith('plausibility.') for v in r.values())]
                    if not rows: continue
                    for row in rows:
                        row['Người trả lời'], row['Ngày'] = 'Phòng Kinh tế', '20/12/2020'
                        row['Trả lời'], row['Giải thích'] = 'xác nhận đúng', 'mở nhà máy xay xát'
                    with open(target + '/888.csv', 'w', encoding='utf-8-sig', newline='') as f:
                        out = csv.DictWriter(f, names)
                        out.writeheader()
                        out.writerows(rows)
                """
            let answered = try run(
                "python3",
                [
                    "-c", script, period.products.appendingPathComponent("phieu").path,
                    period.file("answers").path,
                ]
            )
            try #require(answered.status == 0, "\(answered.errorText)")
            #expect(FileManager.default.fileExists(atPath: period.file("answers/888.csv").path))
            let result = try period.check()
            #expect(result.text.isEmpty, "\(result.text)")
        }
    }

    @Test func `a rule with an unknown key, an unknown rule or limit is told at its line`() throws {
        try withSmallPeriod { period in
            let settings = try period.read("report.yaml")
            let line = settings.components(separatedBy: "\n").count
            for (text, place) in [
                ("{rule: plausibility.growth.unit, of: true, reason: r}", "settings.key.unknown"),
                ("{rule: plausibility.growth.unit, off: true}", "settings.key.missing"),
                (
                    "{rule: plausibility.growht.unit, off: true, reason: r}",
                    "settings.value.unknown"
                ),
                (
                    "{rule: plausibility.growth.unit, limits: {uper: 3}, reason: r}",
                    "settings.key.unknown"
                ),
                (
                    "{rule: plausibility.growth.unit, limits: {lower: 3, upper: 2}, reason: r}",
                    "settings.rule.limits"
                ),
                (
                    "{rule: plausibility.growth.unit, off: true, keys: [doanhso], reason: r}",
                    "settings.name.unknown"
                ),
                (
                    "{rule: plausibility.growth.unit, off: true, units: [H9], reason: r}",
                    "settings.name.unknown"
                ),
            ] {
                try period.write(
                    settings + "plausibility:\n  changes:\n    - \(text)\n",
                    to: "report.yaml"
                )
                let result = try period.check()
                #expect(result.status == 2)
                let found = try doubts(in: result)
                #expect(found.map(\.code) == [place], "\(text)")
                #expect(found.map(\.line) == [line + 2], "\(text)")
            }
        }
    }

    @Test func `a changed rule is printed with its reason`() throws {
        try withFixture { period in
            try edit(Self.phuTan, of: period, rows: 2...2) { cells in
                cells[Cell.revenue.rawValue] = "20887"
            }
            try period.write(
                try period.read("report.yaml") + """

                    plausibility:
                      changes:
                        - {rule: plausibility.growth.row, off: true, units: ["888"], reason: nhà máy mới từ tháng 3}
                        - {rule: plausibility.growth.unit, limits: {upper: 400}, keys: [doanh_thu], reason: như trên}

                    """,
                to: "report.yaml"
            )
            let result = try period.build("--only", "html")
            #expect(result.status == 0)
            #expect(result.errorText.isEmpty, "\(result.errorText)")
            let text = try WebPage(period.products.appendingPathComponent("bao-cao.html")).text
            #expect(
                text.contains(
                    "plausibility.growth.row (huyện Phú Tân): không áp dụng; lý do: nhà máy mới từ tháng 3"
                )
            )
            #expect(
                text.contains(
                    "plausibility.growth.unit (Doanh thu): ngưỡng trên (%) 400; lý do: như trên"
                )
            )
        }
    }

    @Test func `rules without one of their own, or with an unknown key, stop everything`() throws {
        try withSmallPeriod { period in
            let templates = period.root.appendingPathComponent("Templates")
            try FileManager.default.copyItem(
                at: projectRoot.appendingPathComponent("Templates"),
                to: templates
            )
            let file = templates.appendingPathComponent("rules.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            for (old, new, code) in [
                ("plausibility.still.whole:", "plausibility.still.hole:", "settings.key.missing"),
                ("limits: {slack: 3}", "limits: {slak: 3}", "settings.key.missing"),
                ("  severity: warning", "  severity: warn", "settings.value.unknown"),
            ] {
                let range = try #require(text.range(of: old))
                try text.replacingCharacters(in: range, with: new)
                    .write(to: file, atomically: true, encoding: .utf8)
                let result = try baocao(
                    "check",
                    period.path,
                    "--templates",
                    templates.path,
                    "--format",
                    "json"
                )
                #expect(result.status == 2)
                let found = try doubts(in: result)
                #expect(found.contains { $0.code == code && $0.file == "Templates/rules.yaml" })
                #expect(found.allSatisfy { $0.line != nil })
            }
        }
    }
}

@Suite struct ExplainCommandTests {
    @Test func `explains a rule with its limits and a code, in both languages`() throws {
        let rule = try baocao("explain", "plausibility.growth.unit", in: projectRoot)
        #expect(rule.status == 0 && rule.errors.isEmpty)
        #expect(rule.text.contains("Quy tắc: cảnh báo, lower -60, upper 150, organisations 5"))
        let code = try baocao(
            "explain",
            "ingest.number.not-a-number",
            "--lang",
            "en",
            in: projectRoot
        )
        #expect(code.status == 0)
        for word in [
            "Meaning: The cell is no number.", "Why it matters: ", "To do: ", "Example: 12a",
        ] {
            #expect(code.text.contains(word), "\(word)")
        }
        let bracketed = try baocao("explain", "[ingest.number.not-a-number]", in: projectRoot)
        #expect(bracketed.status == 0)
    }

    @Test func `JSON holds the same`() throws {
        let result = try baocao(
            "explain",
            "plausibility.copied.rows",
            "--format",
            "json",
            in: projectRoot
        )
        let object = try JSONSerialization.jsonObject(with: Data(result.output))
        let members = try #require(object as? [String: Any])
        #expect(
            Set(members.keys)
                == ["code", "group", "means", "why", "mend", "example", "rule"]
        )
        let rule = try #require(members["rule"] as? [String: Any])
        #expect(rule["severity"] as? String == "warning")
        #expect((rule["limits"] as? [String: Double])?["rows"] == 3)
        let all = try baocao("explain", "--format", "json", in: projectRoot)
        let list = try JSONSerialization.jsonObject(with: Data(all.output))
        #expect((list as? [[String: Any]])?.count ?? 0 > 300)
    }

    @Test func `an unknown code names the nearest and fails`() throws {
        let result = try baocao("explain", "ingest.nubmer.not-a-number", in: projectRoot)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errorText.contains("ingest.number.not-a-number"))
        let part = try baocao("explain", "not-a-number", in: projectRoot)
        #expect(part.status == 1)
        #expect(part.errorText.contains("ingest.number.not-a-number"))
    }

    @Test func `without a code all are listed by groups`() throws {
        let result = try baocao("explain", in: projectRoot)
        #expect(result.status == 0)
        let lines = result.text.split(separator: "\n")
        #expect(lines.first == "Tính hợp lý của số liệu")
        #expect(lines.count { $0.hasPrefix("  plausibility.") } == 19)
    }

    @Test func `a folder that holds no templates is told with what to do`() throws {
        try withScratchFolder { folder in
            let result = try baocao(
                "explain",
                "ingest.file.empty",
                "--templates",
                folder.path,
                in: folder
            )
            #expect(result.status == 2)
            #expect(result.errorText.contains("rules.yaml"))
        }
    }
}
