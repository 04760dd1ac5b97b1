/// From a sample of a picture, 0 to 1, to light.
package enum ToneCurve: Hashable, Sendable {
    case gamma(Double)
    /// At equal steps from 0 to 65,535, with straight lines between; at least two.
    case table([UInt16])
    /// From `limit` on `(factor x + offset)^gamma + lift`, before it `slope x + start` (ICC.1:2010, 10.16).
    case segments(
        gamma: Double,
        factor: Double,
        offset: Double,
        lift: Double,
        limit: Double,
        slope: Double,
        start: Double
    )

    /// IEC 61966-2-1.
    package static let sRGB = ToneCurve.segments(
        gamma: 2.4,
        factor: 1 / 1.055,
        offset: 0.055 / 1.055,
        lift: 0,
        limit: 0.04045,
        slope: 1 / 12.92,
        start: 0
    )

    /// Within 0 and 1, as samples and light are.
    package func light(_ sample: Double) -> Double {
        let value =
            switch self {
            case .gamma(let gamma): power(sample, gamma)
            case .table(let steps): Self.interpolated(steps, sample)
            case .segments(
                let gamma,
                let factor,
                let offset,
                let lift,
                let limit,
                let slope,
                let start
            ):
                sample >= limit
                    ? power(factor * sample + offset, gamma) + lift : slope * sample + start
            }
        return min(max(value, 0), 1)
    }

    private static func interpolated(_ steps: [UInt16], _ sample: Double) -> Double {
        let place = min(max(sample, 0), 1) * Double(steps.count - 1)
        let below = min(Int(place), steps.count - 2)
        let rest = place - Double(below)
        return (Double(steps[below]) * (1 - rest) + Double(steps[below + 1]) * rest) / 65_535
    }

    /// Whether pictures look the same as with the curve of sRGB: no sample is off by a step of 255.
    var isSRGB: Bool {
        (0...255).allSatisfy { step in
            let sample = Double(step) / 255
            return abs(Self.sample(ofLight: light(sample)) - sample) < 1 / 255
        }
    }

    /// The curve of sRGB backwards.
    static func sample(ofLight light: Double) -> Double {
        light <= 0.003_130_8 ? light * 12.92 : 1.055 * power(light, 1 / 2.4) - 0.055
    }
}

extension ToneCurve {
    /// A tag `curv` or `para`; `nil` where it is damaged.
    init?(tag: ProfileBytes) {
        switch tag.name(at: 0) {
        case "curv":
            guard let count = tag.number(at: 8, bytes: 4), count <= 65_536,
                tag.count >= 12 + 2 * count
            else { return nil }
            let steps = (0..<count).compactMap { tag.number(at: 12 + 2 * $0, bytes: 2) }
            switch count {
            case 0: self = .gamma(1)
            case 1: self = .gamma(Double(steps[0]) / 256)
            default: self = .table(steps.map { UInt16(truncatingIfNeeded: $0) })
            }
        case "para":
            guard let kind = tag.number(at: 8, bytes: 2),
                let count = [0: 1, 1: 3, 2: 4, 3: 5, 4: 7][kind]
            else { return nil }
            let values = (0..<count).compactMap { tag.fixed(at: 12 + 4 * $0) }
            guard values.count == count else { return nil }
            self.init(kind: kind, values)
        default: return nil
        }
    }

    /// ICC.1:2010, table 65.
    private init?(kind: Int, _ values: [Double]) {
        if kind == 0 {
            self = .gamma(values[0])
            return
        }
        guard kind > 2 || values[1] != 0 else { return nil }
        let lift = kind == 2 ? values[3] : kind == 4 ? values[5] : 0
        self = .segments(
            gamma: values[0],
            factor: values[1],
            offset: values[2],
            lift: lift,
            limit: kind <= 2 ? -values[2] / values[1] : values[4],
            slope: kind <= 2 ? 0 : values[3],
            start: kind == 2 ? values[3] : kind == 4 ? values[6] : 0
        )
    }

    /// A tag `curv`, which every version of profiles knows: in 4,096 steps where no shorter form says the same.
    package var tag: [UInt8] {
        let start = ProfileBytes.ascii("curv") + ProfileBytes.long(0)
        switch self {
        case .gamma(let gamma)
        where gamma * 256 == (gamma * 256).rounded() && gamma < 256 && gamma > 0:
            return start + ProfileBytes.long(1) + ProfileBytes.short(Int(gamma * 256))
        case .table(let steps):
            return start + ProfileBytes.long(steps.count)
                + steps.flatMap { ProfileBytes.short(Int($0)) }
        case .gamma, .segments: return sampled(4_096)
        }
    }

    /// A tag `curv` of so many steps.
    package func sampled(_ count: Int) -> [UInt8] {
        var bytes = ProfileBytes.ascii("curv") + ProfileBytes.long(0) + ProfileBytes.long(count)
        for step in 0..<count {
            let value = light(Double(step) / Double(count - 1))
            bytes += ProfileBytes.short(Int((value * 65_535).rounded()))
        }
        return bytes
    }
}
