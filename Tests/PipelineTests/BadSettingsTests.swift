import Foundation
import TestSupport
import Testing

/// Each bad setting, template and face, with the exact place where it is told.
@Suite struct BadSettingsTests {
    private func expect(
        _ places: [String],
        status: Int32,
        _ location: SourceLocation = #_sourceLocation,
        after spoil: (ScratchPeriod) throws -> Void
    ) throws {
        try withSmallPeriod { period in
            try spoil(period)
            let result = try period.check()
            #expect(result.status == status, sourceLocation: location)
            #expect(try doubts(in: result).map(\.place) == places, sourceLocation: location)
            let built = try period.build()
            #expect(built.status == status, sourceLocation: location)
            #expect(!FileManager.default.fileExists(atPath: period.output.path))
        }
    }

    @Test func `a folder without settings`() throws {
        try expect(["report.yaml:-:- - pipeline.period.no-settings"], status: 2) {
            try $0.remove("report.yaml")
        }
    }

    @Test func `two texts whose names differ only in composition`() throws {
        try expect(["texts/\u{E2}.md:-:- - pipeline.text.same-name"], status: 1) {
            try $0.write("Một.\n", to: "texts/\u{E2}.md")
            try $0.write("Hai.\n", to: "texts/a\u{302}.md")
        }
    }

    @Test func `settings that are a folder, empty or binary`() throws {
        try expect(["report.yaml:-:- - pipeline.period.no-settings"], status: 2) {
            try $0.remove("report.yaml")
            try $0.write("", to: "report.yaml/x")
        }
        for text in ["", "\u{0}\u{1}\u{2}", "- a\n- b\n", "{"] {
            try withSmallPeriod { period in
                try period.write(text, to: "report.yaml")
                let result = try period.check()
                #expect(result.status == 2)
                let found = try doubts(in: result)
                #expect(!found.isEmpty)
                #expect(found.allSatisfy { $0.file == "report.yaml" })
            }
        }
    }

    @Test func `unknown and repeated keys, with the nearest`() throws {
        try withSmallPeriod { period in
            let settings = try period.read("report.yaml")
            try period.write(settings + "mkae: [data]\nsource: Lần hai\n", to: "report.yaml")
            let result = try period.check()
            #expect(result.status == 2)
            let found = try doubts(in: result)
            #expect(
                found.map(\.place) == [
                    "report.yaml:22:1 - settings.key.unknown",
                    "report.yaml:23:1 - settings.key.repeated",
                ]
            )
            #expect(found.first?.hint?.contains("make") == true)
            #expect(found.last?.message.contains("21") == true)
        }
    }

    @Test func `a previous period that is not there is told where it is named`() throws {
        try expect(["report.yaml:22:11 - pipeline.period.no-settings"], status: 1) {
            try $0.write(try $0.read("report.yaml") + "previous: ../nghe-2022\n", to: "report.yaml")
        }
    }

    @Test func `a placeholder that names nothing, in the period's text`() throws {
        try withSmallPeriod { period in
            try period.write(
                "# Hạn chế\n\nMột câu, rồi {{ so_hoo.sum }}.\n",
                to: "texts/limits.md"
            )
            let found = try doubts(in: try period.check())
            #expect(found.map(\.place) == ["texts/limits.md:3:14 - compose.placeholder.unknown"])
            #expect(found.first?.value == "so_hoo.sum")
            #expect(found.first?.hint?.contains("so_ho.sum") == true)
        }
    }

    @Test func `a figure that cannot be computed, in the period's text`() throws {
        try expect(["texts/limits.md:1:4 - compose.figure.no-value"], status: 1) {
            try $0.replace("GO,20,44", with: "GO,20,", in: "submissions/hai.csv")
            try $0.write("Có {{ doanh_so.sum.H2 }}.\n", to: "texts/limits.md")
        }
    }

    @Test func `a placeholder that names nothing, in the office's templates`() throws {
        try withTemplates { templates, period in
            let file = templates.appendingPathComponent("annual-report/closing.md")
            try Data("Hết: {{ chart.khong-co }}\n".utf8).write(to: file)
            let result = try baocao(
                "check",
                period.path,
                "--format",
                "json",
                "--templates",
                templates.path
            )
            #expect(result.status == 1)
            #expect(
                try doubts(in: result).map(\.place)
                    == ["Templates/annual-report/closing.md:1:6 - compose.placeholder.unknown"]
            )
        }
    }

    @Test func `templates that are not there`() throws {
        try withTemplates { templates, period in
            let nowhere = templates.appendingPathComponent("khong-co").path
            #expect(try baocao("check", period.path, "--templates", nowhere).status == 2)
            try FileManager.default.removeItem(
                at: templates.appendingPathComponent("annual-report/limits.md")
            )
            let result = try baocao(
                "check",
                period.path,
                "--format",
                "json",
                "--templates",
                templates.path
            )
            #expect(result.status == 1)
            let found = try doubts(in: result)
            #expect(found.map(\.file) == ["Templates/annual-report/order.yaml"])
            #expect(found.first?.message.contains("limits") == true)
        }
    }

    @Test(arguments: [
        "/khong/co/phong.ttf", "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
    ])
    func `a face that is not there or of another family`(face: String) throws {
        try withTemplates { templates, period in
            let theme = templates.appendingPathComponent("theme.yaml")
            let text = try String(contentsOf: theme, encoding: .utf8)
            let regular = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
            try #require(text.contains(regular))
            try Data(text.replacingOccurrences(of: regular, with: face).utf8).write(to: theme)
            for command in ["check", "build"] {
                let result = try run(
                    programPath("baocao"),
                    [command, period.path, "--templates", templates.path],
                    in: period.root
                )
                #expect(result.status == 2)
                let words = result.text + result.errorText
                // Told where the face is named.
                let line = text.components(separatedBy: regular)[0].filter { $0 == "\n" }.count + 1
                #expect(words.contains("Templates/theme.yaml:\(line):"))
                #expect(words.contains(face))
                #expect(words.contains("fonts-liberation2"))
            }
            #expect(try contents(of: period.root).keys.allSatisfy { !$0.hasPrefix("Output") })
        }
    }

    private func withTemplates(_ body: (URL, ScratchPeriod) throws -> Void) throws {
        try withSmallPeriod { period in
            let templates = period.root.appendingPathComponent("Templates")
            try FileManager.default.copyItem(
                at: projectRoot.appendingPathComponent("Templates"),
                to: templates
            )
            try body(templates, period)
        }
    }
}
