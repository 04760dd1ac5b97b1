import Foundation
import TestSupport
import Testing

@Suite struct StoreFailureTests {
    @Test func `a full disk leaves the store as it was, and the next run archives`() throws {
        try withStore { store in
            let before = try contents(of: store.root)
            try store.change()
            let result = try store.archive(after: "ulimit -f 4")
            #expect(result.status == 2)
            #expect(result.errorText.contains("Cannot write"), "\(result.errorText)")
            #expect(try contents(of: store.root) == before)
            #expect(try store.verify().intact)
            #expect(try store.archive().status == 0)
            #expect(try store.verify().periods.map(\.editions) == [2])
        }
    }

    @Test func `a store that takes no files ends with two`() throws {
        try withSmallPeriod { period in
            try #require(try period.build().status == 0)
            let result = try baocao(
                "archive",
                period.path,
                "--output",
                period.output.path,
                "--to",
                "/proc/kho"
            )
            #expect(result.status == 2)
            #expect(result.errorText.contains("/proc/kho"))
        }
    }

    @Test func `two writers at once both end well, and one edition comes of it`() throws {
        try withStore { store in
            try store.change()
            let script = """
                import subprocess, sys
                runs = [subprocess.Popen(sys.argv[1:]) for _ in range(3)]
                sys.exit(max(run.wait(60) for run in runs))
                """
            let result = try run(
                ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3",
                ["-c", script, programPath("baocao"), "archive", store.period.path]
                    + ["--output", store.period.output.path, "--to", store.root.path]
            )
            #expect(result.status == 0)
            let verified = try store.verify()
            #expect(verified.intact, "\(verified.places)")
            #expect(verified.periods.map(\.editions) == [2])
        }
    }

    /// Kills the run at the entry of one of its system calls, again and again: the first of a kind, the
    /// second and so on, until the run gets to its end.
    @Test(arguments: [
        "mkdir", "renameat2", "rename", "syncfs", "fsync", "unlink", "rmdir", "write",
    ])
    func `a run that is killed at any change leaves a store as before or as after`(call: String)
        throws
    {
        try withStore { store in
            let base = store.period.root.appendingPathComponent("goc")
            try FileManager.default.copyItem(at: store.root, to: base)
            let before = try contents(of: store.root)
            try store.change()
            var points = 0
            while true {
                points += 1
                try FileManager.default.removeItem(at: store.root)
                try FileManager.default.copyItem(at: base, to: store.root)
                let trace =
                    "set -- strace -f -o /dev/null -e trace=\(call)"
                    + " -e inject=\(call):signal=KILL:when=\(points) \"$@\""
                let killed = try store.archive(after: trace)
                let seen = try store.verify()
                let left = try contents(of: store.root)
                for (name, data) in before
                where !name.contains("/inventory.json") || name.contains("/v1/") {
                    #expect(left[name] == data, "\(call) \(points): \(name)")
                }
                // Whole with one or two editions, or the one state that is told as unfinished.
                #expect(
                    seen.intact
                        || seen.places == ["baocao%3a00-2023/v2 a009"],
                    "\(call) \(points): \(seen.places)"
                )
                #expect(try store.archive().status == 0, "\(call) \(points)")
                let healed = try store.verify()
                #expect(healed.faults.isEmpty, "\(call) \(points): \(healed.places)")
                #expect(healed.periods.map(\.editions) == [2])
                if killed.status == 0 { break }
                try #require(points < 200)
            }
            #expect(points > 1 || call == "unlink", "no run was killed")
        }
    }
}
