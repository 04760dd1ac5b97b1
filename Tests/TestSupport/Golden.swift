package import Foundation
package import Testing

/// Compares `actual` with `Goldens/<name>` beside the calling test file.
///
/// `RECORD=1` writes it instead. A missing golden is written and fails; a mismatch is written to
/// `Output/test-failures/<name>` and reported with the first line that differs.
package func expectGolden(
    _ actual: String,
    _ name: String,
    testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    let golden = folder.appendingPathComponent("Goldens").appendingPathComponent(name)
    let expected = try? String(contentsOf: golden, encoding: .utf8)
    if expected == actual { return }
    if expected == nil || ProcessInfo.processInfo.environment["RECORD"] == "1" {
        write(actual, to: golden)
        if expected != nil { return }
        Issue.record(
            "golden \(name) was missing and is now written",
            sourceLocation: sourceLocation
        )
        return
    }
    write(actual, to: projectRoot.appendingPathComponent("Output/test-failures/\(name)"))
    let difference = firstDifference(expected ?? "", actual)
    Issue.record("golden \(name) differs: \(difference)", sourceLocation: sourceLocation)
}

/// The folder that holds `Package.swift`.
package let projectRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private func write(_ text: String, to file: URL) {
    do {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: file, atomically: true, encoding: .utf8)
    } catch {
        Issue.record("cannot write \(file.path): \(error)")
    }
}

private func firstDifference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(old.count, new.count) {
        let before = line < old.count ? String(old[line]) : "(end)"
        let after = line < new.count ? String(new[line]) : "(end)"
        if before != after { return "line \(line + 1)\n- \(before)\n+ \(after)" }
    }
    return "equal"
}
