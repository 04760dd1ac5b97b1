import Archive
import CairoKit
import DatasetModel
package import Diagnostics
import DocumentModel
package import PeriodModel
import RenderData
import RenderHTML
import RenderPDF
import StatisticsModel
import ThemeModel
package import Vocabulary

/// What to build and where to put it.
package struct BuildOptions: Sendable {
    package var source: Source
    /// The output root; the period folder's name comes below it.
    package var output: String
    /// The products to make; the settings' own when `nil`.
    package var products: [Product]?
    /// Publishes in spite of errors, marked on each page.
    package var isDraft: Bool
    /// The day that documents carry instead of the period's (`SOURCE_DATE_EPOCH`).
    package var date: CalendarDate?
    /// Threads that read large submissions; one for each processor when `nil`.
    package var jobs: Int?
    /// The archive profile of the report's PDF; the settings' own when `nil`.
    package var profile: ArchiveProfile?
    /// The edition that the figures were held against, once that is known.
    var comparedWith: BuildRecord.Setting?
    /// Where the theme's faces lie now, by the paths that it names; empty when they lie there.
    var facePlaces: [String: String] = [:]

    package init(
        source: Source,
        output: String,
        products: [Product]? = nil,
        isDraft: Bool = false,
        date: CalendarDate? = nil,
        jobs: Int? = nil,
        profile: ArchiveProfile? = nil
    ) {
        self.source = source
        self.output = output
        self.products = products
        self.isDraft = isDraft
        self.date = date
        self.jobs = jobs
        self.profile = profile
    }
}

/// What a build did.
package struct BuildResult: Sendable {
    package var outcome: Outcome
    /// The files written, as paths for a person.
    package var written: [String] = []
    /// Products of earlier runs that were removed because their inputs have changed.
    package var removed: [String] = []
}

