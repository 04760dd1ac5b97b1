/// Files of one period with a few of all the oddities that offices write, mostly of right rows.
struct RandomSubmission {
    /// What may be wrong with cells, by column; each file has a few of these.
    private static let cells: [(column: Int, values: [String])] = [
        (
            0,
            [
                "", "x", "-", "#N/A", "KBC", "####", "1.60123E+09", "2E5", "a7", "A 7", " A7",
                "\"A7\"", "Á7",
            ]
        ),
        (0, ["A1", "a1", "A2", "A\u{301}1", "ＫBC", "không có số liệu", "Tổng cộng", "I", "II"]),
        (
            1,
            [
                "", "x", "…", "-", "#N/A", "KBC", "\"x\"", "12345", "12 - 4", "\"A \"\"B\"\"\nC\"",
                "\"\"",
            ]
        ),
        (
            1,
            [
                "HTX Hòa An", "HTX Hoà An", "htx  hòa an", "HTX Ho\u{300}a An", "\"HTX, Hòa\nAn\"",
                "Đ", "×",
            ]
        ),
        (
            1,
            [
                "Hợp tác xã Hòa An", "HỢP TÁC XÃ HÒA AN", "Hợp  tác xã Hoà An", "Hợp Tác xã An Hòa",
                "HTX An Hòa", "An Hòa", "Hòa An", "HTX", "hợp tác xã", "HTXHòa An", "Htx. Hòa An",
                "HTX HTX Hòa An", "\"HTX Hòa An\"", "hợp tác xã 1 Hòa", "HTX 1 Hòa",
                "Hợp tác xã Ấp 3",
                "Ấp 3", "Hơp tác xã Hòa An", "HTX  ",
            ]
        ),
        (1, ["Quí", "Qúi", "Thuý", "Thúy", "Già", "Gìa", "Tổng cộng", "Cộng", "Người lập biểu"]),
        (
            2,
            [
                "", "x", "-", "KBC", "009", "H. Hoà An", "\"001\"", "1", "01", "Vĩnh Tân", "002",
                "HÒA AN",
            ]
        ),
        (
            3,
            [
                "", "x", "NN ", "XX", "Giao thông vận tải", "giao  thông vận tải", "\"VT\"", "KBC",
                "N\u{1}N",
            ]
        ),
        (4, ["hoat_dong", "Ngừng hoạt động", "x", "khác", "-", "KBC", "####", " ", "\"ngung\""]),
        (
            5,
            [
                "2015", "1999", "215", "15/3/2015", "42078", "2021", "2015.0", "x", "tháng 3/2015",
                "-", "999",
            ]
        ),
        (
            6,
            [
                "0", "-3", "1.5", "", "x", "1e3", "12a", "…", "12.0", "1.234", "1,234", "#N/A",
                "KBC", "- 3",
            ]
        ),
        (
            6,
            [
                "99999999999999999999", "1234567890123456", "+5", "007", "(3)", "1 234", "5 người",
                "\"12\"",
            ]
        ),
        (
            7,
            [
                "15", "1000000", "-1", "12.3456", "1.23456789", "-", "(3)", "5%", "900000",
                "900000.1",
            ]
        ),
        (
            7,
            [
                "1.500", "1,500", "12.345", "0.500", "1234.5", "1.234,5", "1,234.5", "1.5", "1,5",
                "1.2345678901234",
            ]
        ),
        (
            8,
            [
                "-2.5", "1 234", "chưa rõ", "KBC", "−2", "- 2", "0.001", "\u{A0}3\u{A0}", "1.",
                ".5", "٣",
            ]
        ),
        (
            9,
            [
                "4.5", "5 - 4", "a - b", "4-5", "4 – 5", "4~5", "05.06", "5-6 triệu",
                "1.500 - 2.000", "-1 - 2",
            ]
        ),
        (
            10,
            [
                "ghi chú", "\"một\nhai\"", "\"a \"\"b\"\"\"", "H?p tác", "\u{1}", "\u{0}",
                "\u{FFFD}", "😀", "a\u{301}",
            ]
        ),
    ]

