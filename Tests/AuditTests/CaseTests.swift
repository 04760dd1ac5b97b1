import Audit
import Testing

@Suite struct CaseTests {
    @Test(arguments: AuditCase.all(in: "clean.txt"))
    func `has no doubt about a clean text`(_ text: AuditCase) throws {
        let doubts = try doubts(in: text.text)
        #expect(!doubts.hasDoubt, "\(description(of: doubts))")
    }

    @Test(arguments: AuditCase.all(in: "planted.txt"))
    func `finds the fault planted in a text`(_ text: AuditCase) throws {
        let doubts = try doubts(in: text.text).filter { $0.severity == .doubt }
        let fault = try #require(text.fault)
        #expect(
            doubts.contains { $0.kind.rawValue == fault.kind && $0.printed == fault.printed },
            "\(description(of: doubts))"
        )
    }

    @Test func `has many cases of both kinds`() {
        #expect(AuditCase.all(in: "clean.txt").count >= 40)
        #expect(AuditCase.all(in: "planted.txt").count >= 40)
    }
}
