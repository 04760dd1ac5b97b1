import DocumentModel

/// What a camera says of a picture (Exif 2.32), as far as it changes how it looks.
struct ExifData {
    var orientation: PictureImage.Orientation?
    /// Whether colours are those of DCF's optional space, which is Adobe RGB, when no profile says otherwise.
    var isAdobeRGB = false

    private let bytes: ArraySlice<UInt8>
    private let isLittle: Bool

    /// `bytes` begin at the order of bytes.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        isLittle = bytes.starts(with: Array("II".utf8))
        guard let first = number(at: 4, 4) else { return }
        orientation = value(of: 274, in: first)
            .flatMap { number(at: $0, 2) }.flatMap(PictureImage.Orientation.init)
        guard let camera = value(of: 34_665, in: first).flatMap({ number(at: $0, 4) }),
            let exchange = value(of: 40_965, in: camera).flatMap({ number(at: $0, 4) }),
            let rule = value(of: 1, in: exchange)
        else { return }
        isAdobeRGB = self.bytes.dropFirst(rule).starts(with: Array("R03".utf8))
    }

    /// Where the value of a tag stands, or the way to it.
    private func value(of tag: Int, in directory: Int) -> Int? {
        guard let entries = number(at: directory, 2) else { return nil }
        for entry in 0..<entries {
            let offset = directory + 2 + 12 * entry
            guard let found = number(at: offset, 2) else { return nil }
            if found == tag { return offset + 8 }
        }
        return nil
    }

    private func number(at offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        let digits = Array(bytes.dropFirst(offset).prefix(count))
        return (isLittle ? digits.reversed() : digits).reduce(0) { $0 << 8 | Int($1) }
    }
}