    private static let lines = [
        "", ",,,,,,,,,,", "A7,Ba,001", "A8,Bốn,001,NN,,,12,5,,,ghi chú,,", ",,,,,,,,,,,,", "x",
        ",Không mã,,,,,12,5,,,", ",,,,,,12,5,,,", ",Tổng cộng,,,,,25,11,,,",
        "Tổng cộng,,,,,,25,11,,,",
        ",Người lập biểu,,,,,,,,,", "Ghi chú: số liệu tạm tính,,,,,,,,,,", "# ghi chú,,,,,,,,,,",
        "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11)",
        "ma,ten,don_vi,linh_vuc,tinh_trang,nam,thanh_vien,von,lai,thu_nhap,ghi_chu",
        "A9,Chín,001,NN,,,12,5,,,\"mở", "A9,Chín \"hai\",001,NN,,,12,5,,,",
        "I,Nông nghiệp,,,,,,,,,",
        ",Nông nghiệp,,,,,,,,,", "3,,,,,,,,,,", "A10,Mười,001,NN,,,,,,,",
    ]

    private(set) var files: [(path: String, bytes: [UInt8])] = []
    /// What was put in.
    private(set) var oddities: Set<String> = []

    init(using generator: inout Seeded) {
        let count = Int.random(in: 0..<3, using: &generator) == 0 ? 2 : 1
        for number in 1...count { files.append(file(number, using: &generator)) }
    }

    private mutating func file(
        _ number: Int,
        using generator: inout Seeded
    ) -> (path: String, bytes: [UInt8]) {
        func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }
        let isComma = chance(4)
        let separator = isComma ? ";" : ","
        let kinds = Self.cells.shuffled(using: &generator).prefix(
            Int.random(in: 0...5, using: &generator)
        )
        let width = chance(6) ? 70 : 11
        let hasLines = chance(3)
        var rows = [
            [
                "ma", "ten", "don_vi", "linh_vuc", "tinh_trang", "nam", "thanh_vien", "von", "lai",
                "thu_nhap",
            ]
        ]
        for column in 10..<width { rows[0].append(column == 10 ? "ghi_chu" : "cot_\(column)") }
        if width > 11, chance(2) { rows[0].swapAt(7, 66) }
        let places = [7, 66].map { rows[0][min($0, width - 1)] == "von" }
        var lines = [rows[0].joined(separator: separator)]
        let most = [3, 30, 120, 400].randomElement(using: &generator) ?? 30
        for row in 1...most {
            var cells = [
                "A\(number == 2 && chance(20) ? row : number * 1000 + row)",
                "HTX Số \(number)-\(row)", "001",
                chance(2) ? "NN" : "VT", "hoat_dong", "201\(row % 10)", "\(row + 7)",
                isComma ? "\(row),5" : "\(row).5", "\(row % 9)", "4 - 5",
            ]
            for _ in 10..<width { cells.append("") }
            if !kinds.isEmpty, chance(6) {
                let kind = kinds.randomElement(using: &generator) ?? Self.cells[0]
                var value = kind.values.randomElement(using: &generator) ?? ""
                if value.contains(separator), !value.hasPrefix("\"") { value = "\"\(value)\"" }
                oddities.insert("\(kind.column)=\(value.debugDescription)")
                cells[kind.column] = value
            }
            if places[1] { cells.swapAt(7, 66) }
            lines.append(cells.joined(separator: separator))
            if hasLines, chance(20) {
                let line = Self.lines.randomElement(using: &generator) ?? ""
                oddities.insert(line)
                lines.append(
                    line.replacing(",", with: separator)
                        + String(repeating: separator, count: line.contains(",,") ? width - 11 : 0)
                )
            }
        }
        let lineEnd = chance(3) ? "\r\n" : "\n"
        var text = lines.joined(separator: lineEnd)
        if !chance(4) { text += lineEnd } else { oddities.insert("no end") }
        if chance(5) { text = "\u{FEFF}" + text }
        let path =
            ["\(number).csv", "\(number).csv", "001-\(number).csv", "003_\(number).csv"]
            .randomElement(using: &generator) ?? "1.csv"
        return (path, Array(text.utf8))
    }
}
