import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite struct VerifyTests {
    @Test func `each of a thousand flipped bits is found, with its file`() throws {
        try withStore { store in
            try store.archiveChange()
            var random = SystemRandomNumberGenerator()
            let files = try store.files
            for _ in 0..<1_000 {
                let name = try #require(files.randomElement(using: &random))
                let url = store.root.appendingPathComponent(name)
                let data = try Data(contentsOf: url)
                guard !data.isEmpty else { continue }
                var flipped = data
                let (byte, bit) = (Int.random(in: 0..<data.count), UInt8.random(in: 0..<8))
                flipped[byte] ^= 1 << bit
                try flipped.write(to: url)
                var log = DiagnosticLog()
                let result = Pipeline.verify(store.root.path, log: &log)
                #expect(result.outcome == .faults, "\(name) byte \(byte) bit \(bit)")
                let folder = name.split(separator: "/").dropLast().joined(separator: "/")
                #expect(
                    result.faults.contains {
                        guard let file = $0.place?.file else { return false }
                        return file == name || name.hasPrefix(file) || file.hasPrefix(folder)
                    },
                    "\(name): \(result.faults.map { $0.place?.file ?? "" })"
                )
                try data.write(to: url)
            }
            #expect(try store.verify().faults.isEmpty)
        }
    }

    @Test func `files missing, extra, cut short or swapped are named`() throws {
        let object = "baocao%3a00-2023"
        let pdf = "v1/content/products/bao-cao.pdf"
        try withStore { store in
            let data = try store.bytes(pdf)
            try store.write(data.dropLast(), to: pdf)
            #expect(try store.verify().places == ["\(object)/\(pdf) e092"])
            try FileManager.default.removeItem(at: store.object.appendingPathComponent(pdf))
            #expect(try store.verify().places == ["\(object)/\(pdf) e092"])
            try store.write(data, to: pdf)

            try store.write(Data(), to: "v1/content/products/them.pdf")
            #expect(try store.verify().places == ["\(object)/v1/content/products/them.pdf e023"])
            try FileManager.default.removeItem(
                at: store.object.appendingPathComponent("v1/content/products/them.pdf")
            )

            let html = "v1/content/products/bao-cao.html"
            let page = try store.bytes(html)
            try store.write(page, to: pdf)
            try store.write(data, to: html)
            #expect(
                try store.verify().places == ["\(object)/\(html) e092", "\(object)/\(pdf) e092"]
            )
            try store.write(data, to: pdf)
            try store.write(page, to: html)

            for name in ["inventory.json", "inventory.json.sha512", "0=ocfl_object_1.1"] {
                let bytes = try store.bytes(name)
                try FileManager.default.removeItem(at: store.object.appendingPathComponent(name))
                let found = try store.verify()
                #expect(found.status == 1, "\(name)")
                #expect(found.faults.allSatisfy { $0.hint != nil }, "\(name)")
                try store.write(bytes, to: name)
            }
            #expect(try store.verify().faults.isEmpty)
        }
    }

    @Test func `a link, and a path that leads out of the store, are found and not followed`() throws
    {
        try withStore { store in
            let tidy = store.object.appendingPathComponent("v1/content/products/data/tidy.csv")
            let copy = store.period.root.appendingPathComponent("tidy.csv")
            try FileManager.default.moveItem(at: tidy, to: copy)
            try FileManager.default.createSymbolicLink(at: tidy, withDestinationURL: copy)
            let places = try store.verify().places.map { $0.split(separator: " ").last ?? "" }
            #expect(places.contains("e090") && places.contains("e092"))
            try FileManager.default.removeItem(at: tidy)
            try FileManager.default.moveItem(at: copy, to: tidy)

            let inventory = try #require(
                String(data: try store.bytes("inventory.json"), encoding: .utf8)
            )
            let hostile = inventory.replacingOccurrences(
                of: "\"v1/content/products/data/tidy.csv\"",
                with: "\"v1/content/../../../../tidy.csv\""
            )
            try #require(hostile != inventory)
            try store.write(Data(hostile.utf8), to: "inventory.json")
            #expect(try store.verify().places.contains("baocao%3a00-2023/inventory.json e099"))
            #expect(try store.archive().status == 2, "nothing is added to a damaged object")
        }
    }

    @Test func `a past that is rewritten with all its inventories breaks the chain`() throws {
        try withStore { store in
            try store.archiveChange()
            // Whoever may write the store changes a text of the first edition and every digest of OCFL.
            let name = "v1/content/inputs/period/nghe-2023/submissions/hai.csv"
            let old = try store.bytes(name)
            let new = Data(
                String(decoding: old, as: UTF8.self).replacingOccurrences(of: "44", with: "45").utf8
            )
            try #require(old != new)
            try store.write(new, to: name)
            let (before, after) = (try digest(old), try digest(new))
            for folder in ["", "v1/", "v2/"] {
                let text = String(
                    decoding: try store.bytes("\(folder)inventory.json"),
                    as: UTF8.self
                )
                let data = Data(text.replacingOccurrences(of: before, with: after).utf8)
                try store.write(data, to: "\(folder)inventory.json")
                try store.write(
                    Data("\(try digest(data)) inventory.json\n".utf8),
                    to: "\(folder)inventory.json.sha512"
                )
            }
            let found = try store.verify()
            #expect(found.status == 1)
            #expect(
                found.places == [
                    "baocao%3a00-2023/v1/content/edition.json a004",
                    "baocao%3a00-2023/v2/content/edition.json a004",
                ]
            )
        }
    }

    @Test(arguments: [
        ("\"2024-01-01T00:00:00Z\"", "\"2023-01-01T00:00:00Z\""),
        ("\"Văn thư\"", "\"Người khác\""),
        ("mailto:vt@example.vn", "mailto:ai@example.vn"),
        ("\"00-2023@v1, ", "\"Bản nháp, "),
    ])
    func `who archived an edition, when and why cannot be rewritten unseen`(
        old: String,
        new: String
    ) throws {
        try withStore { store in
            try store.archiveChange()
            // In the edition's record and in every inventory, all digests made right.
            let name = "v1/content/edition.json"
            let record = try store.bytes(name)
            let changed = Data(
                String(decoding: record, as: UTF8.self).replacingOccurrences(of: old, with: new)
                    .utf8
            )
            try #require(record != changed)
            try store.write(changed, to: name)
            let (before, after) = (try digest(record), try digest(changed))
            for folder in ["", "v1/", "v2/"] {
                let inventory = "\(folder)inventory.json"
                let text = String(decoding: try store.bytes(inventory), as: UTF8.self)
                let data = Data(
                    text.replacingOccurrences(of: before, with: after)
                        .replacingOccurrences(of: old, with: new).utf8
                )
                try store.write(data, to: inventory)
                try store.write(
                    Data("\(try digest(data)) inventory.json\n".utf8),
                    to: "\(inventory).sha512"
                )
            }
            let places = try store.verify().places
            #expect(places.contains("baocao%3a00-2023/\(name) a004"), "\(places)")
        }
    }

    @Test func `an edition whose record cannot be read is no place to begin a new chain`() throws {
        try withStore { store in
            let record = try store.bytes("v1/content/edition.json")
            let changed = Data(
                String(decoding: record, as: UTF8.self)
                    .replacingOccurrences(of: "\"chain\"", with: "\"chains\"").utf8
            )
            try store.write(changed, to: "v1/content/edition.json")
            let text = String(decoding: try store.bytes("inventory.json"), as: UTF8.self)
            let data = Data(
                text.replacingOccurrences(of: try digest(record), with: try digest(changed)).utf8
            )
            for folder in ["", "v1/"] {
                try store.write(data, to: "\(folder)inventory.json")
                try store.write(
                    Data("\(try digest(data)) inventory.json\n".utf8),
                    to: "\(folder)inventory.json.sha512"
                )
            }
            try store.change()
            let before = try contents(of: store.root)
            let result = try store.archive()
            #expect(result.status == 1)
            #expect(result.errorText.contains("archive.refused.damaged-store"))
            #expect(try contents(of: store.root) == before)
        }
    }

    @Test(arguments: ["", "v2"])
    func `one of the two inventories is enough to check every other file`(folder: String) throws {
        try withStore { store in
            try store.archiveChange()
            let name = (folder.isEmpty ? "" : "\(folder)/") + "inventory.json"
            try store.write(try store.bytes(name).dropLast(40), to: name)
            let pdf = "v1/content/products/bao-cao.pdf"
            try store.write(try store.bytes(pdf).dropLast(), to: pdf)
            let found = try store.verify()
            #expect(found.places.contains("baocao%3a00-2023/\(name) e060"), "\(found.places)")
            #expect(found.places.contains("baocao%3a00-2023/\(pdf) e092"), "\(found.places)")
            #expect(found.periods.map(\.editions) == [2] && found.head != nil)
            #expect(found.faults.allSatisfy { $0.hint != nil })
        }
    }

    @Test(arguments: ["v1", "v1/content"])
    func `a folder that is a link is not entered, its files are missing`(folder: String) throws {
        try withStore { store in
            let place = store.object.appendingPathComponent(folder)
            let outside = store.period.root.appendingPathComponent("ngoai")
            try FileManager.default.moveItem(at: place, to: outside)
            try FileManager.default.createSymbolicLink(at: place, withDestinationURL: outside)
            let found = try store.verify()
            #expect(found.places.contains("baocao%3a00-2023/\(folder) e090"), "\(found.places)")
            let missing = found.faults.filter { $0.message.contains("The file is missing") }
            #expect(missing.count > 20 && found.files == 0)
            let link = found.faults.first { $0.code.hasSuffix("e090") }
            #expect(link?.hint?.contains("put the file itself in its place") == true)
        }
    }

    @Test func `every edition's value is told again, to be compared with the paper`() throws {
        try withStore { store in
            let first = try store.verify().periods[0].chain
            try store.archiveChange()
            let text = try baocao("verify", store.root.path, "--lang", "en").text
            let short = String(try #require(first).uppercased().prefix(4))
            #expect(text.contains("  00-2023@v1: chain \(short) "), "\(text)")
            #expect(text.hasSuffix("Conclusion: intact.\n"))
            let pdf = "v1/content/products/bao-cao.pdf"
            try store.write(try store.bytes(pdf).dropLast(), to: pdf)
            let damaged = try baocao("verify", store.root.path, "--lang", "en").text
            #expect(damaged.hasSuffix("Conclusion: NOT INTACT, 1 errors, 0 warnings.\n"))
        }
    }

    @Test func `what is damaged in one place is restored from another, which is named`() throws {
        try withStore { store in
            let name = "v1/content/inputs/fonts/LiberationSerif-Bold.ttf"
            // A second period of the same register shares nothing but bytes.
            let copy = store.period.root.appendingPathComponent("nghe-2024")
            try FileManager.default.copyItem(at: store.period.folder, to: copy)
            let other = ScratchPeriod(root: store.period.root, folder: copy)
            try other.replace(
                "year: 2023, cutoff: 2023",
                with: "year: 2024, cutoff: 2024",
                in: "report.yaml"
            )
            try #require(try other.build().status == 0)
            try #require(try ScratchStore(period: other).archive().status == 0)
            try store.write(Data("x".utf8), to: name)
            let fault = try #require(try store.verify().faults.first)
            #expect(
                fault.hint?.contains(
                    "baocao%3a00-2024/v1/content/inputs/fonts/LiberationSerif-Bold.ttf"
                )
                    == true
            )
        }
    }

    @Test func `a store of a newer version is left alone and says so`() throws {
        try withStore { store in
            try FileManager.default.moveItem(
                at: store.root.appendingPathComponent("0=ocfl_1.1"),
                to: store.root.appendingPathComponent("0=ocfl_2.0")
            )
            let before = try contents(of: store.root)
            #expect(try store.verify().places == ["0=ocfl_2.0 a008"])
            #expect(try baocao("editions", store.root.path).status == 2)
            try store.change()
            #expect(try store.archive().status == 2)
            #expect(try contents(of: store.root) == before)
        }
    }

    private func digest(_ data: Data) throws -> String {
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent("x")
            try data.write(to: file)
            return String(try run("sha512sum", [file.path]).text.prefix(128))
        }
    }
}
