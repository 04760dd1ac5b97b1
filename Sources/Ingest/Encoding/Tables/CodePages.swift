// The tables are facts of the code pages; rows of sixteen, from 0x80.

extension CodePage {
    private static let windowsSpecials = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž�" + "�‘’“”•–—˜™š›œ�žŸ"

    private static let latin1Letters = String(
        String.UnicodeScalarView((0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) })
    )

    static let latin1 = CodePage(
        high: String(
            String.UnicodeScalarView((0x80...0xFF).map { Unicode.Scalar(UInt8($0)) })
        )
    )

    static let windows1252 = CodePage(high: windowsSpecials + latin1Letters)

    /// Vowels carry their circumflex, breve or horn; tones follow them as combining marks.
    static let windows1258 = CodePage(
        high: "€�‚ƒ„…†‡ˆ‰�‹Œ���" + "�‘’“”•–—˜™�›œ��Ÿ"
            + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯" + "°±²³´µ¶·¸¹º»¼½¾¿"
            + "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ" + "ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß"
            + "àáâăäåæçèéêë\u{301}íîï" + "đñ\u{323}óôơö÷øùúûüư₫ÿ"
    )

    static let viscii = CodePage(
        high: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ" + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
            + "Õắằặấầẩậẽẹếềểễệố" + "ồổỗỠƠộờởịỰỨỪỬơớƯ"
            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ" + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
            + "àáâãảăữẫèéêẻìíĩỉ" + "đựòóôõỏọụùúũủýợỮ",
        low: [0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"]
    )

    static let vps = CodePage(
        high: "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ" + "Ế‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ"
            + "\u{A0}ắằẳẵặỠớÙờởỡŨỨợỪ" + "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
            + "ầÁÂấẩẫậđẻÉÊẹỉễịỹ" + "ƯỦồốÔỏơÈừứÚũưÝẺß"
            + "àáâãảạăçèéêẽìíîĩ" + "ẴĐòóôõöƠụùúủüỶẼỳ",
        low: [
            0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ",
            0x12: "Ộ", 0x13: "Ợ", 0x14: "Ụ", 0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
        ]
    )

    private static let tcvnLetters =
        "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ" + "\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ"
        + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" + "éẹềểễếệìỉỄẾỒĩíịò"
        + "Ổỏõóọồổỗốộờởỡớợù" + "ỖủũúụừửữứựỳỷỹýỵỐ"

    /// TCVN 5712 as the ABC fonts have it: letters from 0xA1, the marks of Windows below them. A second font
    /// draws its small letters as capitals, so toned capitals are written as small letters.
    static let abc = CodePage(high: windowsSpecials + tcvnLetters)

    /// TCVN 5712 in full (VN1): toned capitals take the places of controls.
    static let tcvn5712 = CodePage(
        high: "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ" + "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ" + tcvnLetters,
        low: [
            0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự",
            0x13: "Ỳ", 0x14: "Ỷ", 0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ",
        ]
    )
}
