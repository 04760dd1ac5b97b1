import Foundation

/// Pictures of one colour, 96 × 96 pixels.
package enum FlatPictures {
    /// Samples 200, 120, 60.
    package static var jpeg: [UInt8] {
        bytes(
            """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoK
            CgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK
            CgoKCgoKCgr/wAARCABgAGADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA
            FQEBAQAAAAAAAAAAAAAAAAAAAAj/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCkASmrQAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB//9k=
            """
        )
    }

    /// Sample 128.
    package static var grey: [UInt8] {
        bytes(
            """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoK
            CgoKBggLDAsKDAkKCgr/wAALCABgAGABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI
            AQEAAD8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/9k=
            """
        )
    }

    /// Inks 51, 153, 178, 26 of 255, written as what is left of the paper.
    package static var inks: [UInt8] {
        bytes(
            """
            /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoK
            CgYICwwLCgwJCgoK/9sAQwECAgICAgIFAwMFCgcGBwoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK
            CgoKCgoK/8AAFAgAYABgBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAECf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/
            xAAWAQEBAQAAAAAAAAAAAAAAAAAABwj/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AI14YrbKAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//9k=
            """
        )
    }

    /// A PNG of 96 × 96 pixels, each of `pixel`, with chunks of its own before them.
    package static func png(
        _ pixel: [UInt8],
        kind: UInt8 = 2,
        chunks: [(name: String, data: [UInt8])]
    ) -> [UInt8] {
        let rows = [[UInt8]](
            repeating: [0] + [[UInt8]](repeating: pixel, count: 96).flatMap { $0 },
            count: 96
        )
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += chunk("IHDR", long(96) + long(96) + [8, kind, 0, 0, 0])
        for own in chunks { file += chunk(own.name, own.data) }
        return file + chunk("IDAT", packed(rows.flatMap { $0 })) + chunk("IEND", [])
    }

    /// The chunk of a profile of colours.
    package static func profileChunk(_ profile: [UInt8]) -> (name: String, data: [UInt8]) {
        ("iCCP", Array("colours".utf8) + [0, 0] + packed(profile))
    }

    /// Chunks of 32-bit numbers.
    package static func numbersChunk(_ name: String, _ values: [Int]) -> (
        name: String, data: [UInt8]
    ) {
        (name, values.flatMap(long))
    }

    /// The form of zlib with everything stored as it is (RFC 1950, RFC 1951).
    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let part = bytes[start..<min(start + 65_535, bytes.count)]
            let length = [UInt8(part.count & 255), UInt8(part.count >> 8)]
            out += [start + part.count == bytes.count ? 1 : 0] + length + length.map { ~$0 } + part
        }
        var (low, high) = (1, 0)
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return out + long(high << 16 | low)
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return long(data.count) + body + long(Int(~sum))
    }

    private static func long(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func bytes(_ text: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }
}
