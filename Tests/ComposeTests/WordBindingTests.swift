import DocumentModel
import Testing

@testable import Compose

@Suite struct BoundWords {
    private let binding = WordBinding(
        beforeNumber: ["số", "Số", "Điều", "khoản", "điểm", "ngày", "tháng", "năm", "Chương"],
        afterNumber: [["tỷ"], ["tỷ", "đồng"], ["HTX"], ["người"]],
        abbreviations: ["TP.", "H."],
        phrases: [["tổng", "số"], ["một", "số"]]
    )

    private func bound(_ inlines: [Inline]) -> String {
        String(binding.bound(inlines).plainText.map { $0 == "\u{A0}" ? "~" : $0 })
    }

    @Test(arguments: [
        ("theo điểm a khoản 2 Điều 103.", "theo điểm~a khoản~2 Điều~103."),
        ("Chương XII và chương trình", "Chương~XII và chương trình"),
        ("ngày 31 tháng 12 năm 2020", "ngày~31 tháng~12 năm~2020"),
        ("đạt 5.234 tỷ đồng; 12 tỷ khác", "đạt 5.234~tỷ~đồng; 12~tỷ khác"),
        ("đạt 5.234\u{A0}tỷ đồng, 5\u{A0}tỷ ba", "đạt 5.234~tỷ~đồng, 5~tỷ ba"),
        ("(232 HTX), 10 người", "(232~HTX), 10~người"),
        ("từ 4 - 5 và 4 – 5", "từ 4~-~5 và 4~–~5"),
        ("TP. Long Xuyên, H. Châu Thành", "TP.~Long Xuyên, H.~Châu Thành"),
        ("với tổng số 7.996 người", "với tổng~số 7.996~người"),
        ("Tổng số 12, (tổng số 3)", "Tổng~số 12, (tổng~số 3)"),
        ("số 134/NQ-CP, Số 5; một số 2", "số~134/NQ-CP, Số~5; một~số 2"),
        ("theo tổng\u{A0}số 12, tổng  số 12", "theo tổng~số 12, tổng  số~12"),
        ("tổng", "tổng"), ("tổng số", "tổng~số"),
        ("năm nay, các năm trước", "năm nay, các năm trước"),
        ("- một ý", "- một ý"), ("", ""), (" ", " "), ("Điều  5", "Điều  5"), ("Điều", "Điều"),
    ])
    func `stay on one line`(text: String, expected: String) {
        #expect(bound([.text(text)]) == expected)
    }

    @Test func `are bound over faces and links, which stay as they are`() {
        let inlines: [Inline] = [
            .text("theo Điều "), .strong([.text("5")]), .text(" và "),
            .link(.anchor("a"), [.text("12")]), .text(" HTX"), .lineBreak, .text("năm"),
            .lineBreak, .text("2020"),
        ]
        #expect(bound(inlines) == "theo Điều~5 và 12~HTX năm 2020")
        let kept = binding.bound(inlines)
        #expect(kept.count == inlines.count)
        #expect(kept[1] == inlines[1] && kept[3] == inlines[3] && kept[5] == .lineBreak)
    }
}
