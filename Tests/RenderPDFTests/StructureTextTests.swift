import CairoKit
import Diagnostics
import DocumentModel
import TestSupport
import Testing
import ThemeModel
import Vocabulary

@testable import RenderPDF

/// Text that readers take out is the model's, block by block and in order (ISO 14289-1, 7.1 and 7.2).
struct StructureTextTests {
    private func check(_ document: Document, _ profile: Profile) throws {
        let fonts = try FontSet(sampleTheme.faces)
        let bytes = try file(document, profile: profile).bytes
        let paged = try pages(of: document)
        let numbers = paged.destinations.mapValues { paged.pages[$0.page].number }
        let model = ModelText(
            document,
            pages: numbers,
            bodyPages: paged.pages.count { $0.labelPrefix.isEmpty },
            fonts: fonts
        ).blocks
        let found = structureBlocks(try poppler("pdfinfo", ["-struct-text"], bytes))
        #expect(found.count == model.count)
        for (found, model) in zip(found, model) where found != model {
            Issue.record("\(found) instead of \(model)")
            break
        }
        let text = try poppler("pdftotext", ["-raw"], withoutArtifacts(bytes))
        let (read, written) = (words(text).joined(), words(model.joined(separator: " ")).joined())
        let equal = zip(read, written).prefix { $0 == $1 }.count
        #expect(
            read == written,
            "\(read.dropFirst(equal - 20).prefix(60)) for \(written.dropFirst(equal - 20).prefix(60))"
        )
    }

    @Test(arguments: Profile.allCases)
    func `a report reads as its model`(profile: Profile) throws {
        // Poppler reads a page again for each mark, so that long annexes take minutes.
        try check(report(register: 12), profile)
    }

    @Test(arguments: Profile.allCases)
    func `hostile names read as they are`(profile: Profile) throws {
        let names = [
            hostileName, "=1+1 \\(x) % #FF <<>> [a] {b} /n", "a\u{AD}b\u{200B}c\u{FEFF}d\u{200D}e",
            "\u{202E}phải\u{202C} sang \u{200F}trái", "1\u{A0}000\u{202F}000 \u{2011} km²",
            String(repeating: "Ơ", count: 200), "HTX " + String(repeating: "xã hội ", count: 28),
            "ﬁ ffi fl Ð Đ đ ð", "x\u{7}y\u{1}z\u{7F}w\u{85}v", "AG-CP-/0042-HTX-1/2020",
            "tab\tgiữa", "Nghĩa € ½ № ™ … “trích” – —",
        ]
        var table = registerTable(names.count, grouped: false)
        for (row, name) in names.enumerated() { table.rows[row].cells[2] = name }
        let body: [Block] =
            names.map { paragraph($0) }
            + [
                heading(1, "I.", names[3] + names[4], "a"),
                .list(
                    List(marker: .number(start: 3), items: names.map { .init(text: [.text($0)]) })
                ),
            ]
        let annex = Annex(
            anchor: "b",
            label: "Phụ lục",
            title: "DANH SÁCH",
            reference: "",
            blocks: [.table(table)],
            isLandscape: true
        )
        try check(document(body, annexes: [annex]), profile)
    }

    @Test(arguments: Profile.allCases)
    func `the structure of a report is as it was`(profile: Profile) throws {
        let drawing = try drawn(report(register: 12)).drawing
        let text = try poppler("pdfinfo", ["-struct-text"], assemble(drawing, profile: profile))
        // Numbers of objects say nothing.
        let lines = text.split(separator: "\n").filter { !$0.contains("  Object ") }
        expectGolden(
            lines.joined(separator: "\n") + "\n",
            "structure-report-\(profile.rawValue).txt"
        )
    }

    @Test func `letters typed apart are read as one`() throws {
        let apart = "Đo\u{302}\u{300}ng Tha\u{301}p Mu\u{31B}o\u{31B}\u{300}i"
        let file = try drawn(document([paragraph(apart)])).drawing
        let text = try poppler("pdfinfo", ["-struct-text"], assemble(file, profile: .a1a))
        let scalars = Array("Đồng Tháp Mười".unicodeScalars)
        #expect(structureBlocks(text).contains { Array($0.unicodeScalars) == scalars })
    }

    @Test func `letters without a glyph are read as the replacement character`() throws {
        let file = try drawn(document([paragraph("HTX 合作社 😀 \u{E000} Mẫu")])).drawing
        let text = try poppler("pdfinfo", ["-struct-text"], assemble(file, profile: .a1a))
        #expect(
            structureBlocks(text).contains("HTX \u{FFFD}\u{FFFD}\u{FFFD} \u{FFFD} \u{FFFD} Mẫu")
        )
    }

    @Test(arguments: ["dấu ◊ và 😀 rồi ◊", "😀 trước ◊ sau", "a◊😀◊b"], Profile.allCases)
    func `a letter that looks like what is drawn for missing ones is read as itself`(
        words: String,
        profile: Profile
    ) throws {
        let file = try drawn(document([paragraph(words)]), profile: profile).drawing
        let bytes = try assemble(file, profile: profile)
        let expected = words.replacing("😀", with: "\u{FFFD}")
        let text = try poppler("pdfinfo", ["-struct-text"], bytes)
        #expect(structureBlocks(text).contains(expected))
        #expect(try poppler("pdftotext", [], bytes).contains(expected))
    }
}
