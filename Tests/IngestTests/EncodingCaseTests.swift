import DatasetModel
import Diagnostics
import Foundation
import PeriodModel
import Testing

@testable import Ingest

private func read(
    _ bytes: [UInt8],
    pinned: TextEncoding? = nil,
    isLenient: Bool = false
) -> (text: String?, encoding: String?, codes: [String], log: DiagnosticLog) {
    var log = DiagnosticLog()
    let text = ReceivedText(
        SourceText(path: "1.csv", bytes: bytes),
        pinned: pinned,
        isLenient: isLenient,
        log: &log
    )
    return (
        text.map { String(decoding: $0.bytes, as: UTF8.self) }, text?.encoding.value,
        log.sorted.map(\.code), log
    )
}

private func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
        (UInt8.min...UInt8.max).first { windows1252Letter($0) == scalar } ?? 0x3F
    }
}

struct WesternText {
    @Test(arguments: [
        "Région;Département\nÎle-de-France;Val-d’Oise\nRhône-Alpes;Isère\nHôpital;Crèche\n",
        "Año;Población\nMálaga;Córdoba\nEspaña;León\nniño;mañana\n",
        "Straße;Größe\nMünchen;Köln\nÖsterreich;Zürich\nfür;über\n",
        "São;Ação\nnão;município\nEducação;Saúde\n",
        "Ärzte\nBjörn;Åsa\nÅngström;Malmö\nœuvre – “quoted” €5\n",
        "name;note\nCafé;5\n",
        "thé;né\nété;âgé\nmère;père\nçà;là\n",
    ])
    func `is no Vietnamese code page`(text: String) {
        let result = read(latin(text))
        #expect(result.text == text)
        #expect(result.encoding == "windows-1252")
    }

    @Test func `reads Vietnamese that Latin-1 can write`() {
        let text = "ten;xa\nHòa An;xã Bình Phú\nGò Bãi;Hà Nam\nMã Lò;Trà Lìm\nCò Sõi;ngõ Hòn\n"
        let result = read(latin(text))
        #expect(result.text == text)
        #expect(result.encoding == "windows-1252")
        #expect(result.codes == [])
    }

    @Test(arguments: [
        (
            "windows-1251", String.Encoding.windowsCP1251,
            "Область;Население\nМосква;Центральный\nКазань;Приволжский\nСамара;Город на реке\n"
        ),
        (
            "windows-1250", .windowsCP1250,
            "Miasto;Województwo\nŁódź;łódzkie\nŻary;lubuskie\nŚwidnica;dolnośląskie\nBiałystok;podlaskie\nCzęstochowa;śląskie\n"
        ),
        ("shift_jis", .shiftJIS, "都道府県,人口\n東京都,13960000\n大阪府,8809000\n神奈川県,9200000\nあいうえお,カタカナ\n"),
    ])
    func `reads other scripts and code pages`(name: String, encoding: String.Encoding, text: String)
        throws
    {
        let bytes = try #require(text.data(using: encoding))
        let result = read(Array(bytes))
        #expect(result.text == text)
        #expect(result.encoding == name)
    }

    @Test(
        arguments: [
            ("macintosh", ["é": 0x8E, "è": 0x8F, "ô": 0x99, "Î": 0xEB]),
            ("ibm850", ["é": 0x82, "è": 0x8A, "ô": 0x93, "Î": 0xD7]),
        ] as [(String, [Unicode.Scalar: UInt8])]
    )
    func `reads code pages of other systems`(name: String, letters: [Unicode.Scalar: UInt8]) {
        let text = "Région;Département\nÎle-de-France;Cergy\nRhône;Isère\nHôpital;Crèche\n"
        let result = read(text.unicodeScalars.map { letters[$0] ?? UInt8($0.value) })
        #expect(result.text == text)
        #expect(result.encoding == name)
    }

