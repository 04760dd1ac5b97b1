import Diagnostics

/// A period folder as it lies on the disk: settings, submissions and the period's own texts.
struct PeriodFolder {
    let path: String
    let settings: SourceText
    /// Stands before the names of its files in messages: `../2019/`.
    private let label: String
    /// Files of `texts/` by name, which replace templates.
    let texts: [String: SourceText]

    static let settingsName = "report.yaml"

    /// Reads the folder; `label` stands before the names of its files in messages (`../2019/`), and
    /// `place` is where another folder's settings name this one.
    ///
    /// Submissions are read when they are asked for. Without readable settings nothing can go on, and the
    /// result is `nil`.
    init?(
        at path: String,
        label: String = "",
        namedAt place: @autoclosure () -> Place? = nil,
        log: inout DiagnosticLog
    ) {
        self.path = path
        self.label = label
        let settingsPath = joined(path, Self.settingsName)
        do throws(FileFailure) {
            settings = SourceText(
                path: label + Self.settingsName,
                bytes: try readFile(settingsPath)
            )
        } catch {
            log.append(Self.noSettings(label + Self.settingsName, namedAt: place(), error))
            return nil
        }
        let own = joined(path, "texts")
        let ownTexts =
            kind(at: own) == .folder ? Self.files(in: own, label: label + "texts/", &log) : []
        var texts: [String: SourceText] = [:]
        for text in ownTexts {
            let name = lastComponent(text.path)
            // Two files may differ only in how letters are composed; names compare without that.
            if texts[name] != nil { log.append(Self.sameName(text.path)) }
            texts[name] = text
        }
        self.texts = texts
    }

    /// Every submission with its bytes; one that is no readable file is an error.
    func submissions(_ log: inout DiagnosticLog) -> [SourceText] {
        Self.files(in: submissionsFolder, label: label + "submissions/", &log)
    }

    /// Every submission, to be read in stretches; one that is no readable file is an error.
    func streams(_ log: inout DiagnosticLog) -> [FileStream] {
        Self.files(in: submissionsFolder, label: label + "submissions/", &log) {
            path,
            name throws(FileFailure) in
            try FileStream(path, path: name)
        }
    }

    private var submissionsFolder: String { joined(path, "submissions") }

    private static func files(
        in folder: String,
        label: String,
        _ log: inout DiagnosticLog
    ) -> [SourceText] {
        files(in: folder, label: label, &log) { path, name throws(FileFailure) in
            SourceText(path: name, bytes: try readFile(path))
        }
    }

    /// Every file in a folder, by name.
    private static func files<File>(
        in folder: String,
        label: String,
        _ log: inout DiagnosticLog,
        _ open: (_ path: String, _ name: String) throws(FileFailure) -> File
    ) -> [File] {
        var files: [File] = []
        do throws(FileFailure) {
            for name in try namesInFolder(folder) {
                do throws(FileFailure) {
                    files.append(try open(joined(folder, name), label + name))
                } catch {
                    log.append(notAFile(label + name, error))
                }
            }
        } catch {
            log.append(notAFile(String(label.dropLast()), error))
        }
        return files
    }

    private static func sameName(_ file: String) -> Diagnostic {
        Diagnostic(
            "pipeline.text.same-name",
            at: Place(file: file),
            message: Bilingual(
                vi: "Có hai tệp cùng tên “\(file)”, chỉ khác cách ghép dấu của chữ.",
                en: "Two files are called “\(file)”; they differ only in how letters are composed."
            ),
            hint: Bilingual(vi: "Xóa hoặc đổi tên một tệp.", en: "Remove or rename one of them.")
        )
    }

    private static func noSettings(
        _ file: String,
        namedAt place: Place?,
        _ failure: FileFailure
    ) -> Diagnostic {
        Diagnostic(
            "pipeline.period.no-settings",
            at: place ?? Place(file: file),
            value: file,
            message: Bilingual(
                vi: "Không đọc được “\(file)” trong thư mục của kỳ báo cáo: \(failure.reason.vi).",
                en: "The period folder's “\(file)” cannot be read: \(failure.reason.en)."
            ),
            hint: Bilingual(
                vi: "Chỉ tới thư mục có tệp report.yaml, hoặc chép tệp này từ kỳ trước rồi sửa.",
                en: "Name a folder that has a report.yaml, or copy last period's and edit it."
            )
        )
    }

    static func notAFile(_ file: String, _ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "pipeline.submission.unreadable",
            at: Place(file: file),
            message: Bilingual(
                vi: "Không đọc được “\(file)”: \(failure.reason.vi).",
                en: "“\(file)” cannot be read: \(failure.reason.en)."
            ),
            hint: Bilingual(
                vi:
                    "Thư mục này chỉ chứa tệp CSV đọc được; chuyển mục này ra ngoài hoặc nộp lại tệp.",
                en: "This folder holds readable CSV files only; move it away or submit it again."
            )
        )
    }
}
