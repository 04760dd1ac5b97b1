import Archive
import Compose
import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// What an edition makes of the one before: the figures that it restates, each with its reason.
///
/// A figure without a reason is an error, a reason without a changed figure a warning.
func restatements(
    from earlier: [PublishedFigure],
    to now: [PublishedFigure],
    _ settings: PeriodSettings,
    log: inout DiagnosticLog
) -> [RestatedFigure] {
    let reasons = settings.editions.reasons
    let restatements = Restatements(
        FigureChange.between(earlier, now).sorted { $0.precedes($1) },
        reasons: reasons.map { FigurePattern($0.figures) }
    )
    reportUnexplained(restatements.unexplained, log: &log)
    for number in restatements.unused { log.append(.unusedReason(reasons[number])) }
    for number in restatements.shadowed { log.append(.shadowedReason(reasons[number])) }
    return restatements.explained.compactMap { explained in
        let (before, now) = (explained.change.old, explained.change.new)
        guard let old = before?.figure, now == nil || now?.figure != nil else {
            log.append(.unknownFigure(explained.change.key))
            return nil
        }
        let reason = reasons[explained.reason]
        return RestatedFigure(
            key: explained.change.key,
            old: old,
            new: now?.figure,
            reason: reason.reason,
            source: reason.source
        )
    }
}

/// Figures of one indicator told one by one; the others are counted.
private let toldOfEach = 10

func reportUnexplained(_ changes: [FigureChange], log: inout DiagnosticLog) {
    var counts: [String: Int] = [:]
    for change in changes {
        let indicator = change.old?.indicator ?? change.key
        counts[indicator, default: 0] += 1
        if counts[indicator, default: 0] <= toldOfEach {
            log.append(.unexplained(change, indicator: indicator))
        }
    }
    for (indicator, count) in counts.sorted(by: { $0.key < $1.key }) where count > toldOfEach {
        log.append(.moreUnexplained(indicator, count - toldOfEach))
    }
}

extension FigureChange {
    /// As a reader wants them: the whole before its parts, place by place; of each indicator the number and
    /// the sum before what follows from them.
    fileprivate func precedes(_ other: FigureChange) -> Bool {
        guard let left = new ?? old, let right = other.new ?? other.old else { return false }
        guard parts == other.parts else { return parts < other.parts }
        return (left.unit, left.sector, left.indicator, left.measureNumber)
            < (right.unit, right.sector, right.indicator, right.measureNumber)
    }

    var shownOld: String { old.map(Self.shown) ?? "" }
    var shownNew: String { new.map(Self.shown) ?? "" }

    private static func shown(_ figure: PublishedFigure) -> String {
        figure.value.isEmpty
            ? "(\(figure.status))" : [figure.value, figure.unitOfMeasure].joined(separator: " ")
    }
}

extension PublishedFigure {
    /// The place of its measure among all; those that this program does not know come last.
    fileprivate var measureNumber: Int {
        FigureMeasure.allCases.firstIndex { $0.rawValue == measure } ?? FigureMeasure.allCases.count
    }

    /// The figure as computed ones are; `nil` for a measure or a value that this program cannot write.
    fileprivate var figure: Figure? {
        let number = ExactDecimal(plain: value)
        guard let known = FigureMeasure(rawValue: measure), value.isEmpty || number != nil else {
            return nil
        }
        return Figure(
            key: FigureKey(indicator, known, unit: unit, sector: sector),
            value: number.map(FigureValue.decimal),
            unitOfMeasure: unitOfMeasure,
            answers: Int(answers) ?? 0,
            population: Int(population) ?? 0,
            status: Figure.Status(rawValue: status) ?? .normal
        )
    }
}

extension Diagnostic {
    fileprivate static func unexplained(_ change: FigureChange, indicator: String) -> Diagnostic {
        let (old, new) = (change.shownOld, change.shownNew)
        return Diagnostic(
            "pipeline.restatement.unexplained",
            at: Place(file: PeriodFolder.settingsName),
            value: change.key,
            message: change.new == nil
                ? Bilingual(
                    vi: "Số “\(change.key)” đã công bố là \(old), nay không còn, mà chưa có lý do.",
                    en:
                        "The figure “\(change.key)” was published as \(old) and is gone without a reason."
                )
                : Bilingual(
                    vi: "Số “\(change.key)” đã công bố là \(old), nay là \(new), mà chưa có lý do.",
                    en:
                        "The figure “\(change.key)” was published as \(old) and is \(new) now, without a reason."
                ),
            hint: .giveReason(change.key, indicator)
        )
    }

