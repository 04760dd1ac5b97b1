import Foundation
import TestSupport
import Testing

/// From the note to the published report: what a district does with its table of answers.
@Suite struct AnswersTests {
    /// The small period, spoilt, with the answers that a script fills in.
    private func withAnswers(
        _ fill: String = """
        for row in rows:
            row['Người trả lời'], row['Ngày'] = 'Lê Thị Ba', '20/12/2023'
            if row['Mức độ'] == 'lỗi':
                row['Trả lời'], row['Giá trị mới'] = 'đã sửa', '8'
                row['Giải thích'] = 'gõ thừa chữ'
            else:
                row['Trả lời'], row['Giải thích'] = 'xác nhận đúng', 'hai làng khác nhau'
        """,
        save: String = "utf-8-sig ,",
        _ body: (ScratchPeriod) throws -> Void
    ) throws {
        try withSmallPeriod { period in
            try period.spoil()
            try period.write(
                try period.read("report.yaml") + "missing: [{unit: H2, reason: chưa gửi}]\n",
                to: "report.yaml"
            )
            #expect(try period.notes().status == 1)
            let answers = period.file("answers")
            try FileManager.default.createDirectory(at: answers, withIntermediateDirectories: true)
            let script = """
                import csv, sys
                source, target, save = sys.argv[1:]
                encoding, delimiter = save.split(' ')
                with open(source, encoding='utf-8-sig', newline='') as f:
                    reader = csv.DictReader(f)
                    names, rows = reader.fieldnames, list(reader)
                \(fill)
                with open(target, 'w', encoding=encoding, newline='') as f:
                    out = csv.DictWriter(f, list(reversed(names)), delimiter=delimiter)
                    f.write(delimiter * 11 + '\\r\\n')
                    out.writeheader()
                    for row in rows:
                        out.writerow(row)
                        f.write('\\r\\n')
                """
            let result = try run(
                "python3",
                ["-c", script, period.note("h1-mot.csv").path, answers.path + "/h1.csv", save]
            )
            try #require(result.status == 0, "\(result.errorText)")
            try body(period)
        }
    }

    @Test(arguments: ["utf-8-sig ,", "utf-8-sig ;", "utf-8 ;"])
    func `answers are applied and cited, and the submission stays as it was`(save: String) throws {
        try withAnswers(save: save) { period in
            let before = try Data(contentsOf: period.file("submissions/mot.csv"))
            let result = try period.build()
            #expect(result.status == 0, "\(result.errorText)")
            #expect(result.errorText.isEmpty)
            #expect(try Data(contentsOf: period.file("submissions/mot.csv")) == before)
            let tidy = try String(
                contentsOf: period.products.appendingPathComponent("data/tidy.csv"),
                encoding: .utf8
            )
            #expect(tidy.contains("2023,H1,GO,so_ho,sum,23,"))
            let pdf = plain(
                try pages(of: period.products.appendingPathComponent("bao-cao.pdf")).joined(
                    separator: " "
                )
            )
            #expect(pdf.contains("mot.csv E3 8 hộ 8 gõ thừa chữ Lê Thị Ba 20/12/2023"))
            #expect(
                pdf.contains(
                    "mot.csv B5 Làng gốm Thượng xác nhận đúng hai làng khác nhau Lê Thị Ba 20/12/2023"
                )
            )
            #expect(pdf.contains("Có 2 ô số liệu đã được đơn vị xác nhận hoặc đính chính"))
            let record = try String(
                contentsOf: period.products.appendingPathComponent("build.json"),
                encoding: .utf8
            )
            #expect(record.contains("\"path\": \"answers/h1.csv\""))
            expectGolden(
                String(
                    record[
                        try #require(record.range(of: "\"answers\""))
                            .lowerBound..<(try #require(record.range(of: "\"outputs\""))).lowerBound
                    ]
                ),
                "build-answers.json.txt"
            )
            // The next notes show what was taken, and ask nothing more.
            #expect(try period.notes().status == 0)
            let note = plain(try pages(of: period.note("h1-mot.pdf")).joined(separator: " "))
            #expect(note.contains("Trả lời, đính chính đã được áp dụng"))
            #expect(note.contains("không có điều gì phải sửa hay xác nhận"))
        }
    }

    @Test func `an answer that no longer fits stops the report`() throws {
        try withAnswers { period in
            try period.replace("8 hộ", with: "7 hộ", in: "submissions/mot.csv")
            let result = try period.build()
            #expect(result.status == 1)
            #expect(result.errorText.contains("ingest.answer.stale"))
            #expect(result.errorText.contains("ingest.number.not-a-number"))
            // It is told to the unit that answered.
            #expect(try period.notes().status == 1)
            #expect(try period.noteText("h1-mot.html").contains("nay là “7 hộ”, không phải “8 hộ”"))
        }
    }

    @Test func `the office's own corrections are applied and cited`() throws {
        try withSmallPeriod { period in
            try period.spoil()
            try period.write(
                try period.read("report.yaml") + "missing: [{unit: H2, reason: chưa gửi}]\n",
                to: "report.yaml"
            )
            try period.write(
                """
                Tệp,Ô,Giá trị cũ,Giá trị mới,Lý do,Người sửa,Ngày
                mot.csv,E3,8 hộ,8,hỏi qua điện thoại,Phòng Nghiệp vụ,22/12/2023
                mot.csv,B5,Làng gốm Thượng,Làng gốm Thượng Đông,tên đầy đủ,Phòng Nghiệp vụ,22/12/2023

                """,
                to: "corrections.csv"
            )
            let result = try period.build()
            #expect(result.status == 0, "\(result.errorText)")
            let record = try String(
                contentsOf: period.products.appendingPathComponent("build.json"),
                encoding: .utf8
            )
            #expect(record.contains("\"new\": \"Làng gốm Thượng Đông\""))
            #expect(record.contains("\"answers\": []"))
            #expect(record.contains("\"path\": \"corrections.csv\""))
            #expect(record.contains("Templates/return-note/answers.yaml"))
        }
    }

    @Test func `corrections that cannot be read are an error, not passed over`() throws {
        try withSmallPeriod { period in
            try FileManager.default.createDirectory(
                at: period.file("corrections.csv"),
                withIntermediateDirectories: true
            )
            let result = try period.build()
            #expect(result.status == 1)
            #expect(result.errorText.contains("corrections.csv"))
        }
    }

    @Test func `without answers and corrections the report says nothing of them`() throws {
        let folder = try BuiltFixture.folder.get()
        let text = plain(
            try pages(of: folder.appendingPathComponent("bao-cao.pdf")).joined(separator: " ")
        )
        #expect(!text.contains("đính chính"))
    }
}
