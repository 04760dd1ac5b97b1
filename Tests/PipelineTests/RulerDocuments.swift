import Foundation
import TestSupport
import Testing

/// One finding as `ruler --format json` prints it.
struct MeasuredClause: Equatable {
    var clause: String
    var verdict: String
    var page: Int?
    var measured: String

    init(_ members: [String: Any]) throws {
        clause = try #require(members["clause"] as? String)
        verdict = try #require(members["verdict"] as? String)
        page = members["page"] as? Int
        measured = members["measured"].map { "\($0)" } ?? ""
    }
}

/// What `ruler` says of a file.
struct Measurement {
    var status: Int32
    var findings: [MeasuredClause]

    /// The clauses that are broken, each once.
    var faults: Set<String> { clauses("fail") }
    /// Clauses with a remark, those on the face left aside: no free face bears the wanted name.
    var remarks: Set<String> { clauses("remark").subtracting(["I.4 Phông chữ"]) }

    private func clauses(_ verdict: String) -> Set<String> {
        Set(findings.filter { $0.verdict == verdict }.map(\.clause))
    }

    init(of file: URL) throws {
        let result = try baocao("ruler", file.path, "--format", "json")
        status = result.status
        try #require(status < 2, "\(result.errorText)")
        let list = try JSONSerialization.jsonObject(with: result.output)
        findings = try #require(list as? [[String: Any]]).map(MeasuredClause.init)
    }
}

/// A fault to plant: words of a document, what stands in their place, and the clauses that then break.
struct PlantedFault {
    var name: String
    var changes: [(String, String)]
    var broken: Set<String>

    init(_ name: String, _ changes: [(String, String)], breaks broken: String...) {
        (self.name, self.changes, self.broken) = (name, changes, Set(broken))
    }

    func planted(in text: String) throws -> String {
        try changes.reduce(text) { text, change in
            try #require(text.contains(change.0), "\(name): no “\(change.0)”")
            return text.replacingOccurrences(of: change.0, with: change.1)
        }
    }
}

/// A right document of `Fixtures/ruler`.
func rulerFixture(_ name: String) throws -> String {
    try String(contentsOf: fixtures.appendingPathComponent("ruler/\(name)"), encoding: .utf8)
}

/// Prints Typst documents as PDF, all in one process; the files are named `0.pdf`, `1.pdf`, ….
func printByTypst(_ documents: [String], in folder: URL) throws {
    for (index, text) in documents.enumerated() {
        try Data(text.utf8).write(to: folder.appendingPathComponent("\(index).typ"))
    }
    let script = """
        import sys, typst
        for i in range(int(sys.argv[1])):
            typst.compile(f"{i}.typ", output=f"{i}.pdf", font_paths=["/usr/share/fonts/truetype/liberation2"])
        """
    let result = try run(
        ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3",
        ["-c", script, "\(documents.count)"],
        in: folder
    )
    try #require(result.status == 0, "\(result.errorText)")
}

/// Prints a web page as PDF by Chromium.
func printByBrowser(_ html: String, as name: String, in folder: URL) throws -> URL {
    let page = folder.appendingPathComponent("page.html")
    let pdf = folder.appendingPathComponent(name)
    try Data(html.utf8).write(to: page)
    let result = try run(
        "chromium",
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile",
            "--print-to-pdf=\(pdf.path)", page.absoluteString,
        ]
    )
    try #require(
        FileManager.default.fileExists(atPath: pdf.path),
        "\(result.errorText)"
    )
    return pdf
}
