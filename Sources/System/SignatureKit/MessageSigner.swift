import COpenSSL

/// The signer of a message and what was signed and added with it.
struct MessageSigner {
    /// Owns the handles.
    let message: SignedMessage
    let handle: OpaquePointer
    let certificate: OpaquePointer

    var hasSignedAttributes: Bool { CMS_signed_get_attr_count(handle) > 0 }

    /// Whether the certificate's key signed the attributes.
    var verifiesAttributes: Bool { CMS_SignerInfo_verify(handle) == 1 }

    private var digestAlgorithm: OpaquePointer? {
        var algorithm: UnsafeMutablePointer<X509_ALGOR>?
        CMS_SignerInfo_get0_algs(handle, nil, nil, &algorithm, nil)
        return algorithm.flatMap {
            EVP_get_digestbyname(OBJ_nid2sn(OBJ_obj2nid($0.pointee.algorithm)))
        }
    }

    /// Such as `SHA256`.
    var digestName: String {
        digestAlgorithm.flatMap { EVP_MD_get0_name($0) }.map { String(cString: $0) } ?? ""
    }

    func digest(of bytes: [UInt8]) -> [UInt8]? {
        digestAlgorithm.flatMap { libraryDigest(of: bytes, $0) }
    }

    /// The digest that was signed; `nil` where there are no signed attributes.
    var messageDigest: [UInt8]? {
        guard let object = OBJ_nid2obj(NID_pkcs9_messageDigest),
            let string = CMS_signed_get0_data_by_OBJ(handle, object, -3, V_ASN1_OCTET_STRING)
        else { return hasSignedAttributes ? [] : nil }
        return bytes(of: UnsafePointer(string.assumingMemoryBound(to: ASN1_STRING.self)))
    }

    var signingTime: Int? {
        guard let attribute = signed(NID_pkcs9_signingTime),
            let value = X509_ATTRIBUTE_get0_type(attribute, 0)
        else { return nil }
        switch value.pointee.type {
        case V_ASN1_UTCTIME: return seconds(value.pointee.value.utctime)
        case V_ASN1_GENERALIZEDTIME: return seconds(value.pointee.value.generalizedtime)
        default: return nil
        }
    }

    /// Whether the signed attribute names the certificate that the message carries (RFC 5035), which keeps
    /// another from being put in its place; `nil` where there is none.
    var namesCertificate: Bool? {
        let first = sequence(NID_id_smime_aa_signingCertificate)
        let second = sequence(NID_id_smime_aa_signingCertificateV2)
        guard first != nil || second != nil else { return nil }
        let one = first.flatMap { decoded($0) { d2i_ESS_SIGNING_CERT(nil, $0, $1) } }
        let two = second.flatMap { decoded($0) { d2i_ESS_SIGNING_CERT_V2(nil, $0, $1) } }
        defer {
            ESS_SIGNING_CERT_free(one)
            ESS_SIGNING_CERT_V2_free(two)
        }
        guard (first == nil) == (one == nil), (second == nil) == (two == nil),
            let chain = x509_stack_new()
        else { return false }
        defer { x509_stack_free(chain) }
        guard x509_stack_push(chain, certificate) > 0 else { return false }
        return OSSL_ESS_check_signing_certs(one, two, chain, 1) > 0
    }

    /// The value of the signature, which a time-stamp is of.
    var signatureValue: [UInt8] {
        CMS_SignerInfo_get0_signature(handle).map { bytes(of: $0) } ?? []
    }

    /// The message of the time-stamp beside the signature; `nil` where there is none.
    var timestampToken: [UInt8]? {
        let index = CMS_unsigned_get_attr_by_NID(handle, NID_id_smime_aa_timeStampToken, -1)
        guard index >= 0, let attribute = CMS_unsigned_get_attr(handle, index),
            let value = X509_ATTRIBUTE_get0_type(attribute, 0),
            value.pointee.type == V_ASN1_SEQUENCE,
            let sequence = value.pointee.value.sequence
        else { return nil }
        return bytes(of: sequence)
    }

    private func signed(_ kind: Int32) -> OpaquePointer? {
        let index = CMS_signed_get_attr_by_NID(handle, kind, -1)
        return index >= 0 ? CMS_signed_get_attr(handle, index) : nil
    }

    private func sequence(_ kind: Int32) -> [UInt8]? {
        guard let attribute = signed(kind), let value = X509_ATTRIBUTE_get0_type(attribute, 0),
            value.pointee.type == V_ASN1_SEQUENCE, let sequence = value.pointee.value.sequence
        else { return nil }
        return bytes(of: sequence)
    }

    private func bytes(of string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
        let count = Int(ASN1_STRING_length(string))
        return Array(
            UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: max(0, count))
        )
    }

    private func decoded(
        _ bytes: [UInt8],
        _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
    ) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return read(&start, buffer.count)
        }
    }
}

/// The digest of `bytes` by an algorithm of the library.
func libraryDigest(of bytes: [UInt8], _ algorithm: OpaquePointer) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &digest, &length, algorithm, nil) == 1 else { return nil }
    return Array(digest.prefix(Int(length)))
}
