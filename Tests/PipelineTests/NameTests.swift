import Foundation
import TestSupport
import Testing

@Suite struct NameTests {
    private func texts(of period: ScratchPeriod) throws -> (pdf: String, html: String) {
        let result = try period.build()
        try #require(result.status == 0, "\(result.errorText)")
        let pdf = try pages(of: period.products.appendingPathComponent("bao-cao.pdf"))
        let html = try WebPage(period.products.appendingPathComponent("bao-cao.html"))
        return (plain(pdf.joined(separator: " ")), html.text)
    }

    @Test(arguments: [
        "A*B <script>", "_x_ **y** `z`", "{{ htx.count }}", "&lt;b&gt; & 50%", "]]> <!-- \\ $1",
        "[liên kết](http://a.vn)", "# 1. Số một",
    ])
    func `a name comes out exactly so in PDF and HTML`(name: String) throws {
        try withSmallPeriod { period in
            try period.replace("Làng gốm Hạ", with: name, in: "submissions/mot.csv")
            let (pdf, html) = try texts(of: period)
            #expect(pdf.contains(name))
            #expect(html.contains(name))
        }
    }

    @Test func `names of units and sectors come out exactly so`() throws {
        try withSmallPeriod { period in
            try period.replace("name: Một", with: "name: \"M*ột* <i>\"", in: "report.yaml")
            try period.replace("label: Gốm", with: "label: \"G*ốm* <b>\"", in: "report.yaml")
            let (pdf, html) = try texts(of: period)
            for text in [pdf, html] {
                #expect(text.contains("M*ột* <i>"))
                #expect(text.contains("G*ốm* <b>"))
            }
        }
    }

    @Test func `decomposed letters are composed and read as the same`() throws {
        try withSmallPeriod { period in
            let apart = "Làng gốm Hạ".decomposedStringWithCanonicalMapping
            #expect(apart.unicodeScalars.count > "Làng gốm Hạ".unicodeScalars.count)
            let csv = try period.read("submissions/mot.csv")
            try period.write(
                csv.replacingOccurrences(of: "Hạ,H1", with: "Hạ,Huyện Một")
                    .decomposedStringWithCanonicalMapping,
                to: "submissions/mot.csv"
            )
            try period.replace("type: huyện}", with: "type: huyện, aliases: []}", in: "report.yaml")
            try period.replace(
                "name: Một, type: huyện, aliases: []",
                with: "name: Một, type: huyện, aliases: [Huyện Một]",
                in: "report.yaml"
            )
            let (pdf, html) = try texts(of: period)
            for text in [pdf, html] {
                #expect(
                    text.unicodeScalars.elementsEqual(
                        text.precomposedStringWithCanonicalMapping.unicodeScalars
                    )
                )
                #expect(text.contains("Làng gốm Hạ"))
            }
        }
    }

    @Test func `quotes, commas and line ends within a name are kept as one name`() throws {
        try withSmallPeriod { period in
            try period.replace(
                "Làng gốm Hạ",
                with: "\"Làng \"\"Hạ\"\", xóm 2\"",
                in: "submissions/mot.csv"
            )
            let (pdf, html) = try texts(of: period)
            #expect(pdf.contains("Làng \"Hạ\", xóm 2"))
            #expect(html.contains("Làng \"Hạ\", xóm 2"))
        }
    }
}
