import CZlib
import ColourModel
import DocumentModel

/// The chunks of a PNG file (ISO/IEC 15948).
struct PNGHeader {
    static let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private var size: (width: Int, height: Int)?
    private var profile: ArraySlice<UInt8>?
    private var isSRGB = false
    /// Primaries, transfer, matrix and range by number (ITU-T H.273).
    private var codes: [UInt8]?
    private var gamma: Int?
    private var chromaticities: [Int]?

    static func picture(_ bytes: [UInt8]) throws(PictureFault) -> PictureImage {
        var header = PNGHeader()
        var position = start.count
        while position + 12 <= bytes.count {
            let length = number(bytes[position...])
            let content = position + 8
            guard length <= bytes.count - content - 4 else { throw .damaged }
            let name = String(decoding: bytes[position + 4..<content], as: UTF8.self)
            if name == "IEND" {
                guard let size = header.size else { throw .damaged }
                return PictureImage(
                    format: .png,
                    bytes: bytes,
                    width: size.width,
                    height: size.height,
                    colours: try header.colours
                )
            }
            try header.read(name, bytes[content..<content + length])
            position = content + length + 4
        }
        throw .damaged
    }

    private mutating func read(
        _ name: String,
        _ content: ArraySlice<UInt8>
    ) throws(PictureFault) {
        switch name {
        case "IHDR":
            guard content.count == 13, size == nil else { throw .damaged }
            size = (number(content), number(content.dropFirst(4)))
        case "iCCP":
            // After its name, and a byte for the one way of packing.
            guard let end = content.prefix(80).firstIndex(of: 0) else { throw .brokenProfile }
            profile = content[end...].dropFirst(2)
        case "sRGB": isSRGB = true
        case "cICP": codes = Array(content)
        case "gAMA" where content.count == 4: gamma = number(content)
        case "cHRM" where content.count == 32:
            chromaticities = (0..<8).map { number(content.dropFirst(4 * $0)) }
        default: break
        }
    }

    /// The first that is there counts, as PNG's third edition orders them.
    private var colours: PictureColours {
        get throws(PictureFault) {
            if let codes {
                guard codes == [1, 13, 0, 1] else { throw .foreignColours }
                return .document
            }
            if let profile {
                guard let unpacked = Self.unpacked(profile), let profile = ColourProfile(unpacked)
                else { throw .brokenProfile }
                guard profile.space != .inks, let colours = profile.curvedColours else {
                    throw .foreignColours
                }
                return try Self.colours(colours)
            }
            guard !isSRGB, gamma != nil || chromaticities != nil else { return .document }
            return try Self.colours(writtenColours)
        }
    }

    /// Where only one of the two is written, the other is that of sRGB.
    private var writtenColours: CurvedColours? {
        let places = chromaticities.map { numbers in
            stride(from: 0, to: 8, by: 2).map { start in
                (x: Double(numbers[start]) / 100_000, y: Double(numbers[start + 1]) / 100_000)
            }
        }
        guard let gamma, abs(gamma - Self.usualGamma) > 500 else {
            return CurvedColours(chromaticities: places, curve: .sRGB)
        }
        guard gamma > 0 else { return nil }
        return CurvedColours(chromaticities: places, curve: .gamma(100_000 / Double(gamma)))
    }

    /// What programs write that mean sRGB (ISO/IEC 15948, 11.3.3.5).
    private static let usualGamma = 45_455

    private static func colours(
        _ colours: CurvedColours?
    ) throws(PictureFault) -> PictureColours {
        guard let colours else { throw .foreignColours }
        return colours.isSRGB ? .document : .converted(colours)
    }

    /// A profile as it was packed; one of more than 4 MB is not believed.
    private static func unpacked(_ packed: ArraySlice<UInt8>) -> [UInt8]? {
        let packed = Array(packed)
        var length = UInt(4 << 20)
        var code = Z_OK
        let profile = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            code = uncompress(buffer.baseAddress, &length, packed, UInt(packed.count))
            count = code == Z_OK ? Int(length) : 0
        }
        return code == Z_OK ? profile : nil
    }
}

/// Four bytes, the highest one first.
private func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
}
