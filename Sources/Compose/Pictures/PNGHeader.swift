import DocumentModel

/// The chunks of a PNG file (ISO/IEC 15948).
enum PNGHeader {
    static let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func picture(_ bytes: [UInt8]) throws(PictureFault) -> PictureImage {
        var position = start.count
        var image: PictureImage?
        while position + 12 <= bytes.count {
            let length = number(bytes, at: position)
            let content = position + 8
            guard length <= bytes.count - content - 4 else { throw .damaged }
            switch String(decoding: bytes[position + 4..<content], as: UTF8.self) {
            case "IHDR":
                guard length == 13, image == nil else { throw .damaged }
                image = PictureImage(
                    format: .png,
                    bytes: bytes,
                    width: number(bytes, at: content),
                    height: number(bytes, at: content + 4)
                )
            case "iCCP":
                // The profile itself is packed; before it stands its name.
                guard PictureReader.isSRGB(bytes[content..<content + length].prefix(80)) else {
                    throw .foreignColours
                }
            case "IEND":
                guard let image else { throw .damaged }
                return image
            default: break
            }
            position = content + length + 4
        }
        throw .damaged
    }

    private static func number(_ bytes: [UInt8], at position: Int) -> Int {
        bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
