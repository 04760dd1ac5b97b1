import Foundation
import Testing

@testable import WorkbookKit

@Suite struct SecondReaderTests {
    @Test(arguments: [
        "xlsxwriter.xlsx", "from-1904.xlsx", "inline.xlsx", "openpyxl.xlsx", "xlwt.xls",
        "from-1904.xls", "small.xls",
    ])
    func `sees in a workbook what openpyxl and xlrd see`(name: String) throws {
        let workbook = try Workbooks.read(name)
        #expect(workbook.faults.isEmpty)
        let ours = view(workbook)
            // Other readers do not tell formulas without a result.
            .filter { !$0.contains(" formulaWithoutValue ") }
            // Nor how a number is shown.
            .map {
                $0.replacingOccurrences(of: " percent '", with: " number '")
                    .replacingOccurrences(of: " scaledNumber '", with: " number '")
            }
        let theirs = try Workbooks.otherView(name).split(separator: "\n").map(unquoted)
        #expect(theirs.count > 2)
        for (our, their) in zip(ours, theirs) where our != their {
            Issue.record("\(name): \(our.debugDescription) is \(their.debugDescription) elsewhere")
            return
        }
        #expect(ours.count == theirs.count)
    }

    /// Python's `repr` of a text undone.
    private func unquoted(_ line: Substring) -> String {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let quote = parts[2].last, quote == "'" || quote == "\"",
            parts[2].first == quote
        else { return String(line) }
        let text = parts[2].dropFirst().dropLast()
            .replacingOccurrences(of: "\\n", with: "\n")
            .replacingOccurrences(of: "\\t", with: "\t")
            .replacingOccurrences(of: "\\x1f", with: "\u{1F}")
        return "\(parts[0]) \(parts[1]) '\(text)'"
    }

    @Test(arguments: ["strict.xlsx", "utf-16.xlsx"])
    func `other namespaces and encodings of XML make no difference`(name: String) throws {
        #expect(view(try Workbooks.read(name)) == view(try Workbooks.read("plain.xlsx")))
    }

    @Test func `a formula that the writer did not compute is told, not read as nothing`() throws {
        let lines = view(try Workbooks.read("xlwt.xls"))
        #expect(lines.contains("A31 formulaWithoutValue ''"))
    }

    @Test func `texts keep their blanks, lines and tabs`() throws {
        let lines = view(try Workbooks.read("xlsxwriter.xlsx"))
        #expect(lines.contains("A2 text '  hai đầu có khoảng trắng '"))
        #expect(lines.contains("A3 text 'dòng một\ndòng hai'"))
        #expect(lines.contains("A4 text 'a\tb'"))
        #expect(lines.contains("A6 text '0123'"))
    }
}
