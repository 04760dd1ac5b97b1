/// A path inside a bag (RFC 8493): below its folder, with slashes.
package struct BagPath: Sendable, Hashable {
    package var text: String

    /// `nil` for what could lead out of the bag or mean two things: an absolute path, a path of the home
    /// folder, empty parts, `.`, `..` and NUL. A backslash is a letter of a name, but where it parted folders
    /// the path must not lead out either.
    package init?(_ text: String) {
        let parts = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
        }
        guard !text.isEmpty, text.utf8.first != UInt8(ascii: "~"),
            parts.allSatisfy({ part in
                !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
            }),
            !text.utf8.contains(0)
        else { return nil }
        self.text = text
    }

    /// The path in a manifest, where it was written with `escaped`; `nil` for what a bag may not name.
    package init?(escaped text: String) {
        guard let plain = Self.unescaped(text) else { return nil }
        self.init(plain)
    }

    /// As manifests write it: line ends and percent signs by their codes, all else as it is.
    package var escaped: String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case "%": result += "%25"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether it belongs to the content of the bag rather than to what describes it.
    package var isPayload: Bool { text.utf8.starts(with: "data/".utf8) }

    /// Only the three codes are read; any other percent sign stands for itself, as older bags have it.
    private static func unescaped(_ text: String) -> String? {
        guard !text.utf8.contains(0x0D), !text.utf8.contains(0x0A) else { return nil }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = codes[
                    String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self).uppercased()
                ]
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let codes: [String: UInt8] = [
        "0D": 0x0D, "0A": 0x0A, "25": UInt8(ascii: "%"),
    ]
}

extension BagPath: Comparable {
    /// By the bytes of the path: composed and decomposed letters are different files.
    package static func == (left: BagPath, right: BagPath) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// As equality has it.
    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    /// By the bytes of the path.
    package static func < (left: BagPath, right: BagPath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
