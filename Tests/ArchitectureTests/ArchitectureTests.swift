import Foundation
import TestSupport
import Testing

/// What may be imported without being a target or product of the package.
private let systemModules: Set = ["Glibc", "Testing", "Foundation"]

@Suite struct ArchitectureTests {
    @Test func `imports only what its target declares`() throws {
        let targets = try manifestTargets()
        let modules = Set(targets.map(\.name))
        #expect(targets.count > 15)
        for target in targets where !target.isTest && !target.path.hasPrefix("Tests/") {
            for file in try swiftFiles(in: target.path) {
                for module in file.imports where !systemModules.contains(module) {
                    #expect(
                        target.dependencies.contains(module),
                        "\(file.path) imports \(module), which \(target.name) does not declare"
                    )
                    #expect(modules.contains(module) || module == "ArgumentParser")
                }
            }
        }
    }

    @Test func `stages never import each other`() throws {
        let stages: Set = [
            "Ingest", "Compute", "Compose", "RenderPDF", "RenderHTML", "RenderData", "Archive",
            "Ruler",
        ]
        for target in try manifestTargets() where stages.contains(target.name) {
            #expect(target.dependencies.isDisjoint(with: stages), "\(target.name)")
        }
    }

    @Test func `the page on architecture shows the graph of the manifest`() throws {
        let page = try String(
            contentsOf: projectRoot.appendingPathComponent("Sources/README.md"),
            encoding: .utf8
        )
        var shown: [String: Set<String>] = [:]
        for line in page.components(separatedBy: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let name = cells[0].trimmingCharacters(in: ["`"])
            shown[name] = Set(
                cells[2].components(separatedBy: ", ")
                    .map { $0.trimmingCharacters(in: ["`", " "]) }
                    .filter { !$0.isEmpty && $0 != "–" }
            )
        }
        let targets = try manifestTargets().filter { $0.path.hasPrefix("Sources/") }
        #expect(Set(shown.keys) == Set(targets.map(\.name)))
        for target in targets {
            #expect(shown[target.name] == target.dependencies, "\(target.name)")
        }
    }

    @Test func `no file is longer than five hundred lines`() throws {
        let files = try ["Sources", "Tests", "Fixtures"].flatMap(swiftFiles(in:))
        for file in files {
            #expect(file.lines.count <= 500, "\(file.path): \(file.lines.count) lines")
        }
        let lengths = try swiftFiles(in: "Sources").map(\.lines.count).sorted()
        #expect(
            lengths[lengths.count / 2] <= 150,
            "the median file is \(lengths[lengths.count / 2])"
        )
    }

    @Test func `nothing that input can reach may crash or leave the package`() throws {
        let forbidden = [
            "public ", "open class", "try!", "as! ", "fatalError(", "preconditionFailure(",
            "import Foundation", "TODO", "FIXME",
        ]
        for file in try swiftFiles(in: "Sources") {
            for line in file.code {
                for word in forbidden where line.text.contains(word) {
                    Issue.record("\(file.path):\(line.number) has “\(word)”")
                }
                if line.text.contains(" print("), !file.path.hasPrefix("Sources/baocao/") {
                    Issue.record("\(file.path):\(line.number) prints")
                }
            }
        }
    }

    @Test func `an exception from concurrency checking has its reason above it`() throws {
        for file in try swiftFiles(in: "Sources") {
            for line in file.code
            where line.text.contains("@unchecked") || line.text.contains("nonisolated(unsafe)") {
                let above = file.lines[max(0, line.number - 2)]
                    .trimmingCharacters(in: .whitespaces)
                #expect(above.hasPrefix("//"), "\(file.path):\(line.number)")
            }
        }
    }

    @Test func `each declaration for other targets has a summary`() throws {
        let word = try Regex(
            #"^\s*(@\w+(\([^)]*\))? )*package (static |mutating |consuming |private\(set\) |indirect |nonisolated |prefix )*(func|struct|enum|class|final class|protocol|typealias)\b"#
        )
        for file in try swiftFiles(in: "Sources") {
            for (index, line) in file.lines.enumerated() where line.contains(word) {
                var above = index - 1
                while above >= 0,
                    file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@")
                {
                    above -= 1
                }
                let comment = above < 0 ? "" : file.lines[above]
                #expect(
                    comment.trimmingCharacters(in: .whitespaces).hasPrefix("///"),
                    "\(file.path):\(index + 1) has no summary"
                )
            }
        }
    }

    @Test func `only the edge of the program touches files, clock and environment`() throws {
        for file in try swiftFiles(in: "Sources") where file.imports.contains("Glibc") {
            #expect(
                ["Sources/Pipeline", "Sources/baocao", "Sources/System"]
                    .contains { file.path.hasPrefix($0) },
                "\(file.path) imports Glibc"
            )
        }
    }

    @Test func `no province, unit or column is named in code`() throws {
        let words =
            try settingsWords(in: "Fixtures/an-giang-2020/report.yaml")
        #expect(words.count > 20)
        // Comments and help texts as well.
        for file in try swiftFiles(in: "Sources") {
            for (index, line) in file.lines.enumerated() {
                for word in words where line.contains(word) {
                    Issue.record("\(file.path):\(index + 1) names “\(word)”")
                }
            }
        }
    }

    /// Keys of columns and names of the province and its units, as quoted text would show them.
    private func settingsWords(in path: String) throws -> [String] {
        let text = try String(
            contentsOf: projectRoot.appendingPathComponent(path),
            encoding: .utf8
        )
        var words: [String] = []
        for match in text.matches(of: try Regex(#"key: ([a-z]+_[a-z_]+)"#)) {
            if let word = match.output[1].substring { words.append("\"\(word)\"") }
        }
        for match in text.matches(of: try Regex(#"name: ([^,}\n#]+)"#)) {
            if let word = match.output[1].substring {
                words.append(word.trimmingCharacters(in: .whitespaces))
            }
        }
        return words
    }
}
