import Foundation
import TestSupport
import Testing

@Suite struct ReproducibilityTests {
    /// Builds in a shell with a mask for new files, from a working folder, with these variables.
    private func build(
        _ period: URL,
        into output: URL,
        mask: String,
        from folder: URL,
        _ environment: [String: String]
    ) throws -> [String: Data] {
        let result = try run(
            "sh",
            ["-c", "umask \(mask); exec \"$@\"", "sh", programPath("baocao"), "build", period.path]
                + ["--output", output.path],
            environment: environment,
            in: folder
        )
        #expect(result.status == 0, "\(result.errorText)")
        return try contents(of: output.appendingPathComponent(period.lastPathComponent))
    }

    @Test func `bytes are equal in any zone, locale, mask and folder`() throws {
        let usual = try contents(of: try BuiltFixture.folder.get())
        try withFixture { period in
            let moved = period.root.appendingPathComponent("nơi khác/sâu hơn")
            try FileManager.default.createDirectory(
                at: moved.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            let inside = moved.deletingLastPathComponent()
            for name in ["an-giang-2019", "an-giang-2020"] {
                try FileManager.default.moveItem(
                    at: period.root.appendingPathComponent(name),
                    to: inside.appendingPathComponent(name)
                )
            }
            let other = try build(
                inside.appendingPathComponent("an-giang-2020"),
                into: period.root.appendingPathComponent("kq"),
                mask: "077",
                from: inside,
                [
                    "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C",
                    "HOME": "/nowhere", "SOURCE_DATE_EPOCH": "",
                ]
            )
            #expect(other.keys.sorted() == usual.keys.sorted())
            for (name, bytes) in usual { #expect(other[name] == bytes, "\(name)") }
        }
    }

    @Test func `the date comes from the variable, in universal time, else from the period`() throws
    {
        try withSmallPeriod { period in
            func made(_ environment: [String: String], _ name: String) throws -> [String: Data] {
                try build(
                    period.folder,
                    into: period.root.appendingPathComponent(name),
                    mask: "022",
                    from: period.root,
                    environment
                )
            }
            func created(_ name: String) throws -> String {
                let pdf = period.root.appendingPathComponent("\(name)/nghe-2023/bao-cao.pdf").path
                let lines = try run("pdfinfo", ["-rawdates", pdf]).text.split(separator: "\n")
                return lines.first { $0.hasPrefix("CreationDate") }.map(String.init) ?? "none"
            }
            // 2024-02-29 23:30 UTC is the next day in Vietnam.
            let east = try made(["SOURCE_DATE_EPOCH": "1709249400", "TZ": "Asia/Ho_Chi_Minh"], "a")
            let west = try made(["SOURCE_DATE_EPOCH": "1709249400", "TZ": "America/Lima"], "b")
            _ = try made([:], "c")
            #expect(east == west)
            #expect(try created("a").contains("D:20240229"))
            #expect(try created("c").contains("D:20231231"))
            let junk = try made(["SOURCE_DATE_EPOCH": "hôm nay"], "d")
            #expect(junk == (try contents(of: period.root.appendingPathComponent("c/nghe-2023"))))
        }
    }
}
