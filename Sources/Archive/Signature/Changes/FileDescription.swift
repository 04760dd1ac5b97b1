/// What a file says of itself in its metadata, when and by what it was last saved aside.
struct FileDescription: Equatable {
    /// Values by property, in the order of the file.
    private var properties: [String: [String]] = [:]

    private static let names = [
        "dc:title", "dc:creator", "dc:description", "dc:subject", "dc:language", "dc:rights",
        "pdf:Keywords", "pdfaid:part", "pdfaid:conformance", "pdfuaid:part",
    ]

    /// Of packets of XMP, as elements or as attributes; programs that save write it anew in their own way.
    init(xmp: [UInt8]) {
        let letters = Array(String(decoding: xmp, as: UTF8.self).utf8)
        for name in Self.names {
            let values = Self.values(of: Array(name.utf8), in: letters)
            if !values.isEmpty { properties[name] = values }
        }
    }

    /// Of the entries of `/Info` that tell of the document.
    static func isOfDocument(_ key: String) -> Bool {
        !["ModDate", "Producer"].contains(key)
    }

    private static func values(of name: [UInt8], in xmp: [UInt8]) -> [String] {
        let element = [UInt8(ascii: "<")] + name
        let closing = Array("</".utf8) + name + [UInt8(ascii: ">")]
        let attribute = name + Array("=\"".utf8)
        var values: [String] = []
        var place = 0
        while place < xmp.count {
            let rest = xmp[place...]
            if rest.starts(with: element), let end = rest.firstRange(of: closing) {
                values.append(plain(rest[(place + element.count)..<end.lowerBound]))
                place = end.upperBound
            } else if rest.starts(with: attribute) {
                let text = rest.dropFirst(attribute.count).prefix { $0 != UInt8(ascii: "\"") }
                values.append(String(decoding: text, as: UTF8.self))
                place = text.endIndex
            } else {
                place += 1
            }
        }
        return values
    }

    /// Without the rest of the opening tag and the tags inside.
    private static func plain(_ content: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var isTag = true
        for byte in content {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">"): isTag = false
            case 9, 10, 13: break
            default: if !isTag { text.append(byte) }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
