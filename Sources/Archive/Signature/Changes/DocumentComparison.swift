extension SignedFile {
    /// What the file as it was at one end shows in another way at a later end; `nil` where one of the two
    /// cannot be read.
    package func changes(from start: Int, to end: Int) -> [DocumentChange]? {
        guard let before = PDFFile(bytes, end: start), let after = PDFFile(bytes, end: end),
            let comparison = DocumentComparison(before, after)
        else { return nil }
        return comparison.changes
    }

    /// Objects that stand elsewhere at the later end than at the earlier one.
    package func replacedObjects(from start: Int, to end: Int) -> (added: Int, replaced: Int) {
        guard let before = PDFFile(bytes, end: start), let after = PDFFile(bytes, end: end) else {
            return (0, 0)
        }
        var counts = (added: 0, replaced: 0)
        for (number, entry) in after.references.entries where entry != .free {
            switch before.references.entries[number] {
            case nil, .free: counts.added += 1
            case _ where after.holdsSame(number, as: before): break
            default: counts.replaced += 1
            }
        }
        return counts
    }
}

/// Two revisions of a file side by side, part by part.
private struct DocumentComparison {
    let before: PDFFile
    let after: PDFFile
    let first: [String: PDFValue]
    let second: [String: PDFValue]
    let pages: (before: [PDFFile.Page], after: [PDFFile.Page])
    let same: SameValue

    init?(_ before: PDFFile, _ after: PDFFile) {
        guard let first = before.catalogue, let second = after.catalogue else { return nil }
        self.before = before
        self.after = after
        self.first = first
        self.second = second
        pages = (before.pages, after.pages)
        let roots = [before, after].compactMap { $0.references.trailer["Root"]?.reference }
        let numbers = Set(pages.before.compactMap(\.number))
            .intersection(pages.after.compactMap(\.number))
        same = SameValue(before, after, borders: numbers.union(roots))
    }

    var changes: [DocumentChange] {
        var changes = pageChanges + formChanges
        for key in Set(first.keys).union(second.keys).sorted() {
            guard let kind = Self.part(of: key),
                let objects = same.difference(first[key], second[key])
            else { continue }
            let part = kind == .metadata && hasSameDescription ? .saving : kind
            changes.append(DocumentChange(part: part, objects: objects))
        }
        let (earlier, later) = (before.references.trailer, after.references.trailer)
        let facts = (before.dictionary(earlier["Info"]), after.dictionary(later["Info"]))
        for key in Set((facts.0 ?? [:]).keys).union((facts.1 ?? [:]).keys).sorted() {
            guard let objects = same.difference(facts.0?[key], facts.1?[key]) else { continue }
            let part: DocumentChange.Part =
                FileDescription.isOfDocument(key) ? .metadata : .saving
            let holder = later["Info"]?.reference.map { [$0] } ?? []
            changes.append(DocumentChange(part: part, objects: objects.isEmpty ? holder : objects))
        }
        if let objects = same.difference(earlier["Encrypt"], later["Encrypt"]) {
            changes.append(DocumentChange(part: .other("Encrypt"), objects: objects))
        }
        return changes.reduce(into: []) { merged, change in
            guard let index = merged.firstIndex(where: { $0.part == change.part }) else {
                merged.append(change)
                return
            }
            merged[index].objects = Set(merged[index].objects + change.objects).sorted()
        }
    }

    /// Whether the packets of metadata say the same of the document.
    private var hasSameDescription: Bool {
        func description(_ file: PDFFile, _ value: PDFValue?) -> FileDescription? {
            guard let number = value?.reference, let object = file.object(number),
                let place = object.stream, let entries = object.value.dictionary,
                let bytes = UnpackedStream.bytes(file.bytes[place], as: entries)
            else { return nil }
            return FileDescription(xmp: bytes)
        }
        guard let earlier = description(before, first["Metadata"]),
            let later = description(after, second["Metadata"])
        else { return false }
        return earlier == later
    }

