import Archive
import Diagnostics
import Testing

struct BagTests {
    private let digest = String(repeating: "0a", count: 64)

    private func read(
        _ text: String,
        _ kind: BagManifest.Kind = .payload
    ) -> (manifest: BagManifest?, faults: [String]) {
        var log = DiagnosticLog()
        let source = SourceText(path: kind.rawValue, bytes: Array(text.utf8))
        let manifest = BagManifest.read(kind, source, log: &log)
        return (manifest, log.sorted.map { "\($0.place?.line ?? 0) \($0.code)" })
    }

    @Test func `lists files by path, line ends and percent signs by their codes`() throws {
        var manifest = BagManifest(.payload)
        for path in ["data/b", "data/a\r\n100%.csv", "data/a b"] {
            manifest.digests[try #require(BagPath(path))] = digest
        }
        #expect(
            manifest.text == """
                \(digest)  data/a%0D%0A100%25.csv
                \(digest)  data/a b
                \(digest)  data/b

                """
        )
        #expect(read(manifest.text).manifest == manifest)
    }

    @Test func `reads manifests of other makers`() throws {
        let upper = digest.uppercased()
        let text = "\(upper)\tdata/một.csv\r\n\(digest) data/x%0a%y%"
        let (manifest, faults) = read(text)
        #expect(faults.isEmpty)
        let paths = manifest?.digests.keys.sorted().map(\.text)
        #expect(paths == ["data/một.csv", "data/x\n%y%"])
        #expect(manifest?.digests.values.allSatisfy { $0 == digest } == true)
    }

    @Test(arguments: [
        "../x", "data/../../x", "/data/x", "data//x", "data/./x", "data/", "data/..", "~/x",
        "data\\..\\x", "data/\0x",
    ])
    func `refuses paths that lead out of the bag`(path: String) {
        #expect(BagPath(path) == nil)
        #expect(read("\(digest)  \(path)\n").faults == ["1 archive.bag.path"])
        #expect(read("\(digest)  \(path)\n").manifest == nil)
    }

    @Test
    func `refuses bare line ends, repeated paths, wrong digests and files of the other manifest`() {
        let good = "\(digest)  data/a\n"
        #expect(read(good).faults.isEmpty)
        #expect(read(good + "\(digest)  data/b\rc\n").faults == ["3 archive.bag.line"])
        #expect(read(good + good).faults == ["2 archive.bag.duplicate"])
        #expect(
            read(good + "\(digest)  data/%61\n\(digest)  data/a\n").faults == [
                "3 archive.bag.duplicate"
            ]
        )
        #expect(read("\(digest.dropLast())  data/a\n").faults == ["1 archive.bag.line"])
        #expect(read("\(digest)\n").faults == ["1 archive.bag.line"])
        #expect(read("\n" + good).faults == ["1 archive.bag.line"])
        #expect(read("\(digest)  bagit.txt\n").faults == ["1 archive.bag.place"])
        #expect(read("\(digest)  bagit.txt\n", .tags).faults.isEmpty)
        #expect(read(good, .tags).faults == ["1 archive.bag.place"])
    }

    @Test func `tells composed from decomposed letters`() {
        let text = "\(digest)  data/\u{1EBF}\n\(digest)  data/e\u{302}\u{301}\n"
        #expect(read(text).manifest?.digests.count == 2)
        #expect(read("\(digest)  data/\u{301}x\n").faults.isEmpty)
    }

    @Test func `refuses a manifest that is not UTF-8`() {
        var log = DiagnosticLog()
        let bytes = Array("\(digest)  data/".utf8) + [0xFF, 0x0A]
        let manifest = BagManifest.read(
            .payload,
            SourceText(path: "manifest-sha512.txt", bytes: bytes),
            log: &log
        )
        #expect(manifest == nil)
        #expect(log.sorted.map(\.code) == ["archive.bag.encoding"])
    }

    @Test func `keeps each element of bag-info on one line`() {
        let info = BagTags.info([
            ("Source-Organization", "Một\r\n  Bag-Size: 1"),
            ("Payload-Oxum", BagTags.oxum(bytes: 12, files: 3)),
        ])
        #expect(info == "Source-Organization: Một Bag-Size: 1\nPayload-Oxum: 12.3\n")
        #expect(BagTags.oxum(in: Array(info.utf8)) == "12.3")
        #expect(BagTags.oxum(in: Array("Contact: x\n".utf8)) == nil)
    }

    @Test func `knows its declaration whatever its line ends`() {
        let text = BagTags.declaration
        #expect(BagTags.isDeclaration(Array(text.utf8)))
        #expect(BagTags.isDeclaration(Array(text.replacing("\n", with: "\r\n").utf8)))
        #expect(!BagTags.isDeclaration(Array(text.replacing("1.0", with: "2.0").utf8)))
        #expect(!BagTags.isDeclaration([]))
    }
}
