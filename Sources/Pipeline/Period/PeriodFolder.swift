import Diagnostics

/// A period folder as it lies on the disk: settings, submissions, what was amended in them, and the
/// period's own texts.
struct PeriodFolder {
    let path: String
    let settings: SourceText
    /// What units sent back with their return notes.
    let answers: [SourceText]
    /// What the office corrects itself; `nil` when there is nothing.
    let corrections: SourceText?
    /// Stands before the names of its files in messages: `../2019/`.
    private let label: String
    /// Files of `texts/` by name, which replace templates.
    let texts: [String: SourceText]
    /// Files of `pictures/` by name.
    let pictures: [String: SourceText]

    static let settingsName = "report.yaml"
    static let correctionsName = "corrections.csv"

    /// Answers and corrections.
    var amendments: [SourceText] { answers + (corrections.map { [$0] } ?? []) }

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
        answers = Self.optionalFiles(in: "answers", of: path, label: label, &log)
        corrections = Self.optionalFile(Self.correctionsName, of: path, label: label, &log)
        let ownTexts = Self.optionalFiles(in: "texts", of: path, label: label, &log)
        var texts: [String: SourceText] = [:]
        for text in ownTexts {
            let name = lastComponent(text.path)
            // Two files may differ only in how letters are composed; names compare without that.
            if texts[name] != nil { log.append(Self.sameName(text.path)) }
            texts[name] = text
        }
        self.texts = texts
        pictures = Dictionary(
            Self.optionalFiles(in: "pictures", of: path, label: label, &log)
                .map { (lastComponent($0.path), $0) },
            uniquingKeysWith: { first, _ in first }
        )
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

    /// Bytes of all submissions, and of the largest.
    var submissionSizes: (all: Int, largest: Int) {
        let names = (try? namesInFolder(submissionsFolder)) ?? []
        let sizes = names.map { fileSize(joined(submissionsFolder, $0)) }
        return (sizes.reduce(0, +), sizes.max() ?? 0)
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

    /// Every file in a folder that need not be there.
    private static func optionalFiles(
        in name: String,
        of period: String,
        label: String,
        _ log: inout DiagnosticLog
    ) -> [SourceText] {
        let folder = joined(period, name)
        return kind(at: folder) == .folder ? files(in: folder, label: "\(label)\(name)/", &log) : []
    }

    /// A file that need not be there; one that cannot be read is an error.
    private static func optionalFile(
        _ name: String,
        of period: String,
        label: String,
        _ log: inout DiagnosticLog
    ) -> SourceText? {
        let path = joined(period, name)
        guard kind(at: path) != .nothing else { return nil }
        do throws(FileFailure) {
            return SourceText(path: label + name, bytes: try readFile(path))
        } catch {
            log.append(notAFile(label + name, error))
            return nil
        }
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
            hint: failure.remedy
                ?? Bilingual(
                    vi:
                        "Thư mục này chỉ chứa tệp CSV, Excel đọc được; chuyển mục này ra ngoài hoặc nộp lại tệp.",
                    en:
                        "This folder holds readable CSV and Excel files only; move it away or submit it again."
                )
        )
    }
}
