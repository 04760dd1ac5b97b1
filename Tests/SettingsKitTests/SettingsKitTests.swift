import Diagnostics
import SettingsKit
import TestSupport
import Testing

private func source(_ text: String) -> SourceText {
    SourceText(path: "report.yaml", bytes: Array(text.utf8))
}

/// The tree as text, each value with its line and column.
private func outline(_ node: YAMLNode, indent: String = "") -> String {
    let place = "\(node.place.line ?? 0):\(node.place.column ?? 0)"
    switch node.content {
    case .scalar(let scalar):
        return
            "\(indent)\(place) \(scalar.isPlain ? "plain" : "quoted") \(scalar.text.debugDescription)\n"
    case .sequence(let items):
        return items.reduce("\(indent)\(place) list\n") { $0 + outline($1, indent: indent + "  ") }
    case .mapping(let entries):
        return entries.reduce("\(indent)\(place) mapping\n") {
            let key = "\($1.keyPlace.line ?? 0):\($1.keyPlace.column ?? 0) \($1.key)"
            return $0 + "\(indent)  \(key) ->\n" + outline($1.value, indent: indent + "    ")
        }
    }
}

/// One line a doubt: place, code, value, message and hint in English.
private func lines(_ log: DiagnosticLog) -> [String] {
    log.sorted.map {
        let place = "\($0.place?.line ?? 0):\($0.place?.column ?? 0)"
        return "\(place) \($0.code) | \($0.message.en)\($0.hint.map { " | " + $0.en } ?? "")"
    }
}

private func codes(_ text: String) -> [String] {
    var log = DiagnosticLog()
    let node = readYAML(source(text), log: &log)
    #expect((node == nil) == log.hasErrors)
    return log.sorted.map {
        "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)"
    }
}

struct YAMLTree {
    @Test func `gives every key and value its place and its text as written`() {
        let text = """
            \u{FEFF}# ghi chú
            period: {year: 2020, cutoff: 2020-12-31}
            "Tỉnh": 'An ''Giang'   # đuôi
            đơn vị: [883, no, 05, "x\\ty", ~]
            prose: |
              Dòng một
              dòng hai
            folded: >-
              a
              b
            empty:
            """
        var log = DiagnosticLog()
        let node = readYAML(source(text), log: &log)
        #expect(lines(log) == [])
        expectGolden(node.map { outline($0) } ?? "", "tree.txt")
    }

    @Test func `counts characters, not code points, in columns`() {
        var log = DiagnosticLog()
        // The first key is decomposed: e + circumflex + dot below is one character.
        let node = readYAML(source("{e\u{302}\u{323}: x, b: y}"), log: &log)
        guard case .mapping(let entries)? = node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.keyPlace.column) == [2, 8])
    }

    @Test func `counts lines at LF, CRLF and CR, not at U+2028`() {
        var log = DiagnosticLog()
        let node = readYAML(source("a: 1\r\nb: \"x\u{2028}y\"\rc: 2\nd: 3"), log: &log)
        guard case .mapping(let entries)? = node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.keyPlace.line) == [1, 2, 3, 4])
    }

    @Test func `reads JSON`() {
        var log = DiagnosticLog()
        let text = #"{"a": [1, "2", null, true], "b": {"c\u00e9": "\/"}}"#
        let node = readYAML(source(text), log: &log)
        #expect(
            node.map { outline($0) } == """
                1:1 mapping
                  1:2 a ->
                    1:7 list
                      1:8 plain "1"
                      1:11 quoted "2"
                      1:16 plain "null"
                      1:22 plain "true"
                  1:29 b ->
                    1:34 mapping
                      1:35 cé ->
                        1:46 quoted "/"

                """
        )
    }

    @Test func `starts at the line told when YAML stands inside another text`() {
        var log = DiagnosticLog()
        let node = readYAML(source("\nwhen: [previous"), firstLine: 7, log: &log)
        #expect(node == nil)
        #expect(log.sorted.map { $0.place?.line } == [8])
    }

    @Test func `reads an empty file as nothing`() {
        var log = DiagnosticLog()
        #expect(readYAML(source("# nothing\n"), log: &log)?.isNull == true)
        #expect(lines(log) == [])
    }

    @Test(arguments: [
        ("a: &x 1", "1:4 settings.yaml.alias"),
        ("a: *x", "1:4 settings.yaml.alias"),
        ("a: !!str 1", "1:4 settings.yaml.tag"),
        ("a: 1\n---\nb: 2", "2:1 settings.yaml.second-document"),
        ("[1]: 2", "1:1 settings.yaml.key"),
        ("a: b: c", "1:5 settings.yaml.syntax"),
        ("a:\n\t- b", "2:1 settings.yaml.syntax"),
        ("a: [1, 2", "1:9 settings.yaml.syntax"),
        ("a: \u{0}", "1:4 settings.yaml.encoding"),
    ])
    func `refuses what settings do not use, with a place`(text: String, fault: String) {
        #expect(codes(text) == [fault])
    }

    @Test func `refuses bytes that are not UTF-8`() {
        var log = DiagnosticLog()
        let text = SourceText(path: "a.yaml", bytes: [0x61, 0x3A, 0x20, 0xE9, 0x0A])
        #expect(readYAML(text, log: &log) == nil)
        #expect(lines(log).map { $0.prefix(27) } == ["1:4 settings.yaml.encoding "])
    }

    @Test func `refuses more than 64 levels and takes 64`() {
        #expect(
            codes(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == []
        )
        #expect(codes(String(repeating: "[", count: 65)) == ["1:65 settings.yaml.too-deep"])
        #expect(codes(String(repeating: "[", count: 100_000)).count == 1)
    }

    @Test func `never crashes on characters thrown together`() {
        var state: UInt64 = 5
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        let pieces = [
            "a", "ệ", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "\n", "\n  ", "#", "|", ">",
            "&x", "*x", "!t", "---", "\t", "\\", "\u{0}", "\u{FEFF}", "?", "%",
        ]
        for _ in 0..<3000 {
            let text = (0..<next(14)).map { _ in pieces[next(pieces.count)] }.joined()
            // `codes` expects a value or a fault, never both or neither.
            #expect(codes(text).count <= 1)
        }
    }

    @Test func `never crashes on a file cut anywhere`() {
        let bytes = Array("# ghi\na: {b: [1, \"đ\"], c: 'x'}\nd: |\n  ư\n- &a\n".utf8)
        for end in 0...bytes.count {
            var log = DiagnosticLog()
            let text = SourceText(path: "a.yaml", bytes: Array(bytes.prefix(end)))
            let node = readYAML(text, log: &log)
            #expect((node == nil) == log.hasErrors)
        }
    }
}

