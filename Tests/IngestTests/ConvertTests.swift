import Diagnostics
import Foundation
import PeriodModel
import TestSupport
import Testing

@testable import Ingest

struct Converting {
    private func convert(
        _ text: String,
        pins: ReadingPins = ReadingPins(),
        log: inout DiagnosticLog
    ) throws -> String? {
        let source = SourceText(path: "a.csv", bytes: Array(text.utf8))
        return convertTable(from: source, words: try readingWords(), pins: pins, log: &log)
            .map { String(decoding: $0.output, as: UTF8.self) }
    }

    private func converted(_ text: String, pins: ReadingPins = ReadingPins()) throws -> String? {
        var log = DiagnosticLog()
        let output = try convert(text, pins: pins, log: &log)
        #expect(log.entries.isEmpty)
        return output
    }

    @Test func `writes RFC 4180 with quotes only where they are needed`() throws {
        #expect(
            try converted("a;b\n\"x;y\";\"1,5\"\n\"nói \"\"a\"\"\";\"hai\ndòng\"\n z ;\"\"\n")
                == "a,b\r\nx;y,\"1,5\"\r\n\"nói \"\"a\"\"\",\"hai\ndòng\"\r\n z ,\r\n"
        )
    }

    @Test func `keeps each value as it is written, letters composed`() throws {
        let decomposed = "H\u{6F}\u{300}a"
        #expect(
            try converted("ten,so,ngay\n\(decomposed),007,1/2/2020\nx, 1.000 ,05/03/2021\n")
                == "ten,so,ngay\r\nHòa,007,1/2/2020\r\nx, 1.000 ,05/03/2021\r\n"
        )
    }

    @Test func `joins heading rows column by column and invents none`() throws {
        #expect(
            try converted("Tên;Vốn;\n;lưu động;cố định\nMột;1;2\nHai;3;4\n")
                == "Tên,Vốn lưu động,cố định\r\nMột,1,2\r\nHai,3,4\r\n"
        )
        #expect(try converted("1,2\n3,4\n") == "1,2\r\n3,4\r\n")
    }

    @Test func `drops empty lines, except in a table of one column`() throws {
        #expect(try converted("a,b\n\n1,2\n,\n3,4\n") == "a,b\r\n1,2\r\n3,4\r\n")
        #expect(try converted("so\n1\n\n2\n") == "so\r\n1\r\n\"\"\r\n2\r\n")
    }

    @Test func `fills short rows and keeps long ones, and says so`() throws {
        var log = DiagnosticLog()
        let output = try convert("a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n", log: &log)
        #expect(output == "a,b,c\r\n1,2,3\r\n4,5,\r\n6,7,8,9\r\n1,2,3\r\n")
        #expect(log.sorted.map(\.code) == ["ingest.row.short", "ingest.row.long"])
        #expect(log.sorted.map(\.place?.line) == [3, 4])
        #expect(!log.hasErrors)
    }

    @Test func `keeps a row with a quote out of order and says where`() throws {
        var log = DiagnosticLog()
        let output = try convert("a,b,c\n1,\"x,3\n4,\"y, z\",6\n", log: &log)
        #expect(output == "a,b,c\r\n1,\"\"\"x\",3\r\n4,\"y, z\",6\r\n")
        #expect(log.sorted.map(\.place?.cell) == ["B2"])
    }

    @Test(arguments: ["", "\n\n", "   \n", ",,,\n,,,\n"])
    func `a file without a table has no output and a doubt`(text: String) throws {
        var log = DiagnosticLog()
        #expect(try convert(text, log: &log) == nil)
        #expect(log.hasErrors)
    }

    @Test func `takes what is pinned`() throws {
        var pins = ReadingPins()
        pins.delimiter = ";"
        pins.headerRows = 0
        #expect(try converted("a,b;c\n1,2;3\n", pins: pins) == "\"a,b\",c\r\n\"1,2\",3\r\n")
    }

    @Test(arguments: ["sep=;\n", "sep=;\r\n", "\"sep=;\"\n", "SEP=;\n"])
    func `a first line that says the delimiter is believed and goes`(line: String) throws {
        #expect(try converted(line + "a;b,c\n1;2,5\n") == "a,\"b,c\"\r\n1,\"2,5\"\r\n")
    }

    @Test func `a row of data that counts upwards is no row of column numbers`() throws {
        #expect(try converted("a,b,c\n1,2,3\n4,5,6\n") == "a,b,c\r\n1,2,3\r\n4,5,6\r\n")
        #expect(
            try converted("a,b,c\n1,2,3\n4,5,6\n\nx,y\nq,1\nr,2\ns,3\n")
                == "a,b,c\r\n1,2,3\r\n4,5,6\r\n"
        )
        var pins = ReadingPins()
        pins.headerRows = 1
        #expect(
            try converted("Bảng\n\na,b,c\nx,y,z\n1,2,3\n4,5,6\n", pins: pins)
                == "a,b,c\r\nx,y,z\r\n1,2,3\r\n4,5,6\r\n"
        )
    }

    @Test func `rows of data may begin with the word of a note`() throws {
        #expect(
            try converted("ten;so\nHòa An;5\nNguồn Sáng;6\n")
                == "ten,so\r\nHòa An,5\r\nNguồn Sáng,6\r\n"
        )
        #expect(
            try converted("a,b,c,d,e\nx,1,2,3,4\ny,1,2,3,4\nnote,,6,,\n")
                == "a,b,c,d,e\r\nx,1,2,3,4\r\ny,1,2,3,4\r\nnote,,6,,\r\n"
        )
        #expect(
            try converted("a,b,c,d\nx,1,2,3\ny,1,2,3\nNguồn: Phòng Kinh tế\n")
                == "a,b,c,d\r\nx,1,2,3\r\ny,1,2,3\r\n"
        )
    }

    @Test(arguments: [
        ["gia", "957,14", "603,73", "-3,95"], ["von", "1,551,301", "932,486", "4,662,544"],
        ["1,551,301", "932,486", "4,662,544"], ["thu", "an@hoa-an.vn", "binh@vinh-tan.vn"],
    ])
    func `a column whose values have the signs of delimiters stays one`(lines: [String]) throws {
        let written = lines.map { $0.contains(",") ? "\"\($0)\"" : $0 }
        #expect(
            try converted(lines.joined(separator: "\n")) == written.joined(separator: "\r\n")
                + "\r\n"
        )
    }

    @Test(arguments: ["~", "^"])
    func `signs that no text has separate cells of words`(sign: String) throws {
        let lines = ["ten~xa", "An~Sông Mơ", "~Vĩnh Tân", "Bình~", "Chi, Dung~Hòa An"]
        #expect(
            try converted(lines.joined(separator: "\n").replacing("~", with: sign))
                == "ten,xa\r\nAn,Sông Mơ\r\n,Vĩnh Tân\r\nBình,\r\n\"Chi, Dung\",Hòa An\r\n"
        )
    }

    @Test func `backslashes before all quotes go, though no cell is quoted`() throws {
        #expect(
            try converted("a;b\nống 3\\\";5\nống 4\\\";6\n")
                == "a,b\r\n\"ống 3\"\"\",5\r\n\"ống 4\"\"\",6\r\n"
        )
    }

    @Test func `one zero byte is text, many control characters are none`() throws {
        var log = DiagnosticLog()
        let output = try convert("a,b\nx\0y,2\n3,4\n", log: &log)
        #expect(output == "a,b\r\nx\0y,2\r\n3,4\r\n")
        #expect(log.entries.map(\.code) == ["ingest.text.zero-byte"])
        #expect(!log.hasErrors)
        let noise = SourceText(path: "a.csv", bytes: (0..<4).flatMap { _ in Array(0...255) })
        let words = try readingWords()
        #expect(convertTable(from: noise, words: words, pins: ReadingPins(), log: &log) == nil)
        #expect(log.hasErrors)
    }

    @Test func `explains how it read the official form`() throws {
        let url = projectRoot.appendingPathComponent("Fixtures/tables/official-form-semicolon.csv")
        let source = SourceText(path: "official.csv", bytes: Array(try Data(contentsOf: url)))
        var log = DiagnosticLog()
        let conversion = try #require(
            convertTable(from: source, words: readingWords(), pins: ReadingPins(), log: &log)
        )
        for language in Language.allCases {
            let line = conversion.explanation.json(diagnostics: log.sorted, language: language)
            #expect(!line.contains("\n"))
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let pretty = try JSONSerialization.data(
                withJSONObject: object,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            )
            expectGolden(
                String(decoding: pretty, as: UTF8.self) + "\n",
                "explain.\(language.rawValue).json"
            )
        }
        expectGolden(
            String(decoding: conversion.output, as: UTF8.self)
                .replacing("\r\n", with: "\n"),
            "official-form.converted.csv"
        )
    }

    @Test func `its own output reads as the same table again`() throws {
        var generator = Seeded(state: 11)
        for _ in 0..<60 {
            let table = RandomTable(using: &generator)
            var log = DiagnosticLog()
            let source = SourceText(path: "a.csv", bytes: table.bytes)
            guard
                let first = convertTable(
                    from: source,
                    words: ReadingWords(),
                    pins: ReadingPins(),
                    log: &log
                )
            else { continue }
            var pins = ReadingPins()
            pins.delimiter = ","
            pins.quote = .some(UInt8(ascii: "\""))
            pins.headerRows = table.hasHeading ? 1 : 0
            let again = convertTable(
                from: SourceText(path: "b.csv", bytes: first.output),
                words: ReadingWords(),
                pins: pins,
                log: &log
            )
            #expect(again?.output == first.output)
        }
    }
}
