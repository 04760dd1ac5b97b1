import Foundation
import TestSupport
import Testing

/// The folder of built programs: beside the bundle of tests, else under the package.
private let programFolder: URL = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
        .resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = bundle.appendingPathComponent("baocao").path
    return FileManager.default.isExecutableFile(atPath: beside)
        ? bundle : projectRoot.appendingPathComponent(".build/debug")
}()

/// The path of a built program.
func programPath(_ name: String) -> String { programFolder.appendingPathComponent(name).path }

/// Runs the built `baocao`.
func baocao(
    _ arguments: String...,
    environment: [String: String] = [:],
    in folder: URL? = nil
) throws -> ProgramResult {
    try run(programPath("baocao"), arguments, environment: environment, in: folder)
}

/// The interpreter whose packages the tests use.
var pythonPath: String { ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3" }

extension ProgramResult {
    /// Stops the test with what the program said.
    func expectSuccess() throws { try #require(status == 0, "\(errorText)") }
}

/// One doubt as `check --format json` prints it.
struct Doubt: Decodable, Equatable {
    var file: String?
    var line: Int?
    var column: Int?
    var cell: String?
    var code: String
    var severity: String
    var value: String?
    var message: String
    var hint: String?

    /// `file:line:column (cell) code`, unknown parts as `-`.
    var place: String {
        let line = line.map(String.init) ?? "-"
        let column = column.map(String.init) ?? "-"
        return "\(file ?? "-"):\(line):\(column) \(cell ?? "-") \(code)"
    }
}

/// The doubts that `check` finds, one JSON object a line.
func doubts(in result: ProgramResult) throws -> [Doubt] {
    try result.text.split(separator: "\n").map {
        try JSONDecoder().decode(Doubt.self, from: Data($0.utf8))
    }
}

/// Every file below a folder with its bytes, by its path from there.
func contents(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        let url = folder.appendingPathComponent(path)
        let values = try url.resourceValues(forKeys: [.isRegularFileKey])
        if values.isRegularFile == true { files[path] = try Data(contentsOf: url) }
    }
    return files
}

/// The text of a PDF, page by page.
func pages(of pdf: URL) throws -> [String] {
    let result = try run("pdftotext", [pdf.path, "-"])
    try #require(result.status == 0, "\(result.errorText)")
    var pages = result.text.components(separatedBy: "\u{C}")
    if pages.last?.isEmpty == true { pages.removeLast() }
    return pages
}

/// Words with one blank between them, whatever blanks and line ends stood there.
func plain(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{00A0}" || $0 == "\u{202F}" }.joined(separator: " ")
}
