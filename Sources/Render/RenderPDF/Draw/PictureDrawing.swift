import CairoKit
import Diagnostics
import DocumentModel

extension PictureImage {
    /// The pixels for drawing; `nil` when they cannot be read.
    var decoded: DecodedPicture? {
        switch format {
        case .jpeg: DecodedPicture.jpeg(bytes, width: width, height: height)
        case .png: DecodedPicture.png(bytes)
        }
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

extension Diagnostic {
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
