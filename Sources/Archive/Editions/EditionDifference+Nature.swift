extension EditionDifference {
    /// What a difference asks for (Nghị định 30/2020/NĐ-CP, Điều 18.3).
    package enum Nature: Sendable, Hashable {
        /// Nothing that readers of the document see.
        case none
        /// Only how it looks and what surrounds the text: a letter of correction.
        case form
        /// What it says: a document that replaces it. In doubt it is this one.
        case content
    }

    /// Settings that say nothing in the document.
    private static let silentSettings: Set<String> = [
        "archive", "archive_record", "restatements", "replaces", "profile", "make", "deadlines",
    ]

    private static let filledByHand: Set<String> = [
        "agency.number", "agency.date", "agency.authority", "agency.position", "agency.signer",
    ]

    /// Templates of letters about the document.
    private static let letters = "Templates/correction/"

    package var nature: Nature {
        if figures.contains(where: { $0.kind != .coverage }) { return .content }
        if !rows.isEmpty || !texts.isEmpty { return .content }
        var nature = Nature.none
        for file in settings {
            for change in file.changes {
                switch Self.nature(of: change, in: file.file) {
                case .content: return .content
                case .form: nature = .form
                case .none: break
                }
            }
        }
        // A file that changed without changes in it was only written another way; products follow inputs,
        // faces the theme.
        let isOther = files.contains { file in
            file.kind != .changed && !file.path.hasPrefix("products/")
                && !file.path.hasPrefix("/") && !file.path.hasPrefix(Self.letters)
        }
        return isOther ? .content : nature
    }

    /// Settings changes that concern the form alone, file by file.
    package var formChanges: [InFile<SettingChange>] {
        settings.compactMap { file in
            let changes = file.changes.filter { Self.nature(of: $0, in: file.file) == .form }
            return changes.isEmpty ? nil : InFile(file: file.file, changes: changes)
        }
    }

    private static func nature(of change: SettingChange, in file: String) -> Nature {
        let key = change.path.prefix { $0 != "." }
        if file == "build.json" || file.hasPrefix(letters) { return .none }
        if file.hasSuffix("/theme.yaml") { return .form }
        guard file == "report.yaml" else { return .content }
        // What the registry and the signer fill in by hand is no fault where it was left blank.
        if change.old == nil, filledByHand.contains(change.path) { return .none }
        if key == "agency" { return .form }
        return silentSettings.contains(String(key)) ? .none : .content
    }
}
