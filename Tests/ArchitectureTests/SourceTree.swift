import Foundation
import TestSupport

/// A Swift file of the project as text.
struct SourceFile {
    /// Relative to the project's root.
    let path: String
    let lines: [String]

    /// Names of the modules that it imports.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position <= 2,
                words[..<position].allSatisfy({
                    ["package", "private", "internal", "public", "@testable"].contains($0)
                })
            else { return nil }
            return words.last.map(String.init)
        }
    }

    /// Lines of code: without comments and the insides of multi-line strings.
    var code: [(number: Int, text: String)] {
        var isInString = false
        return lines.enumerated().compactMap { index, line in
            let quotes = line.components(separatedBy: "\"\"\"").count - 1
            defer { if quotes % 2 == 1 { isInString.toggle() } }
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            return isInString || trimmed.hasPrefix("//") ? nil : (index + 1, line)
        }
    }
}

/// Every Swift file below a folder of the project.
func swiftFiles(in folder: String) throws -> [SourceFile] {
    let root = projectRoot.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        .filter { $0.hasSuffix(".swift") }.sorted()
    return try paths.map { path in
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        return SourceFile(path: "\(folder)/\(path)", lines: text.components(separatedBy: "\n"))
    }
}

/// A target of `Package.swift`.
struct ManifestTarget {
    let name: String
    let path: String
    let isTest: Bool
    let dependencies: Set<String>
}

/// The targets as SwiftPM understands the manifest.
func manifestTargets() throws -> [ManifestTarget] {
    try withScratchFolder { scratch in
        let result = try run(
            "swift",
            [
                "package", "--package-path", projectRoot.path, "--scratch-path", scratch.path,
                "dump-package",
            ]
        )
        let json = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
        let targets = json?["targets"] as? [[String: Any]] ?? []
        return targets.map { target in
            let dependencies = (target["dependencies"] as? [[String: Any]] ?? []).compactMap {
                (($0["byName"] ?? $0["target"] ?? $0["product"]) as? [Any])?.first as? String
            }
            return ManifestTarget(
                name: target["name"] as? String ?? "",
                path: target["path"] as? String ?? "",
                isTest: target["type"] as? String == "test",
                dependencies: Set(dependencies)
            )
        }
    }
}
