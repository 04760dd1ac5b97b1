import ColourModel
import DocumentModel

/// The segments of a JPEG file before its pixels (ITU-T T.81, annex B).
struct JPEGHeader {
    static let start: [UInt8] = [0xFF, 0xD8, 0xFF]

    private var size: (width: Int, height: Int, components: Int)?
    private var exif: ExifData?
    /// Parts of the profile of colours, each after its number and how many there are.
    private var profileParts: [ArraySlice<UInt8>] = []
    private var isAdobe = false

    static func picture(_ bytes: [UInt8]) throws(PictureFault) -> PictureImage {
        var header = JPEGHeader()
        var position = 2
        while true {
            guard let segment = segment(at: position, of: bytes) else { throw .damaged }
            position = segment.end
            if segment.marker == 0xDA { break }
            try header.read(segment.marker, bytes[segment.content])
        }
        guard let size = header.size, hasEnd(bytes, after: position) else { throw .damaged }
        return PictureImage(
            format: .jpeg,
            bytes: bytes,
            width: size.width,
            height: size.height,
            orientation: header.exif?.orientation ?? .upright,
            colours: try header.colours(of: size.components)
        )
    }

    private mutating func read(
        _ marker: UInt8,
        _ content: ArraySlice<UInt8>
    ) throws(PictureFault) {
        switch marker {
        case 0xC0...0xC2:
            guard content.count >= 6, size == nil else { throw .damaged }
            let first = content.startIndex
            guard content[first] == 8 else { throw .unknownCompression }
            size = (
                number(content[(first + 3)...]), number(content[(first + 1)...]),
                Int(content[first + 5])
            )
        case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unknownCompression
        case 0xE1 where content.starts(with: Array("Exif\0\0".utf8)):
            exif = exif ?? ExifData(content.dropFirst(6))
        case 0xE2 where content.starts(with: Array("ICC_PROFILE\0".utf8)):
            profileParts.append(content.dropFirst(12))
        case 0xEE where content.starts(with: Array("Adobe".utf8)): isAdobe = true
        default: break
        }
    }

    private func colours(of components: Int) throws(PictureFault) -> PictureColours {
        guard [1, 3, 4].contains(components) else { throw .unknownCompression }
        guard !profileParts.isEmpty else {
            if components == 4 { throw .inks }
            if components == 3, exif?.isAdobeRGB == true, let profile = ColourProfile.adobeRGB {
                return .profile(profile, isInverted: false)
            }
            return .document
        }
        guard let joined = joinedProfile, let profile = ColourProfile(joined),
            profile.space.components == components
        else { throw .brokenProfile }
        return profile.isSRGB
            ? .document : .profile(profile, isInverted: components == 4 && isAdobe)
    }

    /// The parts in their order; `nil` where one is missing or twice (ICC.1:2010, B.4).
    private var joinedProfile: [UInt8]? {
        var parts: [UInt8: ArraySlice<UInt8>] = [:]
        for part in profileParts {
            guard part.count > 2, let number = part.first, number > 0,
                part.dropFirst().first == UInt8(exactly: profileParts.count),
                parts.updateValue(part.dropFirst(2), forKey: number) == nil
            else { return nil }
        }
        let ordered = parts.sorted { $0.key < $1.key }
        return ordered.last.map { Int($0.key) } == parts.count ? ordered.flatMap(\.value) : nil
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
        let length = number(bytes[(position + 1)...])
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
}

/// Two bytes, the higher one first.
private func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(2).reduce(0) { $0 << 8 | Int($1) }
}
