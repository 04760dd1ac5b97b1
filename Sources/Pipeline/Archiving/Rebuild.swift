package import Archive
package import Diagnostics
import PeriodModel
import Vocabulary

/// What came of making editions again.
package struct RebuildResult: Sendable {
    package var outcome: Outcome
    /// The report for people, in both languages.
    package var text = Bilingual(vi: "", en: "")
}

/// Makes the products of an edition, or of all, again from what is archived with them, and compares.
///
/// The archived settings, templates, submissions and faces are used, nothing else of this machine.
package func rebuild(
    _ store: OpenStore,
    edition name: EditionName? = nil,
    jobs: Int? = nil,
    log: inout DiagnosticLog
) -> RebuildResult {
    let editions: [ArchivedEdition]
    if let name {
        editions = store.edition(name, log: &log).map { [$0] } ?? []
    } else {
        editions = store.editions(log: &log)
    }
    if log.hasErrors { return RebuildResult(outcome: .stopped) }
    var result = RebuildResult(outcome: .done)
    for edition in editions {
        do {
            let lines = try rebuild(edition, of: store, jobs, log: &log)
            result.text.vi += lines.map { $0.vi + "\n" }.joined()
            result.text.en += lines.map { $0.en + "\n" }.joined()
        } catch let failure as FileFailure {
            log.append(failure.diagnostic)
            result.outcome = .stopped
        } catch let altered as AlteredFile {
            log.append(.altered(altered.path))
        } catch {
            log.append(.notRebuildable(edition.name))
        }
    }
    if result.outcome == .done, log.hasErrors { result.outcome = .faults }
    return result
}

/// One edition; its lines of the report.
private func rebuild(
    _ edition: ArchivedEdition,
    of store: OpenStore,
    _ jobs: Int?,
    log: inout DiagnosticLog
) throws -> [Bilingual] {
    let name = edition.name.text
    guard let inputs = try ArchivedInputs(edition, of: store) else {
        log.append(.notRebuildable(edition.name))
        return []
    }
    var lines = [Bilingual(vi: "Làm lại ấn bản \(name):", en: "Edition \(name), made again:")]
    let record = inputs.record
    if (record.tool, record.version) != (Version.name, Version.number) {
        let now = "\(Version.name) \(Version.number)"
        let then = "\(record.tool) \(record.version)"
        lines.append(
            Bilingual(
                vi: "  Ấn bản do \(then) làm, lần này là \(now): kết quả có thể khác vì phiên bản.",
                en: "  Made by \(then), now by \(now): the version may be why something differs."
            )
        )
    }
    let files = try withScratchFolder { scratch -> [RebuiltFile]? in
        let options = try inputs.options(in: scratch, jobs)
        var ownLog = DiagnosticLog()
        let made = build(options, log: &ownLog)
        guard made.outcome == .done else {
            for doubt in ownLog.sorted where doubt.severity == .error { log.append(doubt) }
            return nil
        }
        return try compare(edition, of: store, with: folder(of: options))
    }
    guard let files else {
        log.append(.notRebuildable(edition.name))
        return lines
    }
    for file in files {
        let words = file.words
        lines.append(Bilingual(vi: "  \(words.vi)", en: "  \(words.en)"))
        if file.isDifferent { log.append(.rebuiltOtherwise(edition.name, file)) }
    }
    return lines
}

/// Each archived product beside the one in `folder`, and those that only one of the two has.
private func compare(
    _ edition: ArchivedEdition,
    of store: OpenStore,
    with folder: String
) throws -> [RebuiltFile] {
    let prefix = "products/"
    let archived = edition.files.filter { $0.path.hasPrefix(prefix) }
    let made = try filesBelow(folder).map { prefix + $0 }
    let paths = Set(archived.map(\.path)).union(made).sorted()
    return try paths.map { path in
        let file = archived.first { $0.path == path }
        return RebuiltFile(
            path: path,
            archived: try file.map { try store.bytes(of: $0, in: edition) },
            rebuilt: made.contains(path)
                ? try readFile(joined(folder, String(path.dropFirst(prefix.count)))) : nil
        ) {
            guard let file, let first = pageTexts(of: store.path(of: file, in: edition)),
                let second = pageTexts(of: joined(folder, String(path.dropFirst(prefix.count))))
            else { return nil }
            return TextComparison(first, second)
        }
    }
}

/// Regular files below a folder, by their path from there.
private func filesBelow(_ folder: String) throws -> [String] {
    try allNamesInFolder(folder).flatMap { name -> [String] in
        let path = joined(folder, name)
        guard kind(at: path) == .folder else { return [name] }
        return try filesBelow(path).map { "\(name)/\($0)" }
    }
}

extension Diagnostic {
    static func notRebuildable(_ name: EditionName) -> Diagnostic {
        Diagnostic(
            "archive.rebuild.failed",
            at: nil,
            value: name.text,
            message: Bilingual(
                vi: "Không làm lại được ấn bản \(name.text) từ những gì đã lưu cùng nó.",
                en: "Edition \(name.text) cannot be made again from what is archived with it."
            ),
            hint: .verifyFirst
        )
    }

    fileprivate static func rebuiltOtherwise(_ name: EditionName, _ file: RebuiltFile) -> Diagnostic
    {
        let words = file.words
        return Diagnostic(
            "archive.rebuild.differs",
            at: nil,
            value: name.text,
            message: Bilingual(
                vi: "Ấn bản \(name.text) làm lại thì khác: \(words.vi).",
                en: "Edition \(name.text) comes out otherwise: \(words.en)."
            ),
            hint: Bilingual(
                vi: "Dùng đúng phiên bản chương trình ghi trong edition.json rồi làm lại.",
                en: "Use the program's version that edition.json names, then do it again."
            )
        )
    }
}
