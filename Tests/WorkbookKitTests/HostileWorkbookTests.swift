import Foundation
import Testing

@testable import WorkbookKit

@Suite struct HostileWorkbookTests {
    /// Name of the file, what is doubted, and how many cells are read.
    @Test(
        arguments: [
            ("plain.xlsx", [], 4),
            ("far-cells.xlsx", [], 3000),
            ("one-far-cell.xlsx", [], 3),
            ("beyond-edge.xlsx", [.badReference], 0),
            ("wrong-row.xlsx", [.badReference], 0),
            ("huge-row.xlsx", [.badReference], 0),
            ("no-references.xlsx", [], 3),
            ("unordered.xlsx", [], 3),
            ("cell-twice.xlsx", [.repeatedCell], 2),
            ("no-string.xlsx", [.badCell], 2),
            ("not-a-number.xlsx", [.badCell, .badCell, .badCell, .badCell], 2),
            ("bad-dates.xlsx", [.noSuchDate, .noSuchDate, .noSuchDate, .noSuchDate], 6),
            ("iso-date.xlsx", [], 1),
            ("uncomputed.xlsx", [], 6),
            ("phonetic.xlsx", [], 2),
            ("decomposed.xlsx", [], 1),
            ("doctype.xlsx", [.documentType], 0),
            ("external-entity.xlsx", [.documentType], 0),
            ("unknown-entity.xlsx", [.malformedPart], 0),
            ("malformed.xlsx", [.malformedPart], 0),
            ("cut-part.xlsx", [.malformedPart], 0),
            ("deep.xlsx", [.malformedPart], 0),
            ("no-sheet-part.xlsx", [.missingPart], 0),
            ("no-styles-part.xlsx", [.missingPart], 0),
            ("path-tricks.xlsx", [.missingPart], 0),
            ("outside.xlsx", [.missingPart], 0),
            ("repeated-part.xlsx", [.repeatedPart], 0),
            ("damaged.xlsx", [.damagedArchive], 0),
            ("macros.xlsx", [.macros], 4),
            ("external-link.xlsx", [.externalLinks], 4),
            ("binary-workbook.xlsx", [.binaryWorkbook], 0),
            ("open-document.xlsx", [.openDocument], 0),
            ("word.xlsx", [.wordDocument], 0),
            ("word.doc", [.wordDocument], 0),
            ("encrypted.xlsx", [.encrypted], 0),
            ("other-zip.xlsx", [.notWorkbook], 0),
            ("bomb.xlsx", [.tooLarge], 0),
            ("string-bomb.xlsx", [.tooLarge], 0),
            ("many-sheets.xlsx", [.tooLarge], 0),
        ] as [(String, [WorkbookFault.Kind], Int)]
    )
    func `a doubtful file is read as far as it is sure`(
        name: String,
        kinds: [WorkbookFault.Kind],
        cells: Int
    ) throws {
        let workbook = try Workbooks.read(name)
        #expect(workbook.faults.map(\.kind) == kinds)
        #expect(workbook.sheets.reduce(0) { $0 + $1.cells.count } == cells)
    }

    @Test func `rows and cells out of order are put in order`() throws {
        let lines = view(try Workbooks.read("unordered.xlsx"))
        #expect(lines.dropFirst() == ["A1 number '1'", "A3 number '5'", "B3 number '6'"])
    }

    @Test func `cells without addresses follow each other`() throws {
        let lines = view(try Workbooks.read("no-references.xlsx"))
        #expect(lines.dropFirst() == ["A1 number '1'", "C1 number '3'", "A3 number '4'"])
    }

    @Test func `a date that does not exist stays a number`() throws {
        let lines = view(try Workbooks.read("bad-dates.xlsx"))
        #expect(
            lines.dropFirst() == [
                "A1 number '60'", "B1 number '-5'", "C1 number '2958466'", "D1 number '0'",
                "E1 date '1900-02-28'", "F1 date '1900-01-01'",
            ]
        )
    }

    @Test func `a zero that stands in for a result is no number`() throws {
        let lines = view(try Workbooks.read("uncomputed.xlsx"))
        #expect(
            lines[1...4] == [
                "A1 formulaWithoutValue ''", "B1 formulaWithoutValue ''",
                "C1 formulaWithoutValue '0'", "D1 number '0'",
            ]
        )
    }

    @Test func `runs of a text are joined without reading aids`() throws {
        let lines = view(try Workbooks.read("phonetic.xlsx"))
        #expect(lines.dropFirst() == ["A1 text 'Sông Mơ '", "B1 text 'a\rb_x'"])
    }

    @Test func `letters are composed`() throws {
        let sheet = try #require(try Workbooks.read("decomposed.xlsx").sheets.first)
        #expect(sheet.bytes.starts(with: Array("Hòa An\t".utf8)))
    }

    @Test(arguments: ["plain.xlsx", "phonetic.xlsx"])
    func `a file cut anywhere is doubted, not half read`(name: String) throws {
        let bytes = try Workbooks.bytes(name)
        for length in 4..<bytes.count {
            let workbook = try #require(readWorkbook(Array(bytes[..<length])))
            #expect(workbook.sheets.isEmpty, "\(length) bytes")
            #expect(!workbook.faults.isEmpty, "\(length) bytes")
        }
    }

    @Test func `an old workbook cut anywhere is doubted, not half read`() throws {
        let bytes = try Workbooks.bytes("small.xls")
        let whole = view(try Workbooks.read("small.xls"))
        for length in 8..<bytes.count {
            let workbook = try #require(readWorkbook(Array(bytes[..<length])))
            // What is cut at the end may be padding or the summary.
            if workbook.faults.isEmpty { #expect(view(workbook) == whole, "\(length) bytes") }
        }
        #expect(readWorkbook(Array(bytes[..<(bytes.count / 2)]))?.faults.isEmpty == false)
    }

    @Test(arguments: ["plain.xlsx", "phonetic.xlsx", "small.xls"])
    func `a file with any byte changed neither crashes nor hangs`(name: String) throws {
        let bytes = try Workbooks.bytes(name)
        for position in stride(from: 8, to: bytes.count, by: max(1, bytes.count / 600)) {
            for value in [0x00, 0xFF, bytes[position] ^ 0x01] as [UInt8] {
                var changed = bytes
                changed[position] = value
                _ = readWorkbook(changed)
            }
        }
    }
}