/// Makes the products and publishes them, each whole or not at all.
///
/// Nothing is published, and the output folder is untouched, when there are errors and this is no draft.
package func build(_ options: BuildOptions, log: inout DiagnosticLog) -> BuildResult {
    guard let period = OpenPeriod(options.source, log: &log) else {
        return BuildResult(outcome: .stopped)
    }
    var options = options
    options.profile = options.profile ?? period.settings.profile
    let chosen = options.products ?? period.settings.products.compactMap(Product.init)
    if chosen == [.data], takesTotalsOnly(period) {
        return buildData(of: period, options, log: &log)
    }
    guard
        let report = prepareReport(
            from: options.source,
            period,
            isDraft: options.isDraft,
            date: options.date,
            log: &log
        ),
        let fonts = openFonts(
            of: report.theme.takingFaces(from: options.facePlaces),
            namedIn: report.themeFile,
            log: &log
        )
    else { return BuildResult(outcome: .stopped) }
    if log.hasErrors, !options.isDraft { return BuildResult(outcome: .faults) }

    options.comparedWith = report.comparedWith
    var products = chosen.isEmpty ? Product.choices : chosen
    if report.correction != nil, products.contains(.report) { products.append(.correction) }
    do {
        let made = try make(
            products,
            of: report,
            fonts,
            Profile(options.profile ?? .a1a),
            log: &log
        )
        if log.hasErrors, !options.isDraft { return BuildResult(outcome: .faults) }
        return try publish(
            made,
            of: report.dataset,
            from: report.inputs,
            report.theme,
            options,
            in: folder(of: options)
        )
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch {
        log.append(.failed("\(error)"))
    }
    return BuildResult(outcome: .stopped)
}

/// The files of the products, in memory.
private func make(
    _ products: [Product],
    of report: PreparedReport,
    _ fonts: FontSet,
    _ profile: Profile,
    log: inout DiagnosticLog
) throws -> [MadeFile] {
    leavePageContentUnpacked()
    var made: [MadeFile] = []
    for product in Product.allCases where products.contains(product) {
        switch product {
        case .report:
            let pdf = try RenderPDF.pdf(
                of: report.document,
                theme: report.theme,
                fonts: fonts,
                profile: profile,
                embeddedFiles: embeddedFiles(of: report, profile),
                log: &log
            )
            made.append(
                MadeFile(
                    product: product,
                    path: product.path,
                    bytes: pdf.bytes,
                    signingZones: pdf.signingZones.map(BuildRecord.SigningZone.init)
                )
            )
        case .html:
            var document = report.document
            document.sources = report.sources()
            let bytes = RenderHTML.html(
                of: document,
                theme: report.theme,
                measuring: fonts
            )
            made.append(MadeFile(product: product, path: product.path, bytes: bytes))
        case .data:
            made += publishedData(report.statistics, report.settings)
        case .correction:
            guard let letter = report.correction else { continue }
            made += try correctionFiles(of: letter, report, fonts, profile, log: &log)
        }
    }
    return made
}

/// The letter of correction as PDF and HTML.
private func correctionFiles(
    of letter: Document,
    _ report: PreparedReport,
    _ fonts: FontSet,
    _ profile: Profile,
    log: inout DiagnosticLog
) throws -> [MadeFile] {
    let name = "\(Product.correction.path)/cong-van-dinh-chinh"
    let pdf = try RenderPDF.pdf(
        of: letter,
        theme: report.theme,
        fonts: fonts,
        profile: profile,
        embeddedFiles: [],
        log: &log
    )
    let html = RenderHTML.html(of: letter, theme: report.theme, measuring: fonts)
    return [
        MadeFile(
            product: .correction,
            path: "\(name).pdf",
            bytes: pdf.bytes,
            signingZones: pdf.signingZones.map(BuildRecord.SigningZone.init)
        ),
        MadeFile(product: .correction, path: "\(name).html", bytes: html),
    ]
}

extension BuildRecord.SigningZone {
    fileprivate init(_ zone: RenderPDF.SigningZone) {
        self.init(
            kind: zone.kind.rawValue,
            page: zone.page,
            left: zone.left,
            bottom: zone.bottom,
            right: zone.right,
            top: zone.top
        )
    }
}

/// The four faces of the theme, or an error that names the missing one.
func openFonts(
    of theme: Theme,
    namedIn file: SourceText,
    log: inout DiagnosticLog
) -> FontSet? {
    do throws(FontFailure) {
        return try FontSet(theme.faces)
    } catch {
        log.append(.noFont(error, namedIn: file))
        return nil
    }
}

extension Theme {
    /// The same look with faces that were moved.
    func takingFaces(from places: [String: String]) -> Theme {
        var theme = self
        theme.faces.regular = places[faces.regular] ?? faces.regular
        theme.faces.bold = places[faces.bold] ?? faces.bold
        theme.faces.italic = places[faces.italic] ?? faces.italic
        theme.faces.boldItalic = places[faces.boldItalic] ?? faces.boldItalic
        return theme
    }
}

/// The period folder's own name.
func folderName(_ path: String) -> String {
    lastComponent(resolvedPath(path) ?? path)
}

/// `tidy.csv` with the measures that settings ask for.
func tidyData(_ statistics: Statistics, _ settings: PeriodSettings) -> MadeFile {
    MadeFile(
        product: .data,
        path: "\(Product.data.path)/tidy.csv",
        bytes: RenderData.tidyCSV(statistics, measures: settings.figures)
    )
}

/// The files of the product `data`: computed figures, and those that were given, when there are any.
func publishedData(_ statistics: Statistics, _ settings: PeriodSettings) -> [MadeFile] {
    let given = RenderData.givenCSV(settings.given).map {
        MadeFile(product: .data, path: "\(Product.data.path)/given.csv", bytes: $0)
    }
    return [tidyData(statistics, settings)] + [given].compactMap(\.self)
}

/// The figures of `publishedData`, as editions are compared; `nil` when a key stands twice.
func publishedFigures(_ statistics: Statistics, _ settings: PeriodSettings) -> [PublishedFigure]? {
    try? PublishedFigure.read(
        tidyData(statistics, settings).bytes,
        given: RenderData.givenCSV(settings.given)
    )
}

/// Where the products of a period go: a folder of its name.
func folder(of options: BuildOptions) -> String {
    joined(options.output, folderName(options.source.folder))
}

extension Diagnostic {
    static func failed(_ words: String) -> Diagnostic {
        Diagnostic(
            "pipeline.render.failed",
            at: nil,
            value: words,
            message: Bilingual(
                vi: "Không dựng được báo cáo: \(words).",
                en: "The report could not be rendered: \(words)."
            ),
            hint: Bilingual(
                vi: "Gửi tệp số liệu và thông báo này cho người phát triển.",
                en: "Send the data and this message to the developers."
            )
        )
    }
}
