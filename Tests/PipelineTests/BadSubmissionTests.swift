import Foundation
import TestSupport
import Testing

/// Each bad submission of the promise, with the exact place where it is told.
@Suite struct BadSubmissionTests {
    private let mot = "submissions/mot.csv"

    private func expect(
        _ places: [String],
        status: Int32 = 1,
        _ location: SourceLocation = #_sourceLocation,
        after spoil: (ScratchPeriod) throws -> Void
    ) throws {
        try withSmallPeriod { period in
            try spoil(period)
            let result = try period.check()
            #expect(result.status == status, sourceLocation: location)
            #expect(try doubts(in: result).map(\.place) == places, sourceLocation: location)
        }
    }

    @Test func `a missing submission is told where settings list the unit`() throws {
        try expect(["report.yaml:6:12 - ingest.unit.not-submitted"]) {
            try $0.remove("submissions/hai.csv")
        }
    }

    @Test func `no submission at all is told for each unit`() throws {
        let silent = [
            "report.yaml:5:12 - ingest.unit.not-submitted",
            "report.yaml:6:12 - ingest.unit.not-submitted",
        ]
        try expect(silent) {
            try $0.remove("submissions/hai.csv")
            try $0.remove("submissions/mot.csv")
        }
        try expect(silent + ["submissions:-:- - pipeline.submission.unreadable"]) {
            try $0.remove("submissions")
        }
    }

    @Test func `an unknown unit`() throws {
        try expect(["submissions/mot.csv:3:16 C3 ingest.unit.unknown"]) {
            try $0.replace("Hạ,H1", with: "Hạ,H9", in: mot)
        }
    }

    @Test func `an unknown sector`() throws {
        try expect(["submissions/mot.csv:2:23 D2 ingest.sector.unknown"]) {
            try $0.replace("H1,GO,12", with: "H1,GA,12", in: mot)
        }
    }

    @Test func `an unknown column`() throws {
        try expect(["submissions/mot.csv:1:34 G1 ingest.heading.unknown"]) {
            let text = try $0.read(mot).replacingOccurrences(of: "\n", with: ",7\n")
            try $0.write(
                text.replacingOccurrences(of: "doanh_so,7", with: "doanh_so,mau_sac"),
                to: mot
            )
        }
    }

    @Test func `a short row and a long row`() throws {
        try expect([
            "submissions/mot.csv:2:28 F2 ingest.row.short",
            "submissions/mot.csv:3:27 G3 ingest.row.long",
        ]) {
            try $0.replace("GO,12,30.5", with: "GO,12", in: mot)
            try $0.replace("GO,8,20", with: "GO,8,20,1", in: mot)
        }
    }

    @Test func `a value that is no number and a negative count`() throws {
        try expect([
            "submissions/mot.csv:2:26 E2 ingest.number.not-a-number",
            "submissions/mot.csv:3:22 E3 ingest.number.negative",
        ]) {
            try $0.replace("GO,12,", with: "GO,mười,", in: mot)
            try $0.replace("GO,8,", with: "GO,-8,", in: mot)
        }
    }

    @Test func `one code twice, in one file and across files`() throws {
        try withSmallPeriod { period in
            try period.replace("\nG2,", with: "\nG1,", in: mot)
            try period.replace("\nG3,", with: "\nR1,", in: "submissions/hai.csv")
            let found = try doubts(in: try period.check())
            #expect(
                found.map(\.place) == [
                    "submissions/mot.csv:3:1 A3 ingest.identifier.repeated",
                    "submissions/mot.csv:4:1 A4 ingest.identifier.repeated",
                ]
            )
            #expect(found.first?.message.contains("submissions/mot.csv") == true)
            #expect(found.first?.message.contains("A2") == true)
            #expect(found.last?.message.contains("submissions/hai.csv") == true)
        }
    }

    @Test func `an empty file and one without rows`() throws {
        try expect([
            "submissions/ba.csv:-:- - ingest.file.empty",
            "submissions/bon.csv:1:1 A1 ingest.file.no-rows",
        ]) {
            try $0.write("", to: "submissions/ba.csv")
            try $0.write("ma,ten,huyen,nghe,so_ho,doanh_so\n", to: "submissions/bon.csv")
        }
    }

    @Test func `a PDF that calls itself CSV`() throws {
        let pdf = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        try expect([
            "report.yaml:6:12 - ingest.unit.not-submitted",
            "submissions/hai.csv:-:- - ingest.file.not-csv",
        ]) {
            try Data(contentsOf: pdf).write(to: $0.file("submissions/hai.csv"))
        }
    }

    @Test func `a folder, a pipe and a link to nothing among the submissions`() throws {
        try expect(
            [
                "submissions/thu-muc.csv:-:- - pipeline.submission.unreadable",
                "submissions/treo.csv:-:- - pipeline.submission.unreadable",
                "submissions/ong.csv:-:- - pipeline.submission.unreadable",
            ].sorted()
        ) {
            try FileManager.default.createDirectory(
                at: $0.file("submissions/thu-muc.csv"),
                withIntermediateDirectories: true
            )
            #expect(try run("mkfifo", [$0.file("submissions/ong.csv").path]).status == 0)
            try FileManager.default.createSymbolicLink(
                atPath: $0.file("submissions/treo.csv").path,
                withDestinationPath: "khong-co.csv"
            )
        }
    }

    @Test func `every fault of every file comes in one run`() throws {
        try expect([
            "submissions/hai.csv:2:23 E2 ingest.number.not-a-number",
            "submissions/mot.csv:2:23 D2 ingest.sector.unknown",
            "submissions/mot.csv:3:16 C3 ingest.unit.unknown",
            "submissions/trong.csv:-:- - ingest.file.empty",
            "texts/limits.md:1:1 - compose.placeholder.unknown",
        ]) {
            try $0.replace("GO,20", with: "GO,abc", in: "submissions/hai.csv")
            try $0.replace("H1,GO,12", with: "H1,GA,12", in: mot)
            try $0.replace("Hạ,H1", with: "Hạ,H9", in: mot)
            try $0.write("", to: "submissions/trong.csv")
            try $0.write("{{ abc }}\n", to: "texts/limits.md")
        }
    }
}
