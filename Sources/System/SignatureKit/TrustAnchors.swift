import COpenSSL

/// Certificates that someone decided to believe.
package final class TrustAnchors {
    private let store: OpaquePointer
    /// How many there are.
    package let count: Int

    /// Certificates one after the other as PEM; `nil` where there is none.
    package init?(pem: [UInt8]) {
        guard let store = X509_STORE_new() else { return nil }
        self.store = store
        let count = MemoryBIO.reading(pem) { bio -> Int? in
            var count = 0
            while let certificate = PEM_read_bio_X509(bio, nil, nil, nil) {
                if X509_STORE_add_cert(store, certificate) == 1 { count += 1 }
                X509_free(certificate)
            }
            return count
        }
        ERR_clear_error()
        self.count = count ?? 0
        // The store is freed with the object, which exists once everything is set.
        if self.count == 0 { return nil }
    }

    deinit { X509_STORE_free(store) }

    /// Whether a certificate leads to one of them, over `others`, as things were at `moment`.
    func chain(of certificate: OpaquePointer, over others: OpaquePointer?, at moment: Int?)
        -> ChainResult
    {
        guard let context = X509_STORE_CTX_new() else { return .broken("") }
        defer { X509_STORE_CTX_free(context) }
        guard X509_STORE_CTX_init(context, store, certificate, others) == 1 else {
            return .broken("")
        }
        if let moment { X509_STORE_CTX_set_time(context, 0, moment) }
        defer { ERR_clear_error() }
        guard X509_verify_cert(context) == 1 else {
            let code = Int(X509_STORE_CTX_get_error(context))
            return .broken(X509_verify_cert_error_string(code).map { String(cString: $0) } ?? "")
        }
        guard let chain = X509_STORE_CTX_get0_chain(context),
            let root = x509_stack_at(chain, x509_stack_count(chain) - 1)
        else { return .broken("") }
        return .trusted(root: CertificateSummary(root).subject)
    }
}

/// What became of the way from a certificate to one that is believed.
package enum ChainResult: Sendable, Hashable {
    /// No certificates were given to believe.
    case notAsked
    case trusted(root: String)
    /// Why not, in the library's words.
    case broken(String)
}
