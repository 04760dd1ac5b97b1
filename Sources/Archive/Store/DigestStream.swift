import COpenSSL

/// A digest of bytes that come in stretches.
package final class DigestStream {
    private let context: OpaquePointer

    package init(_ algorithm: DigestAlgorithm) throws(DigestFailure) {
        guard let function = algorithm.function, let context = EVP_MD_CTX_new() else {
            throw DigestFailure()
        }
        self.context = context
        guard EVP_DigestInit_ex(context, function, nil) == 1 else { throw DigestFailure() }
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next bytes.
    package func add(_ bytes: UnsafeRawBufferPointer) throws(DigestFailure) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
            throw DigestFailure()
        }
    }

    /// Lower-case hexadecimal digits; nothing may be added any more.
    package func finish() throws(DigestFailure) -> String {
        var digest = [UInt8](repeating: 0, count: 64)
        var length: UInt32 = 0
        guard EVP_DigestFinal_ex(context, &digest, &length) == 1 else { throw DigestFailure() }
        return hexadecimal(digest.prefix(Int(length)))
    }
}

/// The SHA-512 of `bytes` (FIPS 180-4) as 128 lower-case hexadecimal digits.
package func sha512(of bytes: [UInt8]) throws(DigestFailure) -> String {
    let stream = try DigestStream(.sha512)
    var failure: DigestFailure?
    bytes.withUnsafeBytes { buffer in
        do throws(DigestFailure) { try stream.add(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    return try stream.finish()
}
