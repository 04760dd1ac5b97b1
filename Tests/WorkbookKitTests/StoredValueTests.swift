import Testing

@testable import WorkbookKit

@Suite struct StoredValueTests {
    @Test(arguments: [
        ("0.1", "0.1"), ("1.1000000000000001", "1.1"), ("1E+3", "1000"), ("1.5e-7", "0.00000015"),
        ("-2.50", "-2.5"), ("007", "7"), ("-0", "0"), ("-0.0", "0"), ("+5", "5"), (".5", "0.5"),
        ("5.", "5"), ("0.30000000000000004", "0.30000000000000004"),
        ("12345678901234567890", "12345678901234567890"), ("9999999999999999", "9999999999999999"),
        (" 12 ", "12"), ("1e21", "1000000000000000000000"),
    ])
    func `a number is written in plain digits`(raw: String, text: String) {
        #expect(StoredNumber.text(Array(raw.utf8)) == text)
    }

    @Test(arguments: ["", "1,5", "0x10", "nan", "inf", "1e999", "1 2", "--1", "e5", ".", "-"])
    func `what is no number is none`(raw: String) {
        #expect(StoredNumber.text(Array(raw.utf8)) == nil)
    }

    @Test(
        arguments: [
            ("General", .number), ("0.00", .number), ("#,##0", .number),
            ("#,##0\\ \"đồng\"", .number),
            ("0.00E+00", .number), ("[Red]#,##0", .number), ("@", .number), ("\"ngày\" 0", .number),
            ("0\\d", .number), ("dd/mm/yyyy", .date), ("[$-42A]dd mmmm yyyy", .date),
            ("mmm-yy", .date),
            ("yyyy", .date), ("m", .date), ("dd/mm/yyyy;@", .date), ("d/m/yy h:mm", .dateAndTime),
            ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("[h]:mm:ss", .elapsed),
            ("[mm]:ss", .elapsed), ("0%", .percent), ("0,0%", .percent), ("0\\%", .number),
            ("#,##0,", .scaled), ("#,##0,,\" tr\"", .scaled), ("0,.0", .scaled),
            ("#,##0.0", .number),
            ("#,##0;[Red]\\-#,##0;dd", .number),
        ] as [(String, NumberFormat)]
    )
    func `a format is known by its letters`(code: String, format: NumberFormat) {
        #expect(NumberFormat(code: code) == format)
    }

    @Test(
        arguments: [
            (44196, .date, "2020-12-31"), (44196.604340277777, .dateAndTime, "2020-12-31T14:30:15"),
            (44196.5, .date, "2020-12-31T12:00:00"), (44196, .dateAndTime, "2020-12-31T00:00:00"),
            (0.5, .time, "12:00:00"), (1.5, .elapsed, "36:00:00"), (1, .date, "1900-01-01"),
            (59, .date, "1900-02-28"), (60, .date, nil), (61, .date, "1900-03-01"), (0, .date, nil),
            (-1, .date, nil), (2_958_465, .date, "9999-12-31"), (2_958_466, .date, nil),
            (0, .time, "00:00:00"), (.infinity, .date, nil),
        ] as [(Double, NumberFormat, String?)]
    )
    func `a day is counted from 1900`(serial: Double, format: NumberFormat, text: String?) {
        #expect(SerialDate.text(serial, as: format, from1904: false) == text)
    }

    @Test func `or from 1904`() {
        #expect(SerialDate.text(0, as: .date, from1904: true) == "1904-01-01")
        #expect(SerialDate.text(42734, as: .date, from1904: true) == "2020-12-31")
    }

    @Test func `addresses end at the edges of a sheet`() {
        #expect(CellReference.cell("XFD1048576".utf8)?.column == 16_383)
        for text in [
            "XFE1", "A0", "A1048577", "A", "1", "", "A1B", "A-1", "AAAAAAAAAAAAAAAAAAAAAA1",
        ] {
            #expect(CellReference.cell(text.utf8) == nil, "\(text)")
        }
        #expect(
            CellReference.range("C2:A1".utf8) == CellRange(rows: 1...2, columns: 0...2)
        )
        #expect(CellReference.range("A1:".utf8) == nil)
    }
}
