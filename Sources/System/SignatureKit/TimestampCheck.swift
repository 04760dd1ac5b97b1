import COpenSSL

/// A time-stamp token (RFC 3161): a service's word that bytes were there at a moment.
package struct TimestampCheck: Sendable, Hashable {
    package var service: CertificateSummary
    /// Seconds since 1970-01-01T00:00:00Z.
    package var time: Int
    /// Whether it is of the bytes that it is said to be of.
    package var matches: Bool
    /// Whether the service's key signed it.
    package var signatureHolds: Bool
    package var chain: ChainResult

    package var holds: Bool { matches && signatureHolds }
}

/// Checks a token against the bytes that it is said to be of.
package func checkTimestamp(
    _ token: [UInt8],
    of content: [UInt8],
    anchors: TrustAnchors? = nil
) throws(SignatureFault) -> TimestampCheck {
    defer { ERR_clear_error() }
    let message = try SignedMessage(token)
    guard OBJ_obj2nid(CMS_get0_eContentType(message.handle)) == NID_id_smime_ct_TSTInfo,
        let holder = CMS_get0_content(message.handle), let held = holder.pointee
    else { throw .notAMessage }
    let signer = try message.signer()
    let count = Int(ASN1_STRING_length(held))
    var start = ASN1_STRING_get0_data(held)
    guard let info = d2i_TS_TST_INFO(nil, &start, count) else { throw .notAMessage }
    defer { TS_TST_INFO_free(info) }
    guard let time = seconds(TS_TST_INFO_get_time(info)),
        let imprint = TS_TST_INFO_get_msg_imprint(info),
        let algorithm = TS_MSG_IMPRINT_get_algo(imprint),
        let digest = EVP_get_digestbyname(OBJ_nid2sn(OBJ_obj2nid(algorithm.pointee.algorithm))),
        let stated = TS_MSG_IMPRINT_get_msg(imprint)
    else { throw .unknownDigest }
    let bytes = Array(
        UnsafeBufferPointer(
            start: ASN1_STRING_get0_data(stated),
            count: max(0, Int(ASN1_STRING_length(stated)))
        )
    )
    return TimestampCheck(
        service: CertificateSummary(signer.certificate),
        time: time,
        matches: libraryDigest(of: content, digest) == bytes,
        signatureHolds: message.verifies(nil) && signer.namesCertificate != false,
        chain: anchors?.chain(of: signer.certificate, over: message.certificates, at: time)
            ?? .notAsked
    )
}
