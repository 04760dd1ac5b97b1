import Foundation
import TestSupport
import Testing

/// Each fault planted in a document that another program printed is found, and no other.
@Suite struct RulerFaultTests {
    @Test func `finds no fault in a right document of Typst`() throws {
        try check([
            PlantedFault("as it is", []),
            PlantedFault(
                "the other ends of all ranges",
                [
                    ("(top: 20mm, bottom: 20mm, left: 30mm, right: 15mm)", Self.otherMargins),
                    ("leading: 0.65em, spacing: 0.65em", "leading: 1.06em, spacing: 1.06em"),
                    ("amount: 12.7mm", "amount: 10mm"),
                ]
            ),
            PlantedFault("letters of 13 pt", [("size: 14pt, lang", "size: 13pt, lang")]),
            PlantedFault(
                "signed",
                [
                    (
                        "#grid(columns: (1fr, 1.3fr), align: center,\n",
                        "#place(top + right, dy: -12mm, text(10pt, fill: red)[05/BC-SMM 2021-01-05T08:00:00+07:00])\n"
                            + "#grid(columns: (1fr, 1.3fr), align: center,\n"
                    ),
                    (
                        "#v(50pt) *Họ Và",
                        "#v(10pt) #text(9pt, fill: blue)[Ký bởi: Sở Mẫu Mực] #v(20pt) *Họ Và"
                    ),
                ]
            ),
            PlantedFault("spaced letters", [("[BÁO CÁO]", "[#text(tracking: 2pt)[BÁO CÁO]]")]),
        ])
    }

    private static let otherMargins = "(top: 25mm, bottom: 25mm, left: 35mm, right: 20mm)"

    @Test func `finds wrong margins`() throws {
        try check([
            PlantedFault("top too small", [("top: 20mm", "top: 18mm")], breaks: "I.3 Lề trên"),
            PlantedFault("top too large", [("top: 20mm", "top: 27mm")], breaks: "I.3 Lề trên"),
            PlantedFault("bottom", [("bottom: 20mm", "bottom: 18mm")], breaks: "I.3 Lề dưới"),
            PlantedFault("left too small", [("left: 30mm", "left: 28mm")], breaks: "I.3 Lề trái"),
            PlantedFault("left too large", [("left: 30mm", "left: 37mm")], breaks: "I.3 Lề trái"),
            PlantedFault(
                "right too small",
                [("right: 15mm", "right: 13mm")],
                breaks: "I.3 Lề phải"
            ),
            PlantedFault(
                "right too large",
                [("right: 15mm", "right: 22mm")],
                breaks: "I.3 Lề phải"
            ),
            PlantedFault(
                "other paper",
                [("paper: \"a4\"", "paper: \"us-letter\"")],
                breaks: "I.1 Khổ giấy A4: bề rộng",
                "I.1 Khổ giấy A4: chiều cao"
            ),
        ])
    }

    @Test func `finds wrong faces, colours and page numbers`() throws {
        try check([
            PlantedFault(
                "face",
                [("Liberation Serif", "Liberation Sans")],
                breaks: "I.4 Phông chữ"
            ),
            PlantedFault(
                "blue",
                [("lang: \"vi\"", "lang: \"vi\", fill: rgb(\"#0000c0\")")],
                breaks: "I.4 Màu chữ"
            ),
            PlantedFault(
                "at the foot",
                [("header: context", "footer: context")],
                breaks: "I.7 Số trang: vị trí"
            ),
            PlantedFault(
                "at the right",
                [("align(center, text(13pt, c", "align(right, text(13pt, c")],
                breaks: "I.7 Số trang: vị trí"
            ),
            PlantedFault(
                "on the first page",
                [("first() > 1", "first() > 0")],
                breaks: "I.7 Số trang ở trang đầu"
            ),
            PlantedFault(
                "Roman",
                [("display(\"1\")", "display(\"i\")")],
                breaks: "I.7 Số trang: chữ số và thứ tự"
            ),
            PlantedFault(
                "none",
                [("first() > 1", "first() > 99")],
                breaks: "I.7 Số trang: chữ số và thứ tự"
            ),
            PlantedFault(
                "small",
                [("text(13pt, counter", "text(11pt, counter")],
                breaks: "I.7 Số trang: cỡ chữ"
            ),
        ])
    }

