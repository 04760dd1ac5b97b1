import ColourModel
import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import Compose

@Suite struct Pictures {
    private func compose(
        _ text: String,
        _ files: [String: [UInt8]]
    ) -> (pictures: [Picture], codes: [String], document: Document?) {
        var material = Sample.material()
        for (name, bytes) in files {
            material.pictures[name] = SourceText(path: "pictures/\(name)", bytes: bytes)
        }
        let (document, doubts) = SampleTemplates(text: text).document(material)
        let pictures = (document?.body ?? []).compactMap { block -> Picture? in
            if case .picture(let picture) = block { picture } else { nil }
        }
        return (pictures, doubts.map(\.code), document)
    }

    @Test func `stand where a text asks for them, numbered and with their words`() throws {
        let made = compose(
            """
            Xem {{ picture.b }}.

            ![Người {{ period.year }}](a.jpg "Chú thích *một*")

            ![Hình](pictures/b.png "Chú thích {{ period.year }}")
            """,
            ["a.jpg": SamplePictures.jpeg, "b.png": SamplePictures.png]
        )
        #expect(made.codes.isEmpty)
        try #require(made.pictures.count == 2)
        let (first, second) = (made.pictures[0], made.pictures[1])
        #expect(first.label == "Ảnh\u{A0}1" && second.label == "Ảnh\u{A0}2")
        #expect(first.alternative == "Người 2024" && second.caption == "Chú thích 2024")
        #expect((first.image.width, first.image.height) == (24, 16))
        #expect((second.image.width, second.image.height) == (6, 4))
        #expect(first.image.bytes == SamplePictures.jpeg)
        let reference = outline(of: made.document?.body ?? [])
        #expect(reference.contains("[Ảnh~2](#picture-b)"))
    }

    @Test(
        arguments: [
            ("![x](a.jpg \"y\")", "a.jpg", "no picture at all", "compose.picture.unusable"),
            ("![](a.jpg \"y\")", "a.jpg", nil, "compose.picture.no-words"),
            ("![x](a.jpg)", "a.jpg", nil, "compose.picture.no-words"),
            ("![x](b.jpg \"y\")", "a.jpg", nil, "compose.picture.missing"),
            ("![x](https://a.vn/a.jpg \"y\")", "a.jpg", nil, "compose.picture.missing"),
            ("chữ ![x](a.jpg \"y\") chữ", "a.jpg", nil, "compose.text.markup"),
        ] as [(String, String, String?, String)]
    )
    func `are refused at the line that asks for them`(
        text: String,
        file: String,
        content: String?,
        code: String
    ) throws {
        let bytes = content.map { Array($0.utf8) } ?? SamplePictures.jpeg
        var material = Sample.material()
        material.pictures[file] = SourceText(path: "pictures/\(file)", bytes: bytes)
        let (_, doubts) = SampleTemplates(text: "Đoạn.\n\n\(text)").document(material)
        #expect(doubts.map(\.code) == [code])
        #expect(doubts.first?.place?.line == 3)
    }

    @Test func `with a description that no file can hold are refused at their line`() {
        let words = String(repeating: "ế", count: AlternativeText.longest)
        let files = ["a.jpg": SamplePictures.jpeg]
        #expect(compose("![\(words)](a.jpg \"y\")", files).codes.isEmpty)
        let longer = compose("![\(words)ế](a.jpg \"y\")", files)
        #expect(longer.codes == ["compose.alternative.too-long"])
        #expect(longer.pictures.isEmpty)
    }

    @Test(arguments: [true, false], 1...8)
    func `are seen as the camera was held`(isLittle: Bool, orientation: Int) throws {
        let exif = SamplePictures.exif(orientation: UInt8(orientation), isLittle: isLittle)
        let image = try PictureReader.read(SamplePictures.jpeg(with: 0xE1, exif))
        #expect(image.orientation.rawValue == orientation)
        #expect(image.seenWidth == (orientation >= 5 ? 16 : 24))
    }

