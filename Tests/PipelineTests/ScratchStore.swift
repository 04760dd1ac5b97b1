import Archive
import Foundation
import TestSupport
import Testing

/// The small period, built, and a store that a test may spoil.
struct ScratchStore {
    let period: ScratchPeriod

    var root: URL { period.root.appendingPathComponent("kho") }
    var object: URL { root.appendingPathComponent("baocao%3a00-2023") }

    /// Archives what stands built; `prelude` is run by a shell before.
    func archive(after prelude: String = ":", environment: [String: String] = [:]) throws
        -> ProgramResult
    {
        try run(
            "sh",
            ["-c", "\(prelude); exec \"$@\"", "sh", programPath("baocao"), "archive", period.path]
                + ["--output", period.output.path, "--to", root.path, "--lang", "en"]
                + ["--user", "Văn thư <vt@example.vn>"],
            environment: ["SOURCE_DATE_EPOCH": "1704067200"].merging(environment) { $1 }
        )
    }

    func verify() throws -> Verified {
        let result = try baocao("verify", root.path, "--format", "json", "--lang", "en")
        var verified = try JSONDecoder().decode(Verified.self, from: result.output)
        verified.status = result.status
        return verified
    }

    /// A second edition: one name changed, built and archived.
    func archiveChange() throws {
        try change()
        try #require(try archive().status == 0)
    }

    func change() throws {
        try period.replace("Làng gốm Hạ", with: "Làng gốm Hạ Mới", in: "submissions/mot.csv")
        try #require(try period.build().status == 0)
    }

    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: object.appendingPathComponent(name))
    }

    func write(_ data: Data, to name: String) throws {
        try data.write(to: object.appendingPathComponent(name))
    }

    /// Every regular file of the store, by its path there.
    var files: [String] { get throws { try contents(of: root).keys.sorted() } }
}

/// What `verify --format json` prints.
struct Verified: Decodable {
    var status: Int32 = -1
    var intact: Bool
    var files: Int
    var periods: [Period]
    var head: String?
    var faults: [Doubt]

    enum CodingKeys: CodingKey { case intact, files, periods, head, faults }

    struct Period: Decodable {
        var period: String
        var editions: Int
        var chain: String?
    }

    /// `file code` of each fault.
    var places: [String] {
        faults.map {
            "\($0.file ?? "-") \($0.code.replacingOccurrences(of: "archive.store.", with: ""))"
        }
    }
}

/// A store with one edition of the small period.
func withStore<Result>(_ body: (ScratchStore) throws -> Result) throws -> Result {
    try withSmallPeriod { period in
        try #require(try period.build().status == 0)
        let store = ScratchStore(period: period)
        let result = try store.archive()
        try #require(result.status == 0, "\(result.errorText)")
        return try body(store)
    }
}
