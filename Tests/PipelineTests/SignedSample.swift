import Archive
import Diagnostics
import Foundation
import SignatureKit
import TestSupport
import Testing

/// A report, signed and altered in many ways under an authority made for the tests.
struct SignedSample {
    let folder: URL
    /// The report as it would be archived.
    let archived: [UInt8]

    private static let script = projectRoot.appendingPathComponent("Tests/Checkers/sign.py").path
    private static let python =
        ProcessInfo.processInfo.environment["BAOCAO_PYTHON"]
        ?? projectRoot.appendingPathComponent(".venv/bin/python").path

    /// Of the archive profile `a-1a`, which has tables of cross-references.
    static let tables = Result { try SignedSample("a-1a") }
    /// Of the profile `a-3a`, which has streams of them, and objects in streams.
    static let streams = Result { try SignedSample("a-3a") }

    private init(_ profile: String) throws {
        folder = projectRoot.appendingPathComponent(".build/signed-tests/\(profile)")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let folder = folder
        archived = try withSmallPeriod { period in
            let result = try period.build("--profile", profile)
            try #require(result.status == 0, "\(result.errorText)")
            let report = period.products.appendingPathComponent("bao-cao.pdf")
            try FileManager.default.copyItem(
                at: report,
                to: folder.appendingPathComponent("base.pdf")
            )
            return [UInt8](try Data(contentsOf: report))
        }
        try sign("authority", folder.appendingPathComponent("ca").path)
    }

    /// Calls the signing program; the file that it makes is read back.
    @discardableResult
    func sign(_ words: String...) throws -> ProgramResult {
        let result = try run(Self.python, [Self.script] + words)
        try #require(result.status == 0, "\(words): \(result.errorText)")
        return result
    }

    func path(_ name: String) -> String { folder.appendingPathComponent("\(name).pdf").path }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent("\(name).pdf")))
    }

    var authority: String { folder.appendingPathComponent("ca").path }

    /// The report signed by `who`, under a name of its own.
    func signed(_ name: String, from source: String = "base", by who: String, _ options: String...)
        throws -> [UInt8]
    {
        let words = ["sign", authority, path(source), path(name), who] + options
        let result = try run(Self.python, [Self.script] + words)
        try #require(result.status == 0, "\(words): \(result.errorText)")
        return try bytes(name)
    }

    /// What bytes prove that are said to be the archived report signed.
    func proof(of bytes: [UInt8], trusts: String? = nil) throws -> SignedProof {
        let file = try #require(SignedFile(bytes))
        let anchors = try trusts.map { name in
            let pem = folder.appendingPathComponent("ca/\(name).pem")
            return try #require(TrustAnchors(pem: [UInt8](try Data(contentsOf: pem))))
        }
        let begins = bytes.starts(with: archived)
        let beginning = SignedProof.Beginning(
            edition: EditionName(period: "00-2023", number: 1),
            file: ArchivedFile(path: "products/bao-cao.pdf", sha512: "", content: ""),
            count: archived.count
        )
        return SignedProof(
            of: file,
            at: "signed.pdf",
            beginning: begins ? beginning : nil,
            anchors: anchors
        )
    }
}

extension SignedProof {
    /// Codes of what was found, without their stage.
    var codes: [String] {
        findings.map {
            String($0.code.dropFirst("archive.signed.".count)) + ($0.severity == .error ? "" : "?")
        }
    }
}
