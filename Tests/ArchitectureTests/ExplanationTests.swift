import Foundation
import TestSupport
import Testing

/// Every code that a diagnostic may have is explained in `Templates/explanations.yaml`, and nothing else is.
@Suite struct ExplanationTests {
    @Test func `each code of the sources is explained`() throws {
        let explained = try explainedCodes()
        #expect(explained.count > 300)
        var found = 0
        for file in try swiftFiles(in: "Sources") {
            for code in try codes(of: file) {
                found += 1
                #expect(explained.contains(code), "\(file.path): \(code) is not explained")
            }
        }
        #expect(found > 300)
    }

    @Test func `no code is explained that there is not`() throws {
        let codes = Set(try swiftFiles(in: "Sources").flatMap(codes))
        for code in try explainedCodes() {
            #expect(codes.contains(code), "\(code) is the code of no diagnostic")
        }
    }

    @Test func `explanations stand in both languages and say something`() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let pairs = text.matches(of: /\{vi: "(.*)", en: "(.*)"\}/)
        #expect(pairs.count > 600)
        for pair in pairs {
            #expect(pair.1.count > 3 && pair.2.count > 3, "\(pair.0)")
            #expect(pair.1 != pair.2, "\(pair.0)")
        }
    }

    private static let file = projectRoot.appendingPathComponent("Templates/explanations.yaml")

    private func explainedCodes() throws -> Set<String> {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        var codes: Set<String> = []
        for line in text.components(separatedBy: "\n") {
            if let match = line.firstMatch(of: /^    ([a-z0-9.-]+):$/) {
                #expect(codes.insert(String(match.1)).inserted, "\(match.1) stands twice")
            } else if let match = line.firstMatch(of: /^      also: \[(.*)\]$/) {
                for code in match.1.split(separator: ", ") {
                    #expect(codes.insert(String(code)).inserted, "\(code) stands twice")
                }
            }
        }
        return codes
    }

    /// Stages whose names codes begin with.
    private static let stages =
        "archive|audit|charts|compose|compute|disclosure|ingest|pipeline|plausibility|render|settings|trace"

    /// Words of a file that has codes put together, and that are no parts of codes.
    private static let otherWords: [String: Set<String>] = [
        "RowFault.swift": ["value"], "AmendmentFault+Fitting.swift": ["empty"],
        "MeasureFile.swift": ["mutool", "password", "trace"], "FileFailure.swift": ["ghi", "read"],
        "BagFault.swift": [], "AuditFile.swift": ["assword", "pdftotext"],
    ]

    /// What a name inside a code stands for, where the words do not stand beside it.
    private static let names: [String: [String]] = [
        "kind.rawValue": ["answer", "correction"],
        "state(on: day)": ["soon", "passed"],
        "operation": ["read", "list", "write", "replace", "remove"],
    ]

    /// The codes in a file's texts. One that is put together has, in the place of a name, every word of the
    /// file that may be part of a code.
    private func codes(of file: SourceFile) throws -> [String] {
        let text = file.code.map(\.text).joined(separator: "\n")
        let name = file.path.components(separatedBy: "/").last ?? ""
        let literal = try Regex(
            "\"((?:\(Self.stages))\\.(?:[a-z0-9-]|\\.|\\\\\\((?:[^()]|\\([^()]*\\))*\\))+)\"(?! *\\+)"
        )
        let found = text.matches(of: literal).compactMap { $0.output[1].substring.map(String.init) }
        let words = text.matches(of: /"([a-z]+(?:-[a-z]+)*)"/).map { String($0.1) }
            .filter { !(Self.otherWords[name] ?? []).contains($0) }
        var codes: Set<String> = []
        for code in found {
            guard code.contains("\\(") else {
                if code.split(separator: ".").count > 2 {
                    codes.insert(code)
                }
                continue
            }
            codes.formUnion(expanded(code, words: try slugs(of: name, words)))
        }
        if text.contains("\"ingest.workbook.\" +") {
            codes.formUnion(try workbookSlugs().map { "ingest.workbook.\($0)" })
        }
        return codes.sorted()
    }

    /// The words that may stand in a code of this file.
    private func slugs(of file: String, _ words: [String]) throws -> [String] {
        switch file {
        case "StoreFault.swift":
            let rules = try String(
                contentsOf: projectRoot.appendingPathComponent(
                    "Sources/Archive/Store/StoreRule.swift"
                ),
                encoding: .utf8
            )
            return rules.matches(of: /case \w+ = "([A-Z]\d+)"/).map { $0.1.lowercased() }
        default: return words
        }
    }

    private func workbookSlugs() throws -> [String] {
        let url = projectRoot.appendingPathComponent(
            "Sources/Ingest/Workbook/WorkbookDoubt+Messages.swift"
        )
        let text = try String(contentsOf: url, encoding: .utf8)
        return text.matches(of: /case \.\w+: "([a-z]+(?:-[a-z]+)*)"/).map { String($0.1) }
    }

    /// A code with each of the words in the place of each name.
    private func expanded(_ code: String, words: [String]) -> [String] {
        guard let match = code.firstMatch(of: /\\\(((?:[^()]|\([^()]*\))*)\)/) else {
            return [code]
        }
        let name = String(match.1)
        var choices = Self.names[name] ?? words
        if name.contains("?") {
            choices = name.matches(of: /"([a-z-]+)"/).map { String($0.1) }
        } else if code == "ingest.\\(slug).unknown" {
            choices = ["unit", "sector", "code"]
        } else if code.hasPrefix("ingest.quote.") {
            choices = ["unterminated", "inside", "other-delimiter", "after"]
        }
        return choices.flatMap { word in
            expanded(code.replacing(String(match.0), with: word, maxReplacements: 1), words: words)
        }
    }
}
