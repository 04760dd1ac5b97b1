import Diagnostics
import Foundation
import Ingest
import PeriodModel
import TestSupport
import Testing
import Vocabulary

/// Populations, ratios and classes of size in the settings.
@Suite struct PopulationSettingsTests {
    /// The settings of the defect fixtures with more lines behind them.
    private func read(
        _ more: String,
        _ change: (String) -> String = { $0 }
    ) throws -> (settings: PeriodSettings?, codes: [String], log: DiagnosticLog) {
        let url = projectRoot.appendingPathComponent("Fixtures/defects/report.yaml")
        let text = change(try String(contentsOf: url, encoding: .utf8)) + more
        var log = DiagnosticLog()
        let file = SourceText(path: "report.yaml", bytes: Array(text.utf8))
        let settings = Ingest.readSettings(from: file, log: &log)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        let start = lines - more.split(separator: "\n", omittingEmptySubsequences: false).count + 1
        return (
            settings,
            log.sorted.map { "\(($0.place?.line ?? 0) - start + 1) \($0.code) \($0.value ?? "-")" },
            log
        )
    }

    @Test func `are read with their rules`() throws {
        let (settings, codes, _) = try read(
            """
            populations:
              - {key: a, label: A, where: {tinh_trang: [hoat_dong], linh_vuc: [NN, VT]}}
              - {key: b, label: B, phrase: bê, not: a, indicators: [von]}
              - {key: c, label: C, any_of: [a, b]}
              - {key: d, label: D, where: {}, all_of: [a, c]}
              - {key: e, label: E, where: {}}
            """
        )
        #expect(codes.isEmpty)
        let populations = try #require(settings).populations
        #expect(
            populations.map(\.rule) == [
                .all([
                    .classes(column: "tinh_trang", codes: ["hoat_dong"]), .sectors(["NN", "VT"]),
                ]),
                .not(.population("a")), .any([.population("a"), .population("b")]),
                .all([.population("a"), .population("c")]), .everyone,
            ]
        )
        #expect(populations.map(\.phrase) == ["A", "bê", "C", "D", "E"])
        #expect(populations[1].indicators == ["von"])
    }

    @Test(arguments: [
        ("- {key: a, label: A, not: a}", ["2 settings.population.of-itself a"]),
        (
            "- {key: a, label: A, not: b}\n  - {key: b, label: B, any_of: [c]}\n"
                + "  - {key: c, label: C, all_of: [b]}",
            ["3 settings.population.of-itself b"]
        ),
        ("- {key: a, label: A, not: b}", ["2 settings.name.unknown b"]),
        ("- {key: a, label: A}", ["2 settings.population.no-rule -"]),
        ("- {key: a, label: A, where: {von: [x]}}", ["2 settings.name.unknown von"]),
        ("- {key: a, label: A, where: {linh_vuc: [XX]}}", ["2 settings.name.unknown XX"]),
        ("- {key: a, label: A, where: {tinh_trang: []}}", ["2 settings.list.empty tinh_trang"]),
        (
            "- {key: a, label: A, where: {tinh_trang: hoat_dong}}",
            ["2 settings.value.type hoat_dong"]
        ),
        (
            "- {key: a, label: A, where: {}}\n  - {key: a, label: B, where: {}}",
            ["3 settings.name.repeated a"]
        ),
        ("- {key: A B, label: A, where: {}}", ["2 settings.value.invalid A B"]),
    ])
    func `that mean nothing are told at their place`(text: String, told: [String]) throws {
        let (settings, codes, _) = try read("populations:\n  \(text)")
        #expect(settings == nil)
        #expect(codes == told)
    }

    @Test func `that columns name must be there`() throws {
        let (settings, codes, _) = try read("") {
            $0.replacing("key: lai,", with: "key: lai, population: x,")
        }
        #expect(settings == nil)
        #expect(
            codes.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
                "settings.name.unknown x"
            ]
        )
    }

    @Test(arguments: [
        ("of: von, per: thanh_vien, unit: trieu_dong", []),
        ("of: von, per: htx, unit: trieu_dong", []),
        ("of: htx, per: von, unit: trieu_dong", ["2 settings.ratio.operand htx"]),
        (
            "of: thu_nhap, per: nam, unit: dong",
            ["2 settings.ratio.operand nam", "2 settings.ratio.operand thu_nhap"]
        ),
        ("of: von, per: htx, unit: x", ["2 settings.name.unknown x"]),
        ("of: von, per: htx, unit: dong, population: x", []),
    ])
    func `make ratios of columns that add up`(text: String, told: [String]) throws {
        let (_, codes, _) = try read("ratios:\n  - {key: r, label: R, \(text)}")
        #expect(codes.sorted() == told.sorted())
    }

    private func sizes(_ groups: String, _ more: String = "") -> String {
        """
        size_classes:
          - key: size
            label: Size
            legal_basis: Law
            \(more.isEmpty ? "valid_from: 2020-01-01" : more)
            classes: [{code: s, label: S}, {code: l, label: L}]
            undecided: {code: u, label: U, missing: no value}
            groups:
              \(groups)
        """
    }

    @Test func `classify by the rules in force, and say why they do not`() throws {
        let (settings, codes, _) = try read(
            sizes(
                "- {sectors: [NN], rules: [{class: l, all: [thanh_vien >= 10], any: [von > 5000000 dong, lai > 1]}, {class: s}]}\n"
                    + "      - {sectors: [VT], reason: no thresholds}"
            )
        )
        #expect(codes.isEmpty)
        let size = try #require(settings?.sizeClasses.first)
        #expect(settings?.schema.classColumns.map(\.key) == ["tinh_trang", "size"])
        func decision(_ sector: String, _ values: [String: Int]) -> SizeClassification.Decision {
            size.decision(sector: sector) { values[$0].map { ExactDecimal($0) } }
        }
        #expect(decision("NN", ["thanh_vien": 10, "von": 6]) == .decided(1))
        #expect(decision("NN", ["thanh_vien": 10, "von": 5, "lai": 1]) == .decided(0))
        #expect(decision("NN", ["thanh_vien": 10, "von": 6, "lai": 0]) == .decided(1))
        #expect(decision("NN", ["thanh_vien": 9]) == .decided(0))
        // Nothing of the capital and little profit: it may be large.
        #expect(decision("NN", ["thanh_vien": 10, "lai": 0]) == .undecided("no value"))
        #expect(decision("NN", ["von": 6]) == .undecided("no value"))
        #expect(decision("VT", ["thanh_vien": 10]) == .undecided("no thresholds"))
    }

    @Test func `do not bind before or after their time`() throws {
        for time in ["valid_from: 2021-01-01", "valid_to: 2020-12-30"] {
            let (settings, codes, _) = try read(sizes("- {reason: r}", time))
            #expect(settings?.sizeClasses.isEmpty == true)
            #expect(settings?.schema.derived.isEmpty == true)
            #expect(codes == ["2 settings.size.not-in-force size"])
        }
        let both =
            sizes("- {reason: r}")
            + sizes("- {reason: r}", "valid_from: 2021-01-01")
            .replacing("size_classes:", with: "")
        let (settings, codes, _) = try read(both)
        #expect(codes.isEmpty)
        #expect(settings?.sizeClasses.count == 1)
    }

    @Test(arguments: [
        ("- {sectors: [NN], reason: r}", "settings.size.no-reason VT"),
        ("- {rules: [{class: l, all: [von > 1]}]}", "settings.size.no-reason -"),
        ("- {rules: []}", "settings.size.no-reason NN, VT"),
        ("- {rules: [{class: x}]}", "settings.name.unknown x"),
        (
            "- {rules: [{class: l, all: [von > nhiều]}], reason: r}",
            "settings.size.condition von > nhiều"
        ),
        (
            "- {rules: [{class: l, all: [thu_nhap > 1]}], reason: r}",
            "settings.size.condition thu_nhap > 1"
        ),
        (
            "- {rules: [{class: l, all: [von > 1 nguoi]}], reason: r}",
            "settings.size.condition von > 1 nguoi"
        ),
    ])
    func `with a rule that cannot be read are an error`(groups: String, told: String) throws {
        let (settings, codes, _) = try read(sizes(groups))
        #expect(settings == nil)
        #expect(codes.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [told])
    }

    @Test(arguments: [
        ("each", []), ("largest-remainder", []), ("digits 3", []),
        ("digits 0", ["1 settings.value.invalid digits 0"]),
        ("hamilton", ["1 settings.value.invalid hamilton"]),
    ])
    func `round shares by a named policy`(policy: String, told: [String]) throws {
        let (_, codes, _) = try read("rounding: {shares: \(policy)}")
        #expect(codes == told)
    }
}
