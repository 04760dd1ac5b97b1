/// Writes a profile of version 2, the newest that PDF 1.4 knows (ICC.1:2001-04).
package struct ProfileWriter {
    private var tags: [(name: String, data: [UInt8])] = []

    package init() {}

    /// A tag as it is.
    package mutating func add(_ name: String, _ data: [UInt8]) {
        tags.append((name, data))
    }

    /// The profile's name.
    package mutating func add(_ name: String, description: String) {
        let letters = ProfileBytes.ascii(description) + [0]
        // Unicode and Macintosh forms are left empty: 8, 3 and 67 bytes.
        add(
            name,
            ProfileBytes.ascii("desc") + ProfileBytes.long(0) + ProfileBytes.long(letters.count)
                + letters + [UInt8](repeating: 0, count: 78)
        )
    }

    /// A tag of words.
    package mutating func add(_ name: String, text: String) {
        add(
            name,
            ProfileBytes.ascii("text") + ProfileBytes.long(0) + ProfileBytes.ascii(text) + [0]
        )
    }

    /// In 1/65,536.
    package mutating func add(_ name: String, point: [Int]) {
        add(
            name,
            ProfileBytes.ascii("XYZ ") + ProfileBytes.long(0)
                + point.flatMap { ProfileBytes.long($0) }
        )
    }

    /// Tags of the same data share it. `day` is the date and time of the header, 12 bytes.
    package func profile(
        of space: ColourProfile.Space,
        device: String = "mntr",
        day: [UInt8],
        intent: Int = 0
    ) -> [UInt8] {
        let tableEnd = 128 + 4 + 12 * tags.count
        var table = ProfileBytes.long(tags.count)
        var data: [UInt8] = []
        var places: [[UInt8]: [UInt8]] = [:]
        for tag in tags {
            let place =
                places[tag.data]
                ?? ProfileBytes.long(tableEnd + data.count) + ProfileBytes.long(tag.data.count)
            table += ProfileBytes.ascii(tag.name) + place
            guard places.updateValue(place, forKey: tag.data) == nil else { continue }
            data += tag.data
            while data.count % 4 > 0 { data.append(0) }
        }
        var header = ProfileBytes.long(tableEnd + data.count) + ProfileBytes.long(0)
        header += ProfileBytes.long(0x0210_0000) + ProfileBytes.ascii(device)
        header += ProfileBytes.ascii(space.rawValue) + ProfileBytes.ascii("XYZ ") + day
        header += ProfileBytes.ascii("acsp") + [UInt8](repeating: 0, count: 24)
        // The intent, then the D50 illuminant.
        for number in [intent, 0xF6D6, 0x1_0000, 0xD32D] { header += ProfileBytes.long(number) }
        header += [UInt8](repeating: 0, count: 128 - header.count)
        return header + table + data
    }
}

extension ColourProfile {
    /// The same colours in a profile of version 2; `nil` where a table of version 4 says them.
    ///
    /// Curves and primaries mean the same in both versions; only the curve by formula is new, and is written
    /// in 4,096 steps, each off by less than a step of a picture's 256.
    package var inVersion2: ColourProfile? {
        if version == 2 { return self }
        guard let colours = curvedColours, let device = whole.name(at: 12),
            let day = whole.part(at: 24, length: 12)
        else { return nil }
        var writer = ProfileWriter()
        writer.add("desc", description: words("desc") ?? "Colours of a picture")
        writer.add("cprt", text: words("cprt") ?? "")
        for name in ["wtpt", "rXYZ", "gXYZ", "bXYZ"] {
            if let data = tag(name) { writer.add(name, data.array) }
        }
        let names = space == .grey ? ["kTRC"] : ["rTRC", "gTRC", "bTRC"]
        for (name, curve) in zip(names, colours.curves) { writer.add(name, curve.tag) }
        let intent = whole.number(at: 64, bytes: 4) ?? 0
        return ColourProfile(
            writer.profile(of: space, device: device, day: day.array, intent: intent)
        )
    }

    /// The first form of a text in several languages (ICC.1:2010, 10.13), without what is not ASCII.
    private func words(_ name: String) -> String? {
        guard let text = tag(name), text.name(at: 0) == "mluc",
            let length = text.number(at: 20, bytes: 4), let offset = text.number(at: 24, bytes: 4),
            let letters = text.part(at: offset, length: min(length, 2_000))
        else { return nil }
        let units = stride(from: 0, to: letters.count - 1, by: 2).compactMap {
            letters.number(at: $0, bytes: 2).map { UInt16(truncatingIfNeeded: $0) }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Adobe RGB (1998), which cameras name by a word in place of a profile.
    package static let adobeRGB = {
        var writer = ProfileWriter()
        writer.add("desc", description: "Adobe RGB (1998) compatible")
        writer.add("cprt", text: "No copyright, use freely")
        writer.add("wtpt", point: [0xF351, 0x1_0000, 0x1_16CC])
        // IEC 61966-2-5 adapted to D50.
        writer.add("rXYZ", point: [0x9C18, 0x4FA5, 0x04FC])
        writer.add("gXYZ", point: [0x348D, 0xA02C, 0x0F95])
        writer.add("bXYZ", point: [0x2631, 0x102F, 0xBE9C])
        let curve = ToneCurve.gamma(563.0 / 256).tag
        for name in ["rTRC", "gTRC", "bTRC"] { writer.add(name, curve) }
        return ColourProfile(writer.profile(of: .rgb, day: ProfileWriter.day))
    }()
}

extension ProfileWriter {
    /// 1999-10-18, when the standard of sRGB came out: a fixed day, so that profiles never change.
    package static let day = [1999, 10, 18, 0, 0, 0].flatMap { ProfileBytes.short($0) }
}