    @Test func `keeps signs that stand alone, though each may be a letter of an old font`() {
        let signs = "¿‘¾’–¶®·¸¹»¼½ÆÊËÌÍÎÏÐ"
        let text = "ma,dau\n" + signs.enumerated().map { "\($0.offset),\($0.element)\n" }.joined()
        let result = read(Array(text.utf8))
        #expect(result.text == text)
        #expect(result.codes == [])
    }

    @Test func `keeps Western text that is Unicode as it is`() {
        for text in [
            "Région;Île\nHôpital;Crèche\nœuvre;été\n", "Año;José\n", "Tokyo;東京\n",
            "a;b\nChloé;Möbius\nReneé;Zoë\n", "x²;m³\n5°;½\n",
        ] {
            let result = read(Array(text.utf8))
            #expect(result.text == text)
            #expect(result.encoding == "utf-8")
            #expect(result.codes == [])
        }
    }
}

struct LostText {
    @Test(arguments: [
        ("ten,so\nH?p tác xã,1\n", "H?p"), ("ten\nNguy?n V?n\n", "Nguy?n"),
        ("a\nth??ng\n", "th??ng"), ("a\nhuy?n Sông M?, 5\n", "huy?n"),
        ("a\nH\u{FFFD}p tác\n", "H\u{FFFD}p"),
    ])
    func `is an error that names the word`(text: String, word: String) {
        let result = read(Array(text.utf8))
        #expect(result.codes.first == "ingest.encoding.lost-letters")
        #expect(result.log.entries.first?.value == word)
        #expect(result.log.hasErrors)
        #expect(result.text == text)
    }

    @Test(arguments: [
        "Sao?\n", "http://a.vn/x?ten=1\n", "?\n", "a;?;b\n", "Ai biết?Không\n", "What?Why\n",
        "a?b\n", "x.php?n=3\n",
    ])
    func `is not seen in questions and addresses`(text: String) {
        #expect(read(Array(text.utf8)).codes == [])
    }

    @Test func `shows where TCVN3 lost its soft hyphens`() {
        let encoder = VietnameseEncoder(.abc)
        let text = "Thông tư của Bộ;số\nđường vào xã;1\nnước sạch;2\nviệc làm mới;3\n"
        let whole = read(encoder.encode(text))
        #expect(whole.codes == [])
        #expect(whole.text == text)
        let lost = read(encoder.encode(text).filter { $0 != 0xAD })
        #expect(lost.codes == ["ingest.encoding.lost-letters"])
        #expect(lost.log.entries[0].message.en.contains(": 3 in all, first in lines 1, 2, 3;"))
        #expect(lost.log.entries[0].place?.line == 1)
        let shown = Array("Th«ng t­ cña Bé;kÕ ho¹ch\n".utf8)
        #expect(read(shown).text == "Thông tư của Bộ;kế hoạch\n")
        #expect(read(shown).codes == [])
        let copied = read(Array("Th«ng t cña Bé;kÕ ho¹ch\n".utf8))
        #expect(copied.encoding == "tcvn3")
        #expect(copied.codes == ["ingest.encoding.lost-letters"])
    }

    @Test func `shows where UTF-8 lost half a letter as Windows-1252`() {
        let text = "Hợp tác xã Bình Thạnh;Tổng số\nNông nghiệp;Mỹ Đức\n"
        let bytes = Array(
            String(decoding: VietnameseEncoder(.twiceBy1252).encode(text), as: UTF8.self)
                .unicodeScalars.filter { !(0x80..<0xA0).contains($0.value) }
                .map(String.init).joined().utf8
        )
        let result = read(bytes)
        #expect(result.encoding == "utf-8-as-windows-1252")
        #expect(result.codes == ["ingest.encoding.lost-letters"])
    }
}

