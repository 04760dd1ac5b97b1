/// The small file beside an inventory that holds its digest.
package enum Sidecar {
    /// Its name beside `inventory.json`.
    package static func name(_ algorithm: DigestAlgorithm) -> String {
        "inventory.json.\(algorithm.rawValue)"
    }

    /// What it says for an inventory of this digest.
    package static func text(_ digest: String) -> [UInt8] {
        Array("\(digest) inventory.json\n".utf8)
    }

    /// The digest in it, in small letters; `nil` when it is malformed.
    package static func digest(in bytes: [UInt8], _ algorithm: DigestAlgorithm) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" }
        guard words.count == 2, words[1] == "inventory.json", algorithm.isDigest(String(words[0])),
            bytes.count < 512
        else { return nil }
        return words[0].lowercased()
    }
}
