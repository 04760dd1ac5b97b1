import Archive
import Testing

struct ChainTests {
    @Test func `the chain covers every file, the number of the edition and the value before`()
        throws
    {
        let files = [
            ArchivedFile(path: "a", sha512: "11", content: "v1/content/a"),
            ArchivedFile(path: "edition.json", sha512: "22", content: "v1/content/edition.json"),
        ]
        let name = EditionName(period: "89-2020", number: 1)
        let record = EditionRecord.Bytes(
            Array(
                "{\n  \"created\": \"x\",\n  \"chain\": \"ab\",\n  \"chain_short\": \"AB\",\n}\n"
                    .utf8
            ),
            chain: "ab"
        )
        let value = try Chain.value(after: "", name, files: files, record: record)
        // printf '{\n  "created": "x",\n}\n' | sha512sum gives D;
        // printf '\n89-2020@v1\n11  a\nD  edition.json\n' | sha512sum
        #expect(
            value
                == "b5f71d101c8afe5376baa91fa47358dce147c53fea31540902a464839ae080168d4a37f0a43c2514b857fc272918ea599f31fab58df2337f015e50cef966ec83"
        )
        var other = files
        other[0].sha512 = "12"
        #expect(try Chain.value(after: "", name, files: other, record: record) != value)
        #expect(try Chain.value(after: "0", name, files: files, record: record) != value)
        other = files
        other[1].sha512 = "23"
        #expect(try Chain.value(after: "", name, files: other, record: record) == value)
        // What the record tells of itself counts; only its own value cannot.
        let text = String(decoding: record.bytes, as: UTF8.self)
        for (old, new) in [("x", "y"), ("\"ab\",", "\"ab\", "), ("}", " }")] {
            let changed = EditionRecord.Bytes(
                Array(text.replacing(old, with: new).utf8),
                chain: "ab"
            )
            #expect(try Chain.value(after: "", name, files: files, record: changed) != value)
        }
        let unsaid = EditionRecord.Bytes(
            Array(text.replacing("ab", with: "").replacing("AB", with: "").utf8),
            chain: ""
        )
        #expect(try Chain.value(after: "", name, files: files, record: unsaid) == value)
        #expect(Chain.short("0123456789abcdef01234567") == "0123 4567 89AB CDEF 0123")
    }
}
