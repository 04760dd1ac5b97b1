import COpenSSL

/// What a signature's message says, and whether it holds for the bytes that it is said to be of.
package struct SignatureCheck: Sendable, Hashable {
    package var signer: CertificateSummary
    /// Such as `SHA256`.
    package var digest: String
    /// Whether the digest in the message is that of the bytes.
    package var digestMatches: Bool
    /// Whether the signer's key made the signature of the message.
    package var signatureHolds: Bool
    /// Whether the message names the certificate that it carries; `nil` where it names none.
    package var namesCertificate: Bool?
    /// The signed attribute, in seconds since 1970; the signer's own clock.
    package var signingTime: Int?
    /// A time-stamping service's word that the signature was there.
    package var timestamp: TimestampCheck?
    package var chain: ChainResult

    /// Whether everything that can be checked without believing anyone holds.
    package var holds: Bool {
        digestMatches && signatureHolds && namesCertificate != false
    }
}

/// Why a signature's contents cannot be checked.
package enum SignatureFault: Error, Hashable {
    case notAMessage
    /// None or several, where there must be one.
    case signers(Int)
    case noCertificate
    case unknownDigest
}

/// Checks the message of a detached signature (CMS, RFC 5652) against the bytes that were signed.
///
/// `message` may be followed by zeros, which fill its place in a PDF. The way to `anchors` is looked at as
/// things were when it was signed.
package func checkSignature(
    _ message: [UInt8],
    of content: [UInt8],
    anchors: TrustAnchors? = nil
) throws(SignatureFault) -> SignatureCheck {
    defer { ERR_clear_error() }
    let message = try SignedMessage(message)
    let signer = try message.signer()
    guard let digest = signer.digest(of: content) else { throw .unknownDigest }
    let summary = CertificateSummary(signer.certificate)
    let timestamp = signer.timestampToken.flatMap { token in
        try? checkTimestamp(token, of: signer.signatureValue, anchors: anchors)
    }
    let signingTime = signer.signingTime
    let moment = timestamp?.holds == true ? timestamp?.time : signingTime
    return SignatureCheck(
        signer: summary,
        digest: signer.digestName,
        digestMatches: signer.messageDigest.map { $0 == digest }
            ?? message.verifies(content),
        signatureHolds: signer.hasSignedAttributes
            ? signer.verifiesAttributes : message.verifies(content),
        namesCertificate: signer.namesCertificate,
        signingTime: signingTime,
        timestamp: timestamp,
        chain: anchors?.chain(of: signer.certificate, over: message.certificates, at: moment)
            ?? .notAsked
    )
}
