import Archive
import Diagnostics
import Testing

struct EditionDifferenceTests {
    private func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

    @Test func `rows are known by their identifier wherever they stand`() throws {
        let old = try table("Mã,Tên,Vốn\nA,Một,1\nB,Hai,2\nC,Ba,3\n")
        let new = try table("Tên,Mã,Vốn\nBa,C,3\nHai,B,20\nBốn,D,4\n")
        let changes = RowChange.between(old, new) { $0 == "Mã" }
        #expect(
            changes.map { change in
                "\(change.kind.rawValue) \(change.identifier) "
                    + change.cells.map { "\($0.heading):\($0.old)>\($0.new)" }
                    .joined(separator: ",")
            } == [
                "changed B Vốn:2>20", "added D Tên:>Bốn,Mã:>D,Vốn:>4",
                "removed A Mã:A>,Tên:Một>,Vốn:1>",
            ]
        )
    }

    @Test func `rows with one identifier are told apart by their order`() throws {
        let old = try table("Mã,Vốn\nA,1\nA,2\n")
        let new = try table("Mã,Vốn\nA,1\nA,3\nA,4\n")
        let changes = RowChange.between(old, new) { $0 == "Mã" }
        #expect(changes.map(\.kind) == [.changed, .added])
        #expect(changes[0].cells == [RowChange.Cell(heading: "Vốn", old: "2", new: "3")])
    }

    @Test func `without identifiers a row is all its cells`() throws {
        let changes = RowChange.between(
            try table("Tên,Vốn\nMột,1\nHai,2\n"),
            try table("Tên,Vốn\nHai,2\nMột,3\n")
        ) { _ in false }
        #expect(changes.map(\.kind) == [.added, .removed])
    }

    private func settings(_ old: String, _ new: String) -> [String]? {
        func file(_ text: String) -> SourceText {
            SourceText(path: "report.yaml", bytes: Array(text.utf8))
        }
        return SettingChange.between(file(old), file(new))?.map {
            "\($0.path): \($0.old ?? "-") > \($0.new ?? "-")"
        }
    }

    @Test func `settings are compared by their keys`() {
        #expect(
            settings(
                "agency: {symbol: A, signer: B}\nunits: [{code: x, name: X}, {code: y, name: Y}]",
                "units: [{code: z, name: Z}, {code: y, name: Y2}]\nagency: {symbol: A1}"
            ) == [
                "units.z.code: - > z", "units.z.name: - > Z", "units.y.name: Y > Y2",
                "agency.symbol: A > A1", "agency.signer: B > -", "units.x.code: x > -",
                "units.x.name: X > -",
            ]
        )
        #expect(settings("a: 1", "a: 1")?.isEmpty == true)
        #expect(settings("a: [", "a: 1") == nil)
    }

    @Test func `one more item of a list leaves those after it alone`() {
        #expect(settings("to: [A, B, C]", "to: [A, X, B, C]") == ["to.2: - > X"])
        #expect(settings("to: [A, B, C]", "to: [B, C]") == ["to.1: A > -"])
        #expect(settings("to: [A, B]", "to: [A, C]") == ["to.2: B > C"])
        #expect(
            settings("to: [A, B, C]", "to: [B, C, D]") == ["to.1: A > -", "to.3: - > D"]
        )
        #expect(settings("to: []", "from: [A]") == ["from.1: - > A"])
        #expect(settings("to: A", "to: [A, B]") == ["to.2: - > B"])
    }

    @Test func `lines are told that were taken out or put in`() {
        let changes = LineChange.between(["a", "b", "c"], ["a", "x", "c", "d"])
        #expect(
            changes.map { "\($0.isAdded ? "+" : "-")\($0.line) \($0.text)" }
                == ["-2 b", "+2 x", "+4 d"]
        )
    }

    @Test(arguments: [
        (EditionDifference(), EditionDifference.Nature.none),
        (change("report.yaml", "agency.symbol"), .form),
        (
            EditionDifference(settings: [
                .init(
                    file: "report.yaml",
                    changes: [SettingChange(path: "agency.number", old: nil, new: "05")]
                )
            ]), .none
        ),
        (change("Templates/theme.yaml", "sizes.body"), .form),
        (change("report.yaml", "restatements.1.reason"), .none),
        (change("report.yaml", "wording.organisation"), .content),
        (change("build.json", "version"), .none),
        (change("../2019/report.yaml", "agency.symbol"), .content),
        (
            EditionDifference(
                texts: [.init(file: "texts/notes.md", changes: LineChange.between(["a"], ["b"]))],
                files: [FileChange(path: "texts/notes.md", kind: .changed)]
            ), .content
        ),
        (
            EditionDifference(files: [FileChange(path: "submissions/1.csv", kind: .changed)]),
            .none
        ),
        (
            EditionDifference(files: [FileChange(path: "submissions/1.csv", kind: .added)]),
            .content
        ),
        (
            EditionDifference(
                texts: [.init(file: "pictures/a.jpg", changes: [])],
                files: [FileChange(path: "pictures/a.jpg", kind: .changed)]
            ), .content
        ),
        (
            EditionDifference(files: [
                FileChange(path: "products/a.pdf", kind: .changed),
                FileChange(path: "products/b.pdf", kind: .added),
                FileChange(path: "/usr/share/a.ttf", kind: .removed),
                FileChange(path: "Templates/correction/letter.md", kind: .added),
            ]), .none
        ),
        (change("Templates/correction/order.yaml", "words.names.theme"), .none),
        (change("Templates/annual-report/order.yaml", "kind"), .content),
    ])
    func `content counts before form`(
        difference: EditionDifference,
        nature: EditionDifference.Nature
    ) {
        #expect(difference.nature == nature)
        var withFigure = difference
        withFigure.figures = FigureChange.between([figure("a.sum", "1")], [figure("a.sum", "2")])
        #expect(withFigure.nature == .content)
    }
}

private func change(_ file: String, _ path: String) -> EditionDifference {
    EditionDifference(
        settings: [
            .init(file: file, changes: [SettingChange(path: path, old: "a", new: "b")])
        ],
        files: [FileChange(path: file, kind: .changed)]
    )
}
