import Testing

@testable import RenderPDF

struct ConformPartsTests {
    private func written(_ body: (inout PDFBytes) throws -> Void) rethrows -> String {
        var out = PDFBytes()
        try body(&out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            (0, "0"), (-0.0004, "0"), (1.5, "1.5"), (-12.3456, "-12.346"), (72.05, "72.05"),
            (1e12, "32767"), (-.infinity, "0"), (0.001, "0.001"),
        ] as [(Double, String)]
    )
    func `decimals have at most three places`(value: Double, text: String) {
        #expect(written { $0.decimal(value) } == text)
    }

    @Test(arguments: [(0, "0"), (-7, "-7"), (1_234_567, "1234567")])
    func `integers have no padding`(value: Int, text: String) {
        #expect(written { $0.integer(value) } == text)
    }

    @Test(arguments: [
        ("a(b)\\c", "(a\\(b\\)\\\\c)"), ("é", "<FEFF00E9>"), ("𝄞", "<FEFFD834DD1E>"), ("", "()"),
    ])
    func `text is plain or UTF-16`(text: String, syntax: String) throws {
        #expect(try written { try $0.text(text) } == syntax)
    }

    @Test func `text beyond the longest string is refused`() {
        #expect(throws: ConformFailure.tooLong("a string")) {
            try written { try $0.text(String(repeating: "ế", count: 32_767)) }
        }
    }

    @Test func `values are read as they are written`() throws {
        let source = "<< /A [1 -2 .5 12 0 R (a\\)(b)) <00ff> true null] % note >>\n /B /C#20D >>"
        var scanner = ObjectScanner(bytes: Array(source.utf8), offset: 0)
        let entries = try #require(try scanner.value().dictionary)
        let list = try #require(entries["A"]?.array)
        #expect(list.count == 8)
        #expect(list[0].integer == 1)
        #expect(list[1].integer == -2)
        #expect(list[2].number == 0.5)
        #expect(list[3].reference == 12)
        guard case .verbatim(let string) = list[4] else {
            Issue.record("no string")
            return
        }
        #expect(String(decoding: string, as: UTF8.self) == "(a\\)(b))")
        #expect(entries["B"]?.name == "C#20D")
    }

    @Test(arguments: ["[1 2", "<< /A >>", "<< 1 2 >>", "(open", "<00", "xyz", "", "]"])
    func `broken syntax is refused`(source: String) {
        var scanner = ObjectScanner(bytes: Array(source.utf8), offset: 0)
        #expect(throws: ConformFailure.self) { try scanner.value() }
    }

    @Test func `zlib gives back what it took`() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 5) }
        #expect(try Zlib.unpack(try Zlib.pack(bytes)[...]) == bytes)
        #expect(throws: ConformFailure.self) { try Zlib.unpack([1, 2, 3]) }
    }

    @Test func `the colour profile is what its header says`() {
        let profile = ICCProfile.sRGB
        let size = profile[0..<4].reduce(0) { $0 << 8 | Int($1) }
        #expect(size == profile.count)
        // Version 2.1: PDF 1.4 knows no later.
        #expect(Array(profile[8..<10]) == [2, 0x10])
        #expect(Array(profile[12..<24]) == Array("mntrRGB XYZ ".utf8))
        #expect(Array(profile[36..<40]) == Array("acsp".utf8))
        #expect(profile.count < 3_072)
        // The curve ends at full light, and half a sample is 21.4 % of it (IEC 61966-2-1).
        let curve = Array(profile.suffix(2_048))
        #expect(curve.suffix(2) == [0xFF, 0xFF])
        let half = Int(curve[2 * 512]) << 8 | Int(curve[2 * 512 + 1])
        #expect((14_020...14_090).contains(half))
    }
}