    private func fault(_ bytes: [UInt8]) -> PictureFault? {
        do throws(PictureFault) {
            _ = try PictureReader.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func `of other colours, compressions and sizes are told apart`() {
        var jpeg = SamplePictures.jpeg
        guard let frame = jpeg.indices.first(where: { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        else { return }
        jpeg[frame + 9] = 4
        #expect(fault(jpeg) == .inks)
        jpeg[frame + 9] = 3
        jpeg[frame + 1] = 0xC9
        #expect(fault(jpeg) == .unknownCompression)
        jpeg[frame + 1] = 0xC0
        jpeg[frame + 5] = 0x4E
        jpeg[frame + 7] = 0x4E
        #expect(fault(jpeg) == .tooLarge(width: 0x4E18, height: 0x4E10))
        #expect(fault([]) == .noPicture)
        #expect(fault(Array("GIF89a".utf8)) == .noPicture)
    }

    private func colours(_ bytes: [UInt8]) throws -> PictureColours {
        try PictureReader.read(bytes).colours
    }

    @Test func `of JPEG keep the profile that they come with`() throws {
        let p3 = try #require(ColourProfile(SampleProfiles.displayP3))
        for length in [100, 60_000] {
            let picture = SampleProfiles.jpeg(
                FlatPictures.jpeg,
                with: SampleProfiles.displayP3,
                length: length
            )
            #expect(try colours(picture) == .profile(p3, isInverted: false))
        }
        let inks = try #require(ColourProfile(SampleProfiles.inks))
        let press = SampleProfiles.jpeg(FlatPictures.inks, with: SampleProfiles.inks)
        #expect(try colours(press) == .profile(inks, isInverted: true))
        let grey = SampleProfiles.grey(version: 2)
        let shades = SampleProfiles.jpeg(FlatPictures.grey, with: grey)
        #expect(
            try colours(shades) == .profile(try #require(ColourProfile(grey)), isInverted: false)
        )
        let usual = SampleProfiles.jpeg(FlatPictures.jpeg, with: SampleProfiles.sRGB)
        #expect(try colours(usual) == .document)
        #expect(try colours(FlatPictures.jpeg) == .document)
    }

    @Test func `of JPEG with a broken profile, or inks without one, are refused`() {
        let p3 = SampleProfiles.displayP3
        let whole = SampleProfiles.jpeg(FlatPictures.jpeg, with: p3, length: 300)
        #expect(fault(whole) == nil)
        // The number of the second part becomes that of the first.
        var twice = whole
        if let second = twice.indices.first(where: { place in
            twice[place...].starts(with: Array("ICC_PROFILE\0\u{2}".utf8))
        }) {
            twice[second + 12] = 1
        }
        #expect(twice != whole)
        #expect(fault(twice) == .brokenProfile)
        let cut = SampleProfiles.jpeg(FlatPictures.jpeg, with: Array(p3.dropLast(8)))
        #expect(fault(cut) == .brokenProfile)
        #expect(fault(SampleProfiles.jpeg(FlatPictures.grey, with: p3)) == .brokenProfile)
        #expect(fault(FlatPictures.inks) == .inks)
    }

    @Test(arguments: [true, false])
    func `of cameras that name Adobe RGB have it`(isLittle: Bool) throws {
        let adobe = try #require(ColourProfile.adobeRGB)
        let exif = SamplePictures.exifOfAdobeRGB(isLittle: isLittle)
        #expect(
            try colours(SamplePictures.jpeg(with: 0xE1, exif))
                == .profile(adobe, isInverted: false)
        )
        for end in 6..<exif.count {
            _ = fault(SamplePictures.jpeg(with: 0xE1, Array(exif[..<end])))
        }
    }

    @Test func `of PNG that are not sRGB are to be turned into it`() throws {
        func png(_ chunks: [(name: String, data: [UInt8])]) -> [UInt8] {
            FlatPictures.png([200, 120, 60], chunks: chunks)
        }
        func isConverted(_ chunks: [(name: String, data: [UInt8])]) throws -> Bool {
            if case .converted = try colours(png(chunks)) { true } else { false }
        }
        let p3 = FlatPictures.profileChunk(SampleProfiles.displayP3)
        #expect(
            try colours(png([p3]))
                == .converted(
                    try #require(ColourProfile(SampleProfiles.displayP3)?.curvedColours)
                )
        )
        let usual = FlatPictures.numbersChunk("gAMA", [45_455])
        let bright = FlatPictures.numbersChunk("gAMA", [55_556])
        let places = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000]
        var wide = places
        wide.replaceSubrange(2..<6, with: [68_000, 32_000, 26_500, 69_000])
        #expect(try !isConverted([]))
        #expect(try !isConverted([usual]))
        #expect(try !isConverted([usual, FlatPictures.numbersChunk("cHRM", places)]))
        #expect(try isConverted([usual, FlatPictures.numbersChunk("cHRM", wide)]))
        #expect(try isConverted([bright]))
        #expect(try !isConverted([bright, ("sRGB", [0])]))
        #expect(try !isConverted([FlatPictures.profileChunk(SampleProfiles.sRGB), bright]))
        #expect(try !isConverted([("cICP", [1, 13, 0, 1]), p3]))
        #expect(fault(png([("cICP", [9, 16, 0, 1])])) == .foreignColours)
        let table = FlatPictures.profileChunk(SampleProfiles.table(version: 2))
        #expect(fault(png([table])) == .foreignColours)
        #expect(fault(png([("iCCP", Array("a\0\0".utf8) + [1, 2])])) == .brokenProfile)
        #expect(
            fault(png([FlatPictures.numbersChunk("cHRM", [Int](repeating: 0, count: 8))]))
                == .foreignColours
        )
    }

    @Test func `cut off anywhere are refused`() {
        for picture in [SamplePictures.jpeg, SamplePictures.png] {
            #expect(fault(picture) == nil)
            for end in 0..<picture.count - 1 {
                let fault = fault(Array(picture[..<end]))
                #expect(fault != nil, "\(end) of \(picture.count)")
            }
        }
    }

    @Test func `with any byte changed are read or refused`() {
        for picture in [SamplePictures.jpeg, SamplePictures.png] {
            for position in picture.indices {
                for value in [0x00, 0x7F, 0xFF] as [UInt8] {
                    var changed = picture
                    changed[position] = value
                    _ = fault(changed)
                }
            }
        }
    }
}
