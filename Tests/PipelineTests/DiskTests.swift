import Foundation
import TestSupport
import Testing

@Suite struct DiskTests {
    /// Builds in a shell after `prelude`.
    private func build(_ period: ScratchPeriod, after prelude: String) throws -> ProgramResult {
        try run(
            "sh",
            ["-c", "\(prelude); exec \"$@\"", "sh", programPath("baocao"), "build", period.path]
                + ["--output", period.output.path, "--lang", "en"]
        )
    }

    private func change(_ period: ScratchPeriod) throws {
        try period.replace("GO,8,", with: "GO,9,", in: "submissions/mot.csv")
    }

    @Test func `a full disk leaves every byte and ends with two`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            let before = try contents(of: period.products)
            try change(period)
            let result = try build(period, after: "ulimit -f 8")
            #expect(result.status == 2)
            #expect(result.text.isEmpty)
            #expect(result.errorText.contains("Cannot write"))
            #expect(try contents(of: period.products) == before)
            let names = try FileManager.default.contentsOfDirectory(atPath: period.products.path)
            #expect(names.sorted() == ["bao-cao.html", "bao-cao.pdf", "build.json", "data"])
        }
    }

    @Test(arguments: ["/proc/ket-qua", "tep/ben-trong"])
    func `an output that takes no folder ends with two and names it`(output: String) throws {
        try withSmallPeriod { period in
            try Data().write(to: period.root.appendingPathComponent("tep"))
            let result = try baocao("build", period.path, "--output", output, in: period.root)
            #expect(result.status == 2)
            #expect(result.text.isEmpty)
            #expect(result.errorText.contains(output.split(separator: "/").first ?? "?"))
        }
    }

    @Test func `a killed run leaves old or new products whole, and the next one finishes`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            let old = try contents(of: period.products)
            try change(period)
            let elsewhere = period.root.appendingPathComponent("other").path
            #expect(try baocao("build", period.path, "--output", elsewhere).status == 0)
            let new = try contents(
                of: URL(fileURLWithPath: elsewhere).appendingPathComponent("nghe-2023")
            )
            for name in ["bao-cao.pdf", "bao-cao.html", "build.json", "data/tidy.csv"] {
                #expect(old[name] != new[name], "each product differs")
            }
            // The folder beside is the sign that publishing has begun.
            let script = """
                "$1" build "$2" --output "$3" >"$4" 2>&1 & run=$!
                while kill -0 $run 2>"$4"; do
                    set -- "$1" "$2" "$3" "$4" "$3"/*/.baocao-*
                    [ -e "$5" ] && break
                done
                [ "$DELAY" = 0 ] || sleep "$DELAY"
                kill -9 $run 2>"$4"
                wait $run 2>"$4"
                exit 0
                """
            for delay in ["0", "0", "0.002", "0.01"] {
                _ = try run(
                    "bash",
                    ["-c", script, "bash", programPath("baocao"), period.path, period.output.path]
                        + [period.root.appendingPathComponent("log").path],
                    environment: ["DELAY": delay]
                )
                let found = try contents(of: period.products)
                for (name, bytes) in old {
                    #expect(found[name] == bytes || found[name] == new[name], "\(name)")
                }
                let data = found.filter { $0.key.hasPrefix("data/") }
                #expect(
                    [old, new].contains { $0.filter { $0.key.hasPrefix("data/") } == data },
                    "the folder of data is of one run"
                )
            }
            #expect(try period.build().status == 0)
            #expect(try contents(of: period.products) == new)
        }
    }

    @Test func `what a killed run left behind is removed`() throws {
        try withSmallPeriod { period in
            // Even when another process has the number of the run that was killed.
            let left = period.products.appendingPathComponent(".baocao-1/data")
            try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
            try Data("nửa tệp".utf8).write(to: left.appendingPathComponent("tidy.csv"))
            #expect(try period.build("--only", "data").status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: period.products.path)
            #expect(names.sorted() == ["build.json", "data"])
        }
    }

    @Test func `two runs at once into one folder both end well`() throws {
        try withSmallPeriod { period in
            let script = """
                "$1" build "$2" --output "$3" & first=$!
                "$1" build "$2" --output "$3" & second=$!
                wait $first && wait $second
                """
            let result = try run(
                "bash",
                ["-c", script, "bash", programPath("baocao"), period.path, period.output.path]
            )
            #expect(result.status == 0, "\(result.errorText)")
            let together = try contents(of: period.products)
            #expect(
                try productNames(in: period.products) == [
                    "bao-cao.html", "bao-cao.pdf", "build.json", "data",
                ]
            )
            #expect(try period.build().status == 0)
            #expect(try contents(of: period.products) == together)
        }
    }
}
