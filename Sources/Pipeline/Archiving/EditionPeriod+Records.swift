import Archive
import Diagnostics
import PeriodModel

extension EditionPeriod {
    /// The file with its documents, as settings and the copied report tell; what they do not tell stays empty
    /// and is warned of.
    func registeredFile(copiedTo bag: String, log: inout DiagnosticLog) -> RegisteredFile {
        let report = issued(.report, in: bag)
        if report?.item.pages == nil { log.append(Self.noPages) }
        let arrivals = arrivals
        for fault in settings.record.arrivalsWithoutFile(among: arrivals) { log.append(fault) }
        let file = RegisteredFile(
            settings,
            report: report,
            correction: issued(.correction, in: bag),
            submissions: arrivals.map { path in
                RegisteredFile.Item(name: path, path: "data/\(folder)\(path)")
            }
        )
        let empty = file.record.empty(among: RegisteredFile.wanted)
        if !empty.isEmpty { log.append(Self.emptyFields(empty)) }
        let unnumbered = file.documents.filter { $0.pages == nil }.count
        if unnumbered > 0, report?.item.pages != nil { log.append(Self.noPageTotal(unnumbered)) }
        return file
    }

    /// A document of the office in the bag, its pages counted.
    private func issued(_ product: Product, in bag: String) -> RegisteredFile.Issued? {
        document(product).map { path in
            let inBag = "data/products/\(path)"
            let location = joined(bag, inBag)
            return RegisteredFile.Issued(
                RegisteredFile.Item(name: path, path: inBag, pages: pageCount(of: location)),
                title: informationTexts(of: location).first { $0.name == "Subject" }?.text
            )
        }
    }

    private static func emptyFields(_ names: [String]) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return Diagnostic(
            "archive.record.empty",
            .warning,
            at: Place(file: PeriodFolder.settingsName),
            value: list,
            message: Bilingual(
                vi: "Hồ sơ chưa có: \(list); các trường này để trống.",
                en: "The file's record has no \(list); these fields stay empty."
            ),
            hint: Bilingual(
                vi: "Khai trong “archive_record” của report.yaml rồi lưu một ấn bản mới.",
                en: "Give them under `archive_record` in report.yaml, then archive a new edition."
            )
        )
    }

    private static func noPageTotal(_ count: Int) -> Diagnostic {
        Diagnostic(
            "archive.record.no-page-total",
            .warning,
            at: Place(file: PeriodFolder.settingsName),
            value: String(count),
            message: Bilingual(
                vi:
                    "Không biết số trang của \(count) văn bản nên tổng số trang (PageTotal) để trống.",
                en:
                    "The pages of \(count) documents are not known; their total (PageTotal) stays empty."
            ),
            hint: Bilingual(
                vi: "Khai “pages” ở “archive_record.arrivals” nếu cần.",
                en: "Give `pages` under `archive_record.arrivals` where it is wanted."
            )
        )
    }

    private static let noPages = Diagnostic(
        "archive.record.no-pages",
        .warning,
        at: nil,
        message: Bilingual(
            vi:
                "Không đếm được số trang của báo cáo: ấn bản không có PDF, hoặc máy thiếu “mutool”.",
            en: "The report's pages cannot be counted: there is no PDF, or “mutool” is missing."
        ),
        hint: Bilingual(
            vi: "Cài gói mupdf-tools (apt-get install mupdf-tools) rồi chạy lại.",
            en: "Install the package mupdf-tools (apt-get install mupdf-tools), then run again."
        )
    )
}
