/// The colour space of every page, sRGB (IEC 61966-2-1), as an ICC profile of version 2, the newest
/// that PDF 1.4 knows.
enum ICCProfile {
    static let sRGB: [UInt8] = build()
    /// Packed once, not for each document; `nil` where zlib has no memory.
    static let packed: [UInt8]? = try? Zlib.pack(sRGB)

    private static func build() -> [UInt8] {
        let curve = toneCurve()
        let tags: [(name: StaticString, data: [UInt8])] = [
            ("desc", description("sRGB IEC61966-2.1")),
            ("cprt", text("No copyright, use freely")),
            // D65 and the primaries adapted to D50, in 1/65536, from the standard's chromaticities.
            ("wtpt", point(0xF351, 0x1_0000, 0x1_16CC)),
            ("rXYZ", point(0x6FA2, 0x38F5, 0x0390)),
            ("gXYZ", point(0x6299, 0xB785, 0x18DA)),
            ("bXYZ", point(0x24A0, 0x0F84, 0xB6CF)),
            ("rTRC", curve),
        ]
        // The three curves are one and the same.
        let shared: [StaticString] = ["gTRC", "bTRC"]
        let tableEnd = 128 + 4 + 12 * (tags.count + shared.count)
        var table: [UInt8] = long(tags.count + shared.count)
        var data: [UInt8] = []
        for tag in tags {
            let entry = long(tableEnd + data.count) + long(tag.data.count)
            table += ascii(tag.name) + entry
            if tag.data == curve {
                for name in shared { table += ascii(name) + entry }
            }
            data += tag.data
            while data.count % 4 > 0 { data.append(0) }
        }
        return header(size: tableEnd + data.count) + table + data
    }

    /// ICC.1:2001-04, 6.1.
    private static func header(size: Int) -> [UInt8] {
        var bytes = long(size) + long(0) + long(0x0210_0000)
        bytes += ascii("mntr") + ascii("RGB ") + ascii("XYZ ")
        // A fixed day, 1999-10-18, when the standard came out: the profile never changes.
        bytes += short(1999) + short(10) + short(18) + short(0) + short(0) + short(0)
        bytes += ascii("acsp") + long(0) + long(0) + long(0) + long(0) + long(0) + long(0)
        // Perceptual intent, then the D50 illuminant.
        bytes += long(0) + long(0xF6D6) + long(0x1_0000) + long(0xD32D)
        return bytes + [UInt8](repeating: 0, count: 128 - bytes.count)
    }

    /// From sample to light, in 1,024 steps.
    private static func toneCurve() -> [UInt8] {
        let steps = 1_024
        var bytes = ascii("curv") + long(0) + long(steps)
        for step in 0..<steps {
            let sample = Double(step) / Double(steps - 1)
            let light = sample <= 0.04045 ? sample / 12.92 : power(of: (sample + 0.055) / 1.055)
            bytes += short(Int((light * 65_535).rounded()))
        }
        return bytes
    }

    /// `base` to the power 2.4, by plain arithmetic, so that every machine makes the same bytes.
    private static func power(of base: Double) -> Double {
        // 2.4 = 2 + 2/5: Newton's way to the fifth root of the square.
        let square = base * base
        var root = 1.0
        for _ in 0..<60 {
            let fourth = root * root * root * root
            root -= (fourth * root - square) / (5 * fourth)
        }
        return square * root
    }

    private static func description(_ words: StaticString) -> [UInt8] {
        let letters = ascii(words) + [0]
        // Unicode and Macintosh forms are left empty: 8, 3 and 67 bytes.
        return ascii("desc") + long(0) + long(letters.count) + letters
            + [UInt8](repeating: 0, count: 78)
    }

    private static func text(_ words: StaticString) -> [UInt8] {
        ascii("text") + long(0) + ascii(words) + [0]
    }

    private static func point(_ x: Int, _ y: Int, _ z: Int) -> [UInt8] {
        ascii("XYZ ") + long(0) + long(x) + long(y) + long(z)
    }

    private static func ascii(_ text: StaticString) -> [UInt8] {
        Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func long(_ value: Int) -> [UInt8] {
        short(value >> 16) + short(value)
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
    }
}
