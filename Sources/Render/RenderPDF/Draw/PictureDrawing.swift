import CairoKit
import ColourModel
import Diagnostics
import DocumentModel

extension PictureImage {
    /// The pixels for drawing; `nil` when they cannot be read.
    var decoded: DecodedPicture? {
        switch format {
        case .jpeg: DecodedPicture.jpeg(bytes, width: width, height: height)
        case .png: DecodedPicture.png(bytes, converting: conversion)
        }
    }

    private var conversion: SRGBConversion? {
        if case .converted(let colours) = colours { colours.toSRGB } else { nil }
    }

    /// From where pixels are stored to where they are seen.
    var turn: PixelTurn {
        let (w, h) = (Double(width), Double(height))
        return switch orientation {
        case .upright: PixelTurn(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        case .mirrored: PixelTurn(xx: -1, yx: 0, xy: 0, yy: 1, x0: w, y0: 0)
        case .upsideDown: PixelTurn(xx: -1, yx: 0, xy: 0, yy: -1, x0: w, y0: h)
        case .flipped: PixelTurn(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: h)
        case .transposed: PixelTurn(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
        case .turnedRight: PixelTurn(xx: 0, yx: 1, xy: -1, yy: 0, x0: h, y0: 0)
        case .transversed: PixelTurn(xx: 0, yx: -1, xy: -1, yy: 0, x0: h, y0: w)
        case .turnedLeft: PixelTurn(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: w)
        }
    }
}

/// The colours of a JPEG picture whose numbers are not sRGB.
struct DrawnColours {
    /// As the profile of the file wants them.
    var profile: ColourProfile
    /// Inks are written as what is left of the paper.
    var isInverted: Bool

    /// `nil` where PDF/A-1 knows no such profile.
    init?(_ profile: ColourProfile, isInverted: Bool, in file: Profile) {
        let known = file.newestColourProfile < profile.version ? profile.inVersion2 : profile
        guard let known else { return nil }
        self.profile = known
        self.isInverted = isInverted
    }
}

extension Diagnostic {
    /// A picture whose profile of colours the file's profile does not know.
    static func newColours(at place: Place?) -> Diagnostic {
        Diagnostic(
            "render.picture.new-colours",
            at: place,
            message: Bilingual(
                vi:
                    "Ảnh được gọi ở đây kèm hồ sơ màu ICC bản 4 dạng bảng, mà PDF/A-1 chỉ nhận bản 2.",
                en:
                    "The picture that is asked for here has an ICC profile of version 4 with tables; PDF/A-1 knows version 2 only."
            ),
            hint: Bilingual(
                vi: "Mở ảnh rồi lưu lại với màu sRGB, hoặc làm tệp theo `--profile a-3a`.",
                en: "Save the picture again in sRGB, or make the file with `--profile a-3a`."
            )
        )
    }

    /// A picture whose pixels turned out to be damaged.
    static func damagedPicture(at place: Place?) -> Diagnostic {
        Diagnostic(
            "render.picture.damaged",
            at: place,
            message: Bilingual(
                vi: "Ảnh được gọi ở đây bị hỏng, không đọc được điểm ảnh.",
                en: "The picture that is asked for here is damaged: its pixels cannot be read."
            ),
            hint: Bilingual(
                vi: "Mở ảnh rồi lưu lại thành JPEG hoặc PNG, hoặc bỏ ảnh này.",
                en: "Open the picture and save it as JPEG or PNG again, or leave it out."
            )
        )
    }
}
