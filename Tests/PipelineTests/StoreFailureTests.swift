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

    /// Runs a script with the store on a file system of its own, which is gone afterwards.
    private func onOwnDisk(_ store: ScratchStore, size: String, _ script: String) throws
        -> ProgramResult
    {
        let lines = """
            set -e
            mv "$1" "$1.goc"; mkdir "$1"
            mount -t tmpfs -o size=\(size) none "$1"
            cp -a "$1.goc/." "$1"
            archive() { "$2" archive "$3" --output "$4" --to "$1" --lang en; }
            \(script)
            """
        return try run(
            "unshare",
            ["-rm", "sh", "-c", lines, "sh", store.root.path, programPath("baocao")]
                + [store.period.path, store.period.output.path]
        )
    }

    /// Whether a file system can be mounted without being the machine's administrator.
    static let hasNamespaces =
        (try? run("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]))?.status == 0

    @Test(.enabled(if: hasNamespaces))
    func `a store on a disk that is read only is named, and can be verified`() throws {
        try withStore { store in
            try store.change()
            let result = try onOwnDisk(
                store,
                size: "64m",
                """
                mount -o remount,ro "$1"
                archive "$@" || echo "status $?"
                "$2" verify "$1" --lang en
                """
            )
            #expect(result.status == 0, "\(result.errorText)")
            #expect(result.text.contains("status 2") && result.text.contains("Conclusion: intact"))
            #expect(result.errorText.contains("Cannot"), "\(result.errorText)")
            #expect(result.errorText.contains("kho"))
        }
    }

    @Test(.enabled(if: hasNamespaces), arguments: [0, 8, 40, 120])
    func `a disk with too little room leaves the store as it was`(free: Int) throws {
        try withStore { store in
            try store.change()
            let result = try onOwnDisk(
                store,
                size: "64m",
                """
                used=$(df -k --output=used "$1" | tail -1)
                mount -o remount,size=$((used + \(free)))k "$1"
                archive "$@" || echo "status $?"
                diff -r "$1" "$1.goc" && "$2" verify "$1" --lang en
                mount -o remount,size=64m "$1"
                archive "$@" && "$2" verify "$1" --lang en
                """
            )
            #expect(result.status == 0, "\(result.text)\(result.errorText)")
            #expect(result.text.contains("status 2"), "\(result.text)")
            #expect(result.text.components(separatedBy: "Conclusion: intact.").count == 3)
            #expect(result.errorText.contains("the disk is full"), "\(result.errorText)")
        }
    }

    @Test(arguments: ["edition.json", "ledger.csv", "products/data/tidy.csv"])
    func `nothing is added to editions that were altered, and the file is named`(name: String)
        throws
    {
        try withStore { store in
            try store.change()
            let file = "v1/content/\(name)"
            try store.write(try store.bytes(file) + Data("x".utf8), to: file)
            let before = try contents(of: store.root)
            let result = try store.archive()
            #expect(result.status == 2)
            #expect(result.errorText.contains("archive.refused.damaged-store"))
            #expect(result.errorText.contains(file), "\(result.errorText)")
            #expect(try contents(of: store.root) == before)
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
        "mkdir", "renameat2", "rename", "fsync", "unlink", "rmdir", "write",
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
