import DocumentModel

extension Page {
    /// The picture inside the page itself, so that the file stands alone.
    func write(_ picture: Picture, to markup: inout Markup) {
        let image = picture.image
        markup.element(.figure, [.id(picture.anchor), .style("picture")]) { figure in
            figure.element(
                .img,
                [
                    Attribute(
                        "src",
                        "data:\(image.format.mediaType);base64,\(base64(image.bytes))"
                    ),
                    Attribute("alt", picture.alternative),
                    Attribute("width", String(image.seenWidth)),
                    Attribute("height", String(image.seenHeight)),
                ]
            )
            figure.element(.figcaption) {
                writeCaption(picture.caption, label: picture.label, unit: nil, to: &$0)
            }
        }
    }
}

/// RFC 4648, section 4.
private func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let three = bytes[start..<min(start + 3, bytes.count)]
        let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
        for place in 0..<4 {
            let letter = letters[bits >> (18 - 6 * place) & 63]
            text.append(place <= three.count ? letter : UInt8(ascii: "="))
        }
    }
    return String(decoding: text, as: UTF8.self)
}
