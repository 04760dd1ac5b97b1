import COpenSSL

/// A message of CMS with its one signer.
final class SignedMessage {
    let handle: OpaquePointer
    /// Those that it carries; `nil` where it carries none.
    let certificates: OpaquePointer?

    init(_ bytes: [UInt8]) throws(SignatureFault) {
        guard let handle = MemoryBIO.reading(bytes, { d2i_CMS_bio($0, nil) }) else {
            throw .notAMessage
        }
        guard OBJ_obj2nid(CMS_get0_type(handle)) == NID_pkcs7_signed else {
            CMS_ContentInfo_free(handle)
            throw .notAMessage
        }
        self.handle = handle
        certificates = CMS_get1_certs(handle)
    }

    deinit {
        if let certificates { x509_stack_free_all(certificates) }
        CMS_ContentInfo_free(handle)
    }

    /// The only signer, with the certificate that the message carries for it.
    func signer() throws(SignatureFault) -> MessageSigner {
        guard let signers = CMS_get0_SignerInfos(handle) else { throw .signers(0) }
        let count = Int(cms_signer_count(signers))
        guard count == 1, let signer = cms_signer_at(signers, 0) else { throw .signers(count) }
        _ = CMS_set1_signers_certs(handle, nil, 0)
        var certificate: OpaquePointer?
        CMS_SignerInfo_get0_algs(signer, nil, &certificate, nil, nil)
        guard let certificate else { throw .noCertificate }
        return MessageSigner(message: self, handle: signer, certificate: certificate)
    }

    /// Whether the message holds for bytes that stand outside, or for its own, whoever signed.
    func verifies(_ content: [UInt8]?) -> Bool {
        let flags = UInt32(CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY)
        guard let content else { return CMS_verify(handle, nil, nil, nil, nil, flags) == 1 }
        return MemoryBIO.reading(content) { bio in
            CMS_verify(handle, nil, nil, bio, nil, flags) == 1
        } ?? false
    }
}
