/// A table of random values, written in a random dialect, with both known.
struct RandomTable {
    /// Kinds of columns that real tables have.
    enum Kind: CaseIterable {
        case whole
        case point
        case comma
        case grouped
        case day
        case isoDay
        case time
        case dayTime
        case code
        case word
        case name
        case text
        case address
        case percent
        case sparse
        case apostrophe
    }

    private(set) var bytes: [UInt8] = []
    private(set) var delimiter = ","
    private(set) var quote: Character? = "\""
    private(set) var isBackslash = false
    private(set) var hasHeading = false
    /// Whether some cell is quoted, and whether some quote is escaped.
    private(set) var hasQuotes = false
    private(set) var hasEscapes = false
    /// All rows, the heading first.
    private(set) var rows: [[String]] = []

    private static let words =
        "Hòa An Vĩnh Tân Sông Mơ Xa lúa cá rau vườn tổ ấp xã vận tải nông nghiệp quỹ thành viên"
        .split(separator: " ").map(String.init)
    private static let names = [
        "Tên", "Mã số", "Ngày", "Số lượng", "Đơn vị", "Ghi chú", "Loại", "Giá trị", "Năm", "Vốn",
        "Địa chỉ", "Doanh thu",
    ]

    init(using generator: inout Seeded) {
        func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &generator) }
        let width = Int.random(in: 3...10, using: &generator)
        let count = Int.random(in: 4...40, using: &generator)
        let kinds = (0..<width).map { _ in pick(Kind.allCases) ?? .whole }
        delimiter = pick([",", ",", ";", ";", "\t", "|", "^", ", "]) ?? ","
        quote = pick(["\"", "\"", "\"", "'", nil]) ?? nil
        isBackslash = Int.random(in: 0..<4, using: &generator) == 0
        hasHeading = Bool.random(using: &generator)
        rows = (0..<count).map { _ in kinds.map { Self.cell($0, using: &generator) } }
        if hasHeading {
            rows.insert(Array(Self.names.shuffled(using: &generator).prefix(width)), at: 0)
        }
        if quote == nil { removeDelimiters() }
        let lineEnd = pick(["\n", "\r\n", "\r"]) ?? "\n"
        let quotesAll = Int.random(in: 0..<4, using: &generator) == 0
        var lines = rows.map { row in
            row.map { written($0, always: quotesAll) }.joined(separator: delimiter)
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            lines.insert(contentsOf: ["BÁO CÁO SỐ LIỆU NĂM", ""], at: 0)
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            lines += ["", "Số liệu do đơn vị cung cấp"]
        }
        bytes = Array((lines.joined(separator: lineEnd) + lineEnd).utf8)
    }

    /// What has no quotes to protect it holds no delimiter.
    private mutating func removeDelimiters() {
        for row in rows.indices {
            for column in rows[row].indices {
                rows[row][column] = rows[row][column].replacing(delimiter, with: "/")
                    .replacing("\n", with: " ")
                if delimiter == ", " {
                    rows[row][column] = rows[row][column].replacing(",", with: ".")
                }
            }
        }
    }

    private mutating func written(_ cell: String, always: Bool) -> String {
        guard let quote else { return cell }
        let needs =
            cell.contains(delimiter) || cell.contains(delimiter.prefix(1)) || cell.contains(quote)
            || cell.contains("\n") || cell.hasPrefix(" ")
        guard always || needs else { return cell }
        hasQuotes = true
        guard cell.contains(quote) else { return "\(quote)\(cell)\(quote)" }
        hasEscapes = true
        let escaped = cell.replacing(
            String(quote),
            with: isBackslash ? "\\\(quote)" : "\(quote)\(quote)"
        )
        return "\(quote)\(escaped)\(quote)"
    }

    private static func cell(_ kind: Kind, using generator: inout Seeded) -> String {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        func two(_ range: ClosedRange<Int>) -> String {
            let text = String(number(range))
            return text.count < 2 ? "0" + text : text
        }
        func phrase(_ range: ClosedRange<Int>) -> String {
            (0..<number(range)).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: " ")
        }
        switch kind {
        case .whole: return String(number(0...100_000))
        case .point: return "\(number(0...999)).\(number(1...99))"
        case .comma: return "\(number(0...999)),\(number(1...99))"
        case .grouped: return "\(number(1...99)).\(number(100...999))"
        case .day: return "\(two(1...28))/\(two(1...12))/\(number(1990...2024))"
        case .isoDay: return "\(number(1990...2024))-\(two(1...12))-\(two(1...28))"
        case .time: return "\(two(0...23)):\(two(0...59))"
        case .dayTime:
            return "\(number(1990...2024))-\(two(1...12))-\(two(1...28)) \(two(0...23)):00"
        case .code: return "SM-\(number(100...999))"
        case .word: return phrase(1...1)
        case .name: return "HTX " + phrase(1...3)
        case .text:
            let parts = [", ", "; ", ": ", " - ", " \"lúa\" ", "\n"]
            return phrase(2...5) + (parts.randomElement(using: &generator) ?? "") + phrase(2...5)
        case .address: return "https://www.example.vn/\(number(1...99))?a=\(number(1...9))"
        case .percent: return "\(number(0...100))%"
        case .sparse: return number(0...2) == 0 ? String(number(1...99)) : ""
        case .apostrophe:
            return ["O'Brien", "L'Oréal", "D'Angelo"].randomElement(using: &generator) ?? ""
        }
    }
}
