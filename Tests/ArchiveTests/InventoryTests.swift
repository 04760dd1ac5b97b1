import Archive
import Foundation
import Testing

@Suite struct InventoryTests {
    /// What reading a text finds, by the codes of the specification.
    private func codes(_ text: String) -> [String] {
        var faults: [StoreFault] = []
        _ = Inventory.read(Array(text.utf8), file: "inventory.json", faults: &faults)
        return Set(faults.map(\.rule.rawValue)).sorted()
    }

    @Test func `an inventory as it should be has no fault and says what was written`() throws {
        #expect(codes(good) == [])
        var faults: [StoreFault] = []
        let read = try #require(Inventory.read(Array(good.utf8), file: "", faults: &faults))
        #expect(read.head == "v2")
        #expect(read.versions[1].state.flatMap(\.paths) == ["a.txt", "b/c.txt"])
        #expect(Inventory.read(read.json, file: "", faults: &faults) == read)
        #expect(faults.isEmpty)
    }

    @Test(arguments: warned + broken)
    func `each break of a rule is found and named`(example: Example) throws {
        try #require(good.contains(example.old), "the example must change something")
        let text = good.replacingOccurrences(of: example.old, with: example.new)
        #expect(codes(text).contains(example.code), "\(codes(text))")
        #expect(example.code.hasPrefix("W") == codes(text).allSatisfy { $0.hasPrefix("W") })
    }

    @Test func `a text that is no JSON, or has a key twice, is refused`() {
        #expect(codes("{") == ["E033"])
        #expect(codes("[]") == ["E033"])
        #expect(codes(good + "x") == ["E033"])
        #expect(
            codes(good.replacingOccurrences(of: "\"message\"", with: "\"created\"")) == ["E033"]
        )
        #expect(codes(String(repeating: "[", count: 100_000)) == ["E033"])
    }

    @Test func `a later inventory that tells an old version otherwise is found`() throws {
        var faults: [StoreFault] = []
        let now = try #require(Inventory.read(Array(good.utf8), file: "", faults: &faults))
        var then = now
        then.versions.removeLast()
        #expect(now.differences(from: then, file: "").isEmpty)
        then.versions[0].state[0].paths = ["other.txt"]
        #expect(now.differences(from: then, file: "").map(\.rule) == [.e066])
        then = now
        then.versions[0].message = "other"
        #expect(now.differences(from: then, file: "").map(\.rule) == [.w011])
        then = now
        then.manifest.append(.init(digest: c, paths: ["v1/content/lost"]))
        #expect(now.lostContent(since: then) == ["v1/content/lost"])
    }

    @Test(arguments: [
        ("2021-01-15T08:00:00Z", true), ("2021-01-15T08:00:00.25+07:00", true),
        ("2020-02-29T23:59:60Z", true), ("2021-02-29T08:00:00Z", false),
        ("2021-01-15", false), ("2021-01-15T08:00:00", false), ("2021-01-15T08:00Z", false),
        ("2021-01-15T24:00:00Z", false), ("2021-01-15T08:00:00+0700", false), ("", false),
    ])
    func `a moment has date, time, seconds and zone`(text: String, isRight: Bool) {
        #expect(isTimestamp(text) == isRight)
    }

    @Test func `folders of objects are names that every disk takes`() {
        #expect(StoreLayout.folder(of: "89-2020") == "baocao%3a89-2020")
        #expect(StoreLayout.period(ofFolder: "baocao%3a89-2020") == "89-2020")
        #expect(StoreLayout.period(ofFolder: "baocao%3A89-2020") == nil)
        #expect(StoreLayout.period(ofFolder: "v1") == nil)
        #expect(StoreLayout.folder(of: "a/../b") == "baocao%3aa%2f%2e%2e%2fb")
    }
}

/// A change of the good inventory, and the rule that it breaks.
struct Example: Sendable, CustomTestStringConvertible {
    var code: String
    var old: String
    var new: String
    var testDescription: String { "\(code): \(new)" }

    init(_ code: String, _ old: String, _ new: String) {
        (self.code, self.old, self.new) = (code, old, new)
    }
}

