import Foundation
import TestSupport
import Testing

@testable import RenderPDF

/// What the profiles ask for, one test for each demand, with the clause that a validator names
/// without it. Demands that validators overlook are tested as well.
struct ConformStructureTests {
    private func dump(_ profile: Profile) throws -> FileDump {
        try FileDump(try assemble(SampleCanvas.sample(), profile: profile))
    }

    @Test(arguments: Profile.allCases)
    func `the catalog tells language, marks and title`(profile: Profile) throws {
        // ISO 19005-1 6.8.2.2 and 6.8.4; ISO 14289-1 7.1 and 7.2.
        let file = try dump(profile)
        #expect(file.at("/Root", "/Lang") as? String == "u:vi-VN")
        #expect(file.at("/Root", "/MarkInfo", "/Marked") as? Bool == true)
        #expect(file.at("/Root", "/ViewerPreferences", "/DisplayDocTitle") as? Bool == true)
        #expect(file.at("/Root", "/PageMode") as? String == "/UseOutlines")
    }

    @Test(arguments: Profile.allCases)
    func `colours have an output intent of three components`(profile: Profile) throws {
        // ISO 19005-1 6.2.2 and 6.2.3.
        let file = try dump(profile)
        #expect(file.at("/Root", "/OutputIntents", "0", "/S") as? String == "/GTS_PDFA1")
        #expect(file.at("/Root", "/OutputIntents", "0", "/DestOutputProfile", "/N") as? Int == 3)
    }

    @Test(arguments: Profile.allCases)
    func `the trailer has an identity`(profile: Profile) throws {
        // ISO 19005-1 6.1.3.
        let identity = try #require(try dump(profile).at("/ID", "0") as? String)
        #expect(identity.count >= 16)
    }

    @Test(arguments: Profile.allCases)
    func `CIDFonts map characters to glyphs`(profile: Profile) throws {
        // ISO 19005-1 6.3.3.2; ISO 14289-1 7.21.3.2.
        let fonts = try dump(profile).all("/Subtype", "/CIDFontType2")
        #expect(fonts.count == 2)
        for font in fonts { #expect(font["/CIDToGIDMap"] as? String == "/Identity") }
    }

    @Test(arguments: Profile.allCases)
    func `a CIDSet stands where the profile wants it`(profile: Profile) throws {
        // ISO 19005-1 6.3.5.
        let file = try dump(profile)
        for font in file.all("/Subtype", "/CIDFontType2") {
            let set = file.step("/CIDSet", from: font["/FontDescriptor"])
            #expect((set != nil) == (profile == .a1a))
        }
    }

    @Test(arguments: Profile.allCases)
    func `no page has a transparency group`(profile: Profile) throws {
        // ISO 19005-1 6.4.
        let file = try dump(profile)
        let pages = file.all("/Type", "/Page")
        #expect(pages.count == 2)
        for page in pages { #expect(page["/Group"] == nil) }
    }

    @Test(arguments: Profile.allCases)
    func `links are printed, described and lead where they should`(profile: Profile) throws {
        // ISO 19005-1 6.5.3; ISO 14289-1 7.18.
        let file = try dump(profile)
        let links = file.all("/Subtype", "/Link")
        #expect(links.count == 2)
        for link in links {
            #expect(link["/F"] as? Int == 4)
            #expect(link["/StructParent"] as? Int != nil)
        }
        #expect(file.at("/Root", "/Pages", "/Kids", "0", "/Tabs") as? String == "/S")
        let path = ["/Root", "/Pages", "/Kids", "0", "/Annots"]
        func at(_ last: String...) -> Any? {
            (path + last).reduce(Optional<Any>(file.trailer)) { file.step($1, from: $0) }
        }
        #expect(at("0", "/Contents") as? String == "u:Tới phụ lục")
        #expect(at("0", "/Dest", "1") as? String == "/XYZ")
        #expect(at("0", "/Rect", "0") as? Double == 72.25)
        #expect(at("1", "/Contents") as? String == "u:Trang (web)")
        #expect(
            at("1", "/A", "/URI") as? String == "u:https://example.org/b%C3%A1o%20c%C3%A1o?(a)\\b"
        )
    }

    @Test(arguments: Profile.allCases)
    func `links and their annotations know each other`(profile: Profile) throws {
        // ISO 14289-1 7.18.5; no validator misses the OBJR.
        let file = try dump(profile)
        for element in file.all("/S", "/Link") {
            let kids = try #require(file.resolve(element["/K"]) as? [Any])
            let reference = kids.compactMap { $0 as? [String: Any] }
                .first { $0["/Type"] as? String == "/OBJR" }
            let annotation = file.resolve(reference?["/Obj"]) as? [String: Any]
            let key = try #require(annotation?["/StructParent"] as? Int)
            let parent = try #require(parents(file)[key] as? [String: Any])
            #expect(parent["/S"] as? String == "/Link")
        }
    }

    @Test(arguments: Profile.allCases)
    func `the way back from each page skips its artifacts`(profile: Profile) throws {
        // ISO 14289-1 7.1; ISO 32000-1 14.7.4.4.
        let file = try dump(profile)
        let entries = try parents(file)
        let first = try #require(entries[0] as? [Any])
        // Header, title, three texts with two links, a list item of two, five cells, rule, figure, footer.
        #expect(first.count == 16)
        let empty = first.indices.filter { first[$0] is NSNull }
        #expect(empty == [0, 13, 15])
        let roles = first.map { file.step("/S", from: $0) as? String ?? "-" }
        #expect(
            roles == [
                "-", "/H1", "/P", "/Link", "/Link", "/P", "/Lbl", "/LBody", "/TH", "/TH", "/TH",
                "/TD", "/TD", "-", "/Figure", "-",
            ]
        )
    }

