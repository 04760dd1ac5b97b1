import COpenSSL

/// Bytes in memory as libcrypto reads and writes them.
enum MemoryBIO {
    /// Calls `body` with a reader of `bytes`, which lasts as long as the call.
    static func reading<Result>(_ bytes: [UInt8], _ body: (OpaquePointer) -> Result?) -> Result? {
        guard let count = Int32(exactly: bytes.count) else { return nil }
        return bytes.withUnsafeBytes { buffer in
            // No bytes have no place; the reader wants one.
            guard
                let bio = BIO_new_mem_buf(
                    buffer.baseAddress ?? UnsafeRawPointer(bitPattern: 1),
                    count
                )
            else { return nil }
            defer { BIO_free(bio) }
            return body(bio)
        }
    }

    /// What `body` writes.
    static func text(_ body: (OpaquePointer) -> Void) -> String {
        String(decoding: bytes(body), as: UTF8.self)
    }

    static func bytes(_ body: (OpaquePointer) -> Void) -> [UInt8] {
        guard let bio = BIO_new(BIO_s_mem()) else { return [] }
        defer { BIO_free(bio) }
        body(bio)
        var start: UnsafeMutablePointer<CChar>?
        let count = bio_memory(bio, &start)
        guard let start, count > 0 else { return [] }
        return UnsafeRawBufferPointer(start: start, count: count).map { $0 }
    }
}
