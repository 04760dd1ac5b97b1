import Diagnostics
import Ingest
import PeriodModel
import TestSupport
import Testing
import Vocabulary

private let full = """
    period: {year: 2020, cutoff: 2020-12-31}
    province: {code: "01", name: Sông Mơ, type: tỉnh}
    agency:
      name: Liên minh Hợp tác xã tỉnh Sông Mơ
      parent: Liên minh Hợp tác xã Việt Nam
      place: Sông Mơ
      symbol: BC-LMHTX
      number: "05"
      date: 2021-01-04
      authority: KT.
      position: Chủ tịch
      signer: Họ Tên
      addressees: [Một, Hai]
      recipients: [Ba]
    units:
      - {code: "883", name: Mơ Xanh, type: thành phố, aliases: [TP Mơ Xanh], valid_from: 1999-03-01, valid_to: 2025-06-30}
      - {code: 886, name: Mơ Vàng, type: huyện}
    missing:
      - {unit: "886", reason: "Chưa gửi: lụt"}
    sectors:
      - {code: NN, label: Nông nghiệp, phrase: HTX nông nghiệp, aliases: [Trồng trọt]}
    units_of_measure:
      phan_tram: {label: "%", dimension: share, factor: 1, tight: true}
      trieu_dong: {label: triệu đồng, dimension: money, factor: 1000000}
    schema:
      - {key: ma, label: Mã số, short: Mã, aliases: [Số hiệu], role: identifier, type: text}
      - {key: ten, label: Tên, role: name, type: text}
      - {key: don_vi, label: Đơn vị, role: unit, type: code}
      - {key: linh_vuc, label: Lĩnh vực, role: sector, type: code}
      - {key: xep_loai, label: Xếp loại, role: rating, type: code, required: false, codes: [{code: tot, label: Tốt, aliases: [A]}]}
      - {key: von, label: Vốn, role: measure, type: decimal, unit: trieu_dong, filled: true, minimum: -0.5, maximum: 100}
    previous: ../song-mo-2019
    given:
      - {key: to_hop_tac, label: Số tổ hợp tác, value: 823.5, unit: trieu_dong, source: Sở, date: 2020-12-31}
    rounding: {percent: fixed 1, text: up-to 3}
    wording: {organisation: HTX, organisation_name: hợp tác xã, pads_counts: true}
    source: báo cáo
    template: quarter
    make: [data, html]
    """

private func read(_ text: String) -> (settings: PeriodSettings?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let file = SourceText(path: "report.yaml", bytes: Array(text.utf8))
    return (Ingest.readSettings(from: file, log: &log), log)
}

/// Line, code and value of each doubt in the full settings with one piece of text changed.
private func faults(_ old: String, _ new: String) -> [String] {
    #expect(full.contains(old))
    let (settings, log) = read(full.replacing(old, with: new))
    #expect((settings == nil) == log.hasErrors)
    return log.sorted.map { "\($0.place?.line ?? 0) \($0.code) \($0.value ?? "-")" }
}

struct Settings {
    @Test func `reads every key`() throws {
        let (read, log) = read(full)
        #expect(log.entries.isEmpty)
        let settings = try #require(read)
        #expect(settings.period.year == 2020)
        #expect(settings.period.cutoff.iso == "2020-12-31")
        #expect(settings.province == Province(code: "01", name: "Sông Mơ", type: "tỉnh"))
        #expect(settings.agency.number == "05")
        #expect(settings.agency.date?.iso == "2021-01-04")
        #expect(settings.agency.parent == "Liên minh Hợp tác xã Việt Nam")
        #expect(settings.agency.addressees == ["Một", "Hai"])
        #expect(settings.units.map(\.code) == ["883", "886"])
        #expect(settings.units[0].aliases == ["TP Mơ Xanh"])
        #expect(settings.units[0].validTo?.iso == "2025-06-30")
        #expect(settings.missing == [MissingUnit(code: "886", reason: "Chưa gửi: lụt")])
        #expect(settings.sectors[0].phrase == "HTX nông nghiệp")
        #expect(settings.unitsOfMeasure.map(\.isTight) == [true, false])
        #expect(settings.unitsOfMeasure[1].factor == ExactDecimal(1_000_000))
        let columns = settings.schema.columns
        #expect(columns.map(\.role) == [.identifier, .name, .unit, .sector, .rating, .measure])
        #expect(columns.map(\.short) == ["Mã", "Tên", "Đơn vị", "Lĩnh vực", "Xếp loại", "Vốn"])
        #expect(columns.map(\.isRequired) == [true, true, true, true, false, true])
        #expect(columns[4].codes == [CodeValue(code: "tot", label: "Tốt", aliases: ["A"])])
        #expect(columns[5].minimum?.description == "-0.5")
        #expect(columns[5].isFilled)
        #expect(settings.previous == "../song-mo-2019")
        #expect(settings.given[0].value.description == "823.5")
        #expect(settings.rounding.percent == .fixed(1))
        #expect(settings.rounding.text == .upTo(3))
        #expect(settings.rounding.table == .fixed(0))
        #expect(settings.wording.padsCounts)
        #expect(settings.template == "quarter")
        #expect(settings.products == ["data", "html"])
    }