    fileprivate static func moreUnexplained(_ indicator: String, _ count: Int) -> Diagnostic {
        Diagnostic(
            "pipeline.restatement.unexplained",
            at: Place(file: PeriodFolder.settingsName),
            value: "\(indicator).*",
            message: Bilingual(
                vi: "Còn \(count) số nữa của “\(indicator)” đã đổi mà chưa có lý do.",
                en: "\(count) more figures of “\(indicator)” changed without a reason."
            ),
            hint: .giveReason("\(indicator).*", indicator)
        )
    }

    fileprivate static func unknownFigure(_ key: String) -> Diagnostic {
        Diagnostic(
            "pipeline.restatement.unknown-figure",
            at: Place(file: PeriodFolder.settingsName),
            value: key,
            message: Bilingual(
                vi:
                    "Số “\(key)” của ấn bản trước không in được: phiên bản này không biết phép tính hoặc giá trị của nó.",
                en:
                    "The figure “\(key)” of the edition before cannot be printed: its measure or value is unknown here."
            ),
            hint: Bilingual(
                vi: "Dùng phiên bản mới hơn của chương trình.",
                en: "Use a newer version of the program."
            )
        )
    }

    fileprivate static func shadowedReason(_ reason: RestatementReason) -> Diagnostic {
        Diagnostic(
            "pipeline.restatement.shadowed",
            .warning,
            at: reason.place,
            value: reason.figures,
            message: Bilingual(
                vi:
                    "Lý do theo khóa “\(reason.figures)” không được in: mỗi số đã đổi theo khóa này đều có lý do riêng hơn.",
                en:
                    "The reason for “\(reason.figures)” is not printed: each of its changed figures has a closer one."
            ),
            hint: Bilingual(
                vi: "Bỏ mục này, hoặc bỏ các khóa dài hơn.",
                en: "Take it off, or take off the longer keys."
            )
        )
    }

    /// Reasons where there is no edition with which figures could be compared.
    static func nothingRestated(_ reason: RestatementReason) -> Diagnostic {
        Diagnostic(
            "pipeline.restatement.no-edition",
            .warning,
            at: reason.place,
            value: reason.figures,
            message: Bilingual(
                vi:
                    "Có lý do ở restatements nhưng không có ấn bản trước để so sánh: không lý do nào được in.",
                en:
                    "There are reasons under `restatements` but no edition to compare with: none is printed."
            ),
            hint: Bilingual(
                vi: "Ghi archive: đường dẫn tới kho có ấn bản trước, hoặc bỏ restatements.",
                en:
                    "Name the store of the earlier edition (`archive:`), or take off `restatements`."
            )
        )
    }

    fileprivate static func unusedReason(_ reason: RestatementReason) -> Diagnostic {
        Diagnostic(
            "pipeline.restatement.unused",
            .warning,
            at: reason.place,
            value: reason.figures,
            message: Bilingual(
                vi: "Không số nào theo khóa “\(reason.figures)” khác với ấn bản trước.",
                en: "No figure of the key “\(reason.figures)” differs from the edition before."
            ),
            hint: Bilingual(
                vi: "Sửa khóa, hoặc bỏ mục này khỏi restatements.",
                en: "Correct the key, or take it off `restatements`."
            )
        )
    }
}

extension Bilingual {
    fileprivate static func giveReason(_ key: String, _ indicator: String) -> Bilingual {
        let entry = "- {key: \(key), reason: …, source: …}"
        let all = key == "\(indicator).*" ? "" : "\(indicator).*"
        return Bilingual(
            vi: "Ghi trong report.yaml, mục restatements: \(entry)"
                + (all.isEmpty ? "" : "; khóa \(all) là mọi số của cột này"),
            en: "Write in report.yaml under restatements: \(entry)"
                + (all.isEmpty ? "" : "; the key \(all) means every figure of the column")
        )
    }
}
