import CairoKit
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing
import ThemeModel

@testable import RenderPDF

@Test func `makes equal bytes of equal documents`() throws {
    let first = try file(sampleReport)
    #expect(first.bytes == (try file(sampleReport)).bytes)
    #expect(first.log.entries.isEmpty)
    // For the eyes of whoever runs the tests.
    let folder = projectRoot.appendingPathComponent("Output/test-samples")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(first.bytes).write(to: folder.appendingPathComponent("report.pdf"))
}

@Test(arguments: Profile.allCases)
func `makes files that qpdf finds sound`(profile: Profile) throws {
    let bytes = try file(sampleReport, profile: profile).bytes
    try withScratchFolder { folder in
        let path = folder.appendingPathComponent("a.pdf")
        try Data(bytes).write(to: path)
        let result = try run("qpdf", ["--check", path.path])
        #expect(result.status == 0, "\(result.text)\(result.errorText)")
    }
}

@Test func `prints everything in reading order`() throws {
    // Poppler reads a page again for each mark, so that long annexes take minutes.
    let structure = try poppler("pdfinfo", ["-struct-text"], file(report(register: 12)).bytes)
    let lines = structure.split(separator: "\n").compactMap { line -> String? in
        let text = line.drop { $0 == " " }
        return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : nil
    }
    let parts = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "LIÊN MINH HỢP TÁC XÃ VIỆT NAM", "LIÊN MINH HỢP TÁC XÃ TỈNH MẪU",
        "Số:        /BC-LMHTX", "Mẫu, ngày     tháng     năm 2021",
        "BÁO CÁO Tình hình phát triển kinh tế tập thể, hợp tác xã năm 2020 và phương hướng, "
            + "nhiệm vụ năm 2021", "Kính gửi:", "- Ủy ban nhân dân tỉnh Mẫu;",
        "- Liên minh Hợp tác xã Việt Nam.", "Căn cứ Luật Hợp tác xã ngày 20 tháng 11 năm 2012;",
        "MỤC LỤC", "I. TÌNH HÌNH PHÁT TRIỂN HỢP TÁC XÃ", "1. Số lượng hợp tác xã", prose,
        "Bảng 1. Số lượng và cơ cấu hợp tác xã theo lĩnh vực Đơn vị tính: hợp tác xã, %",
        "Quỹ tín dụng nhân dân", "Tổng số", "1.232", "-", hostileName + ".", "2. Biến động",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu",
        "Phụ lục I DANH SÁCH HỢP TÁC XÃ TRÊN ĐỊA BÀN TỈNH",
        hostileName, "HTX-883-1011", "Phụ lục II PHƯƠNG PHÁP",
    ]
    var rest = lines[...]
    for part in parts {
        guard let index = rest.firstIndex(where: { $0.hasPrefix(part) }) else {
            Issue.record("not found in order: \(part)")
            continue
        }
        rest = rest[index...]
    }
}

@Test func `keeps the margins of the decree`() throws {
    let bytes = try file(sampleReport).bytes
    let boxes = try poppler("pdftotext", ["-bbox"], bytes)
    let unit = PageGeometry.pointsPerMillimetre
    var width = 0.0
    var height = 0.0
    var page = 0
    for line in boxes.split(separator: "\n") {
        let numbers = line.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }
            .compactMap { Double($0.element) }
        if line.contains("<page"), numbers.count == 2 {
            page += 1
            (width, height) = (numbers[0], numbers[1])
            continue
        }
        // The draft mark lies behind the text, the page number above it.
        guard line.contains("<word"), numbers.count == 4,
            numbers[3] - numbers[1] < 50, numbers[1] > 20 * unit - 1
        else { continue }
        #expect(numbers[0] > 30 * unit - 0.5, "page \(page): \(line)")
        #expect(numbers[2] < width - 15 * unit + 0.5, "page \(page): \(line)")
        #expect(numbers[3] < height - 20 * unit + 0.5, "page \(page): \(line)")
    }
    #expect(page > 10)
}

@Test func `turns only the pages of wide annexes`() throws {
    let drawing = try drawn(sampleReport).drawing
    let unit = PageGeometry.pointsPerMillimetre
    for page in drawing.pages {
        let isWide = page.labelPrefix == "Phụ lục I-"
        #expect(abs(page.width - (isWide ? 297 : 210) * unit) < 0.01)
        #expect(abs(page.height - (isWide ? 210 : 297) * unit) < 0.01)
    }
    let first = drawing.pages.filter { $0.labelNumber == 1 }.map(\.labelPrefix)
    #expect(first == ["", "Phụ lục I-", "Phụ lục II-"])
}

@Test func `numbers pages in the top margin but not the first of each part`() throws {
    let document = try pages(of: sampleReport)
    for page in document.pages {
        let numbers = page.pieces.filter { piece in
            if case .artifact(.header) = piece.owner { piece.y < 50 } else { false }
        }
        #expect(numbers.count == (page.number == 1 ? 0 : 1))
    }
}

