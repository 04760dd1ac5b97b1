import COpenSSL

/// The SHA-256 of `bytes` (FIPS 180-4) as 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) throws(DigestFailure) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let status = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    guard status == 1, length == 32 else { throw DigestFailure() }
    return hexadecimal(digest)
}

/// A SHA-256 of bytes that come in stretches.
package final class SHA256Stream {
    private let context: OpaquePointer

    package init() throws(DigestFailure) {
        guard let context = EVP_MD_CTX_new() else { throw DigestFailure() }
        self.context = context
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { throw DigestFailure() }
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next bytes; false when the library cannot.
    package func add(_ bytes: UnsafeRawBufferPointer) -> Bool {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
    }

    /// 64 lower-case hexadecimal digits; nothing may be added any more.
    package func finish() throws(DigestFailure) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard EVP_DigestFinal_ex(context, &digest, &length) == 1, length == 32 else {
            throw DigestFailure()
        }
        return hexadecimal(digest)
    }
}

/// The C library could not make a digest, as in a set-up that forbids it.
package struct DigestFailure: Error, Hashable {
    package init() {}
}

/// Two lower-case digits for each byte.
func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
