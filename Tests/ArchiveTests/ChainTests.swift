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