    /// Values of the ParentTree by key.
    private func parents(_ file: FileDump) throws -> [Int: Any] {
        let path = ["/Root", "/StructTreeRoot", "/ParentTree", "/Nums"]
        let list = path.reduce(Optional<Any>(file.trailer)) { file.step($1, from: $0) }
        let numbers = try #require(list as? [Any])
        var found: [Int: Any] = [:]
        for place in stride(from: 0, to: numbers.count, by: 2) {
            found[try #require(numbers[place] as? Int)] = file.resolve(numbers[place + 1])
        }
        return found
    }

    @Test(arguments: Profile.allCases)
    func `figures, cells, lists and notes have their attributes`(profile: Profile) throws {
        // ISO 14289-1 7.3, 7.5, 7.6, 7.9; bounding boxes and numbering are overlooked by validators.
        let file = try dump(profile)
        let figure = try #require(file.all("/S", "/Figure").first)
        #expect(figure["/Alt"] as? String == "u:Biểu đồ: 31 hợp tác xã (tăng 2)")
        #expect(file.step("/BBox", from: figure["/A"]) as? [Double] == [72, 482, 272, 542.5])
        let heads = file.all("/S", "/TH")
        let scopes = heads.map { file.step("/Scope", from: $0["/A"]) as? String }
        #expect(scopes == ["/Column", "/Column", "/Row"])
        #expect(heads.map { file.step("/ColSpan", from: $0["/A"]) as? Int } == [nil, 2, nil])
        let list = try #require(file.all("/S", "/L").first)
        #expect(file.step("/ListNumbering", from: list["/A"]) as? String == "/Disc")
        #expect(file.all("/S", "/Note").first?["/ID"] as? String == "u:note-00000001")
    }

    @Test func `table sections are left out where PDF does not know them`() throws {
        // ISO 19005-1 6.8.3.4.
        #expect(try dump(.a1a).all("/S", "/THead").isEmpty)
        #expect(try dump(.a1a).all("/S", "/TBody").isEmpty)
        #expect(try dump(.a3a).all("/S", "/THead").count == 1)
        #expect(try dump(.a3a).all("/S", "/TBody").count == 1)
    }

    @Test(arguments: Profile.allCases)
    func `the outline counts what it shows`(profile: Profile) throws {
        let file = try dump(profile)
        #expect(file.at("/Root", "/Outlines", "/Count") as? Int == 3)
        #expect(file.at("/Root", "/Outlines", "/First", "/Count") as? Int == 1)
        #expect(
            file.at("/Root", "/Outlines", "/First", "/First", "/Title") as? String
                == "u:1. Phụ lục (a)"
        )
        #expect(file.at("/Root", "/Outlines", "/Last", "/Title") as? String == "u:II. 𝄞")
        #expect(file.at("/Root", "/Outlines", "/Last", "/Count") == nil)
    }