private enum Colour: String, CaseIterable { case red, green, blue }

struct StrictReading {
    @Test func `gives text as written and typed values`() {
        var log = DiagnosticLog()
        let text = "code: 05\nanswer: no\nyear: 2020\non: true\ncolour: red\nlist: [1, a]\none: x"
        let read = readSettingsFile(source(text), log: &log) { map in
            let words = [map.text("code"), map.text("answer"), map.optionalText("none") ?? "-"]
            let numbers = [map.integer("year"), map.optionalInteger("none2") ?? -1]
            let colour: Colour? = map.choice("colour")
            return "\(words) \(numbers) \(map.flag("on")) \(colour?.rawValue ?? "") "
                + "\(map.texts("list")) \(map.optionalTextOrTexts("one"))"
        }
        #expect(lines(log) == [])
        #expect(
            read == #"["05", "no", "-"] [2020, -1] true red ["1", "a"] ["x"]"#
        )
    }

    @Test func `tells all faults of a file at once, and gives no value`() {
        let text = """
            cod: 883
            name: [a]
            name: b
            year: "hai nghìn"
            on: yes
            colour: gren
            list: {a: 1}
            nothing:
            blank: " "
            items:
              - {key: a, vlaue: 1}
              - 5
            day: 2020-13-01
            """
        var log = DiagnosticLog()
        let read = readSettingsFile(source(text), log: &log) { map in
            _ = map.text("code")
            _ = map.text("name")
            _ = map.integer("year")
            _ = map.flag("on")
            _ = map.choice("colour", Colour.self)
            _ = map.texts("list")
            _ = map.text("nothing")
            _ = map.text("blank")
            _ = map.value("day", expecting: Bilingual(vi: "một ngày", en: "a day")) { _ in
                Int?.none
            }
            let items = map.mappings("items") { item in
                "\(item.text("key")) \(item.optionalText("value") ?? "")"
            }
            #expect(items == [])
            return true
        }
        #expect(read == nil)
        expectGolden(lines(log).joined(separator: "\n") + "\n", "faults.txt")
    }

    @Test func `reads free keys in the order of the file`() {
        var log = DiagnosticLog()
        var seen: [String] = []
        _ = readSettingsFile(source("b: 1\na: 2\nc: 3"), log: &log) { map in
            map.forEachKey { map, key, value in seen.append(key + (value.text ?? "")) }
            return true
        }
        #expect(seen == ["b1", "a2", "c3"])
        #expect(lines(log) == [])
    }
}