    @Test func `leaves blank what may be absent`() throws {
        let optional = [
            "parent:", "number:", "date: 2021", "authority:", "position:", "signer:",
            "addressees:", "recipients:", "missing:", "- {unit:", "previous:", "given:",
            "- {key: to_hop_tac", "rounding:", "template:", "make:",
        ]
        let lines = full.split(separator: "\n").filter { line in
            !optional.contains { line.drop(while: { $0 == " " }).hasPrefix($0) }
        }
        let (read, log) = read(lines.joined(separator: "\n"))
        #expect(log.entries.isEmpty)
        let settings = try #require(read)
        #expect(settings.agency.number == nil)
        #expect(settings.agency.date == nil)
        #expect(settings.agency.signer == nil)
        #expect(settings.agency.recipients == [])
        #expect(settings.missing == [])
        #expect(settings.previous == nil)
        #expect(settings.rounding == RoundingPolicy())
        #expect(settings.template == "annual-report")
        #expect(settings.products == ["report", "html", "data"])
    }

    @Test(arguments: [
        ("cutoff: 2020-12-31", "cutoff: 2018-12-31", ["1 settings.period.cutoff 2018-12-31"]),
        ("cutoff: 2020-12-31", "cutoff: 31/12/2020", ["1 settings.value.invalid 31/12/2020"]),
        ("year: 2020", "year: 20", ["1 settings.value.invalid 20"]),
        ("date: 2021-01-04", "date: 2021-02-30", ["9 settings.value.invalid 2021-02-30"]),
        (
            "code: 886", "code: 883",
            ["17 settings.name.repeated 883"]
        ),
        ("code: 886", "code: all", ["17 settings.value.invalid all"]),
        ("code: 886", "code: a=b", ["17 settings.value.invalid a=b"]),
        (
            "type: huyện}", "type: huyện, aliases: [tp mơ XANH]}",
            ["17 settings.name.repeated tp mơ XANH"]
        ),
        ("valid_to: 2025-06-30", "valid_to: 2020-06-30", ["16 settings.unit.not-valid 883"]),
        ("type: huyện}", "type: huyện, tile: [1, 41]}", ["17 settings.unit.tile 1, 41"]),
        ("type: huyện}", "type: huyện, tile: [2, 3]}", ["16 settings.unit.tile Mơ Xanh"]),
        (
            "valid_to: 2025-06-30}\n  - {code: 886,",
            "tile: [1, 1]}\n  - {tile: [1, 1], code: 886,",
            ["17 settings.name.repeated tile: [1, 1]"]
        ),
        ("unit: \"886\"", "unit: \"887\"", ["19 settings.name.unknown 887"]),
        ("aliases: [Trồng trọt]", "alias: [Trồng trọt]", ["21 settings.key.unknown alias"]),
        ("factor: 1000000", "factor: 0", ["24 settings.value.invalid 0"]),
        ("phan_tram:", "Phần.trăm:", ["23 settings.value.invalid Phần.trăm"]),
        ("key: ma,", "key: m.a,", ["26 settings.value.invalid m.a"]),
        ("key: ma,", "key: htx,", ["26 settings.column.reserved htx"]),
        ("key: von,", "key: previous,", ["31 settings.column.reserved previous"]),
        ("key: ten,", "key: ma,", ["27 settings.name.repeated ma"]),
        ("label: Tên,", "label: số hiệu,", ["27 settings.name.repeated số hiệu"]),
        (
            "role: name, type: text", "role: measure, type: text",
            ["27 settings.column.type text"]
        ),
        (
            "role: sector", "role: unit",
            ["26 settings.column.role sector", "26 settings.column.role unit"]
        ),
        ("role: sector", "role: setcor", ["29 settings.value.unknown setcor"]),
        (
            "codes: [{code: tot, label: Tốt, aliases: [A]}]", "codes: []",
            ["30 settings.list.empty codes"]
        ),
        (
            "aliases: [A]}]", "aliases: [A]}, {code: a, label: Khá}]",
            ["30 settings.name.repeated a"]
        ),
        (
            "type: decimal, unit: trieu_dong", "type: decimal, unit: trieu",
            ["31 settings.name.unknown trieu"]
        ),
        ("minimum: -0.5", "minimum: 200", ["31 settings.column.interval 200"]),
        ("label: Đơn vị,", "label: Đơn vị, minimum: 1,", ["28 settings.column.needless minimum"]),
        ("value: 823.5", "value: \"823,5\"", ["34 settings.value.invalid 823,5"]),
        ("value: 823.5, unit: trieu_dong", "value: 1, unit: x", ["34 settings.name.unknown x"]),
        ("percent: fixed 1", "percent: about 1", ["35 settings.value.invalid about 1"]),
        ("text: up-to 3", "text: up-to 13", ["35 settings.value.invalid up-to 13"]),
        ("pads_counts: true", "pads_counts: yes", ["36 settings.value.type yes"]),
        ("template: quarter", "template: ../x", ["38 settings.value.invalid ../x"]),
        ("make: [data, html]", "make: [data, pdf]", ["39 settings.name.unknown pdf"]),
        ("source: báo cáo", "source: ''", ["37 settings.value.empty -"]),
    ])
    func `tells each fault at its place`(old: String, new: String, expected: [String]) {
        #expect(Set(faults(old, new)) == Set(expected))
    }

    @Test func `tells that a required part is missing`() {
        let (settings, log) = read("period: {year: 2020, cutoff: 2020-12-31}")
        #expect(settings == nil)
        #expect(
            Set(log.sorted.map(\.message.en)) == [
                "The key “agency” is missing", "The key “province” is missing",
                "The key “schema” is missing", "The key “sectors” is missing",
                "The key “source” is missing", "The key “units” is missing",
                "The key “units_of_measure” is missing", "The key “wording” is missing",
            ]
        )
    }

    @Test func `never crashes on settings cut anywhere`() {
        let bytes = Array(full.utf8)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            var log = DiagnosticLog()
            let file = SourceText(path: "report.yaml", bytes: Array(bytes.prefix(end)))
            let settings = Ingest.readSettings(from: file, log: &log)
            #expect((settings == nil) == log.hasErrors)
        }
    }
}
