import Compose
import Compute
import DatasetModel
import Diagnostics
import DocumentModel
import Foundation
import PeriodModel
import StatisticsModel
import TestSupport
import Testing
import Vocabulary

/// Notes of the sample register, with the office's own templates.
struct ReturnNoteTests {
    private let words = AnswerWords(
        headings: [.file: ["Tệp"], .cell: ["Ô"], .read: ["Đã đọc"]],
        correctionHeadings: [:],
        corrected: ["đã sửa"],
        confirmed: ["xác nhận đúng"],
        error: "lỗi",
        warning: "cảnh báo"
    )

    private func templates() throws -> TemplateSet {
        let folder = projectRoot.appendingPathComponent("Templates/return-note")
        var files: [String: SourceText] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
            files[name] = SourceText(path: "Templates/return-note/\(name)", bytes: bytes)
        }
        return TemplateSet(folder: "Templates/return-note", templates: files)
    }

    private func doubt(
        _ code: String,
        _ file: String,
        _ cell: String?,
        _ severity: Diagnostic.Severity = .error,
        related: Place? = nil
    ) -> Diagnostic {
        Diagnostic(
            code,
            severity,
            at: Place(file: file, line: 4, cell: cell),
            related: related,
            value: "12a",
            message: Bilingual(vi: "“12a” không phải là số", en: "no number"),
            hint: Bilingual(vi: "Chỉ ghi số", en: "digits")
        )
    }

    private func material(
        doubts: [Diagnostic],
        change: (inout NoteMaterial) -> Void = { _ in }
    ) -> NoteMaterial {
        var settings = Sample.settings()
        settings.deadlines.answers = CalendarDate(year: 2025, month: 1, day: 5)
        let data = Sample.data(Sample.rows.filter { $0.unit == 0 }, settings)
        var material = NoteMaterial(
            settings: settings,
            dataset: data.dataset,
            doubts: doubts,
            digests: ["submissions/a.csv": String(repeating: "0f", count: 32)],
            hasPrevious: true,
            means: Compute.estimatedMeans(
                of: data,
                previous: Sample.data(Sample.earlierRows, Sample.settings(year: 2023)),
                silent: ["B"]
            ),
            words: words,
            date: settings.period.cutoff,
            producer: "baocao test"
        )
        material.dataset.submissions[0].reading = Reading(
            settings: [
                Reading.Setting(
                    name: "delimiter",
                    value: "\t",
                    evidence: Bilingual(vi: "mọi dòng có 6 ô", en: "6 cells")
                ),
                Reading.Setting(
                    name: "quote",
                    value: nil,
                    evidence: Bilingual(vi: "không có ô nào", en: "none"),
                    isPinned: true
                ),
            ],
            leftOut: [
                Reading.LeftOut(line: 1, kind: .preamble, text: "BIỂU SỐ 1"),
                Reading.LeftOut(line: 3, kind: .blank, text: ""),
                Reading.LeftOut(line: 9, kind: .blank, text: ""),
            ],
            proofs: [
                Reading.TotalProof(
                    place: Place(file: "submissions/a.csv", line: 8, cell: "F8"),
                    column: "von",
                    stated: "3.000",
                    computed: "3.000",
                    rows: 3,
                    holds: true
                )
            ],
            missing: [
                Reading.MissingMark(cell: "G5", column: "sach", raw: "…", meaning: .unknown),
                Reading.MissingMark(cell: "G6", column: "sach", raw: "…", meaning: .unknown),
            ]
        )
        change(&material)
        return material
    }

    private func notes(_ material: NoteMaterial) throws -> ReturnNotes {
        var log = DiagnosticLog()
        let notes = Compose.returnNotes(from: material, templates: try templates(), log: &log)
        #expect(log.entries.isEmpty)
        return try #require(notes)
    }

    private func doubted(_ material: inout NoteMaterial) {
        material.dataset.submissions[0].doubted = [
            DoubtedCell(cell: "F4", text: "12a", identifier: "3", name: "A*B <b>", unit: "A")
        ]
    }

    @Test func `says what was received, how it was read, what is doubted and what to do`() throws {
        let doubts = [
            doubt("ingest.name.repeated", "submissions/a.csv", "B2", .warning),
            doubt("ingest.number.not-a-number", "submissions/a.csv", "F4"),
            doubt("ingest.file.cut", "submissions/a.csv", nil),
        ]
        let notes = try notes(material(doubts: doubts, change: doubted))
        #expect(notes.notes.map(\.slug) == ["a-dong", "b-tay"])
        let document = notes.notes[0].document
        #expect(document.form.addressees == ["Ủy ban nhân dân huyện Đông"])
        #expect(document.form.number == "Số:       /PTSL-HTV")
        expectGolden(outline(of: document.body), "return-note.txt")
        expectGolden(outline(of: notes.notes[1].document.body), "return-note-silent.txt")
        expectGolden(outline(of: notes.index.body), "return-note-index.txt")
    }

    @Test func `a unit without doubts is told so, and can be published`() throws {
        let notes = try notes(
            material(doubts: []) { material in
                material.dataset.submissions[0].reading = nil
                material.dataset.submissions[0].units = ["A", "B"]
                material.means = []
            }
        )
        #expect(outline(of: notes.notes[0].document.body).contains("không có điều gì phải sửa"))
        #expect(notes.notes[0].answers.count == 1)
        #expect(outline(of: notes.index.body).contains("đã đầy đủ; báo cáo làm được ngay"))
    }

    @Test func `a file that names no unit goes to the unit of its name, else has its own note`()
        throws
    {
        let doubts = ["b_x.csv", "Bx.csv", "la lùng.csv"].map {
            doubt("ingest.file.empty", "submissions/\($0)", nil)
        }
        let notes = try notes(
            material(doubts: doubts) { material in
                for name in ["b_x.csv", "Bx.csv", "la lùng.csv"] {
                    material.dataset.submissions.append(
                        Submission(path: "submissions/\(name)", rowCount: 0, units: [])
                    )
                }
            }
        )
        #expect(notes.notes.map(\.slug) == ["a-dong", "b-tay", "bx-csv", "la-lung-csv"])
        #expect(notes.notes.map(\.answers.count) == [1, 2, 2, 2])
        // Nobody's file is addressed to nobody, and goes by its own name.
        let stranger = notes.notes[3].document
        #expect(stranger.form.addressees.isEmpty)
        #expect(stranger.form.subject == "Tệp la lùng.csv, chưa rõ đơn vị gửi")
        #expect(outline(of: stranger.body).contains("chưa rõ là biểu báo cáo"))
        #expect(outline(of: notes.index.body).contains("Bx.csv, la lùng.csv."))
        #expect(notes.notes[1].answers[1][0] == "b_x.csv")
    }

    @Test func `a doubt about two units is told to both, each at its own cell`() throws {
        let doubts = [
            doubt(
                "ingest.identifier.repeated",
                "submissions/b.csv",
                "A2",
                related: Place(file: "submissions/a.csv", line: 3, cell: "A3")
            )
        ]
        let notes = try notes(
            material(doubts: doubts) { material in
                material.dataset.submissions.append(
                    Submission(path: "submissions/b.csv", rowCount: 1, units: ["B"])
                )
            }
        )
        #expect(notes.notes[0].answers[1].prefix(2) == ["a.csv", "A3"])
        #expect(notes.notes[1].answers[1].prefix(2) == ["b.csv", "A2"])
        #expect(
            outline(of: notes.notes[0].document.body)
                .contains("Ô này liên quan đến ô A2 của tệp b.csv")
        )
        #expect(outline(of: notes.index.body).contains("huyện Đông | a.csv | 3 | 1 | 0 | còn lỗi"))
    }

    @Test func `a row of another unit is told to the sender, who answers, and to that unit`() throws
    {
        let notes = try notes(
            material(doubts: [doubt("ingest.unit.other", "submissions/a.csv", "C4", .warning)]) {
                material in
                material.dataset.submissions[0].units = ["A", "B"]
                material.dataset.submissions[0].sender = "A"
                material.dataset.submissions[0].doubted = [
                    DoubtedCell(cell: "C4", text: "B", identifier: "3", name: "Ba", unit: "B")
                ]
            }
        )
        #expect(notes.notes.map(\.answers.count) == [2, 1])
        let bodies = notes.notes.map { outline(of: $0.document.body) }
        #expect(bodies.allSatisfy { $0.contains("1 | C4 | 3 - Ba | B |") })
        #expect(outline(of: notes.index.body).contains("thị xã Tây | - | - | - | - | chưa gửi"))
    }

    @Test func `a doubt about the second sheet is of that sheet's row`() throws {
        let notes = try notes(
            material(doubts: [doubt("ingest.x.y", "submissions/a.csv", "Biểu 2!F3", .warning)]) {
                material in
                material.dataset.submissions[0].sheets = [
                    SubmittedSheet(name: "Biểu 1", positions: []),
                    SubmittedSheet(name: "Biểu 2", positions: []),
                ]
                let origins = material.dataset.rows.origins
                material.dataset.rows.origins[2] = RowOrigin(
                    submission: 0,
                    sheet: 1,
                    line: 3,
                    record: 3
                )
                #expect(origins[1].record == 3)
            }
        )
        let rows = outline(of: notes.notes[0].document.body)
        #expect(rows.contains("1 | Biểu 2!F3 | 3 - "))
    }

    @Test func `how each sheet was read stands under its name`() throws {
        let notes = try notes(
            material(doubts: []) { material in
                func part(_ value: String) -> Reading {
                    Reading(
                        settings: [
                            Reading.Setting(
                                name: "header_rows",
                                value: value,
                                evidence: Bilingual(vi: "tên cột", en: "names")
                            )
                        ],
                        leftOut: [Reading.LeftOut(line: 1, kind: .preamble, text: "BIỂU \(value)")]
                    )
                }
                var reading = Reading()
                reading.append(part("1"), ofSheet: "Biểu 1")
                reading.append(part("2"), ofSheet: "Biểu 2")
                material.dataset.submissions[0].reading = reading
            }
        )
        let body = outline(of: notes.notes[0].document.body)
        #expect(body.contains("group a.csv, trang Biểu 1\n  normal Số dòng tiêu đề | 1 |"))
        #expect(body.contains("group a.csv, trang Biểu 2\n  normal Số dòng tiêu đề | 2 |"))
        #expect(body.contains("normal phần mở đầu | trang Biểu 2: 1 | BIỂU 2"))
    }

    @Test func `a note without a cell to answer asks for the file alone`() throws {
        let doubts = [doubt("ingest.file.cut", "submissions/a.csv", nil)]
        let body = outline(of: try notes(material(doubts: doubts)).notes[0].document.body)
        #expect(body.contains("Đề nghị đơn vị sửa tệp và gửi lại **trước hết ngày 05/01/2025**."))
        #expect(!body.contains("gửi kèm"))
        #expect(!body.contains("0 điều"))
    }

    @Test func `texts of submissions are no formulas, no markup and nothing invisible`() throws {
        let notes = try notes(
            material(doubts: [doubt("ingest.x.y", "submissions/a.csv", "F4")]) { material in
                material.dataset.submissions[0].doubted = [
                    DoubtedCell(
                        cell: "F4",
                        text: "=HYPERLINK(\"x\")\u{0}{{ tool }}",
                        identifier: "*3*",
                        name: "[a](b)",
                        unit: nil
                    )
                ]
            }
        )
        let read = notes.notes[0].answers[1][4]
        #expect(read == "'=HYPERLINK(\"x\")\\u{0}{{ tool }}")
        #expect(outline(of: notes.notes[0].document.body).contains("*3* - [a](b)"))
    }
}
