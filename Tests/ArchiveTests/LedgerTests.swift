import Archive
import Diagnostics
import Testing

struct LedgerTests {
    @Test(arguments: 0..<100)
    func `what editions published is read back, edition after edition`(seed: Int) throws {
        var numbers = SeededNumbers(seed)
        var ledger = Ledger()
        var before: Ledger?
        for edition in 1...4 {
            let figures = someFigures(&numbers)
            try ledger.extend(with: figures, edition: edition, date: "2021-01-0\(edition)")
            let read = try Ledger(reading: ledger.bytes)
            #expect(read == ledger)
            #expect(
                Set(ledger.published.map { "\($0.key)=\($0.value) \($0.status)" })
                    == Set(figures.map { "\($0.key)=\($0.value) \($0.status)" })
            )
            #expect(ledger.faults(after: before, figures: figures, edition: edition).isEmpty)
            if let before { #expect(ledger.bytes.starts(with: before.bytes)) }
            before = ledger
        }
    }

    @Test func `a figure that comes back is known as it was published last`() throws {
        var ledger = Ledger()
        let (first, other) = (figure("von.mean", "3"), figure("von.sum", "12"))
        try ledger.extend(with: [other, first], edition: 1, date: "2021-01-04")
        try ledger.extend(with: [other], edition: 2, date: "2021-02-01")
        let back = figure("von.mean", "4")
        let known = ledger.withdrawn(among: [other, back, figure("von.max", "1")])
        #expect(known.map { "\($0.key) \($0.value) \($0.status)" } == ["von.mean 3 A"])
        #expect(FigureChange.between(known, [back]).map(\.isRestatement) == [true])
        #expect(FigureChange.between(known, [first]).map(\.isRestatement) == [false])
        try ledger.extend(with: [other, back], edition: 3, date: "2021-03-01")
        #expect(ledger.withdrawn(among: [other, back]).isEmpty)
    }

    @Test func `a ledger tells each value with its edition and date`() throws {
        var ledger = Ledger()
        try ledger.extend(
            with: [figure("von.sum", "12"), figure("von.mean", "3")],
            edition: 1,
            date: "2021-01-04"
        )
        try ledger.extend(with: [figure("von.sum", "13")], edition: 2, date: "2021-02-01")
        try ledger.extend(
            with: [figure("von.sum", "13"), figure("von.mean", "3")],
            edition: 3,
            date: "2021-03-01"
        )
        let lines = String(decoding: ledger.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(
            lines == [
                "key,value,unit,status,edition,date", "von.sum,12,dong,A,v1,2021-01-04",
                "von.mean,3,dong,A,v1,2021-01-04", "von.sum,13,dong,A,v2,2021-02-01",
                "von.mean,,dong,withdrawn,v2,2021-02-01", "von.mean,3,dong,A,v3,2021-03-01",
            ]
        )
        #expect(ledger.history(of: "von.sum").map(\.value) == ["12", "13"])
    }

    @Test func `an edition cannot be entered twice`() throws {
        var ledger = Ledger()
        try ledger.extend(with: [figure("von.sum", "12")], edition: 2, date: "2021-01-04")
        #expect(throws: LedgerFault.outOfOrder(line: 3)) {
            try ledger.extend(with: [figure("von.sum", "13")], edition: 2, date: "2021-01-05")
        }
    }

    @Test func `a rewritten past is seen`() throws {
        var first = Ledger()
        try first.extend(with: [figure("von.sum", "12")], edition: 1, date: "2021-01-04")
        var forged = Ledger()
        try forged.extend(with: [figure("von.sum", "13")], edition: 1, date: "2021-01-04")
        try forged.extend(with: [figure("von.sum", "14")], edition: 2, date: "2021-02-04")
        let now = [figure("von.sum", "14")]
        #expect(forged.faults(after: first, figures: now, edition: 2) == [.notContinued])
        #expect(
            first.faults(after: nil, figures: now, edition: 1)
                == [.differs(key: "von.sum", ledger: "12", figures: "14")]
        )
        #expect(
            first.faults(after: nil, figures: [], edition: 1)
                == [.differs(key: "von.sum", ledger: "12", figures: nil)]
        )
        #expect(
            first.faults(after: nil, figures: [figure("von.sum", "12")], edition: 2)
                == [.wrongEdition(key: "von.sum", edition: 1)]
        )
    }

    @Test(arguments: [
        ("von.sum,12,dong,A,1,2021-01-04", LedgerFault.notALedger(line: 2)),
        ("von.sum,12,dong,A,v01,2021-01-04", .notALedger(line: 2)),
        ("von.sum,12,dong,A,v1", .notALedger(line: 2)),
        ("\"von.sum\",12,dong,A,v1,2021-01-04", .notALedger(line: 2)),
        ("a,1,d,A,v2,2021-01-04\r\nb,1,d,A,v1,2021-01-04", .outOfOrder(line: 3)),
        ("a,1,d,A,v1,2021-01-04\r\nb,1,d,A,v1,2021-01-05", .outOfOrder(line: 3)),
        ("a,1,d,A,v1,2021-01-04\r\na,2,d,A,v1,2021-01-04", .repeated(key: "a", line: 3)),
        ("a,1,d,A,v1,2021-01-04\r\na,1,d,A,v2,2021-01-05", .unchanged(key: "a", line: 3)),
        ("a,,d,withdrawn,v1,2021-01-04", .unchanged(key: "a", line: 2)),
    ])
    func `what is no ledger is refused`(rows: String, fault: LedgerFault) {
        let text = "key,value,unit,status,edition,date\r\n\(rows)\r\n"
        #expect(throws: fault) { try Ledger(reading: Array(text.utf8)) }
        #expect(!fault.message.vi.isEmpty && !fault.message.en.isEmpty)
    }
}
