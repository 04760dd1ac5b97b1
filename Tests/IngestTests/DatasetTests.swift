import DatasetModel
import Diagnostics
import Testing

@testable import Ingest

struct ReadingSubmissions {
    let period: Period

    init() throws {
        period = try Period()
    }

    @Test func `reads a good file without a doubt`() {
        let (dataset, log) = period.read(
            "\u{FEFF}" + head
                + "A1,\"HTX \"\"Một\"\", An\",001,NN,12,5\r\n"
                + "A2,A*B <script>,H. hoà an,giao thông VẬN TẢI,0,\r\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.identifiers == ["A1", "A2"])
        #expect(dataset.rows.names == ["HTX \"Một\", An", "A*B <script>"])
        #expect(dataset.rows.units == [0, 0])
        #expect(dataset.rows.sectors == [0, 1])
        #expect(period.values("thanh_vien", of: dataset) == ["12", "0"])
        #expect(period.values("von", of: dataset) == ["5", "missing"])
        #expect(period.values("lai", of: dataset) == ["missing", "missing"])
        #expect(dataset.rows.classes == [[nil, nil]])
        #expect(dataset.submissions.map(\.units) == [["001"]])
        #expect(dataset.submissions.map(\.rowCount) == [2])
        #expect(dataset.rows.origins.map(\.line) == [2, 3])
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func `finds the delimiter`(delimiter: String) {
        let text = "mã số,TÊN  HTX,Đơn vị,Lĩnh vực,Số thành viên,Vốn\nA1,Một,001,NN,12,5\n"
        let (dataset, log) = period.read(
            text.split(separator: ",", omittingEmptySubsequences: false)
                .joined(separator: delimiter)
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.names == ["Một"])
    }

    @Test func `reads a whole file in the form that one cell proves`() {
        let (dataset, log) = period.read(
            head + "A1,Một,001,NN,1.234,3.664\nA2,Hai,001,NN,12,\"1,25\"\n",
            head + "B1,Ba,001,NN,\"1,234\",3.664\n"
        )
        // Three decimals that the file has nowhere else are not read.
        #expect(faults(log) == ["F2 ingest.number.unusual"])
        #expect(period.values("thanh_vien", of: dataset) == ["1234", "12"])
        #expect(period.values("von", of: dataset) == ["3664", "1.25"])
    }

    @Test func `never guesses a number without proof`() {
        let (dataset, log) = period.read(head + "A1,Một,001,NN,12,3.664\n")
        #expect(faults(log) == ["F2 ingest.number.ambiguous"])
        #expect(dataset.rows.count == 0)
    }

    @Test func `converts from the unit in a heading, exactly`() {
        let (dataset, log) = period.read(
            "ma,ten,don_vi,linh_vuc,thanh_vien,Vốn (Đồng)\nA1,Một,001,NN,12,1234567\n"
        )
        #expect(faults(log) == [])
        #expect(period.values("von", of: dataset) == ["1.234567"])
    }

    @Test func `reads decomposed text as composed`() {
        let (dataset, log) = period.read(
            "ma,te\u{302}n,don_vi,linh_vuc,thanh_vien,vo\u{302}\u{301}n\n"
                + "A1,HTX Mo\u{323}\u{302}t,Ho\u{300}a An,Va\u{323}\u{302}n ta\u{309}i,12,5\n"
        )
        #expect(faults(log) == [])
        #expect(
            dataset.rows.names.map { Array($0.unicodeScalars) } == [Array("HTX Một".unicodeScalars)]
        )
    }

    @Test func `counts rows as a spreadsheet does`() {
        let (dataset, log) = period.read(
            head + "A1,\"HTX\nMột\",001,NN,12,5\n\n,,,,,\nA2,Hai,001,NN,12,5\n"
        )
        #expect(faults(log) == [])
        #expect(dataset.rows.names == ["HTX Một", "Hai"])
        #expect(dataset.rows.origins.map(\.record) == [2, 5])
        #expect(dataset.rows.origins.map(\.line) == [2, 6])
    }

    @Test func `finds one code in two files and names the first place`() {
        let (dataset, log) = period.read(
            head + "A1,Một,001,NN,12,5\n",
            head + "B1,Hai,001,NN,12,5\nA1,Ba,001,NN,12,5\n"
        )
        #expect(faults(log) == ["A3 ingest.identifier.repeated"])
        #expect(log.entries.first?.message.en == "The code “A1” is already at 1.csv, cell A2")
        #expect(dataset.rows.identifiers == ["A1", "B1"])
    }

    @Test func `places a silent unit where settings list it`() {
        let (_, log) = period.read(head + "A1,Một,nowhere,NN,12,5\n")
        let places = log.sorted.map {
            "\($0.place?.file ?? ""):\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)"
        }
        #expect(
            places == [
                "1.csv:2:8 ingest.unit.unknown", "report.yaml:8:12 ingest.unit.not-submitted",
            ]
        )
    }

    @Test func `tells the faults of all files in one run`() {
        let (_, log) = period.read(
            head + "A1,Một,009,XX,a,b\n",
            "%PDF-1.4",
            head + "A1,Một,001,NN,12,5\nA3,Ba\n"
        )
        #expect(
            log.sorted.map { "\($0.place?.file ?? "") \($0.place?.cell ?? "") \($0.code)" } == [
                "1.csv C2 ingest.unit.unknown", "1.csv D2 ingest.sector.unknown",
                "1.csv E2 ingest.number.not-a-number", "1.csv F2 ingest.number.not-a-number",
                "2.csv  ingest.file.not-csv", "3.csv A2 ingest.identifier.repeated",
                "3.csv C3 ingest.row.short",
            ]
        )
    }
}
