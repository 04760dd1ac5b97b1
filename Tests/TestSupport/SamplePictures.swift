import Foundation

/// Small pictures of the tests.
package enum SamplePictures {
    /// 24 × 16 pixels, shades of blue.
    package static var jpeg: [UInt8] {
        bytes(
            """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB
            RkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
            T09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYF/8QAFhABAQEAAAAAAAAA
            AAAAAAAAABVi/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/xAAVEQEBAAAAAAAAAAAAAAAAAAAAE//aAAwDAQACEQMRAD8AzZOS
            TldycknKmqaaEk5F3JyFSb//2Q==
            """
        )
    }

    /// 6 × 4 pixels, half transparent at the left.
    package static var png: [UInt8] {
        bytes(
            """
            iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAYAAACtBE5DAAAAGklEQVQI12MUcs5tYICCd3snw9lMDDgA6RIAZxsECB7Y5KoAAAAASUVORK5CYII=
            """
        )
    }

    /// The JPEG picture with a segment put before its own.
    package static func jpeg(with marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return Array(jpeg.prefix(2)) + [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)]
            + content + jpeg.dropFirst(2)
    }

    /// Exif data that say how a picture is to be held.
    package static func exif(orientation: UInt8, isLittle: Bool) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isLittle ? bytes : bytes.reversed()
        }
        var bytes = Array("Exif\0\0".utf8) + Array((isLittle ? "II" : "MM").utf8)
        bytes += number(42, 2) + number(8, 4) + number(1, 2)
        bytes += number(274, 2) + number(3, 2) + number(1, 4) + number(Int(orientation), 2)
        return bytes + number(0, 2) + number(0, 4)
    }

    /// Exif data whose colours are those of DCF's optional space: three directories, one in the other.
    package static func exifOfAdobeRGB(isLittle: Bool) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isLittle ? bytes : bytes.reversed()
        }
        func directory(_ tag: Int, _ kind: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            number(1, 2) + number(tag, 2) + number(kind, 2) + number(count, 4) + value
                + number(0, 4)
        }
        var bytes = Array("Exif\0\0".utf8) + Array((isLittle ? "II" : "MM").utf8)
        bytes += number(42, 2) + number(8, 4)
        bytes += directory(34_665, 4, 1, number(26, 4))
        bytes += directory(40_965, 4, 1, number(44, 4))
        return bytes + directory(1, 2, 4, Array("R03\0".utf8))
    }

    private static func bytes(_ text: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }
}
