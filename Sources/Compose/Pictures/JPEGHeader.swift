import DocumentModel

/// The segments of a JPEG file before its pixels (ITU-T T.81, annex B).
enum JPEGHeader {
    static let start: [UInt8] = [0xFF, 0xD8, 0xFF]

    static func picture(_ bytes: [UInt8]) throws(PictureFault) -> PictureImage {
        var image: PictureImage?
        var orientation = PictureImage.Orientation.upright
        var colours: ArraySlice<UInt8>?
        var components = 0
        var position = 2
        while true {
            guard let segment = segment(at: position, of: bytes) else { throw .damaged }
            position = segment.end
            let content = bytes[segment.content]
            switch segment.marker {
            case 0xC0...0xC2:
                guard content.count >= 6, image == nil else { throw .damaged }
                let first = content.startIndex
                guard content[first] == 8 else { throw .unknownCompression }
                components = Int(content[first + 5])
                image = PictureImage(
                    format: .jpeg,
                    bytes: bytes,
                    width: number(content[(first + 3)...], 2, isLittle: false),
                    height: number(content[(first + 1)...], 2, isLittle: false)
                )
            case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unknownCompression
            case 0xE1 where content.starts(with: Array("Exif\0\0".utf8)):
                orientation = Self.orientation(content.dropFirst(6)) ?? orientation
            case 0xE2 where content.starts(with: Array("ICC_PROFILE\0".utf8)):
                colours = colours ?? content.dropFirst(14)
            case 0xDA:
                guard var image, hasEnd(bytes, after: position) else { throw .damaged }
                switch components {
                case 1: break
                case 3:
                    if let colours, !PictureReader.isSRGB(colours) { throw .foreignColours }
                case 4: throw .inks
                default: throw .unknownCompression
                }
                image.orientation = orientation
                return image
            default: break
            }
        }
    }

    /// The marker at `position`, its content, and where the next one may stand.
    private static func segment(
        at position: Int,
        of bytes: [UInt8]
    ) -> (marker: UInt8, content: Range<Int>, end: Int)? {
        var position = position
        guard position < bytes.count, bytes[position] == 0xFF else { return nil }
        while position < bytes.count, bytes[position] == 0xFF { position += 1 }
        guard position + 2 < bytes.count else { return nil }
        let length = number(bytes[(position + 1)...], 2, isLittle: false)
        let end = position + 1 + length
        guard length >= 2, end <= bytes.count, bytes[position] != 0xD9 else { return nil }
        return (bytes[position], position + 3..<end, end)
    }

    /// Whether the picture's end is there; some programs write more behind it.
    private static func hasEnd(_ bytes: [UInt8], after start: Int) -> Bool {
        var position = bytes.count - 2
        while position >= start {
            if bytes[position] == 0xFF, bytes[position + 1] == 0xD9 { return true }
            position -= 1
        }
        return false
    }

    /// Tag 274 of the first directory.
    private static func orientation(_ exif: ArraySlice<UInt8>) -> PictureImage.Orientation? {
        let isLittle = exif.starts(with: Array("II".utf8))
        func value(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= exif.count else { return nil }
            return number(exif.dropFirst(offset), count, isLittle: isLittle)
        }
        guard let directory = value(4, 4), let entries = value(directory, 2) else { return nil }
        for entry in 0..<entries {
            let offset = directory + 2 + 12 * entry
            guard let tag = value(offset, 2) else { return nil }
            if tag == 274 { return value(offset + 8, 2).flatMap(PictureImage.Orientation.init) }
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>, _ count: Int, isLittle: Bool) -> Int {
        let digits = bytes.prefix(count)
        return (isLittle ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
}
