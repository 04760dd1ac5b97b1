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

    /// Report and return notes of the fixture, made by a command line that stands before the program's.
    private func products(
        of period: String,
        into output: URL,
        by words: [String] = [],
        _ environment: [String: String] = [:],
        in folder: URL? = nil,
        jobs: Int = 2
    ) throws -> [String: Data] {
        let program = words + [programPath("baocao")]
        let templates = ["--templates", projectRoot.appendingPathComponent("Templates").path]
        for command in [["build", period, "--jobs", String(jobs)], ["notes", period]] {
            let all = program + command + templates + ["--output", output.path]
            let result = try run(
                all[0],
                Array(all.dropFirst()),
                environment: environment,
                in: folder
            )
            #expect(result.status == 0, "\(result.errorText)")
        }
        return try contents(of: output)
    }

    private func expectEqual(_ made: [String: Data], _ usual: [String: Data], _ way: String) {
        #expect(made.keys.sorted() == usual.keys.sorted(), "\(way)")
        for (name, bytes) in usual { #expect(made[name] == bytes, "\(way): \(name)") }
    }

    @Test func `bytes are equal for any user, locale, number of threads, cores and order of files`()
        throws
    {
        try withScratchFolder { root in
            let period = fixtures.appendingPathComponent("an-giang-2020").path
            let usual = try products(of: period, into: root.appendingPathComponent("usual"))

            // Locales with their own letters, numbers and order of names.
            for name in ["tr_TR", "vi_VN"] {
                let made = try run(
                    "localedef",
                    ["-i", name, "-f", "UTF-8", "\(root.path)/\(name).UTF-8"]
                )
                try #require(made.status == 0, "\(made.errorText)")
                let environment = [
                    "LOCPATH": root.path, "LC_ALL": "\(name).UTF-8", "HOME": "/", "USER": "x",
                ]
                let output = root.appendingPathComponent(name)
                let other = try products(of: period, into: output, environment, jobs: 1)
                expectEqual(other, usual, name)
            }

            let one = try products(
                of: period,
                into: root.appendingPathComponent("one"),
                by: ["taskset", "-c", "0"],
                jobs: 7
            )
            expectEqual(one, usual, "one core")

            // A folder that lists its files in the other order, reached by a link and a relative path.
            let moved = root.appendingPathComponent("kỳ khác")
            for name in ["an-giang-2019", "an-giang-2020"] {
                try copyBackwards(
                    fixtures.appendingPathComponent(name),
                    to: moved.appendingPathComponent(name)
                )
            }
            let backwards = try products(
                of: "./an-giang-2020/",
                into: root.appendingPathComponent("backwards"),
                in: moved
            )
            expectEqual(backwards, usual, "backwards")
            let link = root.appendingPathComponent("an-giang-2020")
            try FileManager.default.createSymbolicLink(
                at: link,
                withDestinationURL: moved.appendingPathComponent("an-giang-2020")
            )
            let linked = try products(of: link.path, into: root.appendingPathComponent("linked"))
            expectEqual(linked, usual, "by a link")
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only the system's own user can become another"))
    func `bytes are equal for a user with another number`() throws {
        try withScratchFolder { root in
            let period = fixtures.appendingPathComponent("an-giang-2020").path
            let usual = try products(of: period, into: root.appendingPathComponent("usual"))
            let output = root.appendingPathComponent("other")
            try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
            for folder in [root, output] {
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o777],
                    ofItemAtPath: folder.path
                )
            }
            let words = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
            expectEqual(try products(of: period, into: output, by: words), usual, "another user")
        }
    }

    /// The same files, made from the last name to the first: many file systems list them so.
    private func copyBackwards(_ source: URL, to target: URL) throws {
        let files = FileManager.default
        for path in try files.subpathsOfDirectory(atPath: source.path).sorted().reversed() {
            let from = source.appendingPathComponent(path)
            let to = target.appendingPathComponent(path)
            if try from.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
            try files.createDirectory(
                at: to.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try files.copyItem(at: from, to: to)
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
