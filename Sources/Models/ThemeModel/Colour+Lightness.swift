extension Colour {
    /// So much lighter or darker must a colour be to be told from another one on a grey copy.
    package static let visibleStep = 0.15

    /// The square root of the luminance, 0…1: close to how light a grey copy looks.
    package var lightness: Double {
        (0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue))
            .squareRoot()
    }

    /// A cubic close to the curve of sRGB, of basic arithmetic: equal on every machine.
    private static func linear(_ level: UInt8) -> Double {
        let part = Double(level) / 255
        return part * (part * (part * 0.305306 + 0.682171) + 0.012523)
    }
}