    @Test func `finds faults of the head`() throws {
        let country = "#text(12pt, weight: \"bold\")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]"
        try check([
            PlantedFault("no national heading", [(country + " \\", "")], breaks: "II.1 Quốc hiệu"),
            PlantedFault(
                "light national heading",
                [("#text(12pt, weight: \"bold\")[CỘNG", "#text(12pt)[CỘNG")],
                breaks: "II.1 Quốc hiệu: kiểu chữ"
            ),
            PlantedFault(
                "small national heading",
                [("#text(12pt, weight: \"bold\")[CỘNG", "#text(11pt, weight: \"bold\")[CỘNG")],
                breaks: "II.1 Quốc hiệu: cỡ chữ"
            ),
            PlantedFault(
                "dashes in the motto",
                [("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")],
                breaks: "II.1 Tiêu ngữ"
            ),
            PlantedFault(
                "no rule under the motto",
                [
                    (
                        "#context line(length",
                        "#let unused = line(length: 1pt)\n#let w = context (length"
                    )
                ],
                breaks: "II.1 Đường kẻ dưới Tiêu ngữ"
            ),
            PlantedFault(
                "light issuing body",
                [("#text(12pt, weight: \"bold\")[SỞ", "#text(12pt)[SỞ")],
                breaks: "II.2 Cơ quan ban hành: kiểu chữ"
            ),
            PlantedFault(
                "long rule under the body",
                [("#rule(35pt)", "#rule(80pt)")],
                breaks: "II.2 Đường kẻ dưới tên cơ quan"
            ),
            PlantedFault("number without 0", [("05/BC", "5/BC")], breaks: "II.3 Số, ký hiệu"),
            PlantedFault(
                "spaces in the number",
                [("BC-SMM", "BC - SMM")],
                breaks: "II.3 Số, ký hiệu"
            ),
            PlantedFault(
                "day without 0",
                [("ngày 05", "ngày 5")],
                breaks: "II.4 Địa danh và thời gian"
            ),
            PlantedFault(
                "month without 0",
                [("tháng 01", "tháng 1")],
                breaks: "II.4 Địa danh và thời gian"
            ),
            PlantedFault(
                "month with 0",
                [("tháng 01", "tháng 03")],
                breaks: "II.4 Địa danh và thời gian"
            ),
            PlantedFault(
                "upright date",
                [(", style: \"italic\")[Nơi Mẫu", ")[Nơi Mẫu")],
                breaks: "II.4 Địa danh và thời gian: kiểu chữ"
            ),
            PlantedFault(
                "small title",
                [("[BÁO CÁO]", "[Báo cáo]")],
                breaks: "II.5 Tên loại: kiểu chữ"
            ),
            PlantedFault(
                "large title",
                [("#text(14pt, weight: \"bold\")[BÁO", "#text(16pt, weight: \"bold\")[BÁO")],
                breaks: "II.5 Tên loại: cỡ chữ"
            ),
            PlantedFault(
                "light abstract",
                [("#text(14pt, weight: \"bold\")[Kết", "#text(14pt)[Kết")],
                breaks: "II.5 Trích yếu: kiểu chữ"
            ),
            PlantedFault(
                "abstract in capitals",
                [("[Kết quả công tác năm 2020]", "[KẾT QUẢ CÔNG TÁC NĂM 2020]")],
                breaks: "II.5 Trích yếu: kiểu chữ"
            ),
            PlantedFault(
                "no rule under the abstract",
                [("#v(-2pt) #rule(70pt)]", "]")],
                breaks: "II.5 Đường kẻ dưới trích yếu"
            ),
        ])
    }

