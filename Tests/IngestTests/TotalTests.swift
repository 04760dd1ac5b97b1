import DatasetModel
import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

/// Total rows are summed against the rows that they cover, and prove form, unit and completeness.
struct Totals {
    let period: Period

    init() throws {
        period = try Period()
    }

    private let header = "ma;ten;don_vi;linh_vuc;thanh_vien;von\n"

    private func proofs(_ dataset: Dataset) -> [String] {
        (dataset.submissions.first?.reading?.proofs ?? []).map {
            "\($0.place.cell ?? "") \($0.column) \($0.stated) = \($0.computed) \($0.rows) \($0.holds)"
        }
    }

    @Test func `a total that holds is a proof and no data`() {
        let (dataset, log) = period.read(
            header + "A1;Một;001;NN;12;1,5\nA2;Hai;001;NN;30;2\n;Tổng cộng;;;42;3,5\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.identifiers == ["A1", "A2"])
        #expect(proofs(dataset) == ["E4 thanh_vien 42 = 42 2 true", "F4 von 3,5 = 3,5 2 true"])
        #expect(dataset.submissions.first?.reading?.leftOut.map(\.kind) == [.total])
    }

    @Test func `blank lines are told among those left out`() {
        let (dataset, log) = period.read(
            header + "A1;Một;001;NN;12;1,5\n\n;;;;;\nA2;Hai;001;NN;30;2\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.submissions.first?.reading?.leftOut.map(\.kind) == [.blank, .blank])
        #expect(dataset.submissions.first?.reading?.leftOut.map(\.line) == [3, 4])
    }

    @Test func `a total that fails is an error with the difference`() {
        let (dataset, log) = period.read(
            header + "A1;Một;001;NN;12;1,5\nA2;Hai;001;NN;30;2\n;Tổng cộng;;;45;3,5\n"
        )
        #expect(faults(log) == ["E4 ingest.total.mismatch"])
        #expect(log.entries.first?.message.en.contains("a difference of 3") == true)
        #expect(proofs(dataset).first == "E4 thanh_vien 45 = 42 2 false")
    }

    @Test func `a total in another unit says so`() {
        let (_, log) = period.read(
            header + "A1;Một;001;NN;12;1500\nA2;Hai;001;NN;30;2500\n;Cộng;;;42;4\n"
        )
        #expect(faults(log) == ["F4 ingest.total.mismatch"])
        #expect(log.entries.first?.message.en.contains("exactly 1000 times") == true)
    }

    @Test func `totals decide a form that no cell proves`() {
        let (dataset, log) = period.read(
            header + "A1;Một;001;NN;12;1.500\nA2;Hai;001;NN;30;900\n;Tổng cộng;;;42;2.400\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["1500", "900"])
        let form = dataset.submissions.first?.reading?.settings.first { $0.name == "number_form" }
        #expect(form?.value == "comma")
        #expect(form?.evidence.en == "1 totals hold in this form only")
    }

    @Test func `subtotals above or below their rows hold over their own rows`() {
        let rows = ["A1;Một;001;NN;12;1,5\nA2;Hai;001;NN;30;2\n", "A3;Ba;001;VT;5;4\n"]
        let below = period.read(
            header + rows[0] + ";Cộng;;;42;3,5\n" + rows[1] + ";Cộng;;;5;4\n"
                + ";Tổng cộng;;;47;7,5\n"
        )
        #expect(faults(below.log) == [])
        #expect(proofs(below.dataset).count == 6)
        let above = period.read(
            "tt;" + header + "I;;Nông nghiệp;;;42;3,5\n"
                + rows[0].split(separator: "\n").map { "1;\($0)\n" }.joined()
                + "II;;Vận tải;;;5;4\n2;" + rows[1] + ";;Tổng cộng;;;47;7,5\n"
        )
        #expect(faults(above.log).filter { !$0.contains("heading") } == [])
        #expect(proofs(above.dataset).count == 6)
        #expect(above.dataset.rows.count == 3)
    }

    @Test func `a difference that rounding explains is told, not refused`() {
        let (_, log) = period.read(
            header + "A1;Một;001;NN;12;1,5\nA2;Hai;001;NN;30;2,5\n;Tổng cộng;;;42;4,1\n"
        )
        #expect(faults(log) == ["F4 ingest.total.rounding"])
        #expect(!log.hasErrors)
    }

    @Test func `an organisation called Tổng or Cộng is no total`() {
        let (dataset, log) = period.read(
            header + "A1;Tổng hợp Hòa An;001;NN;12;1,5\nA2;Cộng đồng Sông Mơ;001;NN;30;2\n"
                + ";Tổng cộng;;;42;3,5\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.names == ["Tổng hợp Hòa An", "Cộng đồng Sông Mơ"])
    }

    @Test func `a row that cannot be read leaves its total unproved, not failed`() {
        let (dataset, log) = period.read(
            header + "A1;Một;001;NN;12;1,5\nA2;Hai;001;NN;ba mươi;2\n;Tổng cộng;;;42;3,5\n"
        )
        #expect(faults(log) == ["E3 ingest.number.not-a-number"])
        #expect(proofs(dataset) == ["F4 von 3,5 = 3,5 2 true"])
    }

    @Test func `a missing row shows in the total`() {
        let (_, log) = period.read(
            header + "A1;Một;001;NN;12;1,5\n;Tổng cộng;;;42;3,5\n"
        )
        #expect(faults(log) == ["E3 ingest.total.mismatch", "F3 ingest.total.mismatch"])
    }
}