    /// `nil` for entries that are looked at in their own way.
    private static func part(of key: String) -> DocumentChange.Part? {
        switch key {
        case "Pages", "AcroForm", "Type": nil
        case "DSS", "Extensions", "Perms", "Version": .longTermData
        case "Metadata": .metadata
        case "Names", "AF", "Dests": .names
        case "StructTreeRoot", "MarkInfo", "Lang": .structure
        default: .other(key)
        }
    }

    private var pageChanges: [DocumentChange] {
        var changes: [DocumentChange] = []
        if pages.before.count != pages.after.count {
            let part = DocumentChange.Part.pageCount(
                before: pages.before.count,
                after: pages.after.count
            )
            changes.append(DocumentChange(part: part, objects: []))
        }
        for (index, (left, right)) in zip(pages.before, pages.after).enumerated() {
            let keys = Set(left.entries.keys).union(right.entries.keys)
            for key in keys.sorted() where key != "Parent" {
                if key == "Annots" {
                    changes += annotationChanges(left.entries, right.entries, page: index + 1)
                } else if let objects = same.difference(left.entries[key], right.entries[key]) {
                    let holder = objects.isEmpty ? right.number.map { [$0] } ?? [] : objects
                    let part: DocumentChange.Part =
                        ["StructParents", "Tabs"].contains(key)
                        ? .structure : .content(page: index + 1)
                    changes.append(DocumentChange(part: part, objects: holder))
                }
            }
        }
        return changes
    }

    private func annotationChanges(
        _ left: [String: PDFValue],
        _ right: [String: PDFValue],
        page: Int
    ) -> [DocumentChange] {
        changed(before.array(left["Annots"]) ?? [], after.array(right["Annots"]) ?? [])
            .map { value, objects in
                let part: DocumentChange.Part =
                    isSignature(value) ? .signature : .annotations(page: page)
                return DocumentChange(part: part, objects: objects)
            }
    }

    private var formChanges: [DocumentChange] {
        let left = before.dictionary(first["AcroForm"]) ?? [:]
        let right = after.dictionary(second["AcroForm"]) ?? [:]
        var changes: [DocumentChange] = []
        for key in Set(left.keys).union(right.keys).sorted() {
            switch key {
            case "Fields":
                changes += changed(
                    before.array(left[key]) ?? [],
                    after.array(right[key]) ?? []
                ).map { value, objects in
                    DocumentChange(part: isSignature(value) ? .signature : .form, objects: objects)
                }
            case "SigFlags":
                if let objects = same.difference(left[key], right[key]) {
                    changes.append(DocumentChange(part: .signature, objects: objects))
                }
            default:
                if let objects = same.difference(left[key], right[key]) {
                    changes.append(DocumentChange(part: .form, objects: objects))
                }
            }
        }
        return changes
    }

    /// Members of two lists that are in one alone, or differ, each with the objects of its change.
    private func changed(
        _ left: [PDFValue],
        _ right: [PDFValue]
    ) -> [(value: PDFValue, objects: [Int])] {
        var rest = left
        var found: [(PDFValue, [Int])] = []
        let places = Dictionary(
            left.enumerated().compactMap { index, value in value.reference.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first }
        )
        for (index, value) in right.enumerated() {
            let number = value.reference
            let place = number.flatMap { places[$0] } ?? (number == nil ? index : nil)
            guard let place, place < left.count, rest[place] != .null else {
                found.append((value, number.map { [$0] } ?? []))
                continue
            }
            rest[place] = .null
            if let objects = same.difference(left[place], value) { found.append((value, objects)) }
        }
        // What was taken away is no signature's any more.
        return found + rest.filter { $0 != .null }.map { (.null, $0.reference.map { [$0] } ?? []) }
    }

    /// Whether a field is one for a signature that was just made, or waits for one: a picture may lie on it
    /// only when someone signs for it, and stays as it was signed.
    private func isSignature(_ value: PDFValue) -> Bool {
        guard let field = after.dictionary(value),
            field["FT"].flatMap({ after.resolve($0)?.name }) == "Sig"
        else { return false }
        guard let signature = after.dictionary(field["V"]) else { return field["AP"] == nil }
        guard let number = value.reference, let earlier = before.object(number)?.value.dictionary
        else { return after.resolve(signature["Contents"])?.string != nil }
        return earlier["V"] == nil
    }
}
