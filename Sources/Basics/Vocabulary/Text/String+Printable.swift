extension String {
    /// Text of a submission as a page can show it: line ends and tabs as blanks, other characters that
    /// cannot be seen as `\u{…}`.
    package var printable: String {
        guard unicodeScalars.contains(where: \.isInvisible) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": result.append(" ")
            case _ where scalar.isInvisible:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                result.append(contentsOf: "\\u{\(hex)}".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The part of a path after its last slash.
    package var lastPathComponent: String {
        split(separator: "/").last.map(String.init) ?? self
    }
}

extension Unicode.Scalar {
    /// Controls, marks of direction and what is no character at all.
    fileprivate var isInvisible: Bool {
        switch value {
        case ..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF0...0xFFFB, 0xFFFE...0xFFFF:
            true
        default: false
        }
    }
}
