import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

extension NoteContext {
    /// The words of the page that lists all notes: who sent what, what can be published, which means
    /// would move.
    init(index sorting: NoteSorting, material: NoteMaterial, order: NoteOrder) {
        self.init(material, order: order)
        let subjects = sorting.subjects
        let units = subjects.filter { $0.unit != nil }
        let silent = units.filter(\.isSilent)
        let faulty = subjects.filter { !$0.isSilent && $0.errorCount > 0 }
        let ready = units.filter { !$0.isSilent && $0.errorCount == 0 }
        words["units.count"] = Self.count(units.count)
        words["units.heard"] = Self.count(units.count - silent.count)
        words["silent.count"] = Self.count(silent.count)
        words["silent.list"] = Self.list(silent, material)
        words["faulty.count"] = Self.count(faulty.count)
        words["faulty.list"] = Self.list(faulty, material)
        words["ready.count"] = Self.count(ready.count)
        words["ready.list"] = Self.list(ready, material)
        words["general.count"] = Self.count(sorting.general.count)
        if !silent.isEmpty { flags.insert("silent-units") }
        if !faulty.isEmpty { flags.insert("faulty-units") }
        if !ready.isEmpty { flags.insert("ready-units") }
        if sorting.general.contains(where: { $0.severity == .error }) { flags.insert("errors") }

        put("units", subjects.map { Self.unitWords($0, material, order) })
        let means = material.means.map { ($0.now.key.unit, Self.meanWords($0, material, order)) }
        put("means", means.filter { $0.0 == FigureKey.all }.map(\.1))
        put("unit-means", means.filter { $0.0 != FigureKey.all }.map(\.1))
        put("general-doubts", sorting.general.map { Self.generalWords($0, material, order) })
    }

    private static func list(_ subjects: [NoteSubject], _ material: NoteMaterial) -> String {
        subjects.map { title(of: $0, material) }.joined(separator: ", ")
    }

    /// The unit's title; the file's name where it is nobody's.
    static func title(of subject: NoteSubject, _ material: NoteMaterial) -> String {
        subject.unit?.title
            ?? subject.files.first.map {
                material.dataset.submissions[$0].path.lastPathComponent.printable
            } ?? ""
    }

    private static func unitWords(
        _ subject: NoteSubject,
        _ material: NoteMaterial,
        _ order: NoteOrder
    ) -> [String: String] {
        let files = subject.files.map { material.dataset.submissions[$0] }
        let excuse = material.settings.missing.first { $0.code == subject.unit?.code }?.reason
        let state =
            subject.isSilent
            ? order.notes.silent + (excuse.map { " (\($0))" } ?? "")
            : subject.errorCount > 0
                ? order.notes.faulty
                : subject.warningCount > 0 ? order.notes.doubted : order.notes.ready
        return [
            "unit.title": title(of: subject, material),
            "unit.code": subject.unit?.code ?? order.words.unknown,
            "unit.files": files.isEmpty
                ? order.words.nothing
                : files.map(\.path.lastPathComponent.printable).joined(separator: ", "),
            "unit.rows": files.isEmpty
                ? order.words.nothing : count(files.reduce(0) { $0 + $1.rowCount }),
            "unit.errors": files.isEmpty ? order.words.nothing : count(subject.errorCount),
            "unit.warnings": files.isEmpty ? order.words.nothing : count(subject.warningCount),
            "unit.state": state.printable,
            "note.slug": subject.slug,
        ]
    }

    private static func meanWords(
        _ mean: EstimatedMean,
        _ material: NoteMaterial,
        _ order: NoteOrder
    ) -> [String: String] {
        let text = FigureText(settings: material.settings)
        func value(_ figure: Figure) -> String {
            text.text(figure, FigureFormat(), in: .table) ?? order.words.unknown
        }
        func answers(_ figure: Figure) -> String {
            "\(count(figure.answers))/\(count(figure.population))"
        }
        let column = material.settings.schema.column(mean.now.key.indicator)
        return [
            "mean.unit": material.settings.units.first { $0.code == mean.estimated.key.unit }?.title
                ?? material.settings.province.title,
            "mean.label": column?.label ?? mean.now.key.indicator,
            "mean.now": value(mean.now),
            "mean.answers": answers(mean.now),
            "mean.estimated": value(mean.estimated),
            "mean.estimated-answers": answers(mean.estimated),
        ]
    }

    private static func generalWords(
        _ doubt: Diagnostic,
        _ material: NoteMaterial,
        _ order: NoteOrder
    ) -> [String: String] {
        [
            "doubt.group": doubt.severity == .error ? order.notes.errors : order.notes.warnings,
            "doubt.place": [
                doubt.place?.file, doubt.place?.cell ?? doubt.place?.line.map(String.init),
            ]
            .compactMap { $0?.printable }.joined(separator: ", "),
            "doubt.reason": doubt.message.vi.printable,
            "doubt.proposal": doubt.hint?.vi.printable ?? "",
        ]
    }
}
