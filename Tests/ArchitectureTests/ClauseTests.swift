import Foundation
import TestSupport
import Testing

@Test func `each test that the list of clauses names is there`() throws {
    let list = try String(
        contentsOf: projectRoot.appendingPathComponent("Tests/Clauses.md"),
        encoding: .utf8
    )
    let rows = list.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count > 40)
    let code = try swiftFiles(in: "Tests").flatMap(\.lines).joined(separator: "\n")
    for row in rows {
        let names = row.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(!names.isEmpty || row.contains("author"), "\(row)")
        for name in names { #expect(code.contains("func `\(name)`"), "\(name)") }
    }
}
