import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

/// What is found in bags that are not whole, or made to deceive.
@Suite struct BagCheckTests {
    /// A bag of one file, made by another program, and the codes found in it after `spoil`.
    private func faults(_ spoil: (URL) throws -> Void) throws -> [String] {
        try withScratchFolder { root in
            let bag = root.appendingPathComponent("goi")
            try FileManager.default.createDirectory(at: bag, withIntermediateDirectories: true)
            try Data("một\n".utf8).write(to: bag.appendingPathComponent("mot\nhai.txt"))
            try run(
                pythonPath,
                [
                    "-c", "import bagit,sys; bagit.make_bag(sys.argv[1], checksums=['sha512'])",
                    bag.path,
                ]
            ).expectSuccess()
            try spoil(bag)
            var log = DiagnosticLog()
            checkBag(bag.path, log: &log)
            return log.sorted.map(\.code)
        }
    }

    private func append(_ text: String, to name: String, in bag: URL) throws {
        let file = bag.appendingPathComponent(name)
        let old = (try? Data(contentsOf: file)) ?? Data()
        try (old + Data(text.utf8)).write(to: file)
    }

    private let digest = String(repeating: "0", count: 128)

    /// The declaration of bags of version 0.97, which bagit-python writes, as 1.0.
    private func renew(_ bag: URL) throws {
        try Data("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)
            .write(to: bag.appendingPathComponent("bagit.txt"))
        var lines = try String(
            contentsOf: bag.appendingPathComponent("tagmanifest-sha512.txt"),
            encoding: .utf8
        ).split(separator: "\n").map(String.init)
        lines.removeAll { $0.hasSuffix("bagit.txt") }
        let digest = try run("sha512sum", [bag.appendingPathComponent("bagit.txt").path]).text
            .prefix(128)
        lines.append("\(digest) bagit.txt")
        try Data((lines.joined(separator: "\n") + "\n").utf8)
            .write(to: bag.appendingPathComponent("tagmanifest-sha512.txt"))
    }

    @Test func `finds nothing in a whole bag of another program`() throws {
        #expect(try faults { try renew($0) } == [])
    }

    @Test
    func `finds another version, a changed, missing and added file, and content kept elsewhere`()
        throws
    {
        #expect(try faults { _ in } == ["archive.bag.declaration"])
        #expect(
            try faults {
                try renew($0)
                try append("x", to: "data/mot\nhai.txt", in: $0)
            } == ["archive.bag.size", "archive.bag.changed"]
        )
        #expect(
            try faults {
                try renew($0)
                try FileManager.default.removeItem(
                    at: $0.appendingPathComponent("data/mot\nhai.txt")
                )
            } == ["archive.bag.size", "archive.bag.missing"]
        )
        #expect(
            try faults {
                try renew($0)
                try append("x", to: "data/them.txt", in: $0)
            } == ["archive.bag.size", "archive.bag.unlisted"]
        )
        #expect(
            try faults {
                try renew($0)
                try append("http://x 1 data/y\n", to: "fetch.txt", in: $0)
            }.contains("archive.bag.fetch")
        )
    }

    @Test(arguments: ["data/../../x", "/etc/passwd", "data/a\rb", "data//x", "../x"])
    func `refuses a manifest that leads out of the bag`(path: String) throws {
        let found = try faults {
            try renew($0)
            try append("\(digest)  \(path)\n", to: "manifest-sha512.txt", in: $0)
        }
        #expect(
            found.contains("archive.bag.path") || found.contains("archive.bag.line"),
            "\(found)"
        )
        #expect(!found.contains("archive.bag.missing"))
    }

    @Test func `refuses a repeated path and follows no link`() throws {
        #expect(
            try faults {
                try renew($0)
                let manifest = $0.appendingPathComponent("manifest-sha512.txt")
                let text = try String(contentsOf: manifest, encoding: .utf8)
                try append(text, to: "manifest-sha512.txt", in: $0)
            }.contains("archive.bag.duplicate")
        )
        #expect(
            try faults {
                try renew($0)
                try FileManager.default.createSymbolicLink(
                    at: $0.appendingPathComponent("data/lien-ket"),
                    withDestinationURL: URL(fileURLWithPath: "/etc/hostname")
                )
            } == ["archive.bag.kind"]
        )
    }
}
