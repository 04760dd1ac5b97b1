import COpenSSL

/// What a certificate says of the one who signs with it.
package struct CertificateSummary: Sendable, Hashable {
    /// Names as RFC 2253 writes them, letters of all languages kept.
    package var subject: String
    package var issuer: String
    /// Hexadecimal digits.
    package var serial: String
    /// Seconds since 1970-01-01T00:00:00Z.
    package var notBefore: Int
    package var notAfter: Int
    /// Such as `RSA 2048`.
    package var key: String
    /// Whether it vouches for itself alone.
    package var isSelfSigned: Bool

    /// Whether it is in force at a moment.
    package func holds(at moment: Int) -> Bool {
        (notBefore...max(notBefore, notAfter)).contains(moment)
    }

    init(_ certificate: OpaquePointer) {
        subject = Self.name(X509_get_subject_name(certificate))
        issuer = Self.name(X509_get_issuer_name(certificate))
        serial = Self.serial(of: certificate)
        notBefore = seconds(X509_get0_notBefore(certificate)) ?? 0
        notAfter = seconds(X509_get0_notAfter(certificate)) ?? 0
        isSelfSigned = X509_self_signed(certificate, 1) == 1
        key = Self.key(of: certificate)
    }

    private static func name(_ name: OpaquePointer?) -> String {
        guard let name else { return "" }
        return MemoryBIO.text { bio in _ = print_name(bio, name) }
    }

    private static func serial(of certificate: OpaquePointer) -> String {
        guard let number = X509_get0_serialNumber(certificate) else { return "" }
        return MemoryBIO.text { bio in _ = i2a_ASN1_INTEGER(bio, number) }
    }

    private static func key(of certificate: OpaquePointer) -> String {
        guard let key = X509_get0_pubkey(certificate) else { return "" }
        let kind =
            switch EVP_PKEY_get_base_id(key) {
            case NID_rsaEncryption, NID_rsassaPss: "RSA"
            case NID_X9_62_id_ecPublicKey: "ECDSA"
            default: OBJ_nid2sn(EVP_PKEY_get_base_id(key)).map { String(cString: $0) } ?? ""
            }
        return "\(kind) \(EVP_PKEY_get_bits(key))"
    }
}

/// Seconds since 1970-01-01T00:00:00Z; `nil` for no time.
func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int? {
    guard let time, let epoch = ASN1_TIME_set(nil, 0) else { return nil }
    defer { ASN1_STRING_free(epoch) }
    var days: Int32 = 0
    var rest: Int32 = 0
    guard ASN1_TIME_diff(&days, &rest, epoch, time) == 1 else { return nil }
    return Int(days) * 86_400 + Int(rest)
}