struct LostHeadings {
    @Test func `are told as lost letters, not as headings that nobody knows`() throws {
        let period = try Period()
        let head = "Mã HTX,T?n h?p t?c x?,??n v?,L?nh v?c,H? d?n,Doanh s?\n"
        let (dataset, log) = period.read(head + "A1,M?t,001,NN,1,2\n")
        // Nobody's file can be told, so the unit is silent too.
        #expect(
            Set(log.entries.map(\.code))
                == ["ingest.encoding.lost-letters", "ingest.unit.not-submitted"]
        )
        #expect(log.hasErrors)
        #expect(dataset.rows.count == 0)
    }

    @Test func `leave unknown headings told where letters are lost below them alone`() throws {
        let period = try Period()
        let log = period.read("ma,ten,huyen,nghe,so_ho,la_lung\nA1,H?p tác xã,001,NN,1,2\n").log
        #expect(log.entries.contains { $0.code == "ingest.encoding.lost-letters" })
        #expect(log.entries.contains { $0.code.hasPrefix("ingest.heading.") })
    }
}

struct BadBytes {
    private let text = "tên;số\nHợp tác xã;1\nMỹ Đức;2\n"

    @Test func `are an error with their place, and signs for who wants the rest`() {
        var bytes = Array(text.utf8)
        bytes.insert(0xFF, at: 11)
        #expect(read(bytes).text == nil)
        #expect(read(bytes).codes == ["ingest.encoding.invalid"])
        #expect(read(bytes).log.entries[0].place == Place(file: "1.csv", line: 2, column: 2))
        #expect(read(bytes).log.entries[0].value == "0xFF")
        let lenient = read(bytes, isLenient: true)
        #expect(lenient.text == text.replacingOccurrences(of: "Hợp", with: "H\u{FFFD}ợp"))
        #expect(lenient.encoding == "utf-8")
        #expect(lenient.codes == ["ingest.encoding.invalid"])
    }

    @Test func `that no Western code page has are an error, or controls with a doubt`() {
        let bytes = Array("a;b\nc;".utf8) + [0x81, 0x8D, 0x6B]
        #expect(read(bytes).codes.contains("ingest.encoding.invalid"))
        #expect(read(bytes, isLenient: true).text == "a;b\nc;\u{81}\u{8D}k")
        #expect(read(bytes, isLenient: true).codes == ["ingest.encoding.doubtful"])
        #expect(read(Array("a;".utf8) + [0xE9]).codes == ["ingest.encoding.doubtful"])
    }

    @Test func `of UTF-16 cut in half are told`() {
        let bytes = VietnameseEncoder(.utf16LittleEndian).encode(text).dropLast()
        #expect(read(Array(bytes)).codes == ["ingest.encoding.invalid"])
        #expect(read(Array(bytes), isLenient: true).text == text.dropLast() + "\u{FFFD}")
    }

    @Test func `are never taken silently, wherever a file is cut`() {
        for kind in VietnameseEncoder.Kind.allCases {
            let bytes = VietnameseEncoder(kind).encode(text)
            for end in 0..<bytes.count {
                _ = read(Array(bytes.prefix(end)))
                _ = read(Array(bytes.prefix(end)), isLenient: true)
            }
        }
    }

    @Test func `in any order end in text or in a doubt`() {
        var generator = Seeded(state: 8)
        let pieces: [[UInt8]] = [
            [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xEF, 0xBF, 0xBD], [0x3F], [0xAD], [0xC3],
            [0xE1, 0xBB], Array("ệ".utf8), Array("a,b\n".utf8), [0xCC, 0x81], [0x12], [0xD8],
            [0x80, 0x81], Array("Há»™i".utf8), Array("Th«ng".utf8), Array("H?p".utf8),
            [0xF0, 0x9F],
        ]
        for number in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in
                number % 2 == 0
                    ? pieces.randomElement(using: &generator) ?? []
                    : [UInt8.random(in: 0...255, using: &generator)]
            }
            let pins = [nil] + TextEncoding.allCases.map(Optional.some)
            let pin = pins[number % pins.count]
            for isLenient in [false, true] {
                let result = read(bytes, pinned: pin, isLenient: isLenient)
                #expect(result.text != nil || result.log.hasErrors)
                if let text = result.text {
                    #expect(text.utf8.elementsEqual(NormalForm.composed(Array(text.utf8))))
                }
            }
        }
    }

    @Test func `of other kinds of files are no text`() {
        #expect(read([0, 1, 2, 3, 0xFF, 0, 0]).codes == ["ingest.file.not-csv"])
        #expect(read([]).codes == ["ingest.file.empty"])
        #expect(read([0xFF, 0xFE]).codes == ["ingest.file.empty"])
        #expect(read([0xEF, 0xBB, 0xBF, 0x0A]).codes == ["ingest.file.empty"])
    }
}

