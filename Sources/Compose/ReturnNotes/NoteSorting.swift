import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// One unit, or a file that is nobody's, with what it sent and what is doubted in it.
struct NoteSubject {
    var slug: String
    /// `nil` for a file whose unit is not known.
    var unit: ReportingUnit?
    /// Indices of submissions.
    var files: [Int] = []
    var doubts: [NotedDoubt] = []

    var errorCount: Int { doubts.count { $0.diagnostic.severity == .error } }
    var warningCount: Int { doubts.count - errorCount }
    var isSilent: Bool { files.isEmpty }
}

/// A doubt as a unit is told of it.
struct NotedDoubt {
    var diagnostic: Diagnostic
    /// Where the unit finds it: the other place of the doubt when that one is the unit's.
    var place: Place
    var isMirrored = false
    /// Whether the file is the unit's own, so that its answer counts.
    var isOwn = true
    /// The cell's text.
    var read: String
    var identifier = ""
    var name = ""
}

/// Who is told what.
struct NoteSorting {
    /// Units in the order of settings, then files that are nobody's.
    private(set) var subjects: [NoteSubject] = []
    /// Doubts that no unit can answer: about settings, the office's own files, the period before.
    private(set) var general: [Diagnostic] = []
    private let material: NoteMaterial
    private var rows = RowIndex()
    private let submissions: [String: Int]
    /// Indices of subjects for each submission.
    private var owners: [[Int]] = []

    init(_ material: NoteMaterial) {
        self.material = material
        submissions = Dictionary(
            material.dataset.submissions.enumerated().map { ($0.element.path, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        var slugs = Slugs()
        for unit in material.settings.units {
            subjects.append(
                NoteSubject(slug: slugs.next("\(unit.code.slug)-\(unit.name.slug)"), unit: unit)
            )
        }
        for (index, submission) in material.dataset.submissions.enumerated() {
            // A row of another unit makes nobody else the sender of a file.
            let codes = submission.sender.map { [$0] } ?? submission.units
            var units = codes.compactMap { code in
                material.settings.units.firstIndex { $0.code == code }
            }
            if units.isEmpty {
                units = material.settings.unit(ofFile: submission.path).map { [$0] } ?? []
            }
            if units.isEmpty {
                let name = submission.path.lastPathComponent
                units = [subjects.count]
                subjects.append(NoteSubject(slug: slugs.next(name.slug)))
            }
            for unit in units { subjects[unit].files.append(index) }
            owners.append(units)
        }
        rows = RowIndex(material.dataset)
        for diagnostic in material.doubts { sort(diagnostic) }
        // Errors first, then in the order of files and lines.
        for index in subjects.indices {
            subjects[index].doubts.sort { left, right in
                let (first, second) = (left.diagnostic, right.diagnostic)
                if first.severity != second.severity { return first.severity < second.severity }
                if left.place != right.place { return left.place < right.place }
                return (first.code, first.message.vi) < (second.code, second.message.vi)
            }
        }
    }

    private mutating func sort(_ diagnostic: Diagnostic) {
        guard let place = diagnostic.place else {
            general.append(diagnostic)
            return
        }
        guard let submission = submissions[place.file] else {
            // A silent unit gets its own words; answers go to whose name they bear.
            if material.settings.units.contains(where: { $0.code == diagnostic.value }),
                diagnostic.code == "ingest.unit.not-submitted"
            {
                return
            }
            if place.file.hasPrefix("answers/"),
                let unit = material.settings.unit(ofFile: place.file)
            {
                let doubt = NotedDoubt(
                    diagnostic: diagnostic,
                    place: place,
                    read: diagnostic.value ?? ""
                )
                subjects[unit].doubts.append(doubt)
            } else {
                general.append(diagnostic)
            }
            return
        }
        let told = subjects(of: place, in: submission)
        for subject in told {
            var doubt = doubt(diagnostic, at: place, in: submission)
            doubt.isOwn = owners[submission].contains(subject)
            subjects[subject].doubts.append(doubt)
        }
        guard let related = diagnostic.related, let other = submissions[related.file] else {
            return
        }
        for subject in subjects(of: related, in: other) where !told.contains(subject) {
            var doubt = doubt(diagnostic, at: related, in: other)
            doubt.isMirrored = true
            doubt.isOwn = owners[other].contains(subject)
            subjects[subject].doubts.append(doubt)
        }
    }

    /// The unit that the row names, else every owner of the file; both where a file that one unit sent has
    /// a row of another.
    private func subjects(of place: Place, in submission: Int) -> [Int] {
        if let cell = place.cell {
            let code =
                rows.doubted(cell, in: submission)?.unit
                ?? rows.row(ofCell: cell, in: submission).map { row in
                    material.settings.units[material.dataset.rows.units[row]].code
                }
            if let code, let unit = material.settings.units.firstIndex(where: { $0.code == code }) {
                let senders =
                    material.dataset.submissions[submission].sender == nil ? [] : owners[submission]
                return senders.contains(unit) ? senders : senders + [unit]
            }
        }
        return owners[submission]
    }

    private func doubt(_ diagnostic: Diagnostic, at place: Place, in submission: Int) -> NotedDoubt
    {
        var doubt = NotedDoubt(
            diagnostic: diagnostic,
            place: place,
            read: diagnostic.value ?? ""
        )
        guard let cell = place.cell else { return doubt }
        if let known = rows.doubted(cell, in: submission) {
            doubt.read = known.text
            doubt.identifier = known.identifier
            doubt.name = known.name
        } else if let row = rows.row(ofCell: cell, in: submission) {
            doubt.identifier = material.dataset.rows.identifiers[row]
            doubt.name = material.dataset.rows.names[row]
        }
        return doubt
    }
}

/// Names of files, each once whatever the case of its letters.
private struct Slugs {
    private var taken: Set<String> = ["index"]

    mutating func next(_ wanted: String) -> String {
        let stem = wanted.isEmpty || wanted == "-" ? "phieu" : wanted
        var slug = stem
        var number = 1
        while !taken.insert(slug).inserted {
            number += 1
            slug = "\(stem)-\(number)"
        }
        return slug
    }
}
