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
        let name = Array("ICC_PROFILE\0\u{1}\u{1}".utf8)
        let foreign = SamplePictures.jpeg(with: 0xE2, name + Array("Display P3".utf8))
        #expect(fault(foreign) == .foreignColours)
        let usual = SamplePictures.jpeg(with: 0xE2, name + Array("IEC sRGB".utf8))
        #expect(fault(usual) == nil)
        #expect(fault([]) == .noPicture)
        #expect(fault(Array("GIF89a".utf8)) == .noPicture)
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
