import Archive
import DatasetModel
import Diagnostics
import Disclosure
import PeriodModel
import StatisticsModel
import Vocabulary

/// The figures of a period as everybody may see them.
struct PublicFigures {
    let statistics: Statistics
    let previous: Statistics?
    let record: BuildRecord.Disclosure
    /// The earlier public data that they were held against.
    let inputs: [InputFile]

    /// `nil` when earlier public data cannot be read, without which nothing is safe, and when the attack
    /// found a secret.
    init?(
        _ statistics: Statistics,
        _ before: Statistics?,
        of period: ReadPeriod,
        in source: Source,
        log: inout DiagnosticLog
    ) {
        let settings = period.current.settings
        guard Disclosure.canAttack else {
            log.append(.noSolver)
            return nil
        }
        guard let earlier = EarlierPublicData(settings, in: source.folder, log: &log) else {
            return nil
        }
        var previous: (data: PeriodData, statistics: Statistics)?
        if let data = period.previous, let before { previous = (data, before) }
        let protection = Disclosure.protect(
            statistics,
            of: period.current,
            previous: previous,
            earlier: earlier.data,
            log: &log
        )
        // Not even a draft shows what an attack found.
        guard protection.result.isPassed else { return nil }
        self.statistics = protection.statistics
        self.previous = protection.previous
        record = BuildRecord.Disclosure(protection.result)
        inputs = earlier.inputs
    }
}

extension BuildRecord.Disclosure {
    fileprivate init(_ result: DisclosureResult) {
        self.init(
            cells: result.cells,
            primary: result.primary,
            secondary: result.secondary,
            lost: result.lost.map {
                BuildRecord.Loss(year: $0.year, indicator: $0.indicator, percent: $0.percent)
            },
            attacked: result.attacked,
            solved: result.solved,
            narrowest: result.narrowest.tenthsDown,
            isPassed: result.isPassed
        )
    }
}

extension Double {
    /// Rounded down to tenths; `nil` without an end.
    fileprivate var tenthsDown: String? {
        guard isFinite, self < 1e12 else { return nil }
        // What the solver leaves below a whole limit is its own rounding.
        let tenths = Int((self * 10 + 1e-4).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension Dataset {
    /// Without what was amended: it names values of single organisations.
    var withoutAmendments: Dataset {
        var dataset = self
        for index in dataset.submissions.indices { dataset.submissions[index].amendments = [] }
        return dataset
    }
}

extension Diagnostic {
    fileprivate static let noSolver = Diagnostic(
        "pipeline.disclosure.no-solver",
        at: nil,
        message: Bilingual(
            vi: "Chưa cài thư viện Clp (coinor-libclp1), không kiểm tra được việc bảo mật số liệu.",
            en: "Clp (coinor-libclp1) is not installed: figures for everybody cannot be tested."
        ),
        hint: Bilingual(
            vi: "Cài gói coinor-libclp1 rồi làm lại, hoặc chỉ làm bản chính thức.",
            en: "Install the package coinor-libclp1, or make the official edition only."
        )
    )
}
