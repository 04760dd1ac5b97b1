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
        let explained = Set(
            rows.map(\.file) + texts.map(\.file) + settings.map(\.file)
        )
        // A changed submission without changed rows was only written another way; products follow inputs.
        let isUnexplained = files.contains { file in
            guard !file.path.hasPrefix("products/"), !explained.contains(file.path) else {
                return false
            }
            let isSubmission = file.path.split(separator: "/").dropLast().last == "submissions"
            return !isSubmission && !file.path.hasPrefix("/") || file.kind != .changed
        }
        return isUnexplained ? .content : nature
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
        if file == "build.json" { return .none }
        if file.hasSuffix("/theme.yaml") { return .form }
        guard file == "report.yaml" else { return .content }
        if key == "agency" { return .form }
        return silentSettings.contains(String(key)) ? .none : .content
    }
}
