import Archive
import Testing

@Suite struct LedgerTests {
    private let header =
        "period,unit,sector,indicator,measure,value,unit_of_measure,answers,population,status\n"

    private func figures(_ rows: String) throws -> [(key: String, figure: Ledger.Figure)] {
        try #require(Ledger.figures(inTidy: Array((header + rows).utf8)))
    }

    private func text(_ ledger: Ledger) -> String { String(decoding: ledger.bytes, as: UTF8.self) }

    @Test func `each figure has a row when it is new, changed or withdrawn, and none else`() throws
    {
        var ledger = Ledger()
        let first = try figures(
            """
            2020,all,all,n,count,104,,1,1,A
            2020,H1,GO,x,sum,30.5,m,1,1,A
            2020,H1,GO,x,growth,,percent,0,1,O

            """
        )
        ledger.append(ledger.changes(to: first), edition: 1, date: "2021-01-15")
        let before = ledger.bytes
        #expect(ledger.changes(to: first).isEmpty)
        let second = try figures(
            """
            2020,all,all,n,count,105,,1,1,A
            2020,all,GO,"y,z",sum,7,m,1,1,A

            """
        )
        ledger.append(ledger.changes(to: second), edition: 2, date: "2021-02-15")
        #expect(
            text(ledger) == """
                key,value,unit,edition,date
                n.count,104,,v1,2021-01-15
                x.sum.H1.GO,30.5,m,v1,2021-01-15
                n.count,105,,v2,2021-02-15
                "y,z.sum.all.GO",7,m,v2,2021-02-15
                x.sum.H1.GO,,m,v2,2021-02-15

                """
        )
        #expect(ledger.bytes.starts(with: before))
        let read = try #require(Ledger(ledger.bytes))
        #expect(read.changes(to: second).isEmpty)
        #expect(read.figures["x.sum.H1.GO"] == nil)
    }

    @Test func `what is no ledger or no tidy data is not taken for one`() {
        #expect(Ledger(Array("key,value\n".utf8)) == nil)
        #expect(Ledger(Array("key,value,unit,edition,date\na,b\n".utf8)) == nil)
        #expect(Ledger(Array("key,value,unit,edition,date\n\"a".utf8)) == nil)
        #expect(Ledger.figures(inTidy: Array("a,b\n1,2\n".utf8)) == nil)
    }

    @Test func `the chain covers every file, the number of the edition and the value before`()
        throws
    {
        let files = [
            ArchivedFile(path: "a", sha512: "11", content: "v1/content/a"),
            ArchivedFile(path: "edition.json", sha512: "22", content: "v1/content/edition.json"),
        ]
        let name = EditionName(period: "89-2020", number: 1)
        let value = try Chain.value(after: "", name, files: files)
        // printf '\n89-2020@v1\n11  a\n' | sha512sum
        #expect(
            value
                == "eb77790a3896911713f14c18120d900628216818e38cab3cca73454c61f98b1f83fa3e73fa4ee67c1afec43325a3cccf999d8cb3183146f319ac66b759f34985"
        )
        var other = files
        other[0].sha512 = "12"
        #expect(try Chain.value(after: "", name, files: other) != value)
        #expect(try Chain.value(after: "0", name, files: files) != value)
        other = files
        other[1].sha512 = "23"
        #expect(try Chain.value(after: "", name, files: other) == value)
        #expect(Chain.short("0123456789abcdef01234567") == "0123 4567 89AB CDEF 0123")
    }
}
