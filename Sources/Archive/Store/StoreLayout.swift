/// Where objects of a store lie: OCFL's extension 0003 without tuples, so that an object's folder is its id
/// with everything but letters, digits, `-` and `_` as `%` and two digits. Any disk takes such a name.
package enum StoreLayout {
    package static let specification = "1.1"
    package static let declaration = "0=ocfl_1.1"
    package static let objectDeclaration = "0=ocfl_object_1.1"
    package static let layoutFile = "ocfl_layout.json"
    package static let `extension` = "0003-hash-and-id-n-tuple-storage-layout"
    package static let configurationFile = "extensions/\(`extension`)/config.json"
    /// Objects are named by URIs of a scheme of their own.
    private static let scheme = "baocao:"

    /// What `ocfl_layout.json` says.
    package static let layout = """
        {
          "extension": "\(`extension`)",
          "description": "Hashed Truncated N-tuple Trees with Object ID Encapsulating Directory for OCFL Storage Hierarchies"
        }

        """

    /// What the extension's `config.json` says.
    package static let configuration = """
        {
          "extensionName": "\(`extension`)",
          "digestAlgorithm": "sha256",
          "tupleSize": 0,
          "numberOfTuples": 0
        }

        """

    /// The id of a period's object.
    package static func id(of period: String) -> String { scheme + period }

    /// The period of an object; `nil` for the object of another program.
    package static func period(ofID id: String) -> String? {
        id.hasPrefix(scheme) && id.utf8.count > scheme.utf8.count
            ? String(id.dropFirst(scheme.count)) : nil
    }

    /// The folder of a period's object.
    package static func folder(of period: String) -> String { folder(ofID: id(of: period)) }

    /// The folder of an object.
    package static func folder(ofID id: String) -> String {
        var name = ""
        for byte in id.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "%" + hexadecimal([byte])
            }
        }
        return name
    }

    /// The period whose object a folder would hold; `nil` for any other folder.
    package static func period(ofFolder name: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(name.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard rest.count >= 2, let value = UInt8(digits, radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let period = period(ofID: String(decoding: bytes, as: UTF8.self)),
            folder(of: period) == name
        else { return nil }
        return period
    }
}
