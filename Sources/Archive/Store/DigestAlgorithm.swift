import COpenSSL

/// The digests of OCFL and its extension 0001.
package enum DigestAlgorithm: String, Sendable, CaseIterable {
    case md5
    case sha1
    case sha256
    case sha512
    case sha512Half = "sha512/256"
    case blake2b160 = "blake2b-160"
    case blake2b256 = "blake2b-256"
    case blake2b384 = "blake2b-384"
    case blake2b512 = "blake2b-512"

    /// Hexadecimal digits of a digest.
    package var digits: Int {
        switch self {
        case .md5: 32
        case .sha1, .blake2b160: 40
        case .sha256, .sha512Half, .blake2b256: 64
        case .blake2b384: 96
        case .sha512, .blake2b512: 128
        }
    }

    /// Whether `text` may be a digest of this kind, in letters of any case.
    package func isDigest(_ text: String) -> Bool {
        text.utf8.count == digits
            && text.utf8.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
                default: false
                }
            }
    }

    /// Whether the library can make it: the short forms of BLAKE2 it does not know.
    package var isAtHand: Bool { function != nil }

    var function: OpaquePointer? {
        switch self {
        case .md5: EVP_md5()
        case .sha1: EVP_sha1()
        case .sha256: EVP_sha256()
        case .sha512: EVP_sha512()
        case .sha512Half: EVP_sha512_256()
        case .blake2b512: EVP_blake2b512()
        case .blake2b160, .blake2b256, .blake2b384: nil
        }
    }
}
