import Diagnostics
import Testing

@testable import Ingest

struct NamesOfUnits {
    private var index = NameIndex(
        [
            .init(code: "01", names: ["huyện Sông Mơ", "Sông Mơ"]),
            .init(code: "02", names: ["thị xã Vĩnh Tân", "Vĩnh Tân"]),
            .init(code: "03", names: ["thành phố Hòa An", "Hòa An"]),
            .init(code: "04", names: ["huyện Hòa An", "Hòa An"]),
            .init(code: "05", names: ["huyện Quý Khoẻ", "Quý Khoẻ"]),
        ],
        abbreviations: ["H": "huyện", "TX": "thị xã", "TP": "thành phố"]
    )

    private mutating func code(_ text: String) -> String {
        switch index.find(text) {
        case .one(let found): index.codes(of: [found])[0]
        case .several(let found): index.codes(of: found).joined(separator: "+")
        case .none: "-"
        }
    }

    @Test mutating func `match with the short forms of their types`() {
        for text in [
            "H. Sông Mơ", "H.Sông Mơ", "H Sông Mơ", "h.sông mơ", "HUYỆN SÔNG MƠ", "Sông Mơ",
        ] {
            #expect(code(text) == "01", "\(text)")
        }
        for text in [
            "TX.Vĩnh Tân", "TX Vĩnh Tân", "T.X. Vĩnh Tân", "Tx. Vĩnh  Tân", "Thị xã Vĩnh Tân",
        ] {
            #expect(code(text) == "02", "\(text)")
        }
        #expect(code("TP Hoà An") == "03")
        #expect(code("TP. Hòa An") == "03")
        #expect(code("H. Hòa An") == "04")
        #expect(code("Hòa An") == "03+04")
        #expect(code("huyện Qúy Khỏe") == "05")
    }

    @Test mutating func `are never joined when a letter differs`() {
        for text in [
            "Sông Mở", "Song Mơ", "H. Sông Mo", "TX. Sông Mơ", "Vĩnh Tâm", "Vỉnh Tân", "T Vĩnh Tân",
            "Hòa Anh", "Huyện", "H.", "TP", "", ".", "Vĩnh.Tân",
        ] {
            #expect(code(text) == "-", "\(text)")
        }
        #expect(index.hint(for: "Sông Mờ")?.en.contains("Sông Mơ") == true)
    }
}
