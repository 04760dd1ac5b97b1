import Testing

@testable import Ruler

@Suite struct FaceTests {
    @Test func `reads family and style from the names that programs give`() {
        let names: [(String, Face.Family, Bool?, Bool?)] = [
            ("ABCDEF+LiberationSerif-BoldItalic", .compatible, true, true),
            ("TimesNewRomanPSMT", .timesNewRoman, false, false),
            ("BCDEEE+TimesNewRomanPS-BoldMT", .timesNewRoman, true, false),
            ("TimesNewRoman,Italic", .timesNewRoman, false, true),
            ("Times-Roman", .compatible, false, false),
            ("TeXGyreTermes-Bold", .compatible, true, false),
            ("Tinos", .compatible, false, false),
            ("CIDFont+F1", .unnamed, nil, nil),
            ("", .unnamed, nil, nil),
            ("DejaVuSans-Bold", .other, true, false),
            ("SymbolMT", .symbols, false, false),
        ]
        for (name, family, isBold, isItalic) in names {
            let face = Face(fontName: name)
            #expect(face.family == family, "\(name)")
            #expect(face.isBold == isBold, "\(name)")
            #expect(face.isItalic == isItalic, "\(name)")
        }
    }
}
