import Foundation
import TestSupport
import Testing

/// The committed fixtures.
let fixtures = projectRoot.appendingPathComponent("Fixtures")

/// What stands in `Output/NAME` after the fixture of 2020 was built once for all tests that only look.
enum BuiltFixture {
    static let folder: Result<URL, any Error> = Result {
        let root = projectRoot.appendingPathComponent(".build/pipeline-tests")
        try? FileManager.default.removeItem(at: root)
        let period = fixtures.appendingPathComponent("an-giang-2020")
        let result = try baocao("build", period.path, "--output", root.path)
        try #require(result.status == 0, "\(result.errorText)")
        try #require(result.errorText.isEmpty, "\(result.errorText)")
        return root.appendingPathComponent("an-giang-2020")
    }
}

/// A period folder that a test may spoil.
struct ScratchPeriod {
    let root: URL
    let folder: URL

    var path: String { folder.path }
    var output: URL { root.appendingPathComponent("out") }

    /// Where this period's products stand after `build()`.
    var products: URL { output.appendingPathComponent(folder.lastPathComponent) }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    func write(_ text: String, to name: String) throws {
        let url = file(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: file(name), encoding: .utf8)
    }

    /// Replaces a text that must be there.
    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try read(name)
        try #require(text.contains(old), "\(name) has no “\(old)”")
        try write(text.replacingOccurrences(of: old, with: new), to: name)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: file(name)) }

    func build(_ more: String..., environment: [String: String] = [:]) throws -> ProgramResult {
        try run(
            programPath("baocao"),
            ["build", path, "--output", output.path] + more,
            environment: environment
        )
    }

    func check() throws -> ProgramResult { try baocao("check", path, "--format", "json") }

    /// Places and codes of what `check` finds, in its order.
    func places() throws -> [String] { try doubts(in: try check()).map(\.place) }
}

/// A copy of the fixture of 2020, with the year before beside it.
func withFixture<Result>(_ body: (ScratchPeriod) throws -> Result) throws -> Result {
    try withScratchFolder { root in
        for name in ["an-giang-2019", "an-giang-2020"] {
            try FileManager.default.copyItem(
                at: fixtures.appendingPathComponent(name),
                to: root.appendingPathComponent(name)
            )
        }
        let folder = root.appendingPathComponent("an-giang-2020")
        return try body(ScratchPeriod(root: root, folder: folder))
    }
}

/// A register of other organisations with other columns and no texts of its own: three potteries and a
/// smithy in two districts.
func withSmallPeriod<Result>(
    named name: String = "nghe-2023",
    _ body: (ScratchPeriod) throws -> Result
) throws -> Result {
    try withScratchFolder { root in
        let folder = root.appendingPathComponent(name)
        let period = ScratchPeriod(root: root, folder: folder)
        try period.write(smallSettings, to: "report.yaml")
        try period.write(
            """
            ma,ten,huyen,nghe,so_ho,doanh_so
            G1,Làng gốm Thượng,H1,GO,12,30.5
            G2,Làng gốm Hạ,H1,GO,8,20
            R1,Làng rèn Trung,H1,RE,5,11.25

            """,
            to: "submissions/mot.csv"
        )
        try period.write(
            """
            ma,ten,huyen,nghe,so_ho,doanh_so
            G3,Làng gốm Mới,H2,GO,20,44

            """,
            to: "submissions/hai.csv"
        )
        return try body(period)
    }
}

private let smallSettings = """
    period: {year: 2023, cutoff: 2023-12-31}
    province: {code: "00", name: Xứ Mơ, type: tỉnh}
    agency: {name: Chi cục Làng nghề, place: Xứ Mơ, symbol: BC-CCLN}
    units:
      - {code: H1, name: Một, type: huyện}
      - {code: H2, name: Hai, type: huyện}
    sectors:
      - {code: GO, label: Gốm, phrase: Làng gốm}
      - {code: RE, label: Rèn, phrase: Làng rèn}
    units_of_measure:
      ho: {label: hộ, dimension: household, factor: 1}
      trieu_dong: {label: triệu đồng, dimension: money, factor: 1000000}
    schema:
      - {key: ma, label: Mã làng, role: identifier, type: text, filled: true}
      - {key: ten, label: Tên làng, role: name, type: text, filled: true}
      - {key: huyen, label: Huyện, role: unit, type: code, filled: true}
      - {key: nghe, label: Nghề, role: sector, type: code, filled: true}
      - {key: so_ho, label: Số hộ, role: measure, type: integer, unit: ho, minimum: 0}
      - {key: doanh_so, label: Doanh số, role: measure, type: decimal, unit: trieu_dong}
    wording: {organisation: làng, organisation_name: làng nghề, pads_counts: false}
    source: "Biểu của các huyện"

    """
