import DatasetModel
import PeriodModel
import Testing
import Vocabulary

@testable import Ingest

private func outline(_ text: String, _ type: Column.ValueType) -> String {
    let bytes = Array(text.utf8)
    func words(_ form: NumberForm, _ cell: NumberCell) -> String {
        switch cell.value(in: form) {
        case .value(let value): value.description
        case .range(let low, let high): "\(low)…\(high)"
        case .missing, nil: "-"
        }
    }
    let cell = NumberCell(bytes, 0..<bytes.count, type: type)
    return switch cell {
    case .empty: "empty"
    case .plain: "plain " + words(.point, cell)
    case .oneWay(.point, _): "point " + words(.point, cell)
    case .oneWay(.comma, _): "comma " + words(.comma, cell)
    case .ambiguous: "ambiguous \(words(.point, cell)) \(words(.comma, cell))"
    case .tooLong: "too long"
    case .notWhole: "not whole"
    case .notNumber: "no number"
    }
}

struct Numbers {
    @Test(arguments: [
        ("", "empty"), ("  ", "empty"), ("\u{A0}", "empty"),
        ("0", "plain 0"), ("-0", "plain 0"), ("1234", "plain 1234"), (" 12 ", "plain 12"),
        ("-12", "plain -12"), ("\u{2212}12", "plain -12"), ("007", "plain 7"),
        ("1.5", "point 1.5"), ("1,5", "comma 1.5"), ("1234.567", "point 1234.567"),
        ("3.664", "ambiguous 3.664 3664"), ("1,234", "ambiguous 1234 1.234"),
        ("-3.664", "ambiguous -3.664 -3664"),
        ("0.123", "point 0.123"), ("0,123", "comma 0.123"),
        ("1.234,5", "comma 1234.5"), ("1,234.5", "point 1234.5"),
        ("1.234.567", "comma 1234567"), ("1,234,567", "point 1234567"),
        ("1.234.56", "no number"), ("12.34.567", "no number"), ("1234,567.8", "no number"),
        (".5", "no number"), ("5.", "no number"), ("1..5", "no number"), ("-", "no number"),
        ("+5", "no number"), ("1e5", "no number"), ("12a", "no number"),
        ("1 234", "plain 1234"), ("1 234 567,5", "comma 1234567.5"), ("1\u{A0}234", "plain 1234"),
        ("1\u{202F}234", "plain 1234"), ("12 34", "no number"), ("1 234.567", "point 1234.567"),
        ("1 234 5", "no number"), ("1.234 567", "no number"), ("(1.234)", "ambiguous -1.234 -1234"),
        ("(12)", "plain -12"), ("( 12 )", "plain -12"), ("(1.234,5)", "comma -1234.5"),
        ("(-5)", "no number"), ("()", "no number"), ("(5", "no number"), ("5)", "no number"),
        ("--5", "no number"), ("4 - 5", "no number"), ("٣", "no number"),
        ("999999999999999", "plain 999999999999999"), ("1000000000000000", "too long"),
        ("0.123456789012", "point 0.123456789012"), ("0.1234567890123", "too long"),
    ])
    func `reads decimal columns one way, both ways or not at all`(text: String, result: String) {
        #expect(outline(text, .decimal) == result)
    }

    @Test(arguments: [
        ("12", "plain 12"), ("3.664", "comma 3664"), ("3,664", "point 3664"), ("1.5", "not whole"),
        ("1.0", "plain 1"), ("1.05", "not whole"), ("3,66", "not whole"), ("1.234,5", "not whole"),
        ("x", "no number"),
        ("1.234.567", "comma 1234567"),
    ])
    func `takes a mark in whole-number columns as grouping only`(text: String, result: String) {
        #expect(outline(text, .integer) == result)
    }

    @Test(arguments: [
        ("4 - 5", "plain 4…5"), ("4-5", "plain 4…5"), ("4 – 5", "plain 4…5"), ("4—5", "plain 4…5"),
        ("4", "plain 4"), ("-4", "plain -4"), ("-4--3", "plain -4…-3"),
        ("4,5 - 5", "comma 4.5…5"), ("4.5-5.25", "point 4.5…5.25"), ("4,5-5.5", "no number"),
        ("4 -", "no number"), ("- 4 5", "no number"), ("4-5-6", "no number"),
        ("1.500 - 2.500", "ambiguous 1.5…2.5 1500…2500"),
    ])
    func `reads ranges`(text: String, result: String) {
        #expect(outline(text, .range) == result)
    }

    @Test func `reads every number back in the form in which it was written`() throws {
        var generator = Seeded(state: 11)
        for _ in 0..<2000 {
            let digits = Int.random(in: -99_999_999_999...99_999_999_999, using: &generator)
            let value = ExactDecimal(
                Int128(digits),
                scale: Int.random(in: 0...9, using: &generator)
            )
            let text = NumberStyle(.upTo(18)).text(value)
            let bytes = Array(text.utf8)
            let read = NumberText.read(bytes, 0..<bytes.count, form: .comma, allowsDecimals: true)
            #expect(read == .value(value), "\(text)")
            let swapped = bytes.map { byte -> UInt8 in
                switch byte {
                case UInt8(ascii: "."): UInt8(ascii: ",")
                case UInt8(ascii: ","): UInt8(ascii: ".")
                default: byte
                }
            }
            let point = NumberText.read(
                swapped,
                0..<swapped.count,
                form: .point,
                allowsDecimals: true
            )
            #expect(point == .value(value), "\(text)")
        }
    }
}
