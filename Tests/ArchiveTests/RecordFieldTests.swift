import PeriodModel
import Testing

struct RecordFieldTests {
    @Test func `counts letters as Unicode scalars up to the limit`() {
        let letters = String(repeating: "ế", count: 13)
        #expect(RecordField.organId.fault(in: letters) == nil)
        #expect(RecordField.organId.fault(in: letters + "x") == .tooLong(14))
        #expect(
            RecordField.organId.fault(in: String(repeating: "e\u{302}\u{301}", count: 5))
                == .tooLong(15)
        )
        #expect(RecordField.title.fault(in: String(repeating: "a", count: 500)) == nil)
        #expect(RecordField.title.fault(in: String(repeating: "a", count: 501)) == .tooLong(501))
        #expect(RecordField.traceHeaderList.fault(in: String(repeating: "a", count: 9999)) == nil)
    }

    @Test func `takes digits alone for numbers and days that are for dates`() {
        #expect(RecordField.pageAmount.fault(in: "999") == nil)
        #expect(RecordField.pageAmount.fault(in: "1000") == .tooLong(4))
        for text in ["-1", "1.0", "١", " 1", "1e2"] {
            #expect(RecordField.pageAmount.fault(in: text) == .notNumber)
        }
        #expect(RecordField.issuedDate.fault(in: "2020-02-29") == nil)
        #expect(RecordField.issuedDate.fault(in: "2021-02-29") == .notDate)
        #expect(RecordField.issuedDate.fault(in: "29/02/2020") == .notDate)
    }

    @Test func `takes no character that XML cannot hold, and no value for an unknown one`() {
        #expect(RecordField.subject.fault(in: "a\u{1}b") == .forbidden(1))
        #expect(RecordField.subject.fault(in: "\u{FFFE}") == .forbidden(0xFFFE))
        #expect(RecordField.subject.fault(in: "a\tb\n😀") == nil)
        for field in [RecordField.docTotal, .issuedDate, .organId] {
            #expect(field.fault(in: "") == nil)
        }
    }
}
