import Foundation
import TestSupport
import Testing

/// `baocao ruler` on our own report, on other programs' documents and on files that are none.
@Suite struct RulerCommandTests {
    @Test func `measures the fixture's report and finds no fault`() throws {
        let report = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        let result = try baocao("ruler", report.path)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        expectGolden(result.text, "ruler.txt")
    }

    @Test func `prints one list of objects with the same keys`() throws {
        let report = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        let result = try baocao("ruler", report.path, "--format", "json", "--lang", "en")
        let list = try JSONSerialization.jsonObject(with: result.output)
        let findings = try #require(list as? [[String: Any]])
        #expect(findings.count > 60)
        let verdicts: Set = ["pass", "remark", "fail", "not-measured"]
        for finding in findings {
            #expect(
                Set(finding.keys) == ["clause", "required", "measured", "unit", "page", "verdict"]
            )
            #expect(verdicts.contains(finding["verdict"] as? String ?? ""))
        }
        let left = try #require(findings.first { $0["clause"] as? String == "I.3 Left margin" })
        #expect(left["unit"] as? String == "mm")
        #expect(abs(try #require(left["measured"] as? Double) - 30) < 0.2)
    }

    @Test func `finds faults planted in our own report`() throws {
        let faults = [
            PlantedFault("left", [("left: 30", "left: 28")], breaks: "I.3 Lề trái"),
            PlantedFault("left too large", [("left: 30", "left: 37")], breaks: "I.3 Lề trái"),
            PlantedFault("right", [("right: 15", "right: 13")], breaks: "I.3 Lề phải"),
            PlantedFault("right too large", [("right: 15", "right: 22")], breaks: "I.3 Lề phải"),
            PlantedFault("top", [("top: 20", "top: 18")], breaks: "I.3 Lề trên"),
            PlantedFault("top too large", [("top: 20", "top: 27")], breaks: "I.3 Lề trên"),
            PlantedFault("bottom of 25 mm", [("bottom: 20", "bottom: 25")]),
            PlantedFault("other ends", [("left: 30, right: 15", "left: 35, right: 20")]),
            PlantedFault(
                "body",
                [("body: 14", "body: 12")],
                breaks: "II.6 Nội dung: cỡ chữ",
                "II.6 Tiêu đề: cỡ chữ",
                "II.9a Kính gửi: cỡ chữ"
            ),
            PlantedFault("body of 13 pt", [("body: 14", "body: 13")]),
            PlantedFault(
                "list of recipients",
                [("recipients: 11", "recipients: 13")],
                breaks: "II.9b Danh sách nơi nhận: cỡ chữ"
            ),
            PlantedFault(
                "label of recipients",
                [("recipients_label: 12", "recipients_label: 14")],
                breaks: "II.9b Chữ “Nơi nhận”: cỡ chữ"
            ),
            PlantedFault("indent", [("indent: 12.7", "indent: 15")], breaks: "II.6 Lùi đầu dòng"),
            PlantedFault("indent of 1 cm", [("indent: 12.7", "indent: 10")]),
            PlantedFault(
                "paragraphs",
                [("paragraph: 6", "paragraph: 3")],
                breaks: "II.6 Cách đoạn"
            ),
            PlantedFault("lines", [("line: 1.15", "line: 1.7")], breaks: "II.6 Cách dòng"),
            PlantedFault("lines of 1,5", [("line: 1.15", "line: 1.5")]),
            PlantedFault(
                "red",
                [("text: \"#000000\"", "text: \"#c00000\"")],
                breaks: "I.4 Màu chữ"
            ),
        ]
        let theme = try String(
            contentsOf: projectRoot.appendingPathComponent("Templates/theme.yaml"),
            encoding: .utf8
        )
        let period = fixtures.appendingPathComponent("thu-vien-2024").path
        for fault in faults {
            try withScratchFolder { folder in
                let templates = folder.appendingPathComponent("Templates")
                try FileManager.default.copyItem(
                    at: projectRoot.appendingPathComponent("Templates"),
                    to: templates
                )
                try Data(fault.planted(in: theme).utf8)
                    .write(to: templates.appendingPathComponent("theme.yaml"))
                let result = try baocao(
                    "build",
                    period,
                    "--templates",
                    templates.path,
                    "--output",
                    folder.path,
                    "--only",
                    "report"
                )
                try #require(result.status == 0, "\(fault.name): \(result.errorText)")
                let found = try Measurement(
                    of: folder.appendingPathComponent("thu-vien-2024/bao-cao.pdf")
                )
                #expect(found.faults == fault.broken, "\(fault.name)")
            }
        }
    }

    @Test func `finds no fault in a right document of a browser, however it is packed`() throws {
        try withScratchFolder { folder in
            let pdf = try printByBrowser(try rulerFixture("report.html"), as: "a.pdf", in: folder)
            // Objects in streams, and the same page drawn again by cairo.
            let packed = folder.appendingPathComponent("b.pdf")
            let redrawn = folder.appendingPathComponent("c.pdf")
            _ = try run("qpdf", ["--object-streams=generate", pdf.path, packed.path])
            _ = try run("pdftocairo", ["-pdf", pdf.path, redrawn.path])
            for file in [pdf, packed, redrawn] {
                let found = try Measurement(of: file)
                #expect(found.faults == [], "\(file.lastPathComponent)")
                #expect(found.remarks == [], "\(file.lastPathComponent)")
                #expect(found.status == 0)
            }
        }
    }

    @Test func `finds faults planted in the browser's document`() throws {
        let faults = [
            PlantedFault(
                "ragged",
                [("text-align: justify", "text-align: left")],
                breaks: "II.6 Nội dung: canh đều hai bên"
            ),
            PlantedFault("left", [("20mm 30mm;", "20mm 28mm;")], breaks: "I.3 Lề trái"),
            PlantedFault(
                "close paragraphs",
                [("0 0 6pt 0", "0 0 4pt 0")],
                breaks: "II.6 Cách đoạn"
            ),
            PlantedFault(
                "upright bases",
                [("<p><i>Căn cứ Luật", "<p><i style='font-style:normal'>Căn cứ Luật")],
                breaks: "II.6 Căn cứ: kiểu chữ"
            ),
            PlantedFault(
                "bases end wrongly",
                [("năm 2015;", "năm 2015.")],
                breaks: "II.6 Căn cứ: dấu cuối dòng"
            ),
            PlantedFault(
                "bold point",
                [("<p>b) Điểm thứ hai.", "<p><b>b) Điểm thứ hai.</b>")],
                breaks: "II.6 Điểm a, b, c: kiểu chữ"
            ),
            PlantedFault(
                "light abstract",
                [
                    (
                        "<b>Kết quả công tác cải cách hành chính năm 2020<br>trên địa bàn tỉnh</b>",
                        "Kết quả công tác cải cách hành chính năm 2020<br>trên địa bàn tỉnh"
                    )
                ],
                breaks: "II.5 Trích yếu: kiểu chữ"
            ),
        ]
        let text = try rulerFixture("report.html")
        try withScratchFolder { folder in
            for fault in faults {
                let pdf = try printByBrowser(fault.planted(in: text), as: "x.pdf", in: folder)
                #expect(try Measurement(of: pdf).faults == fault.broken, "\(fault.name)")
            }
        }
    }

    @Test func `refuses what is no readable PDF`() throws {
        try withScratchFolder { folder in
            let pdf = try printByBrowser(try rulerFixture("report.html"), as: "a.pdf", in: folder)
            let bytes = try Data(contentsOf: pdf)
            func file(_ name: String, _ data: Data) throws -> String {
                let url = folder.appendingPathComponent(name)
                try data.write(to: url)
                return url.path
            }
            let locked = folder.appendingPathComponent("locked.pdf").path
            _ = try run("qpdf", ["--encrypt", "mo", "khoa", "256", "--", pdf.path, locked])
            let none = folder.appendingPathComponent("none.pdf").path
            _ = try run("qpdf", ["--empty", none])
            let cases = [
                (try file("empty.pdf", Data()), "pipeline.ruler.not-pdf"),
                (try file("text.pdf", Data("Báo cáo\n".utf8)), "pipeline.ruler.not-pdf"),
                (try file("head.pdf", Data("%PDF-1.7\n".utf8)), "pipeline.ruler.no-pages"),
                (try file("cut.pdf", bytes.prefix(9000)), "pipeline.ruler.no-pages"),
                (locked, "pipeline.ruler.encrypted"),
                (none, "pipeline.ruler.no-pages"),
                (folder.path, "pipeline.file.read"),
                (folder.path + "/missing.pdf", "pipeline.file.read"),
            ]
            for (path, code) in cases {
                let result = try baocao("ruler", path)
                #expect(result.status == 2, "\(path)")
                #expect(result.output.isEmpty, "\(path)")
                #expect(result.errorText.contains("[\(code)]"), "\(path): \(result.errorText)")
            }
            let pathless = try baocao("ruler", pdf.path, environment: ["PATH": "/nowhere"])
            #expect(pathless.status == 2)
        }
    }

    @Test func `measures nothing but the paper of a scan`() throws {
        try withScratchFolder { folder in
            let pdf = try printByBrowser(try rulerFixture("report.html"), as: "a.pdf", in: folder)
            let page = folder.appendingPathComponent("page").path
            _ = try run("pdftoppm", ["-png", "-r", "60", "-singlefile", pdf.path, page])
            let html =
                "<style>@page{size:A4;margin:0}body{margin:0}</style><img src='page.png' style='width:210mm'>"
            let scan = try printByBrowser(html, as: "scan.pdf", in: folder)
            let found = try Measurement(of: scan)
            #expect(found.status == 0)
            #expect(
                Set(found.findings.filter { $0.verdict != "not-measured" }.map(\.clause)) == [
                    "I.1 Khổ giấy A4: bề rộng", "I.1 Khổ giấy A4: chiều cao", "I.2 Chiều trang",
                    "IV Phiên bản PDF",
                ]
            )
        }
    }
}
