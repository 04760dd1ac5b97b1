import ColourModel
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import RenderPDF

/// Colours of pictures as a viewer shows them. What is expected is computed from the standards' own formulas.
struct PictureColourTests {
    private typealias Colour = [Double]

    private func picture(
        _ bytes: [UInt8],
        _ colours: PictureColours,
        _ format: PictureImage.Format = .jpeg,
        line: Int = 3
    ) -> Picture {
        Picture(
            anchor: "picture-\(line)",
            label: "Ảnh \(line)",
            caption: "Cánh đồng",
            alternative: "Cánh đồng lúa",
            image: PictureImage(
                format: format,
                bytes: bytes,
                width: 96,
                height: 96,
                colours: colours
            ),
            origin: Place(file: "texts/a.md", line: line)
        )
    }

    private func profile(_ bytes: [UInt8], isInverted: Bool = false) throws -> PictureColours {
        .profile(try #require(ColourProfile(bytes)), isInverted: isInverted)
    }

    /// The colour that most of the picture has.
    private func shown(_ picture: Picture, _ profile: Profile) throws -> Colour {
        let made = try file(document([.picture(picture)]), profile: profile)
        #expect(made.log.entries.isEmpty)
        return try withScratchFolder { folder in
            let path = folder.appendingPathComponent("a.pdf")
            try Data(made.bytes).write(to: path)
            let image = try run("pdftoppm", ["-r", "144", path.path])
            #expect(image.errorText == "")
            // `P6`, width and height, 255, pixels.
            let pixels = image.output.dropFirst(
                image.output.enumerated().filter { $1 == 10 }[2].offset + 1
            )
            var counts: [[UInt8]: Int] = [:]
            var position = pixels.startIndex
            while position + 3 <= pixels.endIndex {
                counts[Array(pixels[position..<position + 3]), default: 0] += 1
                position += 3
            }
            counts[[255, 255, 255]] = nil
            counts[[0, 0, 0]] = nil
            let most = counts.max { ($0.value, $0.key[0]) < ($1.value, $1.key[0]) }
            #expect((most?.value ?? 0) > 10_000)
            return (most?.key ?? []).map(Double.init)
        }
    }

    private func expect(_ colour: Colour, near expected: Colour) {
        #expect(colour.count == expected.count)
        for (seen, wanted) in zip(colour, expected) {
            #expect(abs(seen - wanted) <= 3, "\(colour) for \(expected)")
        }
    }

    // MARK: What is expected

    private func light(_ sample: Double) -> Double {
        let value = sample / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private func sample(_ light: Double) -> Double {
        let held = min(max(light, 0), 1)
        return 255 * (held <= 0.003_130_8 ? held * 12.92 : 1.055 * pow(held, 1 / 2.4) - 0.055)
    }

    private func applied(_ rows: [[Double]], _ light: [Double]) -> Colour {
        rows.map { row in sample(zip(row, light).map(*).reduce(0, +)) }
    }

    /// From Display P3 to sRGB in light, as published with CSS Color 4.
    private let fromP3 = [
        [1.224_940, -0.224_940, 0], [-0.042_057, 1.042_057, 0],
        [-0.019_638, -0.078_636, 1.098_274],
    ]

    private var expectedOfP3: Colour { applied(fromP3, [200, 120, 60].map(light)) }

    // MARK: - JPEG

    @Test(arguments: Profile.allCases)
    func `of a phone keep the colours of Display P3`(profile: Profile) throws {
        let bytes = SampleProfiles.jpeg(FlatPictures.jpeg, with: SampleProfiles.displayP3)
        let colours = try self.profile(SampleProfiles.displayP3)
        expect(try shown(picture(bytes, colours), profile), near: expectedOfP3)
        // Without their profile they would be seen otherwise: the check can fail.
        let bare = try shown(picture(FlatPictures.jpeg, .document), profile)
        expect(bare, near: [200, 120, 60])
        #expect(zip(bare, expectedOfP3).contains { abs($0 - $1) > 8 })
    }

    @Test func `of a camera keep the colours of Adobe RGB`() throws {
        let light = [200.0, 120, 60].map { pow($0 / 255, 563.0 / 256) }
        let fromAdobe = [[1.398_284, -0.398_284, 0], [0, 1, 0], [0, -0.042_94, 1.042_94]]
        let colours = PictureColours.profile(
            try #require(ColourProfile.adobeRGB),
            isInverted: false
        )
        expect(
            try shown(picture(FlatPictures.jpeg, colours), .a1a),
            near: applied(fromAdobe, light)
        )
    }

    @Test(arguments: [2, 4] as [UInt8], Profile.allCases)
    func `of grey keep their curve`(version: UInt8, profile: Profile) throws {
        let icc = SampleProfiles.grey(version: version)
        let colours = try self.profile(icc)
        let grey = sample(pow(128.0 / 255, 1.8))
        expect(
            try shown(picture(FlatPictures.grey, colours), profile),
            near: [grey, grey, grey]
        )
    }

    @Test(arguments: Profile.allCases)
    func `of inks are those of their profile, not turned inside out`(profile: Profile) throws {
        let colours = try self.profile(SampleProfiles.inks, isInverted: true)
        let ink = [51.0, 153, 178, 26].map { $0 / 255 }
        let l = 100 - 30 * ink[0] - 30 * ink[1] - 20 * ink[2] - 20 * ink[3]
        let (a, b) = (40 * ink[1] - 20 * ink[0], 40 * ink[2] - 10 * ink[1])
        // CIE 15, far above its dark part.
        let y = (l + 16) / 116
        let xyz = [0.9642 * pow(y + a / 500, 3), pow(y, 3), 0.8249 * pow(y - b / 200, 3)]
        let fromD50 = [
            [3.133_856, -1.616_867, -0.490_615], [-0.978_768, 1.916_142, 0.033_454],
            [0.071_945, -0.228_991, 1.405_243],
        ]
        expect(
            try shown(picture(FlatPictures.inks, colours), profile),
            near: applied(fromD50, xyz)
        )
    }

    @Test(arguments: Profile.allCases)
    func `have one profile for all pictures that share it`(profile: Profile) throws {
        let colours = try self.profile(SampleProfiles.displayP3)
        let second = SampleProfiles.jpeg(FlatPictures.jpeg, with: SampleProfiles.displayP3)
        let made = try file(
            document([
                .picture(picture(FlatPictures.jpeg, colours)),
                .picture(picture(second, colours, line: 5)),
                .picture(
                    picture(FlatPictures.grey, try self.profile(SampleProfiles.grey(version: 2)))
                ),
                .picture(
                    picture(
                        FlatPictures.inks,
                        try self.profile(SampleProfiles.inks, isInverted: true)
                    )
                ),
            ]),
            profile: profile
        )
        let images = try FileDump(made.bytes).all("/Subtype", "/Image")
        let spaces = images.compactMap { $0["/ColorSpace"] as? [String] }
        #expect(spaces.count == 4)
        #expect(spaces.allSatisfy { $0.first == "/ICCBased" })
        #expect(Set(spaces.map { $0.last ?? "" }).count == 3)
        #expect(images.compactMap { $0["/Decode"] as? [Int] } == [[1, 0, 1, 0, 1, 0, 1, 0]])
        try withScratchFolder { folder in
            let path = folder.appendingPathComponent("a.pdf")
            try Data(made.bytes).write(to: path)
            let check = try run("qpdf", ["--check", path.path])
            #expect(check.status == 0, "\(check.text)\(check.errorText)")
        }
        if profile == .a1a { #expect(try preflightFaults(made.bytes) == nil) }
    }

    @Test func `that PDF of 2001 does not know are refused at their line, and shown in PDF/A-3`()
        throws
    {
        let colours = try self.profile(SampleProfiles.table(version: 4))
        let old = try file(document([.picture(picture(FlatPictures.jpeg, colours))]))
        #expect(
            old.log.entries.map { "\($0.code) \($0.place?.line ?? 0)" }
                == ["render.picture.new-colours 3"]
        )
        let new = try file(
            document([.picture(picture(FlatPictures.jpeg, colours))]),
            profile: .a3a
        )
        #expect(new.log.entries.isEmpty)
    }

    // MARK: - PNG

    @Test func `of PNG are turned into sRGB`() throws {
        let p3 = try #require(ColourProfile(SampleProfiles.displayP3)?.curvedColours)
        let bytes = FlatPictures.png([200, 120, 60], chunks: [])
        expect(try shown(picture(bytes, .converted(p3), .png), .a1a), near: expectedOfP3)
    }

    @Test func `of PNG are turned before they are laid on white`() throws {
        let p3 = try #require(ColourProfile(SampleProfiles.displayP3)?.curvedColours)
        let bytes = FlatPictures.png([200, 120, 60, 128], kind: 6, chunks: [])
        let alpha = 128.0 / 255
        expect(
            try shown(picture(bytes, .converted(p3), .png), .a1a),
            near: expectedOfP3.map { $0 * alpha + 255 * (1 - alpha) }
        )
    }

    @Test func `of PNG brighter by its own account are shown so`() throws {
        let bright = try #require(CurvedColours(chromaticities: nil, curve: .gamma(1.8)))
        let bytes = FlatPictures.png([128, 128, 128], chunks: [])
        let grey = sample(pow(128.0 / 255, 1.8))
        expect(
            try shown(picture(bytes, .converted(bright), .png), .a3a),
            near: [grey, grey, grey]
        )
    }
}
