import Foundation
import TestSupport
import Testing

/// What only longer documents and official letters have: bottom margins, footnotes, the subject under the
/// number, several addressees, a closing over two pages.
@Suite struct RulerLetterTests {
    @Test func `finds no fault in a right letter, whatever it has`() throws {
        try check([
            PlantedFault("as it is", []),
            PlantedFault(
                "the other ends of all ranges",
                [("top: 20mm, bottom: 20mm, left: 30mm, right: 15mm", Self.otherMargins)]
            ),
            PlantedFault("lines of 1,5", [("0.56em", "1.06em")]),
            PlantedFault("one addressee", [(Self.addressees, "Kính gửi: Bộ Mẫu.]")]),
            PlantedFault("no parent body", [("#text(12pt)[ỦY BAN NHÂN DÂN TỈNH MẪU] \\ ", "")]),
            PlantedFault(
                "blank number and date",
                [("Số: 125", "Số: #h(20pt)"), ("ngày 05", "ngày #h(10pt)")]
            ),
            PlantedFault("last month", [("tháng 3", "tháng 12"), ("ngày 05", "ngày 31")]),
            // The name, and then the rest of the list as well, do not fit on the page.
            PlantedFault("closing over two pages", [("#v(50pt) *Họ", "#v(690pt) *Họ")]),
            PlantedFault(
                "list over two pages",
                [("Các phòng;", "Các phòng; #v(640pt)"), ("#v(50pt)", "#v(30pt)")]
            ),
        ])
    }

    private static let otherMargins = "top: 25mm, bottom: 25mm, left: 35mm, right: 20mm"
    private static let addressees =
        "Kính gửi: \\ #pad(left: 19mm)[\\- Liên minh Hợp tác xã Việt Nam; \\ \\- Ủy ban nhân dân tỉnh Mẫu.]]"

    @Test func `finds wrong margins of pages with footnotes and without`() throws {
        let plain = (#"#if calc.rem(i, 3) == 1 { note } "#, "")
        try check([
            PlantedFault("top 18", [("top: 20mm, b", "top: 18mm, b")], breaks: "I.3 Lề trên"),
            PlantedFault("top 27", [("top: 20mm, b", "top: 27mm, b")], breaks: "I.3 Lề trên"),
            PlantedFault("bottom 18", [Self.bottom(18)], breaks: "I.3 Lề dưới"),
            PlantedFault("bottom 27", [Self.bottom(27)], breaks: "I.3 Lề dưới"),
            PlantedFault("bottom 18, no notes", [Self.bottom(18), plain], breaks: "I.3 Lề dưới"),
            // Without notes, the margin shows on the pages that a paragraph goes on from, and needs more of them.
            PlantedFault(
                "bottom 28, no notes",
                [Self.bottom(28), plain, ("i in range(7)", "i in range(11)")],
                breaks: "I.3 Lề dưới"
            ),
            PlantedFault("bottom 20, no notes", [plain]),
            PlantedFault("bottom 25, no notes", [Self.bottom(25), plain]),
            PlantedFault("left 28", [("left: 30mm, r", "left: 28mm, r")], breaks: "I.3 Lề trái"),
            PlantedFault("left 37", [("left: 30mm, r", "left: 37mm, r")], breaks: "I.3 Lề trái"),
            PlantedFault("right 13", [("right: 15mm", "right: 13mm")], breaks: "I.3 Lề phải"),
            PlantedFault("right 22", [("right: 15mm", "right: 22mm")], breaks: "I.3 Lề phải"),
        ])
    }

    private static func bottom(_ millimetres: Int) -> (String, String) {
        ("bottom: 20mm, left: 30mm", "bottom: \(millimetres)mm, left: 30mm")
    }

    @Test func `finds faults of the subject, the addressees and the head`() throws {
        try check([
            PlantedFault(
                "large subject",
                [("#text(12pt)[V/v", "#text(14pt)[V/v")],
                breaks: "II.5 Trích yếu công văn: cỡ chữ"
            ),
            PlantedFault(
                "bold subject",
                [("#text(12pt)[V/v", "#text(12pt, weight: \"bold\")[V/v")],
                breaks: "II.5 Trích yếu công văn: kiểu chữ"
            ),
            PlantedFault(
                "no subject",
                [("V/v báo cáo", "Báo cáo")],
                breaks: "II.5 Tên loại văn bản"
            ),
            PlantedFault(
                "item without its end",
                [("xã Việt Nam; ", "xã Việt Nam ")],
                breaks: "II.9a Kính gửi"
            ),
            PlantedFault(
                "last item without its end",
                [("dân tỉnh Mẫu.]]", "dân tỉnh Mẫu;]]")],
                breaks: "II.9a Kính gửi"
            ),
            PlantedFault(
                "items that are not aligned",
                [("\\- Ủy ban", "#h(12pt)\\- Ủy ban")],
                breaks: "II.9a Kính gửi"
            ),
            PlantedFault(
                "several on one line",
                [(Self.addressees, "Kính gửi: Bộ Mẫu; Sở Mẫu.]")],
                breaks: "II.9a Kính gửi"
            ),
            PlantedFault(
                "bold parent body",
                [
                    (
                        "#text(12pt)[ỦY BAN NHÂN DÂN TỈNH MẪU]",
                        "#text(12pt, weight: \"bold\")[ỦY BAN NHÂN DÂN TỈNH MẪU]"
                    )
                ],
                breaks: "II.2 Cơ quan chủ quản: kiểu chữ"
            ),
            PlantedFault(
                "no place",
                [("Nơi Mẫu, ngày", ", ngày")],
                breaks: "II.4 Địa danh và thời gian"
            ),
            PlantedFault(
                "month with 0",
                [("tháng 3 năm 2021],", "tháng 03 năm 2021],")],
                breaks: "II.4 Địa danh và thời gian"
            ),
            PlantedFault(
                "list over two pages that does not end",
                [("Các phòng;", "Các phòng; #v(640pt)"), ("#v(50pt)", "#v(30pt)"), ("KH.", "KH;")],
                breaks: "II.9b Danh sách nơi nhận: cách ghi"
            ),
        ])
    }

    @Test func `remarks on a first addressee beside the label`() throws {
        let change = PlantedFault("", [("Kính gửi: \\ #pad(left: 19mm)[", "Kính gửi: #box[")])
        try withScratchFolder { folder in
            try printByTypst([try change.planted(in: rulerFixture("letter.typ"))], in: folder)
            let found = try Measurement(of: folder.appendingPathComponent("0.pdf"))
            #expect(found.faults == [])
            #expect(found.remarks == ["II.9a Kính gửi"])
        }
    }

    private func check(_ faults: [PlantedFault]) throws {
        let text = try rulerFixture("letter.typ")
        try withScratchFolder { folder in
            try printByTypst(try faults.map { try $0.planted(in: text) }, in: folder)
            for (index, fault) in faults.enumerated() {
                let found = try Measurement(of: folder.appendingPathComponent("\(index).pdf"))
                #expect(found.faults == fault.broken, "\(fault.name)")
            }
        }
    }
}
