import Foundation
import TestSupport
import Testing

/// Editions of a period whose submissions are too large to keep their rows.
@Suite struct LargeEditionTests {
    /// A submission of 33 MB in few rows, as names are long in it.
    private func writeLarge(_ period: ScratchPeriod, households: Int) throws {
        let name = String(repeating: "Làng gốm ", count: 1_000)
        var text = "ma,ten,huyen,nghe,so_ho,doanh_so\nG3,Làng gốm Mới,H2,GO,\(households),44\n"
        for number in 0..<3_000 { text += "L\(number),\(name)\(number),H2,GO,1,1\n" }
        try period.write(text, to: "submissions/hai.csv")
    }

    @Test func `data alone of any size are asked for the reason of a changed figure`() throws {
        try withSmallPeriod { period in
            let settings = try period.read("report.yaml")
            try period.write(
                settings + "figures: [count, sum]\narchive: ../kho\n",
                to: "report.yaml"
            )
            try writeLarge(period, households: 20)
            let first = try period.build("--only", "data")
            try #require(first.status == 0, "\(first.errorText)")
            let store = ScratchStore(period: period)
            let archived = try store.archive()
            try #require(archived.status == 0, "\(archived.errorText)")

            try writeLarge(period, households: 21)
            let refused = try period.build("--only", "data")
            #expect(refused.status == 1)
            #expect(refused.errorText.contains("pipeline.restatement.unexplained"))
            try period.write(
                settings + "figures: [count, sum]\narchive: ../kho\n"
                    + "restatements:\n  - {key: so_ho.*, reason: Nộp lại, source: Công văn 1}\n",
                to: "report.yaml"
            )
            let explained = try period.build("--only", "data")
            #expect(explained.status == 0, "\(explained.errorText)")
            #expect(try store.archive().status == 0)
            #expect(try store.verify().periods.map(\.editions) == [2])
        }
    }
}
