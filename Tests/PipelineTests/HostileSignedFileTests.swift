import Archive
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct HostileSignedFileTests {
    /// Numbers that are the same in every run.
    private struct Dice {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }

    @Test(arguments: ["tables", "streams"])
    func `any damage is read to an end, and none passes for a whole file`(_ name: String) throws {
        let sample = try (name == "tables" ? SignedSample.tables : SignedSample.streams).get()
        let bytes = try sample.signed("damaged", by: "rsa")
        let place = try #require(SignedFile(bytes)?.signatures.first?.place)
        var dice = Dice(state: 7)
        for round in 0..<150 {
            var altered = bytes
            switch round % 3 {
            case 0: altered.removeLast(1 + dice.next(below: bytes.count - 1))
            case 1:
                // In the update, where what is read as structure stands.
                let start = sample.archived.count
                for _ in 0..<4 {
                    altered[start + dice.next(below: bytes.count - start)] = UInt8(
                        dice.next(below: 256)
                    )
                }
            default:
                for _ in 0..<8 {
                    altered[dice.next(below: bytes.count)] ^= UInt8(1 + dice.next(below: 255))
                }
            }
            let isTouched = zip(bytes, altered).enumerated().contains { offset, pair in
                pair.0 != pair.1 && !place.contains(offset)
            }
            guard isTouched || altered.count < bytes.count, let file = SignedFile(altered) else {
                continue
            }
            let proof = SignedProof(of: file, at: "x", beginning: nil, anchors: nil)
            #expect(proof.findings.contains { $0.severity == .error }, "round \(round)")
        }
    }

    @Test func `loops, deep nesting and impossible numbers come to an end`() {
        let deep = String(repeating: "[", count: 100_000)
        let files = [
            "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF",
            "%PDF-1.7\nxref\n0 999999999999999999\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
            "%PDF-1.7\nxref\n1 1\n0000000000 00000 n \ntrailer \(deep)\nstartxref\n9\n%%EOF",
            "%PDF-1.7\nstartxref\n999999999999999999\n%%EOF",
            "%PDF-1.7\n1 0 obj <</Type/XRef/Length 9223372036854775807/W[8 8 8]/Size 1>> stream\nx\nstartxref\n9\n%%EOF",
            "%PDF-1.7\nxref\n1 2\n0000000009 00000 n \n0000000009 00000 n \ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
            "%PDF-", "",
        ]
        for text in files {
            guard let file = SignedFile(Array(text.utf8)) else { continue }
            #expect(file.signatures.isEmpty)
            _ = file.changes(from: 0, to: file.bytes.count)
        }
    }
}
