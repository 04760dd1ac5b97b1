import Foundation
import TestSupport

/// The file without what is no content: page numbers, repeated headings, rules and fills.
///
/// qpdf unpacks the streams and mends the lengths afterwards.
func withoutArtifacts(_ file: [UInt8]) throws -> [UInt8] {
    try withScratchFolder { folder in
        let path = folder.appendingPathComponent("a.pdf")
        try Data(file).write(to: path)
        let plain = try run("qpdf", ["--qdf", "--object-streams=disable", path.path, "-"]).output
        var kept = Data()
        var depth = 0
        var isShowing = false
        for line in Data(plain).split(separator: 10, omittingEmptySubsequences: false) {
            if depth > 0 {
                if line.suffix(4) == Data(" BDC".utf8) { depth += 1 }
                if line == Data("EMC".utf8) { depth -= 1 }
                // Colours and matrices go on to what follows; only the text is left out.
                if let first = line.first, "[(<".utf8.contains(first) { isShowing = true }
                if isShowing {
                    isShowing = ![Data("Tj".utf8), Data("TJ".utf8)].contains(line.suffix(2))
                    continue
                }
            } else if line.starts(with: Data("/Artifact ".utf8)) {
                depth = 1
            }
            kept += line + [10]
        }
        let cut = folder.appendingPathComponent("b.pdf")
        try kept.write(to: cut)
        return Array(try run("fix-qdf", [cut.path]).output)
    }
}
