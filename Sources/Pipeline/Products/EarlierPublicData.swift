import Archive
import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// What `published` names: figures that everybody already has.
struct EarlierPublicData {
    private(set) var data: [PublishedData] = []
    private(set) var inputs: [InputFile] = []

    /// `nil` when one of them cannot be read.
    init?(_ settings: PeriodSettings, in folder: String, log: inout DiagnosticLog) {
        var isWhole = true
        for item in settings.disclosure.published {
            var path = item.path
            if kind(at: joined(folder, path)) == .folder { path = joined(path, "data/tidy.csv") }
            guard let bytes = try? readFile(joined(folder, path)) else {
                log.append(.noPublishedData(path, at: item.place))
                isWhole = false
                continue
            }
            inputs.append(.text(SourceText(path: path, bytes: bytes)))
            guard let figures = try? PublishedFigure.read(bytes),
                let year = Self.year(of: bytes)
            else {
                log.append(.notPublishedData(path, at: item.place))
                isWhole = false
                continue
            }
            data.append(PublishedData(name: path, year: year, figures, settings))
        }
        guard isWhole else { return nil }
    }

    /// The period of all rows; `nil` when there are several or none.
    private static func year(of bytes: [UInt8]) -> Int? {
        let years = Set((try? CSVTable(bytes))?.rows.dropFirst().compactMap(\.fields.first) ?? [])
        return years.count == 1 ? years.first.flatMap { Int($0) } : nil
    }
}

extension PublishedData {
    fileprivate init(
        name: String,
        year: Int,
        _ published: [PublishedFigure],
        _ settings: PeriodSettings
    ) {
        var figures: [FigureKey: Published] = [:]
        figures.reserveCapacity(published.count)
        for figure in published {
            guard let measure = FigureMeasure(rawValue: figure.measure) else { continue }
            let key = FigureKey(figure.indicator, measure, unit: figure.unit, sector: figure.sector)
            figures[key] = Published(
                value: ExactDecimal(plain: figure.value).flatMap {
                    $0.converted(from: figure.unitOfMeasure, figure.indicator, settings)
                },
                answers: Int(figure.answers) ?? 0,
                isSuppressed: figure.status == Figure.Status.suppressed.rawValue
            )
        }
        self.init(name: name, year: year, figures: figures)
    }
}

extension ExactDecimal {
    /// The value in the unit of measure that the settings give to the indicator now.
    fileprivate func converted(
        from unit: String,
        _ indicator: String,
        _ settings: PeriodSettings
    ) -> ExactDecimal? {
        guard let now = settings.schema.column(indicator)?.unitOfMeasure, now != unit else {
            return self
        }
        guard let from = settings.unitOfMeasure(unit), let to = settings.unitOfMeasure(now),
            from.dimension == to.dimension
        else { return nil }
        return multiplied(by: from.factor)?.dividedExactly(by: to.factor)
    }
}

extension Diagnostic {
    fileprivate static func noPublishedData(_ path: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "pipeline.published.no-file",
            at: place,
            value: path,
            message: Bilingual(
                vi: "Không đọc được số liệu đã công khai “\(path)”.",
                en: "The published data “\(path)” cannot be read."
            ),
            hint: Bilingual(
                vi:
                    "Khai đường dẫn đến tệp tidy.csv hoặc thư mục kết quả công khai, tính từ thư mục của kỳ.",
                en:
                    "Give the path of a tidy.csv or of a folder of published output, relative to the period's folder."
            )
        )
    }

    fileprivate static func notPublishedData(_ path: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "pipeline.published.not-tidy",
            at: place,
            value: path,
            message: Bilingual(
                vi: "“\(path)” không phải tệp tidy.csv của một kỳ do chương trình này làm ra.",
                en: "“\(path)” is no tidy.csv of one period as this program writes it."
            ),
            hint: Bilingual(
                vi: "Dùng đúng tệp đã công khai, không sửa bằng phần mềm khác.",
                en: "Use the very file that was published, not one that another program saved."
            )
        )
    }
}
