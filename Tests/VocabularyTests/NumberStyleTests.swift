import Testing
import Vocabulary

struct NumberStyleTests {
    private func text(_ plain: String, _ style: NumberStyle) throws -> String {
        style.text(try #require(ExactDecimal(plain: plain)))
    }

    @Test(arguments: [
        ("140749", "140.749"), ("999", "999"), ("1000", "1.000"), ("-1234567", "-1.234.567"),
        ("0", "0"), ("-0.4", "0"), ("0.5", "1"), ("-0.5", "-1"), ("999.5", "1.000"),
    ])
    func `groups whole numbers by three with dots`(plain: String, shown: String) throws {
        #expect(try text(plain, NumberStyle(.fixed(0))) == shown)
    }

    @Test func `prints as many decimals as asked, after a comma`() throws {
        #expect(try text("72.844827", NumberStyle(.fixed(2))) == "72,84")
        #expect(try text("72.8", NumberStyle(.fixed(2))) == "72,80")
        #expect(try text("-1234.5", NumberStyle(.fixed(1))) == "-1.234,5")
        #expect(try text("1.20", NumberStyle(.upTo(2))) == "1,2")
        #expect(try text("3664", NumberStyle(.upTo(2))) == "3.664")
        #expect(try text("1.999", NumberStyle(.upTo(2))) == "2")
        #expect(try text("0.004", NumberStyle(.fixed(2))) == "0,00")
    }

    @Test func `shows a plus before gains only`() throws {
        let style = NumberStyle(.fixed(0), showsPlus: true)
        #expect(try text("34", style) == "+34")
        #expect(try text("-34", style) == "-34")
        #expect(try text("0", style) == "0")
        #expect(try text("0.4", style) == "0")
    }

    @Test func `pads whole counts from 1 to 9 and nothing else`() throws {
        let style = NumberStyle(.fixed(0), padsCounts: true)
        #expect(try text("4", style) == "04")
        #expect(try text("-4", style) == "-04")
        #expect(try text("10", style) == "10")
        #expect(try text("0", style) == "0")
        #expect(try text("4", NumberStyle(.fixed(2), padsCounts: true)) == "4,00")
        #expect(try text("4.5", NumberStyle(.upTo(1), padsCounts: true)) == "4,5")
    }

    @Test func `sets a no-break space before a unit, and none before a tight one`() {
        let money = UnitOfMeasure(key: "m", label: "tỷ đồng", dimension: "money", factor: .zero)
        let percent = UnitOfMeasure(
            key: "p",
            label: "%",
            dimension: "share",
            factor: .zero,
            isTight: true
        )
        #expect(money.text(after: "3.664") == "3.664\u{A0}tỷ đồng")
        #expect(percent.text(after: "72,84") == "72,84%")
    }
}
