import Archive
import Diagnostics
import Foundation
import FoundationXML
import PeriodModel
import TestSupport
import Testing
import Vocabulary

struct RecordTests {
    private func settings() throws -> PeriodSettings {
        let cutoff = try #require(CalendarDate(iso: "2020-12-31"))
        var settings = PeriodSettings(
            period: ReportingPeriod(year: 2020, cutoff: cutoff),
            province: Province(code: "01", name: "Sông Mơ", type: "tỉnh"),
            agency: Agency(
                name: "Liên minh <HTX> & bạn",
                place: "Sông Mơ",
                symbol: "BC-LM",
                number: "05",
                date: CalendarDate(iso: "2021-01-04"),
                authority: "KT.",
                position: "Giám đốc",
                addressees: ["Một", "Hai"]
            ),
            units: [ReportingUnit(code: "883", name: "Mơ Xanh", type: "huyện")],
            sectors: [],
            unitsOfMeasure: [],
            schema: Schema(columns: []),
            wording: Wording(organisation: "HTX", organisationName: "hợp tác xã", padsCounts: true),
            source: "báo cáo"
        )
        settings.record = RecordSettings(
            organId: "000.01.H01",
            fileNotation: "05/TH",
            title: "Báo cáo năm 2020",
            maintenance: "Vĩnh viễn",
            language: "Tiếng Việt",
            type: "Báo cáo",
            arrivalType: "Biểu số liệu",
            arrivals: [
                Arrival(
                    file: "submissions/883-b.csv",
                    date: CalendarDate(iso: "2020-12-15"),
                    number: 105,
                    codeNumber: "12",
                    pages: 2
                )
            ]
        )
        return settings
    }

