/// Colours that are curves of light for red, green and blue, and the places of these three.
package struct CurvedColours: Hashable, Sendable {
    /// Red, green and blue at full light, under D50.
    let primaries: Matrix
    let curves: [ToneCurve]

    init(primaries: Matrix, curves: [ToneCurve]) {
        self.primaries = primaries
        self.curves = curves
    }

    /// Shades between black and white.
    init(grey curve: ToneCurve) {
        self.init(primaries: Self.sRGBPrimaries, curves: [curve, curve, curve])
    }

    /// By chromaticities of white, red, green and blue, those of sRGB without any; `nil` where they span no
    /// colours.
    package init?(chromaticities: [(x: Double, y: Double)]?, curve: ToneCurve) {
        guard let chromaticities else {
            self.init(grey: curve)
            return
        }
        guard chromaticities.count == 4, chromaticities.allSatisfy({ $0.y > 0 }) else { return nil }
        let points = chromaticities.map { Point($0.x / $0.y, 1, (1 - $0.x - $0.y) / $0.y) }
        let shape = Matrix(columns: Array(points.dropFirst()))
        guard let amounts = shape.inverse?.applied(to: points[0]),
            let adaptation = Matrix.adaptation(fromWhite: points[0])
        else { return nil }
        let primaries = adaptation.multiplied(by: shape.scaled(columnsBy: amounts))
        self.init(primaries: primaries, curves: [curve, curve, curve])
    }

    /// IEC 61966-2-1 adapted to D50, in 1/65,536.
    package static let sRGBPoints = [
        [0x6FA2, 0x38F5, 0x0390], [0x6299, 0xB785, 0x18DA], [0x24A0, 0x0F84, 0xB6CF],
    ]

    static let sRGBPrimaries = Matrix(
        columns: sRGBPoints.map { point in
            Point(
                Double(point[0]) / 65_536,
                Double(point[1]) / 65_536,
                Double(point[2]) / 65_536
            )
        }
    )

    /// Whether no viewer shows a difference from sRGB.
    package var isSRGB: Bool {
        primaries.isNear(Self.sRGBPrimaries, within: 0.002) && curves.allSatisfy(\.isSRGB)
    }

    /// The way of pixels to sRGB; `nil` where the primaries span no colours.
    package var toSRGB: SRGBConversion? {
        Self.sRGBPrimaries.inverse.map {
            SRGBConversion(matrix: $0.multiplied(by: primaries), curves: curves)
        }
    }
}

/// Turns pixels of other colours into sRGB; what lies outside its gamut comes to its edge.
package struct SRGBConversion {
    private let matrix: [Double]
    /// Light of each sample, for red, green and blue.
    private let lights: [[Double]]
    /// Samples by light, so finely that none is off by a step.
    private let samples: [UInt8]

    private static let fineness = 16_383

    init(matrix: Matrix, curves: [ToneCurve]) {
        self.matrix = matrix.rows
        lights = curves.map { curve in (0...255).map { curve.light(Double($0) / 255) } }
        samples = (0...Self.fineness).map { step in
            let sample = ToneCurve.sample(ofLight: Double(step) / Double(Self.fineness))
            return UInt8((min(max(sample, 0), 1) * 255).rounded())
        }
    }

    /// One pixel.
    package func converted(
        red: UInt8,
        green: UInt8,
        blue: UInt8
    ) -> (red: UInt8, green: UInt8, blue: UInt8) {
        let (r, g, b) = (lights[0][Int(red)], lights[1][Int(green)], lights[2][Int(blue)])
        func sample(_ row: Int) -> UInt8 {
            let light = matrix[row] * r + matrix[row + 1] * g + matrix[row + 2] * b
            return samples[Int(min(max(light, 0), 1) * Double(Self.fineness) + 0.5)]
        }
        return (sample(0), sample(3), sample(6))
    }
}
