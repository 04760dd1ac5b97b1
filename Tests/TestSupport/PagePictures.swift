package import Foundation
package import Testing

/// Compares how pages of a file look with `Goldens/<name>.txt` beside the calling test file: a digest of
/// the picture of each page, and what drew them.
///
/// A page that looks otherwise is left as a picture in `Output/test-failures/`. `RECORD=1` records all
/// pages anew and leaves their pictures in `Output/page-pictures/`: look at them before they are committed.
package func expectPagePictures(
    of file: URL,
    _ name: String,
    pages: ClosedRange<Int>? = nil,
    testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let golden = URL(fileURLWithPath: testFile).deletingLastPathComponent()
        .appendingPathComponent("Goldens/\(name).txt")
    let actual = try PageDigests(of: file, pages: pages)
    let expected = (try? String(contentsOf: golden, encoding: .utf8)).map(PageDigests.init(text:))
    guard let expected, ProcessInfo.processInfo.environment["RECORD"] != "1" else {
        try FileManager.default.createDirectory(
            at: golden.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try actual.text.write(to: golden, atomically: true, encoding: .utf8)
        for page in actual.pages.keys {
            try keepPicture(ofPage: page, of: file, name, in: "Output/page-pictures")
        }
        if expected == nil {
            Issue.record("\(name) was missing and is now recorded", sourceLocation: sourceLocation)
        }
        return
    }
    let numbers = Set(expected.pages.keys).union(actual.pages.keys).sorted()
    let different = numbers.filter { expected.pages[$0] != actual.pages[$0] }
    guard !different.isEmpty else { return }
    var told = different.map { "page \($0) of \(name) is not there" }
    for (index, page) in different.enumerated() where actual.pages[page] != nil {
        let picture = try keepPicture(ofPage: page, of: file, name, in: "Output/test-failures")
        told[index] = "page \(page) of \(name) looks otherwise: see \(picture)"
    }
    if expected.drawnBy != actual.drawnBy {
        let changed = Set(expected.drawnBy).symmetricDifference(actual.drawnBy).sorted()
        told.append(
            "these pages were recorded with other versions, which may draw other bits: "
                + changed.joined(separator: ", ")
        )
    }
    Issue.record("\(told.joined(separator: "\n"))", sourceLocation: sourceLocation)
}

/// The digests of the pictures of pages, and the programs and faces that they depend on.
private struct PageDigests {
    var drawnBy: [String]
    var pages: [Int: String]

    private static let resolution = "80"
    private static let packages = [
        "fonts-liberation2", "libcairo2", "libfreetype6", "libharfbuzz0b", "libpango-1.0-0",
        "poppler-utils",
    ]

    init(of file: URL, pages range: ClosedRange<Int>?) throws {
        let versions = try run(
            "dpkg-query",
            ["--show", "--showformat", "${Package} ${Version} ${Architecture}\\n"] + Self.packages
        )
        drawnBy = versions.text.split(separator: "\n").map(String.init).sorted()
        var found: [Int: String] = [:]
        try withScratchFolder { folder in
            let limits = range.map { ["-f", "\($0.lowerBound)", "-l", "\($0.upperBound)"] } ?? []
            let drawn = try run(
                "pdftoppm",
                ["-r", Self.resolution] + limits + [file.path, "page"],
                in: folder
            )
            try #require(drawn.status == 0 && drawn.errors.isEmpty, "\(drawn.errorText)")
            let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            // One line a file: the digest, two blanks, the name.
            for line in try run("sha256sum", pictures, in: folder).text.split(separator: "\n") {
                let words = line.split(separator: " ")
                let number = words.last?.drop { !$0.isNumber }.prefix { $0.isNumber }
                if let digest = words.first, let number = number.flatMap({ Int($0) }) {
                    found[number] = String(digest.prefix(24))
                }
            }
            try #require(found.count == pictures.count && !found.isEmpty)
        }
        pages = found
    }

    init(text: String) {
        drawnBy = []
        pages = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 3, words[0] == "page", let number = Int(words[1]) {
                pages[number] = words[2]
            } else {
                drawnBy.append(String(line))
            }
        }
    }

    var text: String {
        let lines =
            ["# Pages at \(Self.resolution) dpi, drawn by:"] + drawnBy
            + ["# Digests of their pictures:"]
            + pages.sorted { $0.key < $1.key }.map { "page \($0.key) \($0.value)" }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Draws a page into `folder` of the package; the path from there.
@discardableResult
private func keepPicture(
    ofPage page: Int,
    of file: URL,
    _ name: String,
    in folder: String
) throws -> String {
    let place = projectRoot.appendingPathComponent(folder)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let picture = "\(folder)/\(name)-\(page)"
    let drawn = try run(
        "pdftoppm",
        ["-png", "-r", "80", "-f", "\(page)", "-l", "\(page)", "-singlefile", file.path]
            + [projectRoot.appendingPathComponent(picture).path]
    )
    try #require(drawn.status == 0, "\(drawn.errorText)")
    return picture + ".png"
}
