import Archive
import Diagnostics

extension Diagnostic {
    static func notBuilt(_ folder: String) -> Diagnostic {
        refusal(
            "not-built",
            folder,
            Bilingual(
                vi: "Trong “\(folder)” chưa có báo cáo nào: không có build.json",
                en: "“\(folder)” holds no report: it has no build.json"
            ),
            .buildAgain
        )
    }

    static func draft(_ folder: String) -> Diagnostic {
        refusal(
            "draft",
            folder,
            Bilingual(
                vi: "“\(folder)” là bản dự thảo; chỉ lưu trữ bản chính thức",
                en: "“\(folder)” holds a draft; only what is official is archived"
            ),
            .buildAgain
        )
    }

    static func forEverybody(_ folder: String) -> Diagnostic {
        refusal(
            "public",
            folder,
            Bilingual(
                vi: "“\(folder)” là bản công khai; kho chỉ lưu bản chính thức, đầy đủ",
                en: "“\(folder)” is for everybody; a store holds the complete, official edition"
            ),
            .buildAgain
        )
    }

    static func noData(_ folder: String) -> Diagnostic {
        refusal(
            "no-data",
            folder,
            Bilingual(
                vi: "“\(folder)” không có data/tidy.csv; ấn bản phải có số liệu đã công bố",
                en: "“\(folder)” has no data/tidy.csv; an edition holds the data it publishes"
            ),
            .buildAgain
        )
    }

    static func strangePath(_ path: String, in record: String) -> Diagnostic {
        refusal(
            "strange-path",
            record,
            Bilingual(
                vi: "build.json nêu đường dẫn không dùng được: “\(path)”",
                en: "build.json names a path that cannot be used: “\(path)”"
            ),
            .buildAgain
        )
    }

    static func changedSinceBuild(_ file: EditionPlan.File) -> Diagnostic {
        let isOutput = file.input == nil
        return refusal(
            isOutput ? "changed-output" : "changed-input",
            file.name,
            Bilingual(
                vi: isOutput
                    ? "“\(file.name)” đã bị đổi sau khi làm báo cáo"
                    : "Đầu vào “\(file.name)” đã đổi sau khi làm báo cáo",
                en: isOutput
                    ? "“\(file.name)” was changed after it was built"
                    : "The input “\(file.name)” has changed since the report was built"
            ),
            .buildAgain
        )
    }

    static func goneSinceBuild(_ file: EditionPlan.File, _ failure: FileFailure) -> Diagnostic {
        refusal(
            "unreadable",
            file.name,
            Bilingual(
                vi: "Không đọc được “\(file.name)” mà build.json nêu: \(failure.reason.vi)",
                en: "“\(file.name)”, which build.json names, cannot be read: \(failure.reason.en)"
            ),
            .buildAgain
        )
    }

    static func damagedObject(_ file: String) -> Diagnostic {
        refusal(
            "damaged-store",
            file,
            Bilingual(
                vi: "Kho có lỗi ở “\(file)”; không ghi thêm vào chỗ có lỗi",
                en: "The store is damaged at “\(file)”; nothing is added to it"
            ),
            .verifyFirst
        )
    }

    static func notEmptyStore(_ path: String) -> Diagnostic {
        refusal(
            "not-a-store",
            path,
            Bilingual(
                vi: "“\(path)” đã có tệp khác và không phải là kho lưu trữ; không ghi vào đó",
                en: "“\(path)” holds other files and is no store; nothing is written there"
            ),
            Bilingual(
                vi: "Chỉ tới một kho, một thư mục rỗng hoặc chưa có",
                en: "Name a store, an empty folder or one that is not there yet"
            )
        )
    }

    private static func refusal(
        _ slug: String,
        _ file: String,
        _ words: Bilingual,
        _ hint: Bilingual
    ) -> Diagnostic {
        Diagnostic(
            "archive.refused.\(slug)",
            at: Place(file: file),
            message: Bilingual(vi: words.vi + ".", en: words.en + "."),
            hint: Bilingual(vi: hint.vi + ".", en: hint.en + ".")
        )
    }
}

extension Bilingual {
    static let buildAgain = Bilingual(
        vi: "Làm lại báo cáo bằng lệnh “build” rồi lưu trữ",
        en: "Build the report again, then archive it"
    )
}
