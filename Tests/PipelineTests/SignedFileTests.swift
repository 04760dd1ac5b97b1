import Archive
import Diagnostics
import Foundation
import SignatureKit
import TestSupport
import Testing

@Suite(.serialized) struct SignedFileTests {
    static let samples = ["tables", "streams"]

    private func sample(_ name: String) throws -> SignedSample {
        try (name == "tables" ? SignedSample.tables : SignedSample.streams).get()
    }

    private func check(_ proof: SignedProof, _ index: Int = 0) throws -> SignatureCheck {
        guard case .signature(let check) = proof.signatures[index].outcome else {
            throw NotASignature()
        }
        return check
    }

    private struct NotASignature: Error {}

    @Test(arguments: samples)
    func `a good signature covers the whole file and names signer, issuer and times`(
        _ name: String
    ) throws {
        let sample = try sample(name)
        let bytes = try sample.signed("good", by: "rsa", "timestamp", "visible")
        #expect(bytes.starts(with: sample.archived))
        let proof = try sample.proof(of: bytes, trusts: "root")
        #expect(proof.codes == [])
        #expect(proof.signatures.count == 1 && proof.revisions >= 2)
        let signature = proof.signatures[0].signature
        #expect(signature.coverage == .whole)
        #expect(signature.field == "ChuKy1" && signature.encoding == "ETSI.CAdES.detached")
        #expect(
            signature.appearance?.page == 1 && signature.appearance?.box == [300, 60, 500, 120]
        )
        let check = try check(proof)
        #expect(check.holds && check.namesCertificate == true)
        #expect(check.signer.subject == "CN=Văn thư thử" && check.signer.issuer == "CN=Nơi cấp thử")
        #expect(check.signer.key == "RSA 2048" && check.digest.hasPrefix("SHA"))
        // 2021-01-08 03:00 UTC, as the service was told.
        #expect(check.timestamp?.time == 1_610_074_800 && check.timestamp?.holds == true)
        #expect(check.chain == .trusted(root: "CN=Nơi cấp thử"))
        #expect(proof.steps.flatMap { $0.changes ?? [] }.allSatisfy { $0.isHarmless })
        let text = proof.text(in: .vi)
        #expect(text.contains("00-2023@v1") && text.contains("2021-01-08 03:00:00 UTC"))
        #expect(text.contains("Kết luận: nguyên văn bản lưu"))
        // Without certificates to believe, that is said.
        #expect(try sample.proof(of: bytes).text(in: .vi).contains("KHÔNG KIỂM TRA"))
    }

    @Test(arguments: samples)
    func `two signatures, an elliptic key and the older encoding`(_ name: String) throws {
        let sample = try sample(name)
        _ = try sample.signed("first", by: "rsa")
        let bytes = try sample.signed("both", from: "first", by: "ec", "adbe", "field=ChuKy2")
        let proof = try sample.proof(of: bytes, trusts: "root")
        #expect(proof.codes == [])
        let signatures = proof.signatures.map(\.signature)
        #expect(signatures.map(\.field) == ["ChuKy1", "ChuKy2"])
        #expect(signatures.map(\.encoding) == ["ETSI.CAdES.detached", "adbe.pkcs7.detached"])
        #expect(signatures[1].coverage == .whole)
        #expect(signatures[0].coverage == .revision(proof.revisions - 1))
        let second = try check(proof, 1)
        #expect(second.signer.key == "ECDSA 256" && second.signingTime != nil && second.holds)
    }

    @Test(arguments: samples)
    func `a byte changed anywhere in what is signed breaks the digest`(_ name: String) throws {
        let sample = try sample(name)
        let bytes = try sample.signed("whole", by: "rsa")
        let place = try #require(SignedFile(bytes)?.signatures.first?.place)
        // In the content of the report, and in the update; each is a byte inside a stream or a text.
        let update = try #require(bytes.lastRange(of: Array("Phát".utf8).prefix(2)))
        for offset in [sample.archived.count / 2, update] {
            #expect(!place.contains(offset))
            var altered = bytes
            altered[offset] ^= 1
            let proof = try sample.proof(of: altered)
            #expect(proof.codes.contains("digest-differs"), "\(offset)")
            #expect((proof.beginning == nil) == (offset < sample.archived.count))
        }
    }

    @Test(arguments: samples)
    func `what is changed after signing is told with its page`(_ name: String) throws {
        let sample = try sample(name)
        _ = try sample.signed("base-signed", by: "rsa")
        for (kind, code, part) in [
            ("page", "changed-after-signing", DocumentChange.Part.content(page: 1)),
            ("note", "changed-after-signing", .annotations(page: 1)),
            ("title", "changed-after-signing?", .metadata),
        ] {
            try sample.sign(kind, sample.path("base-signed"), sample.path(kind))
            let proof = try sample.proof(of: try sample.bytes(kind))
            #expect(proof.codes == [code], "\(kind)")
            #expect(proof.steps.last?.until == nil)
            let changes = proof.steps.last?.changes ?? []
            #expect(changes.filter { !$0.isHarmless }.map(\.part) == [part])
            #expect(try check(proof).holds, "the signature holds for what it covers")
        }
    }

    @Test(arguments: samples)
    func `a page changed before signing is told although the signature is good`(
        _ name: String
    ) throws {
        let sample = try sample(name)
        try sample.sign("page", sample.path("base"), sample.path("page-first"))
        let proof = try sample.proof(of: try sample.signed("sly", from: "page-first", by: "rsa"))
        #expect(proof.codes == ["changed-before-signing"])
        #expect(try check(proof).holds && proof.beginning != nil)
    }

    @Test(arguments: samples)
    func `a document time-stamp and long-term data are harmless`(_ name: String) throws {
        let sample = try sample(name)
        _ = try sample.signed("to-stamp", by: "ec")
        try sample.sign("stamp", sample.authority, sample.path("to-stamp"), sample.path("stamped"))
        let proof = try sample.proof(of: try sample.bytes("stamped"), trusts: "root")
        #expect(proof.codes == [])
        #expect(proof.signatures.map(\.signature.kind) == [.signature, .timestamp])
        #expect(proof.steps.last?.changes?.map(\.part).contains(.longTermData) == true)
    }

    @Test func `signed bytes that leave something out are refused`() throws {
        let sample = try sample("tables")
        let bytes = try sample.signed("ranges", by: "rsa")
        let signature = try #require(SignedFile(bytes)?.signatures.first)
        let first = signature.ranges[0].count
        func altered(_ old: String, _ new: String) throws -> [UInt8] {
            let place = try #require(bytes.lastRange(of: Array(old.utf8)))
            var bytes = bytes
            bytes.replaceSubrange(place..<(place + old.utf8.count), with: new.utf8)
            return bytes
        }
        let shorter = try altered("[0 \(first) ", "[0 \(first - 1) ")
        #expect(try sample.proof(of: shorter).codes.contains("coverage"))
        let later = try altered("[0 \(first) ", "[1 \(first) ")
        #expect(try sample.proof(of: later).codes.contains("coverage"))
        let last = signature.ranges[1].count
        let unended = try altered(" \(last)", " \(last - 9)")
        #expect(try sample.proof(of: unended).codes.contains("coverage"))
    }

    @Test func `one who vouches for himself, and one whose term is over, are not believed`() throws
    {
        let sample = try sample("tables")
        let alone = try sample.signed("alone", by: "alone")
        #expect(try sample.proof(of: alone).text(in: .vi).contains("tự cấp"))
        #expect(try sample.proof(of: alone, trusts: "root").codes == ["not-trusted"])
        #expect(try sample.proof(of: alone, trusts: "alone").codes == [])
        let old = try sample.signed("old", by: "old", "adbe")
        let proof = try sample.proof(of: old, trusts: "root")
        #expect(proof.codes == ["not-in-force", "not-trusted"])
        #expect(try check(proof).holds)
        let stamped = try sample.signed("old-stamped", by: "old", "timestamp")
        #expect(try sample.proof(of: stamped).codes == ["not-in-force"])
    }

    @Test func `a certificate that was not issued for what it did is not believed`() throws {
        let sample = try sample("tables")
        let secret = try sample.signed("secret", by: "secret")
        #expect(try sample.proof(of: secret, trusts: "root").codes == ["not-for-signing"])
        // A signer's certificate stands for no time-stamping service.
        let stamped = try sample.signed("own-clock", by: "ec", "timestamp", "clock=rsa")
        #expect(try sample.proof(of: stamped).codes == [])
        #expect(try sample.proof(of: stamped, trusts: "root").codes == ["not-trusted"])
        // Whoever is named is believed, a root or not.
        let good = try sample.signed("named", by: "rsa")
        #expect(try sample.proof(of: good, trusts: "rsa").codes == [])
    }

    @Test func `a file without a signature, and one with bytes behind it, are told`() throws {
        let sample = try sample("tables")
        #expect(try sample.proof(of: sample.archived).codes == ["no-signature"])
        let bytes = try sample.signed("tailed", by: "rsa", "certify")
        #expect(try sample.proof(of: bytes).signatures[0].signature.permission == 1)
        let tailed = try sample.proof(of: bytes + Array("\nBổ sung".utf8))
        #expect(tailed.codes == ["trailing-bytes"])
        // More than a reader looks back over for the end, as a mail gateway may add.
        let padded = try sample.proof(of: bytes + [UInt8](repeating: 0x78, count: 5_000))
        #expect(padded.codes == ["trailing-bytes"])
        let zeros = try sample.proof(of: bytes + [UInt8](repeating: 0, count: 4_096))
        #expect(zeros.codes == ["trailing-bytes?"] && zeros.beginning != nil)
        #expect(padded.trailing == 5_000 && padded.beginning != nil)
    }

    @Test(arguments: samples)
    func `a signed file that is cut short still tells what of it can be read`(_ name: String) throws
    {
        let sample = try sample(name)
        _ = try sample.signed("one", by: "rsa")
        let bytes = try sample.signed("two", from: "one", by: "ec", "field=ChuKy2")
        let second = try sample.proof(of: Array(bytes.dropLast(3_000)))
        #expect(second.beginning != nil && second.signatures.count == 1)
        #expect(second.codes == ["trailing-bytes"])
        #expect(try check(second).holds)
        let none = try sample.proof(of: Array(try sample.bytes("one").dropLast(30)))
        #expect(none.beginning != nil)
        #expect(none.codes == ["no-signature", "trailing-bytes"])
    }

    @Test func `a date of a PDF is compared with the certificate where the message has none`()
        throws
    {
        let sample = try sample("tables")
        let old = try sample.signed("old-pades", by: "old")
        // Nobody was named to be believed: the term alone tells it.
        #expect(try sample.proof(of: old).codes == ["not-in-force"])
        let text = try sample.proof(of: old, trusts: "root").text(in: .vi)
        #expect(text.contains("chứng thư đã hết hạn") && !text.contains("expired"))
    }

    @Test
    func
        `a note that was laid on a page before signing keeps the conclusion from saying all is well`()
        throws
    {
        let sample = try sample("tables")
        try sample.sign("note", sample.path("base"), sample.path("noted"))
        let proof = try sample.proof(
            of: try sample.signed("noted-signed", from: "noted", by: "rsa")
        )
        #expect(proof.codes == ["changed-before-signing?"])
        #expect(proof.text(in: .vi).contains("phải tự xem lại"))
        #expect(!proof.text(in: .vi).contains("nội dung không bị sửa"))
    }
}

extension [UInt8] {
    /// Where the last of these bytes begin.
    fileprivate func lastRange(of wanted: some Collection<UInt8>) -> Int? {
        let wanted = Array(wanted)
        return (0...Swift.max(0, count - wanted.count)).last {
            self[$0..<Swift.min($0 + wanted.count, count)].elementsEqual(wanted)
        }
    }
}
