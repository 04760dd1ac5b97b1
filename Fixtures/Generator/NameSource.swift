/// Invents names of cooperatives: common place syllables put together, no name twice.
struct NameSource {
    private var used: Set<String> = []
    private var special = [
        "HTX Nông nghiệp \"Tân Tiến, Mỹ Lợi\"",
        "HTX \"Đồng Tâm\"",
        "HTX Rau sạch A*B & “Hoà_Bình” – số 2",
        "HTX Nông nghiệp Phú Thuận, Phú An",
    ]
    private var made = 0

    static let first = [
        "Bình", "Mỹ", "Phú", "Long", "An", "Vĩnh", "Tân", "Thạnh", "Hòa", "Hưng", "Khánh", "Phước",
        "Thới", "Trung", "Đức", "Hiệp",
    ]
    static let second = [
        "Thành", "Hòa", "Lợi", "Hưng", "Thạnh", "Phú", "Mỹ", "Long", "Khánh", "Phước", "Điền",
        "Xuân", "Hậu", "Trường", "Thuận", "Quới",
    ]

    mutating func next(
        for sector: SectorCode,
        in district: String,
        from random: inout SplitMix64
    ) -> String {
        made += 1
        // Spread over the register, so that several files have an awkward name.
        if sector == .agriculture, made.isMultiple(of: 29), !special.isEmpty {
            return special.removeFirst()
        }
        while true {
            let kind = random.element(of: Self.kinds(of: sector, in: district))
            let first = random.element(of: Self.first)
            let second = random.element(of: Self.second.filter { $0 != first })
            var name = "\(kind) \(first) \(second)"
            if sector == .agriculture, random.chance(12) {
                name += " \(random.integer(in: 1...3))"
            }
            if used.insert(name).inserted { return name }
        }
    }

    private static func kinds(of sector: SectorCode, in district: String) -> [String] {
        switch sector {
        case .agriculture:
            let common = [
                "HTX Nông nghiệp", "HTX Nông nghiệp", "HTX Nông nghiệp", "HTX Dịch vụ nông nghiệp",
                "HTX Sản xuất và Dịch vụ nông nghiệp",
            ]
            switch district {
            case "890", "891": return common + ["HTX Chăn nuôi bò", "HTX Cây dược liệu"]
            case "893": return common + ["HTX Rau an toàn", "HTX Cây ăn trái"]
            case "884", "886", "888": return common + ["HTX Thủy sản", "HTX Nếp"]
            default: return common + ["HTX Lúa giống", "HTX Thủy sản"]
            }
        case .credit: return ["Quỹ tín dụng nhân dân"]
        case .transport: return ["HTX Vận tải", "HTX Vận tải thủy bộ", "HTX Giao thông vận tải"]
        case .industry:
            switch district {
            case "887": return ["HTX Dệt lụa"]
            case "890": return ["HTX Dệt thổ cẩm"]
            case "893": return ["HTX Mộc dân dụng"]
            default: return ["HTX Cơ khí"]
            }
        case .trade: return ["HTX Thương mại và Dịch vụ", "HTX Du lịch", "HTX Du lịch sinh thái"]
        case .resources: return ["HTX Khai thác cát"]
        }
    }
}
