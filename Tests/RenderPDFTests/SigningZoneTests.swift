import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import RenderPDF

@Suite struct SigningZones {
    /// The share of a zone's pixels that are not white, on the page as Poppler draws it.
    private func ink(in zone: SigningZone, of file: [UInt8], height: Double) throws -> Int {
        try withScratchFolder { folder in
            let path = folder.appendingPathComponent("a.pdf")
            try Data(file).write(to: path)
            let page = String(zone.page)
            let result = try run(
                "pdftoppm",
                [
                    "-gray", "-r", "72", "-f", page, "-l", page,
                    "-x", String(zone.left), "-y",
                    String(Int((height - Double(zone.top)).rounded(.up))),
                    "-W", String(zone.right - zone.left), "-H", String(zone.top - zone.bottom),
                    path.path, folder.appendingPathComponent("z").path,
                ]
            )
            #expect(result.status == 0, "\(result.errorText)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let name = try #require(names.first { $0.hasSuffix(".pgm") })
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            let count = (zone.right - zone.left) * (zone.top - zone.bottom)
            return bytes.suffix(count).count { $0 < 250 }
        }
    }

    private var final: Document {
        var document = sampleReport
        document.draft = nil
        return document
    }

    @Test func `stay free of everything that is printed`() throws {
        let drawing = try drawn(final).drawing
        let file = try assemble(drawing, profile: .a1a)
        let zones = drawing.signingZones
        #expect(zones.map(\.kind).contains(.signature) && zones.map(\.kind).contains(.seal))
        #expect(zones.count { $0.kind == .attachment } == sampleReport.annexes.count)
        for zone in zones {
            let page = drawing.pages[zone.page - 1]
            #expect(zone.left >= 0 && zone.bottom >= 0)
            #expect(Double(zone.right) <= page.width && Double(zone.top) <= page.height)
            #expect(try ink(in: zone, of: file, height: page.height) == 0, "\(zone)")
        }
    }

    @Test func `have the seal in its real size over a third of the signature`() throws {
        let zones = try drawn(final).drawing.signingZones
        let signature = try #require(zones.first { $0.kind == .signature })
        let seal = try #require(zones.first { $0.kind == .seal })
        let millimetre = 72 / 25.4
        #expect(abs(Double(seal.right - seal.left) / millimetre - 36) < 0.8)
        #expect(abs(Double(seal.top - seal.bottom) / millimetre - 36) < 0.8)
        let overlap = Double(seal.right - signature.left) / Double(signature.right - signature.left)
        #expect(abs(overlap - 1.0 / 3) < 0.03)
        #expect(seal.left < signature.left)
    }

    @Test func `are none where nobody signs`() throws {
        #expect(try drawn(sampleReport).drawing.signingZones.isEmpty)
        var document = final
        document.closing.position = []
        document.closing.signer = nil
        document.closing.recipients = []
        let kinds = Set(try drawn(document).drawing.signingZones.map(\.kind))
        #expect(kinds == [.attachment])
    }
}
