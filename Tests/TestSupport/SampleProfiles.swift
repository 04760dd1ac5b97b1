/// Profiles of colours as phones, cameras and presses write them.
package enum SampleProfiles {
    /// Display P3 of version 4, its curve by formula.
    package static var displayP3: [UInt8] { p3(version: 4, curve: sRGBCurve) }

    /// The same primaries in version 2, with a plain power.
    package static var displayP3OfVersion2: [UInt8] { p3(version: 2, curve: power(2.2)) }

    /// sRGB of version 4.
    package static var sRGB: [UInt8] {
        let primaries = [
            point(0.43607, 0.22249, 0.01392), point(0.38515, 0.71687, 0.09708),
            point(0.14307, 0.06061, 0.71410),
        ]
        return matrix(version: 4, primaries, curve: sRGBCurve)
    }

    /// Samples to the power 1.8.
    package static func grey(version: UInt8) -> [UInt8] {
        let curve = version == 4 ? formula(0, [1.8]) : power(1.8)
        return profile(version, "mntr", "GRAY", "XYZ ", [("wtpt", white), ("kTRC", curve)])
    }

    /// Inks that take away light: L = 100 - 30 c - 30 m - 20 y - 20 k, a = 40 m - 20 c, b = 40 y - 10 m.
    package static var inks: [UInt8] {
        let colours = table(inputs: 4) { ink in
            (
                100 - 30 * ink[0] - 30 * ink[1] - 20 * ink[2] - 20 * ink[3],
                40 * ink[1] - 20 * ink[0], 40 * ink[2] - 10 * ink[1]
            )
        }
        return profile(2, "scnr", "CMYK", "Lab ", [("wtpt", white), ("A2B0", colours)])
    }

    /// Red, green and blue by a table.
    package static func table(version: UInt8) -> [UInt8] {
        let colours = table(inputs: 3) { light in
            ((light[0] + light[1] + light[2]) * 100 / 3, 50 * (light[0] - light[1]), 0)
        }
        return profile(version, "mntr", "RGB ", "Lab ", [("wtpt", white), ("A2B0", colours)])
    }

    /// Segments of a JPEG file for a profile, each with at most `length` bytes of it.
    package static func segments(_ profile: [UInt8], length: Int = 60_000) -> [UInt8] {
        let starts = Array(stride(from: 0, to: profile.count, by: length))
        return starts.enumerated().flatMap { index, start -> [UInt8] in
            let part = profile[start..<min(start + length, profile.count)]
            let content =
                Array("ICC_PROFILE\0".utf8) + [UInt8(index + 1), UInt8(starts.count)] + part
            let size = content.count + 2
            return [0xFF, 0xE2, UInt8(size >> 8), UInt8(size & 255)] + content
        }
    }

    /// `jpeg` with a profile.
    package static func jpeg(
        _ jpeg: [UInt8],
        with profile: [UInt8],
        length: Int = 60_000
    ) -> [UInt8] {
        Array(jpeg.prefix(2)) + segments(profile, length: length) + jpeg.dropFirst(2)
    }

    // MARK: - ICC.1:2010

    private static var white: [UInt8] { point(0.9642, 1, 0.8249) }

    private static var sRGBCurve: [UInt8] {
        formula(3, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
    }

    private static func p3(version: UInt8, curve: [UInt8]) -> [UInt8] {
        let primaries = [
            point(0.51512, 0.2412, -0.00105), point(0.29198, 0.69225, 0.04189),
            point(0.1571, 0.06657, 0.78407),
        ]
        return matrix(version: version, primaries, curve: curve)
    }

    private static func matrix(
        version: UInt8,
        _ primaries: [[UInt8]],
        curve: [UInt8]
    ) -> [UInt8] {
        profile(
            version,
            "mntr",
            "RGB ",
            "XYZ ",
            [
                ("wtpt", white), ("rXYZ", primaries[0]), ("gXYZ", primaries[1]),
                ("bXYZ", primaries[2]), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
            ]
        )
    }

    private static func profile(
        _ version: UInt8,
        _ device: String,
        _ space: String,
        _ connection: String,
        _ tags: [(name: String, data: [UInt8])]
    ) -> [UInt8] {
        var tags = tags
        let words =
            version == 4
            ? Array("mluc".utf8) + long(0) + long(1) + long(12) + Array("enUS".utf8) + long(2)
                + long(28) + [0, 0x43, 0, 0]
            : Array("desc".utf8) + long(0) + long(2) + [0x43, 0] + [UInt8](repeating: 0, count: 78)
        let rights =
            version == 4 ? words : Array("text".utf8) + long(0) + [0x43, 0, 0, 0]
        tags += [("desc", words), ("cprt", rights)]
        var table = long(tags.count)
        var data: [UInt8] = []
        for tag in tags {
            table += Array(tag.name.utf8) + long(132 + 12 * tags.count + data.count)
            table += long(tag.data.count)
            data += tag.data
            while data.count % 4 > 0 { data.append(0) }
        }
        var header = long(128 + table.count + data.count) + long(0) + [version, 0, 0, 0]
        header +=
            Array((device + space + connection).utf8) + [7, 0xE1, 0, 7, 0, 7, 0, 0, 0, 0, 0, 0]
        header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
        header += white.suffix(12) + [UInt8](repeating: 0, count: 48)
        return header + table + data
    }

    private static func table(
        inputs: Int,
        _ colour: ([Double]) -> (Double, Double, Double)
    ) -> [UInt8] {
        let straight = (0...255).map { UInt8($0) }
        var bytes = Array("mft1".utf8) + long(0) + [UInt8(inputs), 3, 2, 0]
        for place in 0..<9 { bytes += fixed(place % 4 == 0 ? 1 : 0) }
        for _ in 0..<inputs { bytes += straight }
        for corner in 0..<(1 << inputs) {
            let amounts = (0..<inputs).map { Double(corner >> (inputs - 1 - $0) & 1) }
            let (l, a, b) = colour(amounts)
            bytes += [l * 2.55, a + 128, b + 128].map { UInt8($0.rounded()) }
        }
        for _ in 0..<3 { bytes += straight }
        return bytes
    }

    private static func power(_ gamma: Double) -> [UInt8] {
        let value = Int((gamma * 256).rounded())
        return Array("curv".utf8) + long(0) + long(1) + [UInt8(value >> 8), UInt8(value & 255)]
    }

    private static func formula(_ kind: UInt8, _ values: [Double]) -> [UInt8] {
        Array("para".utf8) + long(0) + [0, kind, 0, 0] + values.flatMap(fixed)
    }

    private static func point(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        Array("XYZ ".utf8) + long(0) + fixed(x) + fixed(y) + fixed(z)
    }

    private static func fixed(_ value: Double) -> [UInt8] { long(Int((value * 65_536).rounded())) }

    private static func long(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
