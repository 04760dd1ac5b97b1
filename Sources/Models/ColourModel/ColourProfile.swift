/// A profile of colours as it came with a picture (ICC.1:2001-04, ICC.1:2010), looked through.
package struct ColourProfile: Hashable, Sendable {
    /// What the samples of a picture are.
    package enum Space: String, Sendable {
        case grey = "GRAY"
        case rgb = "RGB "
        case inks = "CMYK"

        /// Samples of a pixel.
        package var components: Int {
            switch self {
            case .grey: 1
            case .rgb: 3
            case .inks: 4
            }
        }
    }

    package let bytes: [UInt8]
    package let space: Space
    /// 2 or 4; PDF 1.4, and with it PDF/A-1, knows only 2.
    package let version: Int

    /// `nil` when `given` is no profile that a picture can be shown by: cut off, of a device that is none, or
    /// without the tags that say what its numbers look like.
    package init?(_ given: some Collection<UInt8>) {
        let all = Array(given)
        guard let size = ProfileBytes(all[...]).number(at: 0, bytes: 4), size >= 132,
            size <= all.count
        else { return nil }
        bytes = Array(all.prefix(size))
        let whole = ProfileBytes(bytes[...])
        guard whole.name(at: 36) == "acsp",
            ["scnr", "mntr", "prtr", "spac"].contains(whole.name(at: 12)),
            ["XYZ ", "Lab "].contains(whole.name(at: 20)),
            let space = whole.name(at: 16).flatMap(Space.init),
            let version = whole.number(at: 8, bytes: 1), (2...4).contains(version)
        else { return nil }
        self.space = space
        self.version = version
        guard hasColours else { return nil }
    }

    var whole: ProfileBytes { ProfileBytes(bytes[...]) }

    /// The data of a tag; `nil` where it is missing or lies outside the profile.
    func tag(_ name: String) -> ProfileBytes? {
        guard let count = whole.number(at: 128, bytes: 4), count <= 1_000 else { return nil }
        for index in 0..<count {
            let entry = 132 + 12 * index
            guard whole.name(at: entry) == name else { continue }
            guard let offset = whole.number(at: entry + 4, bytes: 4),
                let length = whole.number(at: entry + 8, bytes: 4)
            else { return nil }
            return whole.part(at: offset, length: length)
        }
        return nil
    }

    /// Whether the way from samples to colours is a table of colours rather than curves.
    private var hasTable: Bool { tag("A2B0") != nil }

    private var hasColours: Bool {
        if let table = tag("A2B0") {
            return ["mft1", "mft2", "mAB "].contains(table.name(at: 0))
                && table.number(at: 8, bytes: 1) == space.components
        }
        return curves != nil && (space == .grey || columns != nil)
    }

    private var curves: [ToneCurve]? {
        let names: [String] =
            switch space {
            case .grey: ["kTRC"]
            case .rgb: ["rTRC", "gTRC", "bTRC"]
            case .inks: []
            }
        let curves = names.compactMap { tag($0).flatMap(ToneCurve.init(tag:)) }
        return curves.count == names.count && !curves.isEmpty ? curves : nil
    }

    private var columns: Matrix? {
        let points = ["rXYZ", "gXYZ", "bXYZ"].compactMap { name -> Point? in
            guard let data = tag(name), let x = data.fixed(at: 8), let y = data.fixed(at: 12),
                let z = data.fixed(at: 16)
            else { return nil }
            return Point(x, y, z)
        }
        return points.count == 3 ? Matrix(columns: points) : nil
    }

    /// The same colours as curves and primaries; `nil` where they are a table.
    package var curvedColours: CurvedColours? {
        guard !hasTable, let curves else { return nil }
        return space == .grey
            ? CurvedColours(grey: curves[0])
            : columns.map { CurvedColours(primaries: $0, curves: curves) }
    }

    /// Whether pictures look the same without the profile.
    package var isSRGB: Bool { curvedColours?.isSRGB ?? false }
}
