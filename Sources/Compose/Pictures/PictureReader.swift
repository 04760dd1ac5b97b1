import Diagnostics
import DocumentModel

/// Reads of a picture's file what a document must know; its pixels stay as they are.
enum PictureReader {
    /// Pixels along one side, and in all: more than any page shows.
    static let longestSide = 12_000
    static let mostPixels = 50_000_000
    static let mostBytes = 20_000_000

    /// The picture in `bytes`, or why a document cannot have it.
    static func read(_ bytes: [UInt8]) throws(PictureFault) -> PictureImage {
        guard bytes.count <= mostBytes else { throw .tooManyBytes(bytes.count) }
        let image: PictureImage =
            if bytes.starts(with: JPEGHeader.start) {
                try JPEGHeader.picture(bytes)
            } else if bytes.starts(with: PNGHeader.start) {
                try PNGHeader.picture(bytes)
            } else {
                throw .noPicture
            }
        guard image.width > 0, image.height > 0 else { throw .damaged }
        guard max(image.width, image.height) <= longestSide,
            image.width * image.height <= mostPixels
        else { throw .tooLarge(width: image.width, height: image.height) }
        return image
    }
}

/// Why a file cannot stand in a document.
enum PictureFault: Error, Hashable {
    case noPicture
    /// It ends too early or contradicts itself.
    case damaged
    case tooManyBytes(Int)
    case tooLarge(width: Int, height: Int)
    /// Compressed in a way that PDF does not know.
    case unknownCompression
    /// Four inks, and nothing says which.
    case inks
    /// The profile of colours is cut off, or not of these pixels.
    case brokenProfile
    /// Colours that are not sRGB and cannot be turned into it.
    case foreignColours

    /// What is wrong, as the end of a sentence.
    var reason: Bilingual {
        switch self {
        case .noPicture:
            Bilingual(vi: "không phải ảnh JPEG hay PNG", en: "is neither JPEG nor PNG")
        case .damaged:
            Bilingual(vi: "bị hỏng hoặc bị cắt cụt", en: "is damaged or cut off")
        case .tooManyBytes(let count):
            Bilingual(
                vi:
                    "quá nặng (\(count / 1_000_000) MB, tối đa \(PictureReader.mostBytes / 1_000_000) MB)",
                en:
                    "is too heavy (\(count / 1_000_000) MB of \(PictureReader.mostBytes / 1_000_000) at most)"
            )
        case .tooLarge(let width, let height):
            Bilingual(
                vi: "quá lớn (\(width) × \(height) điểm ảnh)",
                en: "is too large (\(width) × \(height) pixels)"
            )
        case .unknownCompression:
            Bilingual(
                vi: "nén theo kiểu mà PDF lưu trữ không có",
                en: "is compressed in a way that archival PDF does not know"
            )
        case .inks:
            Bilingual(
                vi:
                    "có màu CMYK dùng cho in ấn mà không kèm hồ sơ màu (ICC), nên không rõ màu thật",
                en:
                    "has the CMYK colours of a printing press without their ICC profile, so that its colours are unknown"
            )
        case .brokenProfile:
            Bilingual(
                vi: "kèm hồ sơ màu (ICC) bị hỏng hoặc không khớp với ảnh",
                en: "has an ICC profile that is damaged or not that of its pixels"
            )
        case .foreignColours:
            Bilingual(
                vi: "có hệ màu không chuyển được sang sRGB",
                en: "has colours that cannot be turned into sRGB"
            )
        }
    }

    /// What to do.
    var remedy: Bilingual {
        switch self {
        case .tooLarge, .tooManyBytes:
            Bilingual(
                vi: "Thu nhỏ ảnh còn khoảng 2.000 điểm ảnh mỗi chiều rồi lưu lại.",
                en: "Make it about 2,000 pixels wide and save it again."
            )
        case .inks:
            Bilingual(
                vi:
                    "Lưu lại ảnh kèm hồ sơ màu (“embed ICC profile”), hoặc đổi sang RGB rồi lưu thành JPEG.",
                en: "Save it with its ICC profile inside, or change it to RGB and save it as JPEG."
            )
        case .noPicture, .damaged, .unknownCompression, .brokenProfile, .foreignColours:
            Bilingual(
                vi: "Mở ảnh rồi lưu lại thành JPEG hoặc PNG thường (màu sRGB).",
                en: "Open the picture and save it as a plain JPEG or PNG (sRGB)."
            )
        }
    }
}