@Test func `leads links and outline to where headings stand`() throws {
    let drawing = try drawn(sampleReport).drawing
    #expect(
        drawing.outline.map(\.title)
            == [
                "I. TÌNH HÌNH PHÁT TRIỂN HỢP TÁC XÃ", "1. Số lượng hợp tác xã", "2. Biến động",
                "a) Thành lập mới", "II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2021",
                "1. Mục tiêu chung, chỉ tiêu chủ yếu và các giải pháp thực hiện",
                "Phụ lục I. DANH SÁCH HỢP TÁC XÃ TRÊN ĐỊA BÀN TỈNH", "1. Nguồn số liệu",
            ].reduce(into: []) { titles, title in
                if title == "1. Nguồn số liệu" { titles.append("Phụ lục II. PHƯƠNG PHÁP") }
                titles.append(title)
            }
    )
    #expect(drawing.outline.map(\.level) == [1, 2, 2, 3, 1, 2, 1, 1, 1])
    let pages = drawing.links.compactMap { link -> Int? in
        guard case .place(let page, _, _) = link.target, link.description.hasPrefix("Phụ lục")
        else { return nil }
        return page
    }
    let annexes = drawing.pages.indices.filter {
        drawing.pages[$0].labelNumber == 1 && $0 > 0
    }
    // The title and the words that say where it stands.
    #expect(pages == annexes.flatMap { [$0, $0] })
}

@Test func `prints the page of each heading in the contents`() throws {
    let paged = try pages(of: sampleReport)
    let text = try poppler("pdftotext", ["-layout", "-l", "1"], file(sampleReport).bytes)
    for outline in paged.outline where outline.level <= 2 && outline.title.hasPrefix("I") {
        let line = text.split(separator: "\n").first { $0.contains(outline.title) }
        let number = line.flatMap { words(String($0)).last }
        #expect(number == String(outline.page + 1))
    }
}

@Test func `sets a document without content`() throws {
    var empty = document([])
    empty.form = OfficialForm(
        nation: "",
        motto: "",
        parentAgency: nil,
        agency: [],
        number: "",
        placeAndDate: "",
        kind: "",
        subject: "",
        addresseeLabel: "",
        addressees: []
    )
    empty.closing = Closing(recipientsLabel: "", recipients: [], position: [], signer: nil)
    let result = try file(empty)
    #expect(result.log.entries.isEmpty)
    #expect(try poppler("pdfinfo", [], result.bytes).contains("Pages:           1"))
}

@Test func `sets text of blanks only, charts without data and tables without columns`() throws {
    var bare = chart("c", "Trống")
    bare.spec.categories = []
    bare.spec.panels = []
    let table = Table(anchor: "t", label: "Bảng 1", caption: "", columns: [], head: [], rows: [])
    let blanks = Table(
        anchor: "b",
        label: "Bảng 2",
        caption: "",
        columns: [.init(.leading), .init(.decimal)],
        head: [[.init("\u{A0}"), .init(" ")]],
        rows: [.init(["\u{A0}"]), .init([]), .init([], kind: .group), .init([""], kind: .total)]
    )
    let blocks: [Block] = [
        .contents, paragraph(""), paragraph(" \u{A0} "), heading(3, "", "\u{200B}", "h"),
        .list(List(marker: .dash, items: [.init(text: [])])), .chart(bare), .table(table),
        .table(blanks),
    ]
    let result = try file(document(blocks))
    #expect(result.log.entries.isEmpty)
    #expect(try poppler("pdftotext", [], result.bytes).contains("Bảng 2"))
}

@Test(arguments: [0, 1, 2000])
func `prints each row of a table once`(count: Int) throws {
    let annex = Annex(
        anchor: "a",
        label: "Phụ lục",
        title: "DANH SÁCH",
        reference: "",
        blocks: [.table(registerTable(count))],
        isLandscape: true
    )
    let text = try poppler("pdftotext", ["-raw"], file(document([], annexes: [annex])).bytes)
    let codes = words(text).filter { $0.hasPrefix("HTX-883-") }
    #expect(codes == (0..<count).map { "HTX-883-\(1000 + $0)" })
}

@Test func `keeps a name of 200 letters whole in a cell`() throws {
    let name = "HTX " + String(repeating: "nông nghiệp ", count: 16) + "cuối"
    let token = String(repeating: "Ơ", count: 200)
    var table = registerTable(2, grouped: false)
    table.rows[0].cells[2] = name
    table.rows[1].cells[2] = token
    let annex = Annex(
        anchor: "a",
        label: "Phụ lục",
        title: "DANH SÁCH",
        reference: "",
        blocks: [.table(table)],
        isLandscape: true
    )
    let result = try file(document([], annexes: [annex]))
    let text = try poppler("pdftotext", ["-raw"], result.bytes)
    #expect(text.filter { $0 == "Ơ" }.count == 200)
    let read = words(text).joined(separator: " ")
    #expect(read.contains("nông nghiệp cuối"))
    #expect(result.log.sorted.map(\.code) == ["render.table.too-wide"])
}

@Test func `warns of letters without a glyph and of where they stand`() throws {
    let place = Place(file: "submissions/883.csv", line: 7)
    let block = Block.paragraph(Paragraph([.text("HTX 合作社 Mẫu")], origin: place))
    let result = try file(document([block]))
    let warning = try #require(result.log.entries.first)
    #expect(result.log.entries.count == 1)
    #expect(warning.code == "render.glyph.missing")
    #expect(warning.severity == .warning)
    #expect(warning.place == place)
    #expect(warning.value == "合作社")
    #expect(try poppler("pdftotext", [], result.bytes).contains("HTX \u{FFFD}\u{FFFD}\u{FFFD} Mẫu"))
}

@Test func `keeps the signature with the end of the text`() throws {
    // Whatever the length of the text, the page of the signer has a line of the text.
    for count in stride(from: 3, through: 8, by: 1) {
        let text = Array(repeating: paragraph(prose), count: count) + [paragraph("Hết./.")]
        let made = document(text)
        let last = try poppler(
            "pdftotext",
            ["-f", String(try pages(of: made).pages.count)],
            try file(made).bytes
        )
        #expect(last.contains("Nguyễn Văn Mẫu"))
        #expect(last.contains("Hết./."))
        #expect(last.contains("người/tháng."))
    }
}