    @Test(arguments: Profile.allCases)
    func `pages bear their printed numbers`(profile: Profile) throws {
        let file = try dump(profile)
        let labels = file.at("/Root", "/PageLabels", "/Nums") as? [Any]
        #expect(labels?.count == 4)
        #expect(labels?[2] as? Int == 1)
        #expect((labels?[3] as? [String: Any])?["/P"] as? String == "u:PL.I-")
    }

    @Test(arguments: Profile.allCases)
    func `dates and titles are the same in both places`(profile: Profile) throws {
        // ISO 19005-1 6.7.3.
        let file = try dump(profile)
        #expect(file.at("/Info", "/Title") as? String == "u:" + SampleCanvas.metadata.title)
        #expect(file.at("/Info", "/CreationDate") as? String == "u:D:20201231000000+00'00'")
        let bytes = try assemble(SampleCanvas.sample(), profile: profile)
        let text = String(decoding: bytes, as: UTF8.self)
        for part in [
            "x-default\">Báo cáo (thử) \\ \"50 &lt; 60 &amp; 70\" 𝄞</rdf:li>",
            "<xmp:CreateDate>2020-12-31T00:00:00+00:00</xmp:CreateDate>",
            "<pdfaid:part>\(profile.part)</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test(arguments: Profile.allCases)
    func `control characters in a title become blanks in both places`(profile: Profile) throws {
        var metadata = SampleCanvas.metadata
        metadata.title = "Một\u{0}hai\r\nba\u{FFFF}"
        let bytes = try assemble(SampleCanvas.sample(metadata: metadata), profile: profile)
        let title = try FileDump(bytes).at("/Info", "/Title") as? String
        #expect(title == "u:Một hai  ba ")
        #expect(String(decoding: bytes, as: UTF8.self).contains(">Một hai  ba </rdf:li>"))
    }

    @Test func `the header and the table are those of the version`() throws {
        let old = try assemble(SampleCanvas.sample(), profile: .a1a)
        #expect(old.starts(with: "%PDF-1.4\n%".utf8))
        #expect(try dump(.a1a).all("/Type", "/ObjStm").isEmpty)
        let new = try assemble(SampleCanvas.sample(), profile: .a3a)
        #expect(new.starts(with: "%PDF-1.7\n%".utf8))
        #expect(new.count < old.count)
    }

    @Test func `rows beyond the longest array are grouped without a meaning of their own`() throws {
        // ISO 19005-1 6.1.12.
        let file = try FileDump(try assemble(SampleCanvas.longTable(rows: 9_000), profile: .a1a))
        let table = try #require(file.all("/S", "/Table").first)
        let groups = try #require(file.resolve(table["/K"]) as? [Any])
        #expect(groups.count == 3)
        for group in groups { #expect(file.step("/S", from: group) as? String == "/NonStruct") }
        let sizes = groups.map { (file.step("/K", from: $0) as? [Any])?.count }
        #expect(sizes == [4_000, 4_000, 1_000])
    }
}
