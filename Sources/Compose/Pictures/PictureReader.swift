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

    /// Whether a profile of colours says that it is sRGB, in one of the ways that profiles name themselves.
    static func isSRGB(_ profile: some Collection<UInt8>) -> Bool {
        let bytes = Array(profile)
        return contains(bytes, Array("sRGB".utf8)) || contains(bytes, Array("\0s\0R\0G\0B".utf8))
    }

    private static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
        guard bytes.count >= word.count else { return false }
        return (0...bytes.count - word.count).contains { start in
            bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
        }
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
    /// Four inks instead of red, green and blue.
    case inks
    /// Colours that are not sRGB.
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
                vi: "có màu CMYK dùng cho in ấn",
                en: "has the CMYK colours of a printing press"
            )
        case .foreignColours:
            Bilingual(
                vi: "có hệ màu không phải sRGB, in ra sẽ sai màu",
                en: "has colours that are not sRGB and would come out wrong"
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
        case .noPicture, .damaged, .unknownCompression, .inks, .foreignColours:
            Bilingual(
                vi: "Mở ảnh rồi lưu lại thành JPEG hoặc PNG thường (màu sRGB).",
                en: "Open the picture and save it as a plain JPEG or PNG (sRGB)."
            )
        }
    }
}