    @Test func `a letter of correction is registered with its own number, symbol and day`() throws {
        var settings = try settings()
        settings.record.subject = "Về báo cáo"
        settings.record.correctionType = "Công văn"
        settings.record.correction = IssuedDocument(
            number: "07",
            symbol: "LM-VP",
            date: CalendarDate(iso: "2021-02-01")
        )
        func issued(_ path: String, _ title: String) -> RegisteredFile.Issued {
            RegisteredFile.Issued(
                RegisteredFile.Item(name: path, path: path, pages: 1),
                title: title
            )
        }
        let file = RegisteredFile(
            settings,
            report: issued("bao-cao.pdf", "Báo cáo"),
            correction: issued("dinh-chinh.pdf", "V/v đính chính"),
            submissions: []
        )
        let letter = try #require(file.documents.last)
        #expect(letter.path == "dinh-chinh.pdf" && file.documents.count == 2)
        let words = [letter.type, letter.number, letter.notation, letter.subject, letter.organ]
        #expect(
            words.map(\.text) == [
                "Công văn", "07", "LM-VP", "V/v đính chính", settings.agency.name,
            ]
        )
        #expect(letter.issued == CalendarDate(iso: "2021-02-01"))
        settings.record.correction = IssuedDocument()
        let unnumbered = RegisteredFile(
            settings,
            report: nil,
            correction: issued("dinh-chinh.pdf", "V/v đính chính"),
            submissions: []
        )
        // The report's number is not the letter's.
        #expect(unnumbered.documents.map(\.number.text) == [""])
        #expect(unnumbered.documents.map(\.notation.text) == [""])
    }

    private func file(_ settings: PeriodSettings, pages: Int? = 31) -> RegisteredFile {
        RegisteredFile(
            settings,
            report: RegisteredFile.Issued(
                RegisteredFile.Item(
                    name: "bao-cao.pdf",
                    path: "data/products/bao-cao.pdf",
                    pages: pages
                ),
                title: "Tình hình năm 2020"
            ),
            submissions: [
                RegisteredFile.Item(name: "submissions/883-b.csv", path: "data/inputs/883-b.csv"),
                RegisteredFile.Item(name: "submissions/999.csv", path: "data/inputs/999.csv"),
            ]
        )
    }

    private func leaves(_ record: Record) throws -> [String] {
        try LeafReader.leaves(of: record.xml)
    }

    @Test func `registers the report and each submission in the order of events`() throws {
        let file = file(try settings())
        #expect(
            file.documents.map(\.path) == [
                "data/inputs/999.csv", "data/inputs/883-b.csv", "data/products/bao-cao.pdf",
            ]
        )
        let records = file.documentRecords
        #expect(
            records.map(\.name) == ["IncomingDocument", "IncomingDocument", "OutgoingDocument"]
        )
        #expect(
            try leaves(records[1]) == [
                "FileCode/OrganId=000.01.H01", "FileCode/FileCatalog=2020",
                "FileCode/FileNotation=05/TH", "DocOrdinal=2", "TypeName=Biểu số liệu",
                "CodeNumber=12", "CodeNotation=", "IssuedDate=", "OrganName=huyện Mơ Xanh",
                "Subject=", "Language=Tiếng Việt", "PageAmount=2",
                "Description=data/inputs/883-b.csv", "ArrivalDate=2020-12-15",
                "ArrivalNumber=105", "SignerInfo/Position=", "SignerInfo/FullName=", "Priority=",
                "ToPlaces=", "TraceHeaderList=", "DueDate=",
            ]
        )
        #expect(
            try leaves(records[2]) == [
                "FileCode/OrganId=000.01.H01", "FileCode/FileCatalog=2020",
                "FileCode/FileNotation=05/TH", "DocOrdinal=3", "TypeName=Báo cáo", "CodeNumber=05",
                "CodeNotation=BC-LM", "IssuedDate=2021-01-04", "OrganName=Liên minh <HTX> & bạn",
                "Subject=Tình hình năm 2020", "Language=Tiếng Việt", "PageAmount=31",
                "Description=data/products/bao-cao.pdf", "SignerInfo/Position=KT. Giám đốc",
                "SignerInfo/FullName=", "To/OrganId=", "To/OrganName=Một", "To/OrganId=",
                "To/OrganName=Hai", "Priority=", "IssuedAmount=", "DueDate=",
            ]
        )
    }

    @Test func `never invents what is unknown of a submission`() throws {
        let unknown = try leaves(file(try settings()).documentRecords[0])
        for field in [
            "CodeNumber", "IssuedDate", "OrganName", "ArrivalDate", "ArrivalNumber", "PageAmount",
        ] {
            #expect(unknown.contains("\(field)="))
        }
    }

    @Test func `sums up the file, its pages only when all are known`() throws {
        var settings = try settings()
        #expect(
            try leaves(file(settings).record) == [
                "FileCode/OrganId=000.01.H01", "FileCode/FileCatalog=2020",
                "FileCode/FileNotation=05/TH", "Title=Báo cáo năm 2020", "Maintenance=Vĩnh viễn",
                "Rights=", "Creator=", "Language=Tiếng Việt", "StartDate=2020-12-15",
                "EndDate=2021-01-04", "DocTotal=3", "PageTotal=", "Description=",
            ]
        )
        #expect(file(settings).record.empty(among: RegisteredFile.wanted) == ["Rights", "Creator"])
        settings.record.arrivals.append(Arrival(file: "submissions/999.csv", pages: 4))
        #expect(try leaves(file(settings).record).contains("PageTotal=37"))
        #expect(file(settings, pages: nil).pageTotal == nil)
        settings.record.arrivals[0].pages = .max
        #expect(file(settings).pageTotal == nil)
    }

    @Test func `orders documents of a day by number and path, a report without a date last`() throws
    {
        var settings = try settings()
        settings.agency.date = nil
        let day = CalendarDate(iso: "2020-12-15")
        let names = ["c", "a", "b", "d"]
        settings.record.arrivals = [
            Arrival(file: "c", date: day, number: 10), Arrival(file: "a", date: day),
            Arrival(file: "b", date: day, number: 9), Arrival(file: "d", date: day),
        ]
        let file = RegisteredFile(
            settings,
            report: RegisteredFile.Issued(RegisteredFile.Item(name: "0", path: "0"), title: nil),
            submissions: names.map { RegisteredFile.Item(name: $0, path: $0) }
        )
        #expect(file.documents.map(\.path) == ["b", "c", "a", "d", "0"])
    }

    @Test func `names field, value, limit and key of what does not fit`() throws {
        var settings = try settings()
        settings.agency.name = String(repeating: "x", count: 201)
        settings.agency.number = "123456789012"
        settings.agency.signer = "A\u{1}"
        let record = file(settings, pages: 1000).documentRecords[2]
        let faults = record.faults(in: "report.yaml")
        #expect(
            faults.map(\.code) == [
                "archive.record.too-long", "archive.record.too-long", "archive.record.too-long",
                "archive.record.bad-character",
            ]
        )
        #expect(faults.allSatisfy { $0.place?.file == "report.yaml" })
        #expect(
            faults[0].message.en
                == "The field CodeNumber does not take “123456789012”: it is 12 characters long, 11 at most."
        )
        #expect(faults[0].hint?.en.contains("`agency.number`") == true)
        #expect(faults[1].message.vi.contains("dài 201 ký tự, nhiều nhất là 200"))
        #expect(faults[2].message.en.contains("it has 4 digits, 3 at most"))
    }

    @Test func `counts documents up to what the ordinal holds`() throws {
        let many = RegisteredFile(
            try settings(),
            report: nil,
            submissions: (0...999).map { RegisteredFile.Item(name: "\($0)", path: "\($0)") }
        )
        #expect(many.documentRecords[998].faults(in: "").isEmpty)
        #expect(many.documentRecords[999].faults(in: "").map(\.value) == ["1000"])
    }

    @Test func `keeps line ends and markup through another reader`() throws {
        let text = "a\r\nb <c> & \"d\" 'e' ]]> 😀"
        let record = Record(name: "R", parts: [.field(.subject, RecordValue(text, key: "k"))])
        #expect(try leaves(record) == ["Subject=\(text)"])
    }
}

/// Reads XML with a reader that is not ours.
private final class LeafReader: NSObject, XMLParserDelegate {
    private var path: [String] = []
    private var text = ""
    private var isLeaf = false
    private var leaves: [String] = []

    /// The text of each element that has no other inside, by its path.
    static func leaves(of xml: [UInt8]) throws -> [String] {
        let reader = LeafReader()
        let parser = XMLParser(data: Data(xml))
        parser.delegate = reader
        try #require(parser.parse())
        return reader.leaves
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        path.append(name)
        (text, isLeaf) = ("", true)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        if isLeaf { leaves.append("\(path.dropFirst().joined(separator: "/"))=\(text)") }
        isLeaf = false
        path.removeLast()
    }
}