private let a = String(repeating: "a", count: 128)
private let b = String(repeating: "b", count: 128)
private let c = String(repeating: "c", count: 128)
private let good = """
    {
      "id": "urn:x:1",
      "type": "https://ocfl.io/1.1/spec/#inventory",
      "digestAlgorithm": "sha512",
      "head": "v2",
      "contentDirectory": "content",
      "fixity": {"md5": {"0123456789abcdef0123456789abcdef": ["v1/content/a.txt"]}},
      "manifest": {"\(a)": ["v1/content/a.txt"], "\(b)": ["v2/content/b/c.txt"]},
      "versions": {
        "v1": {
          "created": "2021-01-15T08:00:00Z", "message": "one",
          "user": {"name": "N", "address": "mailto:n@example.vn"},
          "state": {"\(a)": ["a.txt"]}
        },
        "v2": {
          "created": "2021-02-15T08:00:00Z", "message": "two",
          "user": {"name": "N", "address": "mailto:n@example.vn"},
          "state": {"\(a)": ["a.txt"], "\(b)": ["b/c.txt"]}
        }
      }
    }
    """

private let warned = [
    Example("W005", "urn:x:1", "mot"),
    Example("W007", #""message": "two","#, ""),
    Example("W007", #""user": {"name": "N", "address": "mailto:n@example.vn"},"#, ""),
    Example("W008", #", "address": "mailto:n@example.vn""#, ""),
    Example("W009", "mailto:n@example.vn", "n"),
]

private let broken = [
    Example("E036", #""id": "urn:x:1","#, ""),
    Example("E036", #""head": "v2","#, ""),
    Example("E036", #""digestAlgorithm": "sha512","#, ""),
    Example("E037", #""id": "urn:x:1""#, #""id": """#),
    Example("E038", "https://ocfl.io/1.1/spec/#inventory", "https://ocfl.io/9.9/spec/#inventory"),
    Example("E025", #""sha512""#, #""md5""#),
    Example("E025", "\"\(a)\": [\"v1", "\"\(a.dropLast())\": [\"v1"),
    Example("E017", #""contentDirectory": "content""#, #""contentDirectory": "a/b""#),
    Example("E018", #""contentDirectory": "content""#, #""contentDirectory": "..""#),
    Example("E040", #""head": "v2""#, #""head": "v1""#),
    Example("E041", #""manifest""#, #""Manifest""#),
    Example("E042", "v2/content/b/c.txt", "v3/content/b/c.txt"),
    Example("E042", "v2/content/b/c.txt", "v2/inhalt/b/c.txt"),
    Example("E099", "v2/content/b/c.txt", "v2/content/../c.txt"),
    Example("E099", "v2/content/b/c.txt", "v2/content//c.txt"),
    Example("E100", "v2/content/b/c.txt", "/v2/content/c.txt"),
    Example("E101", "v2/content/b/c.txt", "v1/content/a.txt"),
    Example("E101", "v2/content/b/c.txt", "v1/content/a.txt/x"),
    Example("E092", #"["v2/content/b/c.txt"]"#, #""v2/content/b/c.txt""#),
    Example("E096", "\"\(b)\": [\"v2", "\"\(a.uppercased())\": [\"v2"),
    Example("E043", #""versions""#, #""Versions""#),
    Example("E009", #""v1": {"#, #""v0": {"#),
    Example("E010", #""v2": {"#, #""v3": {"#),
    Example("E011", #""v2": {"#, #""v02": {"#),
    Example("E046", #""v2": {"#, #""two": {"#),
    Example("E048", #""created": "2021-02-15T08:00:00Z","#, ""),
    Example("E049", "2021-02-15T08:00:00Z", "2021-02-15"),
    Example("E050", "{\"\(a)\": [\"a.txt\"]}", "{\"\(c)\": [\"a.txt\"]}"),
    Example("E050", "{\"\(a)\": [\"a.txt\"]}", "[]"),
    Example("E052", #"["b/c.txt"]"#, #"["b/../../c.txt"]"#),
    Example("E053", #"["b/c.txt"]"#, #"["/etc/passwd"]"#),
    Example("E095", #"["b/c.txt"]"#, #"["a.txt"]"#),
    Example("E095", #"["b/c.txt"]"#, #"["a.txt/c"]"#),
    Example("E054", #"{"name": "N", "address": "mailto:n@example.vn"}"#, #""N""#),
    Example("E094", #""message": "two""#, #""message": 2"#),
    Example("E107", ", \"\(b)\": [\"b/c.txt\"]", ""),
    Example("E111", #"{"md5": {"0123456789abcdef0123456789abcdef": ["v1/content/a.txt"]}}"#, "[]"),
    Example("E056", #""md5""#, #""md6""#),
    Example("E057", "0123456789abcdef0123456789abcdef", "0123"),
    Example("E057", #"["v1/content/a.txt"]}}"#, #"["v1/content/z.txt"]}}"#),
    Example("E099", #"["v1/content/a.txt"]}}"#, #"["v1/content/../a.txt"]}}"#),
]
