import ThemeModel

/// Shades of one colour in even steps of lightness: their order is seen on any copier.
extension Ink {
    /// How many there are.
    package static let shades = 6

    /// The shade of one of `count` things in order, the first one darkest.
    static func shade(of index: Int, among count: Int) -> Ink {
        // Few things need no shade that is close to the paper.
        let last = count < 4 ? min(shades - 1, count + 1) : shades - 1
        guard count > 1 else { return .shade(2) }
        return .shade(min(last, (index * last + (count - 1) / 2) / (count - 1)))
    }

    /// What is read on a shade.
    static func text(on ink: Ink) -> Ink {
        switch ink {
        case .shade(let step): step < 2 ? .paper : .text
        default: .text
        }
    }

    static func shade(_ step: Int, of colour: Colour) -> Colour {
        let part = Double(min(shades - 1, max(0, step))) / Double(shades - 1)
        let dark = min(colour.lightness, 0.3)
        let wanted = dark + (0.86 - dark) * part
        // Towards white when it must be lighter, towards black when it must be darker.
        let far = wanted > colour.lightness ? 255.0 : 0
        var (low, high) = (0.0, 1.0)
        for _ in 0..<24 {
            let middle = (low + high) / 2
            let isShort =
                far > 0
                ? colour.mixed(with: far, part: middle).lightness < wanted
                : colour.mixed(with: far, part: middle).lightness > wanted
            if isShort { low = middle } else { high = middle }
        }
        return colour.mixed(with: far, part: high)
    }
}

extension Colour {
    fileprivate func mixed(with level: Double, part: Double) -> Colour {
        let mix = { (own: UInt8) in
            UInt8((Double(own) + (level - Double(own)) * part).rounded())
        }
        return Colour(red: mix(red), green: mix(green), blue: mix(blue))
    }
}