struct GivenEncodings {
    @Test func `are obeyed`() {
        let bytes = Array("é;1\n".utf8)
        #expect(read(bytes, pinned: .windows1252).text == "Ã©;1\n")
        #expect(read(bytes, pinned: .utf8).text == "é;1\n")
        #expect(read([0xAE, 0x69], pinned: .tcvn3).text == "đi")
        #expect(read(Array("®i".utf8), pinned: .tcvn3).text == "đi")
        #expect(read([0x81], pinned: .windows1252).codes == ["ingest.encoding.invalid"])
        #expect(read([0x81], pinned: .latin1).text == "\u{81}")
        var log = DiagnosticLog()
        let text = ReceivedText(SourceText(path: "a", bytes: [0x41]), pinned: .vni, log: &log)
        #expect(text?.encoding.isPinned == true)
        #expect(text?.encoding.name == "encoding")
    }

    @Test func `are not mixed in one file`() {
        let old = String(
            decoding: VietnameseEncoder(.abcInUnicode).encode("Nông nghiệp tổng hợp"),
            as: UTF8.self
        )
        let result = read(Array("tên;ngành\nHợp tác xã Mỹ Đức;\(old)\nBình Thạnh;Vận tải\n".utf8))
        #expect(result.codes == ["ingest.encoding.mixed"])
        #expect(result.log.entries.first?.place?.line == 2)
    }
}

struct WorkbookCells {
    private func cells(_ texts: [String]) -> (cells: ReceivedCells, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let joined = Array(texts.joined(separator: "\n").utf8)
        let cells = ReceivedCells(
            joined,
            path: "1.xlsx",
            place: { offset in
                let row = joined[..<offset].count { $0 == Byte.lineFeed } + 1
                return Place(file: "1.xlsx", line: row, cell: "A\(row)")
            },
            log: &log
        )
        return (cells, log)
    }

    @Test func `in old fonts are decided together`() {
        let old = ["Th«ng t­ cña Bé", "§¬n vÞ", "HTX Mü §øc", "§i"]
        let (cells, log) = cells(old)
        #expect(log.entries.isEmpty)
        #expect(cells.encoding.value == "tcvn3")
        let texts = old.map { String(decoding: cells.text(Array($0.utf8)), as: UTF8.self) }
        #expect(texts == ["Thông tư của Bộ", "Đơn vị", "HTX Mỹ Đức", "Đi"])
    }

    @Test func `that lost letters are named`() {
        let (_, log) = cells(["§¬n vÞ", "kÕ ho¹ch", "®êng x·", "HTX Mü §øc"])
        #expect(log.entries.map(\.code) == ["ingest.encoding.lost-letters"])
        #expect(log.entries.first?.place?.cell == "A3")
        #expect(cells(["Đơn vị", "H?p tác"]).log.entries.first?.place?.cell == "A2")
    }

    @Test func `in Unicode stay, composed`() {
        let (cells, log) = cells(["Đơn vị", "tổ hợp"])
        #expect(log.entries.isEmpty)
        #expect(cells.encoding.value == "utf-8")
        #expect(cells.text(Array("e\u{302}\u{323}".utf8)) == Array("ệ".utf8))
    }
}