    @Test func `finds faults of the text`() throws {
        let later = "#for i in range(4) ["
        try check([
            PlantedFault(
                "ragged",
                [("justify: true", "justify: false")],
                breaks: "II.6 Nội dung: canh đều hai bên"
            ),
            PlantedFault(
                "one ragged paragraph",
                [(later, "#[#set par(justify: false)\n#para #para #para\n\n]\n" + later)],
                breaks: "II.6 Nội dung: canh đều hai bên"
            ),
            PlantedFault(
                "one small paragraph",
                [(later, "#[#set text(12pt)\n#para #para\n\n]\n" + later)],
                breaks: "II.6 Nội dung: cùng một cỡ chữ"
            ),
            PlantedFault(
                "wide indent",
                [("amount: 12.7mm", "amount: 15mm")],
                breaks: "II.6 Lùi đầu dòng"
            ),
            PlantedFault(
                "no indent",
                [("amount: 12.7mm", "amount: 0mm")],
                breaks: "II.6 Lùi đầu dòng"
            ),
            PlantedFault(
                "close paragraphs",
                [("0.65em + 6pt", "0.65em + 3pt")],
                breaks: "II.6 Cách đoạn"
            ),
            PlantedFault(
                "wide lines",
                [("leading: 0.65em, spacing: 0.65em", "leading: 1.19em, spacing: 1.19em")],
                breaks: "II.6 Cách dòng"
            ),
            PlantedFault(
                "small letters under a Roman number",
                [("*I. KẾT QUẢ THỰC HIỆN*", "*I. Kết quả thực hiện*")],
                breaks: "II.6 Tiêu đề I, II, III: kiểu chữ"
            ),
            PlantedFault(
                "italic heading",
                [("*1. Số lượng*", "_*1. Số lượng*_")],
                breaks: "II.6 Tiêu đề 1, 2, 3: kiểu chữ"
            ),
            PlantedFault(
                "light heading",
                [("*1. Số lượng*", "1\\. Số lượng")],
                breaks: "II.6 Tiêu đề 1, 2, 3: kiểu chữ"
            ),
            PlantedFault(
                "large heading",
                [("*1. Số lượng*", "#text(16pt)[*1. Số lượng*]")],
                breaks: "II.6 Tiêu đề: cỡ chữ"
            ),
        ])
    }

    @Test func `finds faults of the closing`() throws {
        try check([
            PlantedFault("no recipients", [("[Nơi nhận:] \\", "[]")], breaks: "II.9b Nơi nhận"),
            PlantedFault(
                "upright label",
                [("style: \"italic\")[Nơi nhận:]", "style: \"normal\")[Nơi nhận:]")],
                breaks: "II.9b Chữ “Nơi nhận”: kiểu chữ"
            ),
            PlantedFault(
                "large list",
                [("#text(11pt)[\\- Như", "#text(13pt)[\\- Như")],
                breaks: "II.9b Danh sách nơi nhận: cỡ chữ"
            ),
            PlantedFault(
                "list without its end",
                [("VT, KH.", "VT, KH;")],
                breaks: "II.9b Danh sách nơi nhận: cách ghi"
            ),
            PlantedFault(
                "light position",
                [("*GIÁM ĐỐC*", "GIÁM ĐỐC")],
                breaks: "II.7 Quyền hạn, chức vụ: kiểu chữ"
            ),
            PlantedFault(
                "academic title",
                [("*Họ Và", "*ThS. Họ Và")],
                breaks: "II.7 Họ tên người ký"
            ),
        ])
    }

    private func check(_ faults: [PlantedFault]) throws {
        let text = try rulerFixture("report.typ")
        try withScratchFolder { folder in
            try printByTypst(try faults.map { try $0.planted(in: text) }, in: folder)
            for (index, fault) in faults.enumerated() {
                let found = try Measurement(of: folder.appendingPathComponent("\(index).pdf"))
                #expect(found.faults == fault.broken, "\(fault.name)")
                #expect(found.status == (fault.broken.isEmpty ? 0 : 1), "\(fault.name)")
            }
        }
    }
}
