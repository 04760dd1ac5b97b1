import Archive
import Foundation
import Testing
import TestSupport

struct SHA256Tests {
    /// FIPS 180-4 example messages, as published by NIST.
    @Test(arguments: [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func `is that of the standard`(message: String, digest: String) throws {
        #expect(try Archive.sha256(of: Array(message.utf8)) == digest)
    }

    @Test func `agrees with sha256sum on bytes of every value`() throws {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent("bytes")
            try Data(bytes).write(to: file)
            let printed = try run("sha256sum", [file.path]).text
            #expect(printed.hasPrefix(try Archive.sha256(of: bytes) + " "))
        }
    }
}
