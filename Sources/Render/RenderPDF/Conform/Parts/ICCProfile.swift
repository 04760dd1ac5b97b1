import ColourModel

/// The colour space of every page, sRGB (IEC 61966-2-1), as an ICC profile.
enum ICCProfile {
    static let sRGB: [UInt8] = build()
    /// Packed once, not for each document; `nil` where zlib has no memory.
    static let packed: [UInt8]? = try? Zlib.pack(sRGB)

    private static func build() -> [UInt8] {
        var writer = ProfileWriter()
        writer.add("desc", description: "sRGB IEC61966-2.1")
        writer.add("cprt", text: "No copyright, use freely")
        // D65.
        writer.add("wtpt", point: [0xF351, 0x1_0000, 0x1_16CC])
        for (name, point) in zip(["rXYZ", "gXYZ", "bXYZ"], CurvedColours.sRGBPoints) {
            writer.add(name, point: point)
        }
        // 1,024 steps are enough for 256 samples, and short.
        let curve = ToneCurve.sRGB.sampled(1_024)
        for name in ["rTRC", "gTRC", "bTRC"] { writer.add(name, curve) }
        return writer.profile(of: .rgb, day: ProfileWriter.day)
    }
}
