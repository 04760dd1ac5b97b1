import Foundation
import TestSupport
import Testing

@Suite struct DiagnosticsFormatTests {
    /// Two errors in one file, one in the other, one in a text.
    private func spoil(_ period: ScratchPeriod) throws {
        try period.replace(
            "G2,Làng gốm Hạ,H1,GO,8,",
            with: "G2,Làng gốm Hạ,H1,GO,-8,",
            in: "submissions/mot.csv"
        )
        try period.replace("H1,RE", with: "H1,RÉ", in: "submissions/mot.csv")
        try period.replace("H2,GO,20", with: "H2,GO,1e3", in: "submissions/hai.csv")
        try period.write("# Hạn chế\n\nCó {{ htx.coutn }}.\n", to: "texts/limits.md")
    }

    @Test func `JSON is one object a line with all keys in their order`() throws {
        try withSmallPeriod { period in
            try spoil(period)
            try FileManager.default.createDirectory(
                at: period.file("submissions/x.csv"),
                withIntermediateDirectories: true
            )
            let result = try period.check()
            #expect(result.status == 1)
            #expect(result.errors.isEmpty)
            let keys = "file line column cell code severity value message hint".split(
                separator: " "
            )
            let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.last?.isEmpty == true)
            for line in lines.dropLast() {
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
                let members = try #require(object as? [String: Any])
                #expect(Set(members.keys) == Set(keys.map(String.init)))
                let places = keys.map { line.range(of: "\"\($0)\":")?.lowerBound }
                #expect(!places.contains(nil))
                let known = places.compactMap { $0 }
                #expect(known == known.sorted())
            }
            let found = try doubts(in: result)
            #expect(
                found.map(\.place) == [
                    "submissions/hai.csv:2:23 E2 ingest.number.not-a-number",
                    "submissions/mot.csv:3:22 E3 ingest.number.negative",
                    "submissions/mot.csv:4:22 D4 ingest.sector.unknown",
                    "submissions/x.csv:-:- - pipeline.submission.unreadable",
                    "texts/limits.md:3:4 - compose.placeholder.unknown",
                ]
            )
            #expect(found.map(\.value) == ["1e3", "-8", "RÉ", nil, "htx.coutn"])
            #expect(found.allSatisfy { $0.severity == "error" && $0.hint != nil })
            #expect(lines.dropLast()[3].contains("\"line\":null,\"column\":null,\"cell\":null"))
        }
    }

    @Test func `text speaks Vietnamese, or English when asked`() throws {
        try withSmallPeriod { period in
            try spoil(period)
            let vi = try baocao("check", period.path)
            let en = try baocao("check", period.path, "--lang", "en")
            #expect(vi.status == 1)
            #expect(en.status == 1)
            for result in [vi, en] {
                #expect(result.text.contains("submissions/mot.csv:3:22 (E3)"))
                #expect(result.text.contains("htx.coutn"))
                #expect(result.errors.isEmpty)
            }
            #expect(vi.text.contains("“-8” là số âm"))
            #expect(!vi.text.contains("error"))
            #expect(en.text.contains("“-8” is negative"))
            #expect(en.text.contains("Did you mean “htx.count”?"))
            let letters = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
            let ownWords = ["Số hộ", "Nghề", "RÉ", "Lĩnh vực"].reduce(en.text) {
                $0.replacingOccurrences(of: $1, with: "")
            }
            #expect(!ownWords.contains { letters.contains($0) }, "\(ownWords)")
        }
    }

    @Test func `a build tells on standard error what a check tells`() throws {
        try withSmallPeriod { period in
            try spoil(period)
            let checked = try baocao("check", period.path)
            let built = try period.build()
            #expect(built.status == 1)
            #expect(built.errors == checked.output)
        }
    }

    @Test func `warnings alone end with nought and publish`() throws {
        try withFixture { period in
            try period.remove("submissions/883-long-xuyen.csv")
            let settings = try period.read("report.yaml")
            try period.write(
                settings + "missing:\n  - {unit: \"883\", reason: chưa gửi biểu}\n",
                to: "report.yaml"
            )
            let check = try period.check()
            #expect(check.status == 0)
            let found = try doubts(in: check)
            #expect(found.map(\.severity) == ["warning"])
            #expect(found.map(\.value) == ["883"])
            #expect(try period.build("--only", "html").status == 0)
        }
    }
}
